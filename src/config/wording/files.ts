import { percent } from '../../units/quantity.js';
import type { Wording } from '../case-issue.js';
import { nearest } from '../nearest.js';
import { quotedData } from '../plain-data.js';
import { aroundControl, quoted, shortText } from '../printable.js';
import { badOverride, brokenYaml, contradiction, impossible, meantOr, missingFile, missingKey, outOfRange, unknownMesh,
  unknownName, wrongType, wrongUnit } from './fields.js';

/** A file that is named and not there. */
/** A segmented image has few phases. */
const mostLabels = 12;

const noSuchFile = (expected: string, path: string): Wording =>
  missingFile(expected, 'no such file', `put it at ${path}, or correct its name`);

/** Sentences about files, those of meshes among them, and the command line: what is missing, broken or not where it was looked for. */
export const fileWording = {
  missingBase: (name: string) =>
    missingFile('a case file to start from', `no file ${quoted(name)}`, 'give its path from the folder of this file'),
  circularBase: (name: string) =>
    contradiction('a base that does not come back to this file', quoted(name), 'let one of the files stand on its own'),
  longBase: (name: string, most: number) =>
    outOfRange(`at most ${most} files that start from each other`, `another one, ${quoted(name)}`,
      'put what they say into fewer files'),
  missingProfile: (path: string): Wording => noSuchFile('a CSV file', path),
  missingMaterials: (path: string): Wording =>
    noSuchFile('a mapping, or a YAML file with the key "materials"', shortText(path, 200)),
  notInFile: (path: readonly (string | number)[], file: string) =>
    unknownName(`${quoted(path.join('.'))} in ${shortText(file, 200)}`, 'nothing',
      'add it there, or correct the name here'),
  fewColumns: (titles: readonly string[], line: number) =>
    wrongType('two columns with titles, separated by commas, semicolons or tabs',
      `${quotedData(titles.join(', '))} in line ${line}`, 'write e.g. capacity [mAh/g], potential [V]'),
  unknownColumn: (column: unknown, titles: readonly string[]) =>
    unknownName(`a column of the file: ${titles.join(', ')}`, quotedData(column),
      'use one of the titles listed, without the unit'),
  whichColumn: (titles: readonly string[]) =>
    missingKey(`which of the columns holds the values: ${titles.join(', ')}`, 'no "column"',
      `add e.g. "column: ${titles.at(-1)}"`),
  noCsvName: (name: string) =>
    missingFile('a CSV file, with a name that ends in .csv', quoted(name), 'rename the file'),
  csvHeader: (received: string) =>
    wrongUnit('a time and a current or a power with their units in the first line', quotedData(received),
      'write e.g. time [s], current [mA/cm^2]; mA where the cell has an area'),
  csvRow: (expected: string, received: string, more: number) =>
    wrongType(expected, quotedData(received) + (more > 0 ? ` and ${more} more rows like it` : ''),
      'write e.g. 10, 2.5'),
  csvNumber: (received: string, more: number) =>
    wrongType(Number(received) ? 'a number up to 1e100' : 'a number',
      quotedData(received) + (more > 0 ? ` and ${more} more in this column` : ''),
      'write it with a decimal point, without unit'),
  csvShort: (rows: number) => outOfRange('at least two rows of numbers', String(rows), 'add rows below the first line'),
  missingImage: (names: readonly string[]) =>
    missingFile('an image', 'no such file', names.length > 0 ? `images there: ${names.join(', ')}` : 'give its path'),
  missingDescription: (name: string) =>
    missingFile(`the description of the image, ${quoted(name)}`, 'no such file',
      'write it, e.g. "source: own measurement", "voxelSize: 100 nm", "labels: {0: void, 1: activeMaterial, 2: electrolyte}"'),
  unknownPhase: (name: string, known: readonly string[]) =>
    unknownName(`a phase of the labels: ${known.join(', ')}`, quoted(name),
      meantOr('use one of them, or name a label so', name, known)),
  unnamedLabels: (labels: readonly string[]) =>
    labels.length > mostLabels
      ? missingKey('a phase for every label of the image',
        `none for ${labels.slice(0, 5).join(', ')} and ${
          labels.length - 5
        } more, as many as an image of grey values has`, 'segment it first, one label per phase')
      : missingKey('a phase for every label of the image', `none for ${labels.join(', ')}`,
        `add e.g. "${labels[0].replace(/ .*/, '')}: void"`),
  missingStructure: (path: string): Wording =>
    !/\.(tiff?|npy|raw)$/i.test(path)
      ? wrongType('an image with a name that ends in .tif, .tiff, .npy or .raw', quoted(path),
        'save the labels of all slices as one TIFF of 8 or 16 bits')
      : noSuchFile('an image with a name that ends in .tif, .tiff, .npy or .raw', path),
  foreignPhases: (names: readonly string[], known: readonly string[]) =>
    unknownName(`phases of an electrode: ${known.join(', ')}`, names.map(quoted).join(', '),
      'rename them in the description of the image'),
  phaseMissing: (name: string) =>
    impossible(`an image with ${name}`, 'no voxel of it',
      `name the label that is the ${name} so in the description of the image`),
  phaseLeadsNowhere: (name: string) =>
    impossible(`${name} that leads through the image from the membrane to the collector`, 'no path of it',
      'choose the axis with "through:" in the description, or segment finer; `catholith tortuosity` shows where paths end'),
  voxelsUnsolved: (error: number, most: number) =>
    impossible(`voxels whose equations can be solved to ${percent(most)}`,
      error < 1 ? `a solution known to ${percent(error)} only` : 'no solution that the search ended at',
      'paths one voxel wide are the usual cause: segment finer; `catholith tortuosity` shows where they run'),
  missingPacking: (path: string): Wording =>
    noSuchFile('a structure to be made: its keys, or the name of a file that has them', path),
  packingLeadsNowhere: (name: string) =>
    impossible(`${name} that leads through the packing from the membrane to the collector`, 'no path of it',
      'give it a larger share, other sizes, or a larger box; `catholith structure` shows what is made'),
  littleMemory: (voxels: readonly number[], needed: number, free: number) =>
    outOfRange(`${(needed / 1e9).toPrecision(3)} GB of free memory for ${voxels.join(' x ')} voxels`,
      `${(free / 1e9).toPrecision(3)} GB`,
      'crop the image, or coarsen it by a factor of two (an eighth of the memory)'),
  largeImage: (bytes: number, most: number) =>
    outOfRange(`an image file of at most ${(most / 1e9).toPrecision(3)} GB`, `${(bytes / 1e9).toPrecision(3)} GB`,
      'crop the image, or coarsen it by a factor of two'),
  badImage: (problem: Pick<Wording, 'expected' | 'received' | 'remedy'>): Wording => ({ code: 'wrong-type',
    ...problem }),
  unknownMesh: (name: string, known: readonly string[]) =>
    unknownMesh('the name of a mesh', quoted(name),
      meantOr(`known meshes: ${known.join(', ') || 'none'}`, name, known)),
  /** A name of the library, `what` in words. */
  unknownName: (name: string, what: string, known: readonly string[]) =>
    unknownName(what, quoted(name), meantOr('see "catholith materials"', name, known)),
  unprintable: (text: string) =>
    wrongType('text without control characters', quoted(aroundControl(text)), 'remove them'),
  keyNotText: () =>
    brokenYaml('a word as key', 'a mapping or a list as key', 'check the brackets and colons of this line'),
  notData: (found: string) =>
    wrongType('a text, or plain data', shortText(found), 'give the text of a file, or an object with its keys'),
  nestedTooDeep: (levels: number) =>
    brokenYaml(`brackets and lists at most ${levels} deep inside each other`, 'deeper ones',
      'close the brackets that are open here'),
  brokenYaml: (message: string, remedy: string) => brokenYaml('well-formed YAML', message, remedy),
  missingFile: (folder: string, name: string, names: readonly string[]): Wording => {
    const stem = (file: string): string => file.replace(/\.[^.]*$/, '');
    const meant = names[names.map(stem).indexOf(nearest(stem(name), names.map(stem)) ?? '')];
    const list = names.length > 0 ? `cases there: ${names.join(', ')}` : `there is no case in ${folder || '.'}`;
    return missingFile('a case file', 'no such file', meant === undefined ? list : `did you mean ${folder}${meant}?`);
  },
  unreadable: (reason: string) => missingFile('a readable case file', reason, 'give the path of a YAML or JSON file'),
  badOverride: (text: string, received: string) =>
    badOverride('key=value with a key of the case', `${received} in ${quoted(text)}`,
      'write e.g. --set cathode.thickness="200 um"'),
  noMeshName: (name: string) =>
    missingFile('a mesh of Gmsh, with a name that ends in .msh', quoted(name), 'save it with Gmsh under such a name'),
  missingMeshFile: (path: string): Wording => noSuchFile('a mesh of Gmsh (.msh)', path),
  noMeshOf: (received: string) => wrongType('a .msh file of at most 256 MB', received, 'make the mesh coarser'),
};
