import type { ImageDescription } from '../config/sections/image-description.js';
import { version } from '../pipeline/version.js';
import type { StructureDocument } from '../results/structure-schema.js';
import { percent } from '../units/quantity.js';
import { spreadOf } from '../units/statistics.js';
import { type Conduction, unsureWarnings } from '../voxels/conduction/conduct.js';
import { crossings } from '../voxels/measures/crossings.js';
import { compositeConduction, octants, phaseConduction } from '../voxels/measures/phase-transport.js';
import { type SegmentedImage, volumeFractions } from '../voxels/segmented-image.js';
import { axes, type Axis, turnedSize, turnedStrides } from '../voxels/voxel-grid.js';

/** What is asked of an image. */
export interface StructureQuestion {
  readonly axes: readonly Axis[];
  /** Whether the octants are solved as well: as much work again. */
  readonly octants: boolean;
}

/** What is drawn of an image, in its own order of voxels. */
export interface StructurePictures {
  readonly image: SegmentedImage;
  /** Along `through`: 1 at the membrane, 0 at the collector, of the phase that a voxel belongs to; 0 where it takes no part. */
  readonly potential: Float32Array;
  /** By phase: current density through the middle plane as a share of the mean one; undefined where nothing leads through. */
  readonly middlePlane: readonly (Float64Array | undefined)[];
}

/** Spread of the octants, as a share of their mean, above which the image is no more than a sample. */
const representative = 0.1;

/** Fractions, transport, surfaces and chords of every phase of an image. */
export class StructureStudy {
  private solutions = 0;
  private iterations = 0;
  /** Largest error of the solutions, by what was solved. */
  private readonly unsure = new Map<string, number>();
  private readonly started = Date.now();
  private readonly fractions: readonly number[];
  private readonly parts: readonly SegmentedImage[];
  private readonly potential: Float32Array;
  private readonly middlePlane: (Float64Array | undefined)[] = [];
  private readonly byPlane: (readonly number[] | null)[] = [];

  constructor(private readonly file: string, private readonly description: ImageDescription,
    private readonly image: SegmentedImage, private readonly question: StructureQuestion,
    private readonly onDone: (solved: number) => void = () => undefined)
  {
    this.fractions = volumeFractions(image);
    this.parts = question.octants ? octants(image) : [];
    this.potential = new Float32Array(image.labels.length);
  }

  /** Systems that `run` will solve. */
  static count({ phases }: SegmentedImage, { carriers }: ImageDescription,
    { axes: asked, octants: all }: StructureQuestion): number
  {
    return asked.length * (phases.length * (all ? 9 : 1) + Object.keys(carriers).length);
  }

  run(): { readonly document: StructureDocument; readonly pictures: StructurePictures } {
    const { image, description, question } = this;
    const phases = image.phases.map((_, phase) => this.measurePhase(phase));
    const carriers = Object.entries(description.carriers).map(([name, of]) => this.measureCarrier(name, of));
    const [x, y, z] = image.size;
    const [hx, hy, hz] = image.width.map(micrometres);
    const { surface, meanChord } = crossings(image);
    const document: StructureDocument = {
      schema: 'catholith-structure-1',
      image: { file: this.file, title: description.title ?? this.file, source: description.source,
        licence: description.licence ?? null, voxels: { x, y, z }, voxelSize_um: { x: hx, y: hy, z: hz },
        through: image.through, ends: description.ends },
      phases: phases.map((phase, k) => ({ ...phase, meanChord_um: chordsOf(meanChord[k]) })),
      surfaces: pairsOf(image.phases).map(([a, b]) => (
        { between: [image.phases[a], image.phases[b]], area_per_um: 1e-6 * surface[a][b] }
      )).filter(({ area_per_um }) => area_per_um > 0),
      carriers,
      depth: this.depth(),
      counters: { solutions: this.solutions, iterations: this.iterations, milliseconds: Date.now() - this.started },
      provenance: { program: 'catholith', version },
      warnings: [...warningsOf(phases, question, this.parts.length > 0),
        ...Array.from(this.unsure).flatMap(([what, relativeError]) => unsureWarnings(what, { relativeError }))],
    };
    return { document, pictures: { image, potential: this.potential, middlePlane: this.middlePlane } };
  }

  private measurePhase(phase: number): Omit<StructureDocument['phases'][number], 'meanChord_um'> {
    const { image, description } = this;
    const shares = this.parts.map((octant) => volumeFractions(octant)[phase]);
    return {
      name: image.phases[phase],
      labels: [...description.labels].filter(([, name]) => name === image.phases[phase]).map(([label]) => label),
      volumeFraction: this.fractions[phase],
      volumeFractionOctants: shares.length > 0 ? spreadOf(shares) : null,
      transport: this.question.axes.map((axis) => this.along(phase, axis)),
    };
  }

  private along(phase: number, axis: Axis): StructureDocument['phases'][number]['transport'][number] {
    const { image, description: { ends } } = this;
    const found = this.counted(phaseConduction(image, phase, axis, ends), `${image.phases[phase]} along ${axis}`);
    if (axis === image.through) this.keepField(phase, found);
    // a part of an image does not repeat itself
    const octantRatios = this.parts.map((octant) =>
      this.counted(phaseConduction(octant, phase, axis, 'walls'), `octants of ${image.phases[phase]} along ${axis}`)
        .conductivity
    );
    const fraction = this.fractions[phase];
    return {
      axis,
      leadingFraction: found.conducting > 0 ? found.leading / found.conducting : 0,
      conductivityRatio: found.conductivity,
      tortuosityFactor: found.conductivity > 0 ? fraction / found.conductivity : null,
      relativeError: found.relativeError,
      iterations: found.iterations,
      octants: octantRatios.length > 0 ? spreadOf(octantRatios) : null,
    };
  }

