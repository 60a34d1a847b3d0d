import type { ValidationDocument } from '../../results/validation-schema.js';
export const writeValidation = async (_doc: ValidationDocument, _dir: string): Promise<string[]> => [];
