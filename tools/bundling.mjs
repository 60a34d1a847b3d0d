/** What stays out of bundles that run in a browser, or where nothing is installed. */

const nothing = '\0nothing';

const without = (name, pattern) => ({
  name,
  resolveId: (source) => pattern.test(source) ? { id: nothing, moduleSideEffects: false } : undefined,
  load: (id) => id === nothing ? 'export {}' : undefined,
});

/** Words of other languages, which nobody is told anything in, are most of the library that reads cases. */
export const oneLanguage = without('one-language', /locales\/index\.js$/);

/** Figures of reports: a page that draws its own asks for none of them. */
export const noFigures = without('no-figures', /^\.\/figures\//);

const later = '\0later';
const names = ['deflateSync', 'inflateSync', 'strFromU8', 'strToU8', 'unzlibSync', 'zlibSync'];
const fflate = `import { createRequire } from 'node:module';\nconst read = () => createRequire(import.meta.url)('fflate');\n`
  + names.map((name) => `export const ${name} = (...all) => read().${name}(...all);`).join('\n');

/**
 * Two packages do much as they are read of which a run in Node needs little: fflate makes its tables, commander reads what starts processes. So
 * they do as one of their functions is called for the first time; fflate stays in node_modules.
 */
export const whenCalled = {
  name: 'when-called',
  resolveId: (source) => source === 'fflate' ? later : undefined,
  load: (id) => id === later ? fflate : undefined,
  transform: (code, id) =>
    id.endsWith('/commander/lib/command.js')
      ? code.replace("= require('node:child_process')", "= { get spawn() { return require('node:child_process').spawn; } }")
      : undefined,
};
