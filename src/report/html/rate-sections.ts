import {
  polarisationLabels,
  type RateResult,
  type ResultDocument,
} from '../../results/result-schema.js';
import { evidenceText } from '../answer.js';
import { capacitySplits } from '../capacity-split.js';
import { dash, fixed, significant, tiny } from '../format.js';
import { underLoad } from '../load-words.js';
import { hasSteps, mainSteps, protocolSteps } from '../protocol-steps.js';
import { lossSign, presentParts } from '../rate-choice.js';
import { columnsOf, rateLabel } from '../rate-columns.js';
import { tableNotes } from '../table-notes.js';
import { htmlTable, paragraph, section, text, type Html, type Row } from './elements.js';

const tint = (rate: RateResult) => (rate.outcome.kind === 'completed' ? undefined : 'stopped');

/** The cell as it was understood: every layer with its composition and effective transport. */
export function cellSection(doc: ResultDocument): Html {
  const it = doc.case;
  const shares = (fractions: Readonly<Record<string, number>>) =>
    Object.entries(fractions)
      .map(([name, share]) => `${name} ${fixed(100 * share, 1)}`)
      .join(', ');
  return section('cell', 'The cell', [
    paragraph(
      text(
        `Theoretical capacity ${fixed(it.theoreticalArealCapacity_mAh_cm2, 2)} mAh/cm² ` +
          `(${fixed(it.theoreticalSpecificCapacity_mAh_g, 1)} mAh/g of active material); cathode ` +
          `${fixed(it.cathodeThickness_um, 1)} µm, ${fixed(it.cathodeLoading_mg_cm2, 1)} mg/cm²; membrane ` +
          `${fixed(it.membraneThickness_um, 1)} µm; ${fixed(it.temperature_K, 2)} K. Mesh ${it.mesh.name}: ` +
          `${it.mesh.cells} cells, ${it.mesh.shells} shells per particle.`,
      ),
    ),
    htmlTable(
      'Cathode layers from the membrane to the collector; τ is the tortuosity factor, κeff = κ ε / τ; σeff at the rested start',
      [
        { title: 'layer' },
        { title: 'thickness', unit: 'µm', numeric: true },
        { title: 'density', unit: 'g/cm³', numeric: true },
        { title: 'porosity', unit: 'vol%', numeric: true },
        { title: 'composition', unit: 'vol%' },
        { title: 'of the solids', unit: 'wt%' },
        { title: 'τ ionic', numeric: true },
        { title: 'κeff', unit: 'mS/cm', numeric: true },
        { title: 'σeff', unit: 'mS/cm', numeric: true },
        { title: 'connected', unit: '% of the active material', numeric: true },
        { title: 'wetted', unit: '% of its surface', numeric: true },
      ],
      it.layers.map((layer) => ({
        cells: [
          layer.name,
          fixed(layer.thickness_um, 1),
          fixed(layer.density_g_cm3, 2),
          fixed(100 * layer.porosity, 1),
          shares(layer.volumeFractions),
          shares(layer.massFractions),
          significant(layer.ionicTortuosityFactor),
          significant(layer.effectiveIonicConductivity_mS_cm),
          significant(layer.effectiveElectronicConductivity_mS_cm),
          fixed(100 * layer.connectedFraction, 1),
          fixed(100 * layer.coverage, 1),
        ].map(text),
      })),
    ),
  ]);
}

/** One row per rate, the columns of the card. */
export function rateSection(doc: ResultDocument): Html {
  const shown = columnsOf(doc);
  const columns = shown.map(({ title, unit, align }) => ({
    title,
    numeric: align === 'right',
    ...(unit === '' ? {} : { unit }),
  }));
  const rows: Row[] = doc.rates.map((rate) => ({
    cells: shown.map((column) => text(column.value(rate))),
    kind: tint(rate),
  }));
  const start = hasSteps(doc) ? 'The' : 'Each rate starts from the same rested state; the';
  const notes = tableNotes(doc).map((note) => `. ${note[0].toUpperCase()}${note.slice(1)}`).join('');
  return section('rates', 'What each rate delivers', [
    htmlTable(
      `${start} loss is the mean polarisation over the charge passed${notes}.`,
      columns,
      rows,
    ),
    htmlTable(
      'In words',
      [{ title: 'rate' }, { title: 'what was delivered, and where the voltage goes at the end' }],
      doc.rates.map((rate) => ({ cells: [text(rateLabel(rate)), text(rate.limitation)], kind: tint(rate) })),
    ),
    ...particleTable(doc),
    ...splitTable(doc),
    ...(hasSteps(doc) ? doc.rates.map(stepTable) : []),
  ]);
}

/** One row per size of particle, one column per rate; with a contact law its contact as well. */
function particleTable({ rates }: ResultDocument): Html[] {
  const classes = rates.find(({ particles }) => particles !== undefined)?.particles ?? [];
  if (classes.length === 0) return [];
  const columns = rates.map((rate) => ({ title: rateLabel(rate), unit: '%', numeric: true }));
  const table = (caption: string, value: (one: NonNullable<RateResult['particles']>[number]) => string): Html => htmlTable(
    caption,
    [{ title: 'layer' }, { title: 'radius', unit: 'µm', numeric: true }, { title: 'share', unit: 'vol%', numeric: true }, ...columns],
    classes.map(({ layer, radius_um: radius, volumeShare }, i) => ({
      cells: [
        layer, significant(radius), fixed(100 * volumeShare, 1), ...rates.map(({ particles }) => (particles ? value(particles[i]) : dash)),
      ].map(text),
    })),
  );
  return [
    table('Utilisation of the particles of the cathode in the main step, of their own capacity', ({ utilisation }) => fixed(100 * utilisation, 1)),
    ...(classes.some(({ contact }) => contact) ? [table(
      'Share of their surface in contact with the electrolyte, from the start to the end of the main step',
      ({ contact }) => (contact ? `${fixed(100 * contact.start, 1)} to ${fixed(100 * contact.end, 1)}` : dash),
    )] : []),
  ];
}

