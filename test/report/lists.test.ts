import { expect, test } from 'vitest';
import type { CaseIssue } from '../../src/config/case.js';
import { issueList } from '../../src/report/issue-list.js';
import { materialCard, materialList, type MaterialSheet } from '../../src/report/material-card.js';

const material: MaterialSheet = {
  name: 'NMC811',
  kindName: 'active material',
  title: 'single crystals',
  properties: [
    {
      path: 'NMC811.density',
      label: 'crystal density',
      value: '4780',
      unit: 'kg m^-3',
      status: 'literature',
      source: '10.1000/xyz, Table 1',
    },
    {
      path: 'NMC811.diffusivity',
      label: 'diffusivity',
      value: '1e-10',
      unit: 'cm^2 s^-1',
      status: 'assumed',
      note: 'between two measurements '.repeat(8),
      alternatives: [{ value: '3e-11', source: '10.1000/abc', note: 'GITT' }],
    },
  ],
};

test('a material shows each property with unit, status, source and contradicting values, within the width', () => {
  const card = materialCard(material, { colour: false, width: 80 });
  for (const word of ['4780 kg m^-3', '10.1000/xyz, Table 1', 'ASSUMED', '3e-11 (10.1000/abc; GITT)',
    'single crystals'])
  {
    expect(card).toContain(word);
  }
  expect(card.split('\n').every((line) => line.length <= 80)).toBe(true);
});

test('the list wraps what is wider than the terminal and cuts nothing', () => {
  const long = { ...material, name: 'other', title: 'words '.repeat(40) };
  const list = materialList([material, long], { colour: false, width: 80 });
  expect(list).toMatch(/^NMC811 +active material +single crystals$/m);
  expect(list.match(/words/g)).toHaveLength(40);
  expect(Math.max(...list.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('issues: one line each and their number', () => {
  const issue: CaseIssue = {
    file: 'a.yaml',
    line: 3,
    column: 5,
    key: 'membrane.thickness',
    code: 'wrong-unit',
    expected: 'a length',
    received: '30 s',
    remedy: 'write 30 um',
  };
  const format = (it: CaseIssue) => `${it.file}:${it.line}\n  ${it.key}`;
  expect(issueList([issue, { ...issue, line: 9 }], format)).toBe(
    'a.yaml:3 membrane.thickness\na.yaml:9 membrane.thickness\n2 problems; nothing was run.\n',
  );
  expect(issueList([issue], format)).toContain('\n1 problem; nothing');
  expect(issueList([issue, { ...issue, file: 'b.yaml' }], format)).toContain('2 problems in 2 files; nothing');
  // an option of the command line is no file
  expect(issueList([issue, { ...issue, file: '--set' }], format)).toContain('\n2 problems; nothing');
});
