/**
 * Bundles the script of the reports (`client/page.ts`) to the text that pages hold, `src/report/blocks/page-script.ts`: `npm run page-script`, and
 * a test compares.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
export const scriptFile = `${root}src/report/blocks/page-script.ts`;

/** The whole text of `page-script.ts`. */
export async function pageScriptFile() {
  const bundle = await rolldown({ input: `${root}client/page.ts`, platform: 'browser' });
  const { output: [{ code }] } = await bundle.generate({ format: 'iife', minify: true });
  await bundle.close();
  // a text of the page must not end its script
  const text = code.trim().replaceAll('</', '<\\/');
  return `// made of client/ by \`npm run page-script\`\n// oxlint-disable no-template-curly-in-string\n// dprint-ignore\nexport const pageScript = ${JSON.stringify(text)};\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(scriptFile, await pageScriptFile());
