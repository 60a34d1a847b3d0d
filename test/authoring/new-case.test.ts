import { describe, expect, it } from 'vitest';
import { interview } from '../../src/authoring/new-case/interview.js';
import { customaryCutoffs, newCase } from '../../src/authoring/new-case/new-case.js';
import { type Answers, questions } from '../../src/authoring/new-case/questions.js';
import { caseFrom } from '../config/example.js';

/** A person with a list of answers. */
function person(typed: string[]) {
  const told: string[] = [];
  const prompts: string[] = [];
  return { told, prompts, ask: async (prompt: string) => {
    prompts.push(prompt);
    return typed.shift() ?? '';
  }, tell: (line: string) => void told.push(line) };
}

describe('an interview', () => {
  it('asks for what was not given, again where the answer is none, and takes what is usual at Enter', async () => {
    const somebody = person(['', 'NMC81', 'NMC811', 'Li6PS5Cl', '80:20', '', '26 kg', '26 mg/cm^2', '30 um',
      'lithium-indium']);
    const result = await interview(questions(customaryCutoffs), { rates: '1C' }, somebody);
    expect(somebody.told).toEqual([expect.stringContaining('did you mean NMC811?') as string,
      '  expected a loading, a thickness or an areal capacity, found "26 kg"; write e.g. 26 mg/cm^2']);
    expect(somebody.prompts.some((prompt) => prompt.startsWith('Rates'))).toBe(false);
    expect(result).toMatchObject({ ok: true,
      answers: { format: 'pouch', active: 'NMC811', rates: '1C', cutoffs: '2.01 V, 3.68 V' } });
  });

  it('names all that is wrong or missing at once, without the whole library', async () => {
    const given = { active: 'NMC999', electrolyte: 'Li6PS5', fractions: '80:20', porosity: '120 %',
      amount: '26 mg/cm^2', membrane: '30 um', anode: 'lithium-metal' };
    const result = await interview(questions(customaryCutoffs), given);
    const problems = result.ok ? [] : result.problems;
    expect(problems.map((line) => line.split(':')[0])).toEqual(['--active', '--electrolyte', '--porosity']);
    expect(problems[1]).toMatch(/and \d+ more, see "catholith materials"$/);
  });

  it.each<[Answers, string[]]>([
    [{ active: 'powder.csv', anode: 'lithium-metal' }, ['--like']],
    [{ active: 'NMC811' }, ['--anode']],
  ])('does not miss the cut-offs that the answers to %j would give', async (some, missing) => {
    const given = { electrolyte: 'Li6PS5Cl', fractions: '80:20', amount: '26 mg/cm^2', membrane: '30 um', ...some };
    const result = await interview(questions(customaryCutoffs), given);
    expect(result.ok ? [] : result.problems.map((line) => line.split(':')[0])).toEqual(missing);
  });

  it('draws up what the answers say and marks what nobody said as assumed', () => {
    const text = newCase({ format: 'coin', size: '0.785 cm^2', active: 'NMC811', electrolyte: 'LLZO',
      fractions: '75:20:3:2', porosity: 'unknown', amount: '10 mg/cm^2 active', membrane: '30 um',
      anode: 'lithium-metal', cutoffs: '2.5 V, 4.3 V', rates: '1C', title: 'a: coin' }, undefined);
    expect(text).toContain('area: 0.785 cm^2');
    expect(text).toContain('massFractions: {activeMaterial: 0.75, electrolyte: 0.2, carbon: 0.03, binder: 0.02}');
    expect(text).toContain('activeMassLoading: 10 mg/cm^2');
    expect(text).toContain('porosity: {value: 15 %, assumed: true');
    expect(text).toContain('title: "a: coin"');
  });

  it.each([
    ['pouch', {}, 'pouch'],
    ['sheet', { size: '20 cm^2' }, 'sheet'],
    ['bipolar', { cells: '4' }, 'bipolar'],
    ['pellet', { size: '10 mm' }, 'pellet'],
  ])('draws up a case of the format %s that can be read', (format, more, found) => {
    const text = newCase({ format, ...more, active: 'NMC811', electrolyte: 'Li6PS5Cl', fractions: '80:20',
      porosity: '15 %', amount: '20 mg/cm^2', membrane: '30 um', anode: 'lithium-metal', cutoffs: '2.5 V, 4.3 V',
      rates: '1C', title: format }, undefined);
    expect(caseFrom(text).cell.format ?? 'pouch').toBe(found);
  });

  it.each([['format: sheet', { format: 'sheet', size: '10 mm' }, 'expected an area, found "10 mm"'], ['cells: 0', {
    format: 'bipolar',
    cells: '0',
  }, 'expected a whole number of cells, found "0"']])(
    'refuses %s',
    (_, answers, words) => {
      const told = questions(customaryCutoffs)
        .flatMap((one) =>
          (answers as Answers)[one.flag] === undefined
            ? []
            : [one.problem((answers as Answers)[one.flag] ?? '', answers as Answers)]
        );
      expect(told.join('\n')).toContain(words);
    },
  );

  it('knows no cut-offs of what the library does not know', () => {
    expect(customaryCutoffs({ active: 'powder.csv', like: 'NMC622', anode: 'lithium-metal' })).toBe('2.63 V, 4.3 V');
    expect(customaryCutoffs({ active: 'powder.csv', anode: 'lithium-metal' })).toBeUndefined();
  });

  it('takes cut-offs from the curve, in the scale of the anode, and from the library where there is none to be read', () => {
    const curve = 'capacity [mAh/g], voltage [V]\n0, 3.58\n60, 3.2\n120, 3.1\n180, 2.4\n';
    const given: Answers = { active: 'powder.csv', like: 'NMC622', against: 'In/InLi', anode: 'lithium-indium' };
    expect(customaryCutoffs(given, () => curve)).toBe('2.4 V, 3.58 V');
    expect(customaryCutoffs({ ...given, anode: 'lithium-metal' }, () => curve)).toBe('3.02 V, 4.2 V');
    expect(customaryCutoffs({ ...given, against: 'Li' }, () => curve)).toBe('1.78 V, 2.96 V');
    expect(customaryCutoffs(given, () => 'none')).toBe(customaryCutoffs(given));
  });
});