  private measureCarrier(name: string,
    conductivity: Readonly<Record<string, number>>): StructureDocument['carriers'][number]
  {
    const { image, description: { ends, contacts } } = this;
    const phaseConductivities = image.phases.map((phase) => conductivity[phase] ?? 0);
    const resistance = (one: number, other: number): number =>
      contacts.filter(({ between: [a, b] }) =>
        (a === image.phases[one] && b === image.phases[other]) || (b === image.phases[one] && a === image.phases[other])
      ).reduce((sum, contact) => sum + contact.resistance, 0);
    return {
      name,
      conductivity_mS_cm: Object.fromEntries(Object.entries(conductivity).map(([phase, value]) => [phase, 10 * value])),
      along: this.question.axes.map((axis) => {
        const found = this.counted(
          compositeConduction(image, phaseConductivities, axis, ends, contacts.length > 0 ? resistance : undefined),
          `${name} along ${axis}`,
        );
        return { axis, effectiveConductivity_mS_cm: 10 * found.conductivity, relativeError: found.relativeError,
          iterations: found.iterations };
      }),
    };
  }

  private counted(found: Conduction, words: string): Conduction {
    const { relativeError } = found;
    this.unsure.set(words, Math.max(relativeError, this.unsure.get(words) ?? 0));
    this.solutions++;
    this.iterations += found.iterations;
    this.onDone(this.solutions);
    return found;
  }

  /** Potential and currents of a phase along the axis through the electrode. */
  private keepField(phase: number, { field }: Conduction): void {
    const { image } = this;
    this.middlePlane[phase] = field?.currents(Math.floor(turnedSize(image.size, image.through)[2] / 2) - 1);
    this.byPlane[phase] = field ? Array.from(field.byPlane()) : null;
    if (!field) return;
    const turned = field.potential();
    const [nx, ny, nz] = turnedSize(image.size, image.through);
    const [sx, sy, sz] = turnedStrides(image.size, image.through);
    for (let z = 0, i = 0; z < nz; z++) {
      for (let y = 0; y < ny; y++) {
        for (let x = 0; x < nx; x++, i++) if (turned[i] !== 0) this.potential[x * sx + y * sy + z * sz] = turned[i];
      }
    }
  }

  /** Fractions and tau of every slice between membrane and collector. */
  private depth(): StructureDocument['depth'] {
    const { image } = this;
    const { size, through, labels, phaseOf } = image;
    const [nx, ny, nz] = turnedSize(size, through);
    const [sx, sy, sz] = turnedStrides(size, through);
    const fractions = image.phases.map(() => Array.from({ length: nz }, () => 0));
    for (let z = 0; z < nz; z++) {
      for (let y = 0; y < ny; y++) {
        for (let x = 0; x < nx; x++) fractions[phaseOf[labels[x * sx + y * sy + z * sz]]][z] += 1 / (nx * ny);
      }
    }
    const step = micrometres(image.width[axes.indexOf(through)]);
    return {
      position_um: Array.from({ length: nz }, (_, z) => (z + 0.5) * step),
      phases: image.phases.map((name, phase) => ({
        name,
        volumeFraction: fractions[phase],
        tortuosityFactor: this.byPlane[phase]?.map((ratio, z) => fractions[phase][z] / ratio) ?? null,
      })),
    };
  }
}

const micrometres = (metres: number): number => Number((1e6 * metres).toPrecision(12));

const chordsOf = (chords: readonly (number | undefined)[]): StructureDocument['phases'][number]['meanChord_um'] => {
  const [x, y, z] = chords.map((chord) => (chord === undefined ? null : 1e6 * chord));
  return { x, y, z };
};

const pairsOf = (phases: readonly string[]): [number, number][] =>
  phases.flatMap((_, a) => phases.slice(a + 1).map((__, k): [number, number] => [a, a + 1 + k]));

function warningsOf(phases: readonly Omit<StructureDocument['phases'][number], 'meanChord_um'>[],
  question: StructureQuestion, hasParts: boolean): string[]
{
  return [
    ...(question.octants && !hasParts
      ? ['the image is too small to be cut into octants: nothing says how representative it is']
      : []),
    ...phases.filter(({ volumeFraction }) => volumeFraction === 0).map(({ name }) => `${name}: no voxel has its label`),
    ...phases.flatMap(({ name, volumeFraction, transport }) => {
      const closed = transport.filter(({ tortuosityFactor }) => volumeFraction > 0 && tortuosityFactor === null);
      const apart = transport.flatMap(({ axis, octants: parts, tortuosityFactor }) => {
        const spread = parts && parts.mean > 0 && tortuosityFactor !== null ? parts.standardDeviation / parts.mean : 0;
        return spread > representative * Math.sqrt(8) ? [{ axis, spread }] : [];
      });
      const known = apart.map(({ spread }) => percent(spread / Math.sqrt(8), 2));
      return [
        ...(closed.length > 0 ? [`${name}: no path leads through along ${axesOf(closed)}`] : []),
        ...(apart.length > 0
          ? [
            `${name} along ${axesOf(apart)}: conductivities of its octants scatter by ${
              inWords(apart.map(({ spread }) => percent(spread, 2)))
            }, so that the image gives that of the material to about ${inWords(known)}`,
          ]
          : []),
      ];
    }),
  ];
}

const axesOf = (those: readonly { readonly axis: string }[]): string => inWords(those.map(({ axis }) => axis));

/** x, y and z */
const inWords = (those: readonly string[]): string =>
  [those.slice(0, -1).join(', '), those[those.length - 1]].filter((part) => part !== '').join(' and ');