/** What no rate reaches apart from what polarisation leaves; nothing where everything is connected. */
function splitTable(doc: ResultDocument): Html[] {
  const splits = capacitySplits(doc);
  if (splits.length === 0) return [];
  const numeric = (title: string) => ({ title, unit: 'mAh/cm²', numeric: true });
  return [htmlTable(
    'Where the theoretical capacity goes: delivered, cut off from ions or electrons (at every rate), left behind by polarisation',
    [{ title: 'rate' }, numeric('delivered'), numeric('cut off'), numeric('left behind')],
    splits.map(({ rate, delivered, cutOff, leftBehind }) => ({
      cells: [rateLabel(rate), fixed(delivered, 3), fixed(cutOff, 3), fixed(leftBehind, 3)].map(text), kind: tint(rate),
    })),
  )];
}

/** One row per step of the protocol as it ran; the steps that the numbers of the rate are about stand out. */
function stepTable(rate: RateResult): Html {
  const main = new Set(mainSteps(rate).map(({ number }) => number));
  return htmlTable(
    `Steps ${underLoad(rate)}; bold: the main step`,
    [
      { title: 'step', numeric: true },
      { title: 'kind' },
      { title: 'duration', unit: 'h', numeric: true },
      { title: 'capacity', unit: 'mAh/cm², discharge positive', numeric: true },
      { title: 'voltage at the end', unit: 'V', numeric: true },
    ],
    protocolSteps(rate).map(({ number, kind, duration, capacity, endVoltage }) => ({
      cells: [
        String(number), kind, fixed(duration / 3600, 3), kind === 'rest' ? dash : fixed(capacity, 3), fixed(endVoltage, 3),
      ].map(text),
      ...(main.has(number) ? { kind: 'main' } : {}),
    })),
  );
}

/** Mean and final polarisation by part. */
export function polarisationSection(doc: ResultDocument): Html {
  const table = (caption: string, pick: (rate: RateResult) => RateResult['polarisation_mV']) =>
    htmlTable(
      caption,
      [{ title: 'part' }, ...doc.rates.map((rate) => ({ title: rateLabel(rate), unit: 'mV', numeric: true }))],
      [...presentParts(doc.rates), 'total' as const].map((name) => ({
        cells: [
          text(name === 'total' ? 'total' : polarisationLabels[name]),
          ...doc.rates.map((rate) => text(loss(pick(rate)[name], rate))),
        ],
        ...(name === 'total' ? { kind: 'total' } : {}),
      })),
    );
  return section('polarisation', 'Where the voltage goes', [
    table('Mean over the charge delivered', (rate) => rate.polarisation_mV),
    table('At the last point under current', (rate) => rate.endPolarisation_mV),
    htmlTable(
      'Depth of the reaction front from the membrane at the end',
      [{ title: '' }, ...doc.rates.map((rate) => ({ title: rateLabel(rate), unit: 'µm', numeric: true }))],
      [{ cells: [text('front depth'), ...doc.rates.map((rate) => text(fixed(rate.frontDepth_um, 1)))] }],
    ),
  ]);
}

function loss(value: number | null, rate: RateResult): string {
  return fixed(value === null ? null : lossSign(rate) * value, 1);
}

/** Why each run ended, with the evidence of a numerical outcome. */
export function outcomeSection(doc: ResultDocument): Html {
  return section('outcomes', 'Why each run ended', [
    htmlTable(
      'Outcome of each run',
      [{ title: 'rate' }, { title: 'outcome' }, { title: 'reason' }, { title: 'in words' }, { title: 'evidence' }],
      doc.rates.map((rate) => ({
        cells: [rate.label, rate.outcome.kind, rate.outcome.reason, rate.outcome.sentence, evidenceText(rate) ?? dash].map(
          text,
        ),
        kind: tint(rate),
      })),
    ),
  ]);
}

/** How far the numbers close and what they cost. */
export function trustSection(doc: ResultDocument): Html {
  const cells = (label: string, { balances, counters }: Pick<RateResult, 'balances' | 'counters'>) =>
    [
      label,
      tiny(balances.lithium_relative),
      tiny(balances.charge_relative),
      tiny(balances.polarisation_mV),
      ...[
        counters.unknowns,
        counters.steps,
        counters.rejectedSteps,
        counters.newtonIterations,
        counters.residualEvaluations,
        counters.factorisations,
      ].map(String),
      fixed(counters.milliseconds, 0),
    ].map(text);
  const numeric = (title: string, unit?: string) => ({ title, numeric: true, ...(unit === undefined ? {} : { unit }) });
  return section('balances', 'Balances and work', [
    htmlTable(
      'Lithium gained by the particles against charge passed; reaction current against applied current; parts against Ueq − V',
      [
        { title: 'rate' },
        numeric('lithium', 'relative'),
        numeric('charge', 'relative'),
        numeric('polarisation', 'mV'),
        numeric('unknowns'),
        numeric('steps'),
        numeric('rejected'),
        numeric('Newton'),
        numeric('residuals'),
        numeric('factorisations'),
        numeric('time', 'ms'),
      ],
      [...doc.rates.map((rate) => ({ cells: cells(rate.label, rate) })), { cells: cells('worst / sum', doc), kind: 'total' }],
    ),
  ]);
}
