import { type BasisName, tellingBasis } from '../cell/energy-density.js';
import type { ResultDocument } from '../results/result-schema.js';
import { fixed, significant, tiny } from './format.js';

/** Lines on a run: its energy, its warmest moment, how far its balances close, what it cost. */

/** Of a cell without a pouch: per mass of what tells of it, of a pellet the cathode layer. */
function electrodeText({ energy: cell, rates }: ResultDocument): string {
  const basis = tellingBasis[cell.format ?? 'pouch'];
  const simulated = rates.flatMap(({ label, energy }) =>
    energy[basis].gravimetric_Wh_kg === null ? [] : [`${label} ${fixed(energy[basis].gravimetric_Wh_kg, 0)}`]
  );
  const { unitCellsInSeries: cells } = cell;
  const name = cells > 1
    ? `bipolar stack of ${cells} cells, ${fixed(cells * cell.meanVoltage_V, 1)} V,`
    : cell.format;
  return `${name} of ${significant(1e3 * cell.capacity_Ah)} mAh; per mass of the ${bareNames[basis]} ${
    fixed(cell[basis].gravimetric_Wh_kg, 0)
  } Wh/kg at full utilisation${simulated.length === 0 ? '' : `; as simulated ${simulated.join(', ')}`}`;
}

const bareNames: Readonly<Record<BasisName, string>> = {
  electrode: 'cathode layer',
  unitCell: 'unit cell with its foils',
  stack: 'stack',
  pouch: 'pouch',
};

function pouchText(doc: ResultDocument): string {
  const { energy } = doc;
  // with ranges the table above has them
  const rates = doc.certainty
    ? []
    : doc.rates.flatMap(({ label, energy: { pouch } }) =>
      pouch.gravimetric_Wh_kg === null ? [] : [`${label} ${fixed(pouch.gravimetric_Wh_kg, 0)}`]
    );
  const simulated = rates.length === 0 ? '' : `; as simulated, in Wh/kg: ${rates.join(', ')}`;
  return (
    `pouch ${fixed(energy.gravimetric_Wh_kg, 0)} Wh/kg, ${fixed(energy.volumetric_Wh_L, 0)} Wh/L `
    + `(${
      fixed(energy.pouch.volumetricCharged_Wh_L, 0)
    } charged) at full utilisation and the mean equilibrium voltage${simulated}`
  );
}

/** Highest temperature of each rate, where it follows from the heat of the cell. */
export function temperatureText(doc: ResultDocument): string[] {
  const peaks = doc.rates.flatMap((
    { label, series: { temperature_K: temperature = [] } },
  ) => (temperature.length > 0
    ? [`${label} ${fixed(temperature.reduce((a, b) => Math.max(a, b)) - 273.15, 1)} °C`]
    : [])
  );
  return peaks.length === 0 ? [] : [`${peaks.join(', ')}; without heat of mixing, entropic where dU/dT is given`];
}

export function balanceText(doc: ResultDocument): string {
  const { lithium_relative: lithium, charge_relative: charge, salt_relative: salt, heat_relative: heat,
    polarisation_mV: polarisation } = doc.balances;
  const part = (name: string, value: number | undefined): string[] => (
    value === undefined ? [] : [`${name} ${tiny(value)}`]
  );
  const relative = [...part('lithium', lithium), ...part('charge', charge), ...part('salt', salt),
    ...part('heat', heat)];
  return `${relative.join(', ')} (relative), polarisation ${tiny(polarisation)} mV`;
}

export function workText(doc: ResultDocument): string {
  const { counters, certainty } = doc;
  return (
    `${counters.unknowns} unknowns, ${counters.steps} steps (${counters.rejectedSteps} rejected), `
    + `${counters.newtonIterations} Newton, ${counters.factorisations} factorisations, `
    + `${fixed(counters.milliseconds, 0)} ms`
    + (certainty
      ? `; for the ranges ${certainty.solves} more solves on a coarse mesh, ${fixed(certainty.milliseconds, 0)} ms`
      : '')
  );
}

/** The energy of the cell on the basis that tells of it. */
export const energyText = (doc: ResultDocument): string =>
  doc.energy.format === undefined ? pouchText(doc) : electrodeText(doc);
