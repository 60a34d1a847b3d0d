import type { Command } from 'commander';
import type { Loaded } from '../config/case.js';
import { type FilePurpose, remedyOf } from '../config/file-kinds.js';
import { readText } from '../config/files/read-text.js';
import { placed } from '../config/placed.js';
import { loadComparison, loadDrawn, loadFit, loadMaterials, loadOptimisation, loadReproduction, loadSweep,
  loadUncertainty, loadValidation, readPurpose } from '../config/read-case.js';
import { parseImage } from '../config/sections/image-description.js';
import type { LoadedComparisonFile } from '../config/studies/parse-comparison.js';
import type { LoadedSweep } from '../config/studies/parse-sweep.js';
import { preparedFrom, print, readAs, refuse, setOption, terminal } from './command.js';

interface CheckOptions {
  readonly set: readonly string[];
}

export function addCheck(root: Command): void {
  root.command('check')
    .description('read a case or a study and say what it asks for, or list every problem; nothing is solved')
    .argument('<case>',
      'case file, or one of designs, a sweep, reported results, measured cells, a fit, an uncertainty, an optimum, materials, a structure to be made, an image\'s description')
    .option(...setOption)
    .action(check);
}

async function check(path: string, options: CheckOptions): Promise<void> {
  const purpose = readPurpose(path);
  if (purpose !== undefined) return checkStudy(path, purpose, options);
  const ready = await preparedFrom(path, options.set);
  if (!ready) return;
  const { summariseCase } = await import('../study/summarise-case.js');
  const { caseCard } = await import('../report/case-lines.js');
  print(caseCard(summariseCase(ready.case, ready.ledger, ready.prepared), terminal()));
}

/** What a study asks for: how many designs, how many simulations, and which command does it. */
async function checkStudy(path: string, purpose: FilePurpose, options: CheckOptions): Promise<void> {
  const { key, words } = purpose;
  const counted = await counts[key](path, options);
  if (counted === undefined) return;
  print(`${words}: ${counted}\nThe file is valid; to go on: ${remedyOf(purpose, path)}`);
}

/** "3 designs, 9 simulations"; undefined where problems were told. */
type Count = (path: string, options: CheckOptions) => Promise<string | undefined>;

/** Reads a file and says what it asks for, or tells what is wrong with it. */
const count =
  <T extends { readonly ok: true }>(read: (path: string, options: CheckOptions) => T | Loaded<never>,
    wordsOf: (loaded: T) => string | undefined | Promise<string | undefined>): Count =>
  async (path, options) => {
    const loaded = read(path, readAs(options.set));
    return loaded.ok ? wordsOf(loaded) : refuse(loaded.issues);
  };

const many = (number: number, of: string, several = `${of}s`): string => `${number} ${number === 1 ? of : several}`;

const counts: Readonly<Record<FilePurpose['key'], Count>> = {
  designs: count(loadComparison, designWords),
  sweep: count(loadSweep, sweepWords),
  rows: count(loadReproduction, ({ file }) => many(file.rows.length, 'row')),
  validation: count(loadValidation, ({ file }) => many(file.cells.length, 'cell')),
  fit: count(loadFit,
    ({ fit: { curves, capacities, spectra, vary } }) =>
      `${many(vary.length, 'key')} (${vary.map(({ key }) => key).join(', ')}) to ${
        [many(curves.length, 'discharge'), many(capacities.length, 'single capacity', 'single capacities'),
          many(spectra.length, 'impedance')]
          .filter((words) => !words.startsWith('0 ')).join(', ')
      }`),
  uncertainty: count(loadUncertainty,
    ({ uncertainty: { settings: { most, points, error } } }) =>
      `${many(most, 'parameter')} at most, ${points} rows at most, indices to ${100 * error} %`),
  optimise: count(loadOptimisation, ({ optimisation: { goals, ranges, profiles, choices } }) => {
    const varied = [...ranges, ...profiles, ...choices].map(({ key }) => key);
    return `${goals.map(({ measure }) => measure.text).join(' against ')} by ${varied.join(', ')}`;
  }),
  materials: count(loadMaterials, ({ materials }) => Object.keys(materials).join(', ')),
  voxels: count(loadDrawn,
    ({ drawn: { plan, realisations } }) => `${plan.voxels.join(' x ')} voxels, ${many(realisations, 'realisation')}`),
  voxelSize: count((path) => parseImage(readText(path), path),
    ({ description }) => `phases ${[...new Set(description.labels.values())].join(', ')}`),
};

async function designWords(
  { file: { designs } }: { readonly file: LoadedComparisonFile },
): Promise<string | undefined> {
  const { prepareCase } = await import('../pipeline/run-case.js');
  const issues = designs.flatMap((design) => {
    const ready = prepareCase(design.case);
    return ready.ok ? [] : placed(ready.problems, design.locate);
  });
  if (issues.length > 0) return refuse(issues);
  const runs = designs.reduce((sum, design) => sum + simulationsOf(design.case.protocol.rates.length), 0);
  return `${many(designs.length, 'design')} (${designs.map(({ name }) => name).join(', ')}), `
    + `${many(runs, 'simulation')}`;
}

async function sweepWords({ sweep }: { readonly sweep: LoadedSweep }): Promise<string | undefined> {
  const [{ probeSweep }, { designsOf }] = await Promise.all([import('../study/sweep/probe-sweep.js'),
    import('../study/sweep/designs.js')]);
  const wrong = probeSweep(sweep);
  if (wrong.length > 0) return refuse(wrong);
  const { count: designs, values } = designsOf(sweep.definition);
  // the rates themselves may be swept; the first design that can be read says how many there are
  const known = Array.from({ length: Math.min(designs, 16) }, (_, i) => sweep.design(values(i))).find(({ ok }) => ok);
  const rates = known?.ok ? known.case.protocol.rates.length : 0;
  return `${many(designs, 'design')}, ${many(designs * simulationsOf(rates), 'simulation')}`;
}

/** Steps without rates run once. */
const simulationsOf = (rates: number): number => Math.max(1, rates);
