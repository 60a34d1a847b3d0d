import type { MadeStructureDocument } from '../results/made-structure-schema.js';
import { percent, significant } from './format.js';
import { column, tableOf, type TextTable, words } from './text-table.js';

/** Shares, the pattern among them. */
export const shareTable = ({ phases, pattern }: MadeStructureDocument): TextTable =>
  tableOf('Shares of the volume', [
    ...phases.filter(({ askedFor, volumeFraction }) => askedFor > 0 || volumeFraction > 0),
    ...(pattern ? [{ ...pattern, name: `of it ${pattern.shape} of ${pattern.phase}` }] : []),
  ], [
    words('phase', ({ name }) => name),
    column('asked for', '', ({ askedFor }) => percent(askedFor, 2)),
    column('got', '', ({ volumeFraction }) => percent(volumeFraction, 2)),
  ]);

/** Particles by phase. */
export const particleTable = ({ particles }: MadeStructureDocument): TextTable =>
  tableOf('Particles', particles, [
    words('phase', ({ phase }) => phase),
    column('number', '', ({ count }) => String(count)),
    column('asked for', 'um', ({ askedFor }) => significant(askedFor.diameter_um)),
    column('got', 'um', ({ diameter_um }) => significant(diameter_um)),
    column('asked for', '+- of one', ({ askedFor }) => percent(askedFor.deviation)),
    column('got', '+- of one', ({ deviation }) => percent(deviation)),
    column('d10', 'um', ({ d10_um }) => significant(d10_um)),
    column('d50', 'um', ({ d50_um }) => significant(d50_um)),
    column('d90', 'um', ({ d90_um }) => significant(d90_um)),
  ]);

interface Row {
  readonly what: string;
  readonly mean: number | null;
  readonly text: (value: number | null) => string;
  readonly deviation?: number;
}

/** What both carriers find. */
export function carrierRows({ ions, electrons, surface, contacts, realisations }: MadeStructureDocument): TextTable {
  const share = (value: number | null): string => percent(value, 1);
  const path = (what: string, { tortuosityFactor, conductivityRatio }: MadeStructureDocument['ions']): Row[] => [
    { what: `tortuosity factor of ${what}`, mean: tortuosityFactor, text: significant,
      ...(conductivityRatio.mean > 0 && realisations > 1
        && { deviation: conductivityRatio.standardDeviation / conductivityRatio.mean }) },
  ];
  const of = (what: string, { mean, standardDeviation }: MadeStructureDocument['contacts']['connected'],
    text: Row['text'] = share): Row => (
      { what, mean, text, ...(mean > 0 && realisations > 1 && { deviation: standardDeviation / mean }) }
    );
  const rows: Row[] = [
    ...path('ions', ions),
    ...path('electrons', electrons),
    of('active material that ions reach', contacts.reachedByIons),
    of('active material that electrons reach', contacts.reachedByElectrons),
    of('active material that takes part', contacts.connected),
    of('neighbours of a particle of active material', contacts.neighbours, significant),
    of('wetted area (um^2/um^3)', surface.wetted_per_um, significant),
    { what: `coverage of spheres of ${significant(surface.particleRadius_um)} um radius`, mean: surface.coverage,
      text: share },
  ];
  return tableOf(`What both carriers find, mean of ${realisations}`, rows, [
    words('quantity', ({ what }) => what),
    column('mean', '', ({ mean, text }) => text(mean)),
    column('realisations', '+- of one', ({ deviation }) => percent(deviation ?? null, 1)),
  ]);
}

/** What was made, in one line. */
export function madeLine({ voxels: { x, y, z }, voxelSize_um: h, seed }: MadeStructureDocument): string {
  const sizes = [x, y, z].map((count) => significant(count * h));
  return `${x} x ${y} x ${z} voxels of ${significant(h)} um (${sizes.join(' x ')} um), electrode along z, seed ${seed}`;
}
