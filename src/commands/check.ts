import type { Command } from 'commander';
import { type FilePurpose, remedyOf } from '../config/file-purpose.js';
import { parseImage } from '../config/parse-image.js';
import { placed } from '../config/placed.js';
import { loadComparison, loadDrawn, loadFit, loadMaterials, loadOptimisation, loadReproduction, loadSweep,
  loadUncertainty, loadValidation, readPurpose } from '../config/read-case.js';
import { readText } from '../config/read-text.js';
import { preparedFrom, print, refuse, setOption, terminal } from './command.js';

interface CheckOptions {
  readonly set: string[];
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
  const counted = await { designs, sweep, rows, validation, fit, uncertainty, optimise, materials, voxels: structure,
    voxelSize: image }[key](
      path,
      options,
    );
  if (counted === undefined) return;
  print(`${words}: ${counted}\nThe file is valid; to go on: ${remedyOf(purpose, path)}`);
}

/** "3 designs, 9 simulations"; undefined where problems were told. */
type Count = (path: string, options: CheckOptions) => Promise<string | undefined>;

const many = (count: number, of: string): string => `${count} ${of}${count === 1 ? '' : 's'}`;

const designs: Count = async (path, options) => {
  const loaded = loadComparison(path, options);
  if (!loaded.ok) return refuse(loaded.issues);
  const { prepareCase } = await import('../pipeline/run-case.js');
  const { designs: all } = loaded.file;
  const issues = all.flatMap((design) => {
    const ready = prepareCase(design.case);
    return ready.ok ? [] : placed(ready.problems, design.locate);
  });
  if (issues.length > 0) return refuse(issues);
  const runs = all.reduce((sum, design) => sum + simulationsOf(design.case.protocol.rates.length), 0);
  return `${many(all.length, 'design')} (${all.map(({ name }) => name).join(', ')}), ${many(runs, 'simulation')}`;
};

const sweep: Count = async (path, options) => {
  const loaded = loadSweep(path, options);
  if (!loaded.ok) return refuse(loaded.issues);
  const [{ probeSweep }, { designsOf }] = await Promise.all([import('../study/sweep/probe-sweep.js'),
    import('../study/sweep/designs.js')]);
  const wrong = probeSweep(loaded.sweep);
  if (wrong.length > 0) return refuse(wrong);
  const { count, values } = designsOf(loaded.sweep.definition);
  // the rates themselves may be swept; the first design that can be read says how many there are
  const known = Array.from({ length: Math.min(count, 16) }, (_, i) => loaded.sweep.design(values(i))).find(({ ok }) =>
    ok
  );
  const rates = known?.ok ? known.case.protocol.rates.length : 0;
  return `${many(count, 'design')}, ${many(count * simulationsOf(rates), 'simulation')}`;
};

/** Steps without rates run once. */
const simulationsOf = (rates: number): number => Math.max(1, rates);

const rows: Count = async (path, options) => {
  const loaded = loadReproduction(path, options);
  return loaded.ok ? many(loaded.file.rows.length, 'row') : refuse(loaded.issues);
};

const validation: Count = async (path, options) => {
  const loaded = loadValidation(path, options);
  return loaded.ok ? many(loaded.file.cells.length, 'cell') : refuse(loaded.issues);
};

const fit: Count = async (path, options) => {
  const loaded = loadFit(path, options);
  if (!loaded.ok) return refuse(loaded.issues);
  const { curves, vary } = loaded.fit;
  return `${many(vary.length, 'key')} (${vary.map(({ key }) => key).join(', ')}) to ${many(curves.length, 'curve')}`;
};

const uncertainty: Count = async (path, options) => {
  const loaded = loadUncertainty(path, options);
  if (!loaded.ok) return refuse(loaded.issues);
  const { settings: { most, points, error } } = loaded.uncertainty;
  return `${many(most, 'parameter')} at most, ${points} rows at most, indices to ${100 * error} %`;
};

const optimise: Count = async (path, options) => {
  const loaded = loadOptimisation(path, options);
  if (!loaded.ok) return refuse(loaded.issues);
  const { goals, ranges, profiles, choices } = loaded.optimisation;
  const varied = [...ranges, ...profiles, ...choices].map(({ key }) => key);
  return `${goals.map(({ measure }) => measure.text).join(' against ')} by ${varied.join(', ')}`;
};

const materials: Count = async (path) => {
  const loaded = loadMaterials(path);
  return loaded.ok ? Object.keys(loaded.materials).join(', ') : refuse(loaded.issues);
};

const image: Count = async (path) => {
  const read = parseImage(readText(path), path);
  return read.ok ? `phases ${[...new Set(read.description.labels.values())].join(', ')}` : refuse(read.issues);
};

const structure: Count = async (path) => {
  const read = loadDrawn(path);
  if (!read.ok) return refuse(read.issues);
  const { plan, realisations } = read.drawn;
  return `${plan.voxels.join(' x ')} voxels, ${many(realisations, 'realisation')}`;
};
