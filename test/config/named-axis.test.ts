import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseSweep } from '../../src/config/studies/parse-sweep.js';
import { formatIssue } from '../../src/config/wording.js';
import { designsOf } from '../../src/study/sweep/designs.js';
import { DesignRunner } from '../../src/study/sweep/run-design.js';
import { sweepDocument } from '../../src/study/sweep/sweep-document.js';
import { root } from '../support/program.js';

function sweepOf(text: string) {
  const reading = parseSweep(text, { file: 'study.yaml' });
  if (!reading.ok) throw new Error(reading.issues.map(formatIssue).join('\n'));
  return reading.sweep;
}
const shipped = (name: string) => sweepOf(readFileSync(join(root, 'configs/studies/names', name), 'utf8'));

const cell = `
title: names
membrane: {electrolyte: Li6PS5Cl, thickness: 30 um}
cathode: {activeMaterial: NMC811, electrolyte: Li6PS5Cl, massFractions: {activeMaterial: 80 wt%, electrolyte: 20 wt%}, porosity: 12 %,
  thickness: 50 um}
`;

describe('an axis over names', () => {
  it('takes all of a kind but those that are left out', () => {
    const { definition } = sweepOf(
      `${cell}sweep: {vary: {anode.material: {names: planarAnode, except: [lithium-tin]}}}`,
    );
    if (definition.method !== 'grid' || definition.axes[0].kind !== 'values') throw new Error('no list');
    expect(definition.axes[0].values).toEqual(['lithium-metal', 'lithium-indium', 'lithium-magnesium',
      'lithium-aluminium']);
  });

  it('gives several keys the same value', () => {
    const sweep = sweepOf(`${cell}sweep: {vary: {membrane.electrolyte + cathode.electrolyte: [LGPS, Li3InCl6]}}`);
    const design = sweep.design(designsOf(sweep.definition).values(1));
    if (!design.ok) throw new Error('no case');
    expect([design.case.membrane.electrolyte.name, design.case.cathode.layers[0].electrolyte.name]).toEqual(['Li3InCl6',
      'Li3InCl6']);
  });

  it.each([
    ['{names: film}', 'expected films or activeMaterial or electrolyte'],
    ['{names: films, except: [Li6PS5Cl-celulose]}', 'did you mean "Li6PS5Cl-cellulose"?'],
    ['{names: films, without: [a]}', 'known keys: names, except'],
  ])('%s is told', (axis, words) => {
    const reading = parseSweep(`${cell}sweep: {vary: {membrane.film: ${axis}}}`, { file: 'study.yaml' });
    expect(reading.ok ? '' : reading.issues.map(formatIssue).join('\n')).toContain(words);
  });
});

describe('the shipped studies', () => {
  it('run over all electrolytes that are pressed and all films that are whole', () => {
    expect([designsOf(shipped('electrolytes.yaml').definition).count,
      designsOf(shipped('films.yaml').definition).count])
      .toEqual([67, 42]);
  });

  it('a film of a seventh of the thickness brings more energy, though it conducts less', async () => {
    const sweep = shipped('films.yaml');
    const { columns } = await sweepDocument(sweep);
    const runner = new DesignRunner(sweep);
    const { count, values } = designsOf(sweep.definition);
    const energy = async (film: string): Promise<number> => {
      const design = Array.from({ length: count }, (_, i) => i).find((i) => values(i)['membrane.film'] === film) ?? -1;
      const { rows } = runner.run(design);
      return Number(rows[1][columns.findIndex(({ name }) => name === 'pouch_Wh_kg')]);
    };
    // 20 um at 1.7 mS/cm against 150 um at 2.7, at C/3
    expect(await energy('Li6PS5Cl-PTFE-20um')).toBeGreaterThan(1.4 * await energy('Li6PS5Cl-PTFE-150um'));
  });
});
