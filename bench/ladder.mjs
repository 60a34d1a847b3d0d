/**
 * The settings that are timed: [anode, membrane, cathode] cells, shells, middle cell over end cell, innermost shell over
 * outermost (0: matched, src/mesh/matched-shells.ts), tolerance. `shipped` is what a case gets that names neither mesh nor tolerance; `common` is for every full cell alike; `tuned`
 * holds settings from a search (search.mjs) for the cheapest run at a given error of one cell, as a user who repeats it many times would make.
 * Meshes of the peer are in peers/work_precision.py, its search in peers/search.py.
 */
const shipped = {
  chen2020: [[15, 2, 6], 5, 1, 0, 2e-3],
  marquis2019: [[9, 2, 4], 5, 1, 0, 1e-3],
  'lco-lionsimba': [[8, 2, 12], 5, 1, 0, 2e-3],
};
/** The cells of the cathode follow from the case (`shippedCells`): 12 to 34 on the map. */
const shippedThick = [[0, 2, 12], 5, 3, 0, 1e-3];

/** 4 per penetration depth at the current that empties the cathode in an hour, as src/pipeline/chosen-mesh.ts: kappaEff of the map's cells. */
export function shippedCells({ thickness, tortuosityFactor, current, rate }) {
  const [kappa, thermalVoltage] = [0.07, 0.0256926];
  const drop = ((current / rate) * thickness * tortuosityFactor) / kappa;
  return Math.max(12, Math.min(72, Math.round(4 * Math.sqrt(drop / thermalVoltage))));
}

const common = [
  [[8, 3, 8], 8, 1, 2, 2e-3],
  [[12, 4, 12], 10, 1, 2, 2e-3],
  [[20, 6, 20], 20, 1, 3, 1e-3],
  [[40, 10, 40], 40, 1, 6, 1e-4],
];

const tuned = {
  chen2020: [
    [[7, 1, 3], 4, 1, 0, 1.4e-2],
    [[7, 1, 3], 6, 0.8, 0, 1.4e-2],
    [[9, 1, 4], 5, 0.8, 0, 1.4e-2],
    [[9, 1, 4], 5, 1, 0, 5e-3],
    [[12, 2, 4], 5, 1, 0, 5e-3],
    [[20, 2, 7], 5, 0.8, 0, 5e-3],
    [[20, 3, 7], 6, 0.8, 0, 5e-3],
  ],
  marquis2019: [
    [[4, 1, 2], 3, 1, 0, 1.4e-2],
    [[4, 1, 3], 3, 0.8, 0, 5e-3],
    [[4, 1, 3], 3, 1, 0, 5e-3],
    [[6, 1, 4], 3, 0.8, 0, 2e-3],
    [[8, 1, 6], 4, 1, 0, 1e-3],
  ],
  'lco-lionsimba': [
    [[4, 1, 2], 4, 1, 2, 2e-2],
    [[4, 1, 3], 4, 1, 2, 1.4e-2],
    [[4, 1, 4], 5, 0.8, 0, 2e-2],
    [[5, 1, 6], 4, 1, 2, 1e-2],
    [[5, 1, 8], 4, 0.8, 0, 5e-3],
    [[8, 1, 9], 4, 0.8, 0, 5e-3],
  ],
};

/** Single-ion cells have no anode cells, and a potential that is linear in the membrane. One ladder for all cells of the map. */
const thick = [
  [[0, 1, 8], 3, 1, 0, 2e-3],
  [[0, 1, 12], 4, 1, 0, 2e-3],
  [[0, 1, 12], 5, 2, 0, 2e-4],
  [[0, 1, 24], 5, 2, 0, 2e-3],
  [[0, 1, 28], 5, 2, 0, 2e-4],
  [[0, 1, 40], 6, 2, 0, 1e-3],
  [[0, 1, 40], 6, 1, 0, 2e-4],
  [[0, 1, 80], 8, 1, 0, 1e-4],
];

const named = (kind) => ([cells, shells, grading, shellRatio, tolerance]) => ({ kind, cells, shells, grading,
  shellGrading: shellRatio ** (1 / shells), shellRatio, tolerance });

export const ladderOf = (
  name,
) => (name === 'map'
  ? [named('shipped')(shippedThick), ...thick.map(named('common'))]
  : [named('shipped')(shipped[name]), ...common.map(named('common')), ...(tuned[name] ?? []).map(named('tuned'))]);
