import { fileURLToPath } from 'node:url';

/** The file of a shipped case: `configs/reference/` where the name says so, else `configs/cells/`. */
export const shippedPath = (name: string): string =>
  fileURLToPath(
    new URL(`../../configs/${name.startsWith('reference/') ? name : `cells/${name}`}.yaml`, import.meta.url),
  );
