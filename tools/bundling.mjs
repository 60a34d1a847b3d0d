import { parseAst } from 'rolldown/parseAst';
import { Visitor } from 'rolldown/utils';

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
const postponed = 'const later = (make) => (given) => { let made; return (...all) => (made ??= make(given))(...all); };\n';

/**
 * Three packages do much as they are read of which a run in Node needs little: fflate makes its tables, ndarray-ops writes code for each of
 * its hundred operations, commander reads what starts processes. So they do as one of their functions is called for the first time; fflate
 * stays in node_modules.
 */
export const whenCalled = {
  name: 'when-called',
  resolveId: (source) => source === 'fflate' ? later : undefined,
  load: (id) => id === later ? fflate : undefined,
  transform: (code, id) =>
    id.endsWith('/ndarray-ops.js')
      ? postponed + code.replace('require("cwise-compiler")', 'later($&)').replaceAll('= makeOp(', '= later(makeOp)(')
      : id.endsWith('/commander/lib/command.js')
      ? code.replace("= require('node:child_process')", "= { get spawn() { return require('node:child_process').spawn; } }")
      : undefined,
};

/**
 * `{...a, b}` as `{...null, ...a, b}`, which is the same. V8 11, the engine of Node 20, copies a spread that stands first by a hidden class that
 * nothing may follow: every further key is a new one each time, a microsecond that all code which reads the object pays for again. The empty one
 * in front makes it an ordinary literal, ten times as fast; 140 of them stand in what makes one design of a sweep.
 */
export const spreadsBehind = {
  name: 'spreads-behind',
  renderChunk(code) {
    const places = [];
    new Visitor({
      ObjectExpression({ properties: [first, ...others] }) {
        if (first?.type === 'SpreadElement' && others.length > 0) places.push(first.start);
      },
    }).visit(parseAst(code));
    const ends = places.sort((a, b) => a - b);
    return [0, ...ends].map((from, i) => code.slice(from, ends[i])).join('...null, ');
  },
};
