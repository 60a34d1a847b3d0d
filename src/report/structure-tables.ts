import type { StructureDocument } from '../results/structure-schema.js';
import { dash, percent, significant, tiny } from './format.js';
import { column, tableOf, type TextTable, words } from './text-table.js';

type Phase = StructureDocument['phases'][number];
type Row = Phase['transport'][number] & { readonly phase: Phase };

const rowsOf = ({ phases }: StructureDocument): Row[] =>
  phases.filter(({ volumeFraction }) => volumeFraction > 0)
    .flatMap((phase) => phase.transport.map((along) => ({ ...along, phase })));

/** Transport of every phase along every axis. */
export const transportTable = (doc: StructureDocument): TextTable =>
  tableOf('Transport of each phase, as a share of its own conductivity', rowsOf(doc), [
    words<Row>('phase', ({ phase, axis }) => (axis === phase.transport[0].axis ? phase.name : '')),
    column<Row>('volume', '',
      ({ phase, axis }) => (axis === phase.transport[0].axis ? percent(phase.volumeFraction, 1) : '')),
    words<Row>('along', ({ axis }) => axis),
    column<Row>('leads through', '', ({ leadingFraction }) => percent(leadingFraction, 1)),
    column<Row>('effective', 'of bulk', ({ conductivityRatio }) => significant(conductivityRatio, 4)),
    column<Row>('tortuosity', 'factor', ({ tortuosityFactor }) => significant(tortuosityFactor, 4)),
    column<Row>('solved', 'to',
      ({ tortuosityFactor, relativeError }) => (tortuosityFactor === null ? dash : tiny(relativeError))),
    column<Row>('octants', '+- of one',
      ({ octants }) => (octants && octants.mean > 0 ? percent(octants.standardDeviation / octants.mean) : dash)),
    column<Row>('mean chord', 'um', ({ phase, axis }) => significant(phase.meanChord_um[axis])),
  ]);

export const surfaceTable = ({ surfaces }: StructureDocument): TextTable =>
  tableOf('Surfaces between phases', surfaces, [
    words('between', ({ between }) => between.join(' and ')),
    column('area', 'um^2/um^3', ({ area_per_um }) => significant(area_per_um, 4)),
  ]);

/** Several phases together, where the description states conductivities. */
export function carrierTable({ carriers }: StructureDocument): TextTable {
  const rows = carriers.flatMap((carrier) => carrier.along.map((along) => ({ carrier, ...along })));
  return tableOf('Effective conductivity of several phases together', rows, [
    words('carrier', ({ carrier, axis }) => (axis === carrier.along[0].axis ? carrier.name : '')),
    words('along', ({ axis }) => axis),
    column('effective', 'mS/cm', ({ effectiveConductivity_mS_cm }) => significant(effectiveConductivity_mS_cm, 4)),
    column('solved', 'to', ({ relativeError }) => tiny(relativeError)),
    column('iterations', '', ({ iterations }) => String(iterations)),
  ]);
}

/** What was imaged, in one line. */
export function imageLine({ image: { voxels, voxelSize_um: h, through, ends } }: StructureDocument): string {
  const cubes = h.x === h.y && h.y === h.z;
  const sizes = [voxels.x * h.x, voxels.y * h.y, voxels.z * h.z].map((length) => significant(length));
  return `${voxels.x} x ${voxels.y} x ${voxels.z} voxels of ${
    cubes ? significant(h.x) : [h.x, h.y, h.z].map((one) => significant(one)).join(' x ')
  } um `
    + `(${sizes.join(' x ')} um), electrode along ${through}, ${
      ends === 'walls' ? 'insulating sides' : 'repeating itself'
    }`;
}
