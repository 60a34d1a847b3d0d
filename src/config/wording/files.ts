import { percent } from '../../units/quantity.js';
import type { Wording } from '../loaded-case.js';
import { nearest } from '../nearest.js';
import { quotedData } from '../plain-data.js';
import { aroundControl, quoted, shortText } from '../printable.js';
import { meantOr } from './fields.js';

/** A file that is named and not there. */
export const noSuchFile = (expected: string, path: string): Wording => ({
  code: 'missing-file',
  expected,
  received: 'no such file',
  remedy: `put it at ${path}, or correct its name`,
});

/** Sentences about files and the command line: what is missing, broken or not where it was looked for. */
export const fileWording = {
  missingBase: (name: string): Wording => ({
    code: 'missing-file',
    expected: 'a case file to start from',
    received: `no file ${quoted(name)}`,
    remedy: 'give its path from the folder of this file',
  }),
  circularBase: (name: string): Wording => ({
    code: 'contradiction',
    expected: 'a base that does not come back to this file',
    received: quoted(name),
    remedy: 'let one of the files stand on its own',
  }),
  longBase: (name: string, most: number): Wording => ({
    code: 'out-of-range',
    expected: `at most ${most} files that start from each other`,
    received: `another one, ${quoted(name)}`,
    remedy: 'put what they say into fewer files',
  }),
  missingProfile: (path: string): Wording => noSuchFile('a CSV file', path),
  missingMaterials: (path: string): Wording =>
    noSuchFile('a mapping, or a YAML file with the key "materials"', shortText(path, 200)),
  notInFile: (path: readonly (string | number)[], file: string): Wording => ({
    code: 'unknown-name',
    expected: `${quoted(path.join('.'))} in ${shortText(file, 200)}`,
    received: 'nothing',
    remedy: 'add it there, or correct the name here',
  }),
  fewColumns: (titles: readonly string[], line: number): Wording => ({
    code: 'wrong-type',
    expected: 'two columns with titles, separated by commas, semicolons or tabs',
    received: `${quotedData(titles.join(', '))} in line ${line}`,
    remedy: 'write e.g. capacity [mAh/g], potential [V]',
  }),
  unknownColumn: (column: unknown, titles: readonly string[]): Wording => ({
    code: 'unknown-name',
    expected: `a column of the file: ${titles.join(', ')}`,
    received: quotedData(column),
    remedy: 'use one of the titles listed, without the unit',
  }),
  whichColumn: (titles: readonly string[]): Wording => ({
    code: 'missing-key',
    expected: `which of the columns holds the values: ${titles.join(', ')}`,
    received: 'no "column"',
    remedy: `add e.g. "column: ${titles.at(-1)}"`,
  }),
  noCsvName: (name: string): Wording => ({
    code: 'missing-file',
    expected: 'a CSV file, with a name that ends in .csv',
    received: quoted(name),
    remedy: 'rename the file',
  }),
  csvHeader: (received: string): Wording => ({
    code: 'wrong-unit',
    expected: 'a time and a current or a power with their units in the first line',
    received: quotedData(received),
    remedy: 'write e.g. time [s], current [mA/cm^2]; mA where the cell has an area',
  }),
  csvRow: (expected: string, received: string): Wording => ({
    code: 'wrong-type',
    expected,
    received,
    remedy: 'write e.g. 10, 2.5',
  }),
  csvNumber: (received: string): Wording => ({
    code: 'wrong-type',
    expected: 'a number',
    received: quotedData(received),
    remedy: 'write it with a decimal point, without unit',
  }),
  csvShort: (rows: number): Wording => ({
    code: 'out-of-range',
    expected: 'at least two rows of numbers',
    received: String(rows),
    remedy: 'add rows below the first line',
  }),
  missingImage: (names: readonly string[]): Wording => ({
    code: 'missing-file',
    expected: 'an image',
    received: 'no such file',
    remedy: names.length > 0 ? `images there: ${names.join(', ')}` : 'give its path',
  }),
  missingDescription: (name: string): Wording => ({
    code: 'missing-file',
    expected: `the description of the image, ${quoted(name)}`,
    received: 'no such file',
    remedy:
      'write it, e.g. "source: own measurement", "voxelSize: 100 nm", "labels: {0: void, 1: activeMaterial, 2: electrolyte}"',
  }),
  unknownPhase: (name: string, known: readonly string[]): Wording => ({
    code: 'unknown-name',
    expected: `a phase of the labels: ${known.join(', ')}`,
    received: quoted(name),
    remedy: meantOr('use one of them, or name a label so', name, known),
  }),
  unnamedLabels: (labels: readonly string[]): Wording => ({
    code: 'missing-key',
    expected: 'a phase for every label of the image',
    received: `none for ${labels.join(', ')}`,
    remedy: `add e.g. "${labels[0].replace(/ .*/, '')}: void"`,
  }),
  missingStructure: (path: string): Wording =>
    noSuchFile('an image with a name that ends in .tif, .tiff, .npy or .raw', path),
  foreignPhase: (name: string, known: readonly string[]): Wording => ({
    code: 'unknown-name',
    expected: `phases of an electrode: ${known.join(', ')}`,
    received: quoted(name),
    remedy: 'rename the phase in the description of the image',
  }),
  phaseMissing: (name: string): Wording => ({
    code: 'impossible-composition',
    expected: `an image with ${name}`,
    received: 'no voxel of it',
    remedy: `name the label that is the ${name} so in the description of the image`,
  }),
  phaseLeadsNowhere: (name: string): Wording => ({
    code: 'impossible-composition',
    expected: `${name} that leads through the image from the membrane to the collector`,
    received: 'no path of it',
    remedy:
      'choose the axis with "through:" in the description, or segment finer; `catholith tortuosity` shows where paths end',
  }),
  voxelsUnsolved: (error: number, most: number): Wording => ({
    code: 'impossible-composition',
    expected: `voxels whose equations can be solved to ${percent(most)}`,
    received: error < 1 ? `a solution known to ${percent(error)} only` : 'no solution that the search ended at',
    remedy: 'paths one voxel wide are the usual cause: segment finer; `catholith tortuosity` shows where they run',
  }),
  missingPacking: (path: string): Wording =>
    noSuchFile('a structure to be made: its keys, or the name of a file that has them', path),
  packingLeadsNowhere: (name: string): Wording => ({
    code: 'impossible-composition',
    expected: `${name} that leads through the packing from the membrane to the collector`,
    received: 'no path of it',
    remedy: 'give it a larger share, other sizes, or a larger box; `catholith structure` shows what is made',
  }),
  littleMemory: (voxels: readonly number[], needed: number, free: number): Wording => ({
    code: 'out-of-range',
    expected: `${(needed / 1e9).toPrecision(3)} GB of free memory for ${voxels.join(' x ')} voxels`,
    received: `${(free / 1e9).toPrecision(3)} GB`,
    remedy: 'crop the image, or coarsen it by a factor of two (an eighth of the memory)',
  }),
  largeImage: (bytes: number, most: number): Wording => ({
    code: 'out-of-range',
    expected: `an image file of at most ${(most / 1e9).toPrecision(3)} GB`,
    received: `${(bytes / 1e9).toPrecision(3)} GB`,
    remedy: 'crop the image, or coarsen it by a factor of two',
  }),
  badImage: (problem: Pick<Wording, 'expected' | 'received' | 'remedy'>): Wording => ({ code: 'wrong-type',
    ...problem }),
  unknownMesh: (name: string, known: readonly string[]): Wording => ({
    code: 'unknown-mesh',
    expected: 'the name of a mesh',
    received: quoted(name),
    remedy: meantOr(`known meshes: ${known.join(', ') || 'none'}`, name, known),
  }),
  /** A name of the library, `what` in words. */
  unknownName: (name: string, what: string, known: readonly string[]): Wording => ({
    code: 'unknown-name',
    expected: what,
    received: quoted(name),
    remedy: meantOr('see "catholith materials"', name, known),
  }),
  unprintable: (text: string): Wording => ({
    code: 'wrong-type',
    expected: 'text without control characters',
    received: quoted(aroundControl(text)),
    remedy: 'remove them',
  }),
  keyNotText: (): Wording => ({
    code: 'broken-yaml',
    expected: 'a word as key',
    received: 'a mapping or a list as key',
    remedy: 'check the brackets and colons of this line',
  }),
  nestedTooDeep: (levels: number): Wording => ({
    code: 'broken-yaml',
    expected: `brackets and lists at most ${levels} deep inside each other`,
    received: 'deeper ones',
    remedy: 'close the brackets that are open here',
  }),
  brokenYaml: (message: string, remedy: string): Wording => ({
    code: 'broken-yaml',
    expected: 'well-formed YAML',
    received: message,
    remedy,
  }),
  missingFile: (folder: string, name: string, names: readonly string[]): Wording => {
    const stem = (file: string): string => file.replace(/\.[^.]*$/, '');
    const meant = names[names.map(stem).indexOf(nearest(stem(name), names.map(stem)) ?? '')];
    const list = names.length > 0 ? `cases there: ${names.join(', ')}` : `there is no case in ${folder || '.'}`;
    return {
      code: 'missing-file',
      expected: 'a case file',
      received: 'no such file',
      remedy: meant === undefined ? list : `did you mean ${folder}${meant}?`,
    };
  },
  unreadable: (reason: string): Wording => ({
    code: 'missing-file',
    expected: 'a readable case file',
    received: reason,
    remedy: 'give the path of a YAML or JSON file',
  }),
  badOverride: (text: string, received: string): Wording => ({
    code: 'bad-override',
    expected: 'key=value with a key of the case',
    received: `${received} in ${quoted(text)}`,
    remedy: 'write e.g. --set cathode.thickness="200 um"',
  }),
};
