import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { caseReference } from '../src/config/case-reference.js';
import { resultReference } from '../src/results/result-reference.js';
import { root } from './support/program.js';

/** What pages say of the program is what the program says of itself; `-u` writes the references anew. */

describe.each([['keys', caseReference], ['results', resultReference]])('docs/%s.md', (page, reference) => {
  it('has the reference that the command prints', () => {
    const file = join(root, 'docs', `${page}.md`);
    const text = readFileSync(file, 'utf8');
    const fresh = text.replace(/(<!-- reference: .* -->\n)[\s\S]*(<!-- \/reference -->)/,
      (_, begin: string, end: string) => `${begin}\n${reference()}\n${end}`);
    if (process.env.UPDATE_DOCS) writeFileSync(file, fresh);
    else expect(text, 'UPDATE_DOCS=1 npx vitest run test/docs.test.ts writes it').toBe(fresh);
  });
});

describe('configs/README.md', () => {
  const page = readFileSync(join(root, 'configs', 'README.md'), 'utf8');
  const lines = page.split('\n').filter((line) => line.includes(']('));
  const shipped = readdirSync(join(root, 'configs'), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(yaml|json)$/.test(name) && !name.startsWith('studies/validation/'));

  it('links every shipped file once, with the title that the file has', () => {
    const linked = lines.flatMap((line) => [...line.matchAll(/\]\(([^)]+\.(?:yaml|json))\)/g)].map(([, link]) => link));
    expect([...linked].sort()).toEqual([...shipped].sort());
    for (const name of shipped.filter((one) => one.endsWith('.yaml'))) {
      const [, title] = /^title: "?(.*?)"?$/m.exec(readFileSync(join(root, 'configs', name), 'utf8')) ?? [];
      if (title !== undefined)
        expect(lines.find((line) => line.includes(`](${name})`)), name).toContain(title.replaceAll('|', '\\|'));
    }
  });
});

describe('the cases', () => {
  const folders = ['cells', 'reference'];
  const linesOf = (name: string): string[] =>
    readFileSync(join(root, 'configs', name), 'utf8').split('\n').filter((line) =>
      !/^(\s*#|title:|source:|\s*$)/.test(line)
    );
  const cases = folders.flatMap((folder) =>
    readdirSync(join(root, 'configs', folder)).filter((name) => name.endsWith('.yaml')).map((name) =>
      `${folder}/${name}`
    )
  ).filter((name) => linesOf(name).length > 10);

  /** Lines of one that the other lacks. */
  const own = (one: string, other: string): number => {
    const lines = new Set(linesOf(other));
    return linesOf(one).filter((line) => !lines.has(line)).length;
  };

  it('are written once: what differs in two lines starts from a base', () => {
    const copies = cases.flatMap((one, i) =>
      cases.slice(i + 1).filter((other) => own(one, other) <= 2 && own(other, one) <= 2).map((other) => [one, other])
    );
    expect(cases.length).toBeGreaterThan(10);
    expect(copies).toEqual([]);
  });
});

describe('the package', () => {
  it('has the pages that its pages link to', () => {
    const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { files: string[] };
    const inPackage = (path: string): boolean =>
      ['README.md', 'LICENSE', 'package.json'].includes(path)
      || files.some((entry) => path === entry || path.startsWith(`${entry}/`));
    const links = [...readFileSync(join(root, 'README.md'), 'utf8').matchAll(/\]\(([^)\s#]+)/g)].map(([, link]) => link)
      .filter((link) => !/^[a-z]+:/.test(link)).map((link) => join(dirname('README.md'), link));
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((link) => !inPackage(link))).toEqual([]);
  });

  it('is cited by the version that it has', () => {
    const [cited, own] = [['CITATION.cff', /^version: (.*)$/m], ['package.json', /"version": "(.*)"/]].map((
      [name, version],
    ) => (version as RegExp).exec(readFileSync(join(root, name as string), 'utf8'))?.[1]);
    expect(own).toMatch(/^\d/);
    expect(cited).toBe(own);
  });
});
