import { type BasisName, tellingBasis } from '../cell/energy-density.js';
import { polarisationLabels, type RateResult, type ResultDocument } from '../results/result-schema.js';
import { answerSentence, endings } from './answer.js';
import { cutOffSentence } from './capacity-split.js';
import { cardKit, type CardOptions, joinBlocks } from './card.js';
import { caseLines } from './case-lines.js';
import { chargeLines } from './charge-lines.js';
import { costText } from './cost-text.js';
import { fixed, significant, tiny } from './format.js';
import { howSureLines } from './how-sure-lines.js';
import { particleLines } from './particle-lines.js';
import { lossSign, presentParts } from './rate-choice.js';
import { columnsOf, type RateColumn, starredLabel } from './rate-columns.js';
import { tableNotes } from './table-notes.js';
import { type Paint, table, wrap } from './text-layout.js';
import { cardTable, tableOf } from './text-table.js';

const partTitle =
  'Where the voltage goes: mV, mean over the charge delivered; what is diffusion or uneven may be negative';

/** The result in the terminal: what the cell delivers at each rate, what takes the rest, and how far to trust it. */
export function resultCard(doc: ResultDocument, options: CardOptions): string {
  const { bold, entry, entries, failure, paint, warnings, width } = cardKit(options);
  return joinBlocks([
    [...bold(doc.case.title), entry('source', doc.case.source),
      ...entries([...caseLines(doc.case), ...chargeLines(doc)])],
    [rateTable(doc, width, paint),
      ...tableNotes(doc).flatMap((note) => wrap(note, width)).map((line) => paint('dim', line))],
    [...bold(partTitle), ...partTables(doc, width, paint)],
    [
      ...entries(particleLines(doc)),
      entry('answer', answerSentence(doc)),
      ...entries(howSureLines(doc)),
      ...[cutOffSentence(doc) ?? []].flat().map((text) => entry('cut off', text)),
      entry('energy', doc.energy.format === undefined ? energyText(doc) : electrodeText(doc)),
      ...(doc.energy.format === undefined ? [entry('cost', costText(doc.energy))] : []),
    ],
    endings(doc).map(({ rates, text }) => {
      const show = rates.some(({ outcome }) => outcome.kind !== 'completed') ? failure : entry;
      return show('ended', `${rates.map(({ label }) => label).join(', ')}: ${text}`);
    }),
    [
      ...temperatureText(doc).map((text) => entry('warmest', text)),
      entry('balances', balanceText(doc)),
      entry('work', workText(doc)),
      entry('assumed', assumedText(doc)),
      ...warnings(doc.warnings),
    ],
  ]);
}

/** Columns of the lowest rank go first until the table fits. */
function rateTable(doc: ResultDocument, width: number, paint: Paint): string {
  const ranked = [3, 2, 1].map((rank) => columnsOf(doc).filter((column) => column.rank <= rank));
  const fitting = [...ranked, ranked[2].slice(0, -1)].find((columns) => tableWidth(columns, doc.rates) <= width);
  return cardTable(tableOf('', doc.rates, fitting ?? ranked[2].slice(0, -1)), paint);
}

function tableWidth(columns: readonly RateColumn[], rates: readonly RateResult[]): number {
  const widths = columns.map(({ title, unit = '', value }) =>
    Math.max(title.length, unit.length, ...rates.map((rate) => value(rate).length))
  );
  return widths.reduce((sum, each) => sum + each + 2, -2);
}

/** Parts down, rates across; as many tables as the width needs. */
function partTables(doc: ResultDocument, width: number, paint: Paint): string[] {
  const names = [...presentParts(doc.rates), 'total'] as const;
  const label = (name: (typeof names)[number]) => (name === 'total' ? 'total' : polarisationLabels[name]);
  const room = width - Math.max(...names.map((name) => label(name).length));
  const columnWidth = 2 + Math.max(6, ...doc.rates.map((rate) => starredLabel(rate).length));
  const each = Math.max(1, Math.floor(room / columnWidth));
  const chunks = Array.from({ length: Math.ceil(doc.rates.length / each) },
    (_, k) => doc.rates.slice(k * each, (k + 1) * each));
  return chunks.map((rates) =>
    table(
      ['', ...rates.map(starredLabel)],
      names.map((name) => [label(name), ...rates.map((rate) => lossText(rate, name))]),
      ['left', ...rates.map(() => 'right' as const)],
      paint,
    )
  );
}

function lossText(rate: RateResult, name: keyof RateResult['polarisation_mV']): string {
  const value = rate.polarisation_mV[name];
  const loss = value === null ? null : lossSign(rate) * value;
  return fixed(loss, rate.ranges && Math.abs(loss ?? 0) >= 10 ? 0 : 1);
}

/** Of a cell without a pouch: per mass of what tells of it, of a pellet the cathode layer. */
export function electrodeText({ energy: cell, rates }: ResultDocument): string {
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

function energyText(doc: ResultDocument): string {
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
function temperatureText(doc: ResultDocument): string[] {
  const peaks = doc.rates.flatMap((
    { label, series: { temperature_K: temperature = [] } },
  ) => (temperature.length > 0
    ? [`${label} ${fixed(temperature.reduce((a, b) => Math.max(a, b)) - 273.15, 1)} °C`]
    : [])
  );
  return peaks.length === 0 ? [] : [`${peaks.join(', ')}; without heat of mixing, entropic where dU/dT is given`];
}

function balanceText(doc: ResultDocument): string {
  const { lithium_relative: lithium, charge_relative: charge, salt_relative: salt, heat_relative: heat,
    polarisation_mV: polarisation } = doc.balances;
  const part = (name: string, value: number | undefined): string[] => (
    value === undefined ? [] : [`${name} ${tiny(value)}`]
  );
  const relative = [...part('lithium', lithium), ...part('charge', charge), ...part('salt', salt),
    ...part('heat', heat)];
  return `${relative.join(', ')} (relative), polarisation ${tiny(polarisation)} mV`;
}

function workText(doc: ResultDocument): string {
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

function assumedText(doc: ResultDocument): string {
  const { assumed, parameters } = doc.provenance;
  if (assumed.length === 0)
    return `none of ${parameters.length} parameters; sources: report.html, or provenance.parameters of --json`;
  return `${assumed.length} of ${parameters.length} parameters; which and why: report.html, or provenance.parameters of --json`;
}
