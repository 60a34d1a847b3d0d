import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Marked } from 'marked';
import { live } from './live.mjs';

/** Makes the public site as static files: `npm run site [-- folder]`, out/site by default. The live page, and docs/ as pages beside it. */

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = process.argv[2] ?? join(root, 'out/site');
/** Where the sources are, as the workflow that publishes knows it. */
const { GITHUB_REPOSITORY: repository } = process.env;

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
/** As GitHub names the places of a page. */
const anchor = (text) =>
  text.toLowerCase().replaceAll(/<[^>]*>|[`*]/g, '').replaceAll(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-');

/** A link between documents leads to their pages, one to other files to the repository; undefined where that is not known. */
function target(href) {
  if (/^[a-z]+:|^#/.test(href)) return href;
  const [path, place] = href.split('#');
  if (/^[\w-]+\.md$/.test(path)) return `${path.replace(/\.md$/, '.html')}${place ? `#${place}` : ''}`;
  if (path.startsWith('figures/')) return href;
  return repository && `https://github.com/${repository}/blob/main/${join('docs', href)}`;
}

const marked = new Marked({
  renderer: {
    heading({ tokens, depth, text }) {
      return `<h${depth} id="${anchor(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
    link({ href, tokens }) {
      const to = target(href);
      const words = this.parser.parseInline(tokens);
      return to === undefined ? words : `<a href="${escaped(to)}">${words}</a>`;
    },
    image({ href, text }) {
      return `<img src="${escaped(href)}" alt="${escaped(text)}" loading="lazy">`;
    },
    html: ({ text }) => (text.startsWith('<!--') ? '' : escaped(text)),
  },
});

const page = (title, body) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)} - catholith</title>
<link rel="icon" href="../icon.svg" type="image/svg+xml">
<script src="../early.js"></script>
<link rel="stylesheet" href="../style.css">
</head>
<body>
<header class="top"><p class="brand"><a href="../">catholith</a></p><nav aria-label="Site"><a href="index.html">Docs</a></nav></header>
<main class="prose">
${body}
</main>
</body>
</html>
`;

const titleOf = (text) => /^# (.+)$/m.exec(text)?.[1].replaceAll('`', '') ?? '';

await live(folder, true);
const docs = join(folder, 'docs');
mkdirSync(docs, { recursive: true });
cpSync(join(root, 'docs/figures'), join(docs, 'figures'), { recursive: true });
/** In the order in which the README leads to them, the others last. */
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const rank = (name) => {
  const at = readme.indexOf(`docs/${name}`);
  return at < 0 ? readme.length : at;
};
const names = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md')).sort((a, b) => rank(a) - rank(b));
const entries = names.map((name) => {
  const text = readFileSync(join(root, 'docs', name), 'utf8');
  const [file, title] = [name.replace(/\.md$/, '.html'), titleOf(text) || basename(name, '.md')];
  writeFileSync(join(docs, file), page(title, marked.parse(text)));
  return `<li><a href="${file}">${escaped(title)}</a></li>`;
});
writeFileSync(join(docs, 'index.html'), page('Documents', `<h1>Documents</h1>\n<ul>\n${entries.join('\n')}\n</ul>`));
