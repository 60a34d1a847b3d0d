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
