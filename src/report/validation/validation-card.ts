import type { ValidationDocument } from '../../results/validation-schema.js';
import type { CardOptions } from '../result-card.js';
export const validationCard = (doc: ValidationDocument, _: CardOptions): string => JSON.stringify(doc.scores);
