import { meanShare, type Share, shareAt, type StructurePlan } from '../voxels/made/structure-plan.js';
import type { FieldProblem } from './reading.js';
import { type Wording, wording } from './wording.js';

/** Above it the plan is one of more particles than are pushed apart within minutes. */
const mostParticles = 300_000;
/** Voxels across a particle or a period, below which it is none. */
const fewestAcross = { particle: 2, period: 4 };
/** Bytes per voxel while a structure is made are about 40. */
const mostVoxels = 512 ** 3;

type ParticleKey = 'activeMaterial' | 'electrolyte';
const particleKeys: readonly ParticleKey[] = ['activeMaterial', 'electrolyte'];

/** What of a structure cannot be made, and why. */
export function contradictionsOf(plan: StructurePlan): FieldProblem[] {
  const films = (plan.carbon?.share ?? 0) + (plan.binder?.share ?? 0);
  const solid = Array.from({ length: 33 },
    (_, k) => films + shareAt(plan.activeMaterial.share, k / 32) + shareAt(plan.electrolyte.share, k / 32));
  const fullest = Math.max(...solid);
  return [
    ...(fullest > 1 + 1e-9 ? [{ ...wording.volumeOverfull(fullest), path: [] }] : []),
    ...checkSizes(plan),
    ...checkFilling(plan, films, 1 - Math.min(...solid)),
    ...checkPattern(plan, 1 - fullest),
  ];
}

const inVoxels = (value: number): string => `${Number(value.toPrecision(3))} voxels`;
const refused = (words: Wording, ...path: string[]): FieldProblem => ({ ...words, path });

function checkSizes({ voxels, voxelSize, cracks, ...plan }: StructurePlan): FieldProblem[] {
  const total = voxels[0] * voxels[1] * voxels[2];
  const most = 0.5 * Math.min(...voxels);
  return [
    ...(total > mostVoxels
      ? [refused(wording.outOfRange('a box', `of at most ${mostVoxels} voxels`, total), 'voxels')]
      : []),
    ...particleKeys.flatMap((key) => {
      const { diameter, share } = plan[key];
      if (diameter === undefined) return [];
      const across = diameter / voxelSize;
      const count = (6 * meanShare(share) * total) / (Math.PI * across ** 3);
      return [
        ...(across < fewestAcross.particle || across > most
          ? [
            refused(
              wording.outOfRange('a diameter', `from ${fewestAcross.particle} voxels to half of the box`,
                inVoxels(across)),
              key,
              'diameter',
            ),
          ]
          : []),
        ...(count > mostParticles
          ? [
            refused(wording.outOfRange('a box', `of at most ${mostParticles} particles`, Math.round(count)), key,
              'diameter'),
          ]
          : []),
      ];
    }),
    ...(cracks && cracks.width < voxelSize
      ? [
        refused(wording.outOfRange('a gap', 'of at least one voxel', inVoxels(cracks.width / voxelSize)), 'cracks',
          'width'),
      ]
      : []),
  ];
}

function checkFilling({ pattern, voidDiameter, cracks, ...plan }: StructurePlan, films: number,
  porosity: number): FieldProblem[]
{
  const filling = particleKeys.filter((key) => plan[key].diameter === undefined && pattern?.phase !== key);
  const lacks = (what: string, path: string[], line = 'diameter: 5 um'): FieldProblem =>
    refused(wording.missing(what, line), ...path);
  return [
    ...(filling.length === 2
      ? [lacks('the diameter of the particles of one of both phases', ['activeMaterial', 'diameter'])]
      : []),
    ...(filling.length === 1 && porosity > 1e-3 && pattern?.phase !== 'void' && voidDiameter === undefined
      ? [lacks(`the diameter of the voids, which ${filling[0]} would fill`, ['voids'], 'voids: {diameter: 1 um}')]
      : []),
    ...((films > 0 || cracks) && plan.activeMaterial.diameter === undefined
      ? [lacks('the diameter of the particles that films and cracks belong to', ['activeMaterial', 'diameter'])]
      : []),
  ];
}

function checkPattern({ pattern, voxels, voxelSize, ...plan }: StructurePlan, porosity: number): FieldProblem[] {
  if (!pattern) return [];
  const { phase, period, tilt, shape } = pattern;
  const across = period / voxelSize;
  const whole = meanShare(shareOfPhase(phase, plan, porosity));
  const part = meanShare(pattern.share);
  const percent = (value: number): string => `${Number((100 * value).toPrecision(4))} %`;
  return [
    ...(part > whole + 1e-6
      ? [
        refused(wording.outOfRange(`a pattern of ${phase}`, `of at most its share, ${percent(whole)}`, percent(part)),
          'pattern', 'share'),
      ]
      : []),
    ...(across < fewestAcross.period || across > 2 * Math.max(...voxels)
      ? [
        refused(wording.outOfRange('a period', `from ${fewestAcross.period} voxels to two boxes`, inVoxels(across)),
          'pattern', 'period'),
      ]
      : []),
    ...(tilt > 0 && shape !== 'lamellae' && shape !== 'channels'
      ? [refused(wording.outOfRange('a tilt', 'of 0: only lamellae and channels lean', shape), 'pattern', 'tilt')]
      : []),
  ];
}

function shareOfPhase(phase: NonNullable<StructurePlan['pattern']>['phase'],
  plan: Pick<StructurePlan, ParticleKey | 'carbon' | 'binder'>, porosity: number): Share
{
  return phase === 'void' ? porosity : plan[phase]?.share ?? 0;
}
