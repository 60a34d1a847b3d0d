import { polarisationLabels, type RateResult, type ResultDocument } from '../../results/result-schema.js';
import { evidenceText } from '../answer.js';
import { capacitySplits } from '../capacity-split.js';
import { dash, fixed, significant, tiny } from '../format.js';
import { underLoad } from '../load-words.js';
import { hasSteps, mainSteps, protocolSteps, type StepSummary } from '../protocol-steps.js';
import { lossSign, presentParts } from '../rate-choice.js';
import { columnsOf, starredLabel } from '../rate-columns.js';
import { tableNotes } from '../table-notes.js';
import { type Html, htmlTable, paragraph, type Row, section, text } from './elements.js';

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
        `Theoretical capacity ${fixed(it.theoreticalArealCapacity_mAh_cm2, 2)} mAh/cm² `
          + `(${fixed(it.theoreticalSpecificCapacity_mAh_g, 1)} mAh/g of active material); cathode `
          + `${fixed(it.cathodeThickness_um, 1)} µm, ${fixed(it.cathodeLoading_mg_cm2, 1)} mg/cm²; membrane `
          + `${fixed(it.membraneThickness_um, 1)} µm; ${fixed(it.temperature_K, 2)} K. Mesh ${it.mesh.name}: `
          + `${it.mesh.cells} cells, ${it.mesh.shells} shells per particle.`,
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
  const notes = tableNotes(doc).map((note) => `. ${note[0].toUpperCase()}${note.slice(1)}`).join('');
  return section('rates', 'What each rate delivers', [
    htmlTable(
      `${doc.start.sentence} The loss is the mean polarisation over the charge passed${notes}.`,
      columns,
      rows,
    ),
    htmlTable(
      'In words',
      [{ title: 'rate' }, { title: 'what was delivered, and where the voltage goes at the end' }],
      doc.rates.map((rate) => ({ cells: [text(starredLabel(rate)), text(rate.limitation)], kind: tint(rate) })),
    ),
    ...particleTable(doc),
    ...splitTable(doc),
    ...returnTable(doc),
    ...chargeTables(doc),
    ...(hasSteps(doc) ? doc.rates.map(stepTable) : []),
  ]);
}

/** One row per size of particle, one column per rate; with a contact law its contact as well. */
function particleTable({ rates }: ResultDocument): Html[] {
  const classes = rates.find(({ particles }) => particles !== undefined)?.particles ?? [];
  if (classes.length === 0) return [];
  const columns = rates.map((rate) => ({ title: starredLabel(rate), unit: '%', numeric: true }));
  const table = (caption: string, value: (one: NonNullable<RateResult['particles']>[number]) => string): Html =>
    htmlTable(
      caption,
      [{ title: 'layer' }, { title: 'radius', unit: 'µm', numeric: true }, { title: 'share', unit: 'vol%',
        numeric: true }, ...columns],
      classes.map(({ layer, radius_um: radius, volumeShare }, i) => ({
        cells: [
          layer,
          significant(radius),
          fixed(100 * volumeShare, 1),
          ...rates.map(({ particles }) => (particles ? value(particles[i]) : dash)),
        ].map(text),
      })),
    );
  return [
    table('Utilisation of the particles of the cathode in the main step, of their own capacity',
      ({ utilisation }) => fixed(100 * utilisation, 1)),
    ...(classes.some(({ contact }) => contact)
      ? [table(
        'Share of their surface in contact with the electrolyte, from the start to the end of the main step',
        ({ contact }) => (contact ? `${fixed(100 * contact.start, 1)} to ${fixed(100 * contact.end, 1)}` : dash),
      )]
      : []),
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
      cells: [starredLabel(rate), fixed(delivered, 3), fixed(cutOff, 3), fixed(leftBehind, 3)].map(text),
      kind: tint(rate),
    })),
  )];
}

/** What comes out over what went in, and the resistance of the first seconds; nothing where no rate has any of them. */
function returnTable({ rates, start }: ResultDocument): Html[] {
  const some = rates.some(({ efficiency, resistance_ohm_cm2: resistance }) =>
    efficiency.coulombic !== null || resistance !== null
  );
  if (!some) return [];
  const share = (value: number | null) => fixed(value === null ? null : 100 * value, 1);
  return [htmlTable(
    `Discharged over charged, and the change of voltage over the change of current ${start.resistanceDelay_s} s after it`,
    [
      { title: 'rate' },
      { title: 'coulombic efficiency', unit: '%', numeric: true },
      { title: 'energy efficiency', unit: '%', numeric: true },
      { title: 'resistance', unit: 'Ω cm²', numeric: true },
    ],
    rates.map((rate) => ({
      cells: [starredLabel(rate), share(rate.efficiency.coulombic), share(rate.efficiency.energy),
        fixed(rate.resistance_ohm_cm2, 1)].map(text),
      kind: tint(rate),
    })),
  )];
}

/** The charge before, once where all rates share it. */
function chargeTables({ rates }: ResultDocument): Html[] {
  const charges = new Map(rates.flatMap(({ charge }) => (charge ? [[charge.label, charge] as const] : [])));
  return [...charges.values()].map((charge) =>
    stepRows(
      `Charge before, at ${charge.label} to ${fixed(charge.cutoffVoltage_V, 2)} V: ${
        fixed(charge.arealCapacity_mAh_cm2, 3)
      } mAh/cm² `
        + `(${fixed(charge.specificCapacity_mAh_g, 1)} mAh/g) taken up; ${fixed(charge.restVoltage_V, 3)} V after it`,
      protocolSteps(charge),
      new Set(),
    )
  );
}

/** Of the steps as they ran; those that the numbers of the rate are about stand out. */
const stepTable = (rate: RateResult): Html =>
  stepRows(`Steps ${underLoad(rate)}; bold: the main step`, protocolSteps(rate),
    new Set(mainSteps(rate).map(({ number }) => number)));

function stepRows(caption: string, steps: readonly StepSummary[], main: ReadonlySet<number>): Html {
  const numeric = (title: string, unit?: string) => ({ title, numeric: true, ...(unit === undefined ? {} : { unit }) });
  return htmlTable(
    caption,
    [
      numeric('step'),
      { title: 'kind' },
      numeric('duration', 'h'),
      numeric('capacity', 'mAh/cm², discharge positive'),
      numeric('energy', 'mWh/cm²'),
      numeric('mean', 'V'),
      numeric('voltage at the end', 'V'),
      numeric('resistance', 'Ω cm²'),
      { title: 'ended by' },
    ],
    steps.map((step) => ({
      cells: [
        String(step.number),
        step.kind,
        fixed(step.duration_s / 3600, 3),
        ...(step.kind === 'rest'
          ? [dash, dash, dash]
          : [fixed(step.arealCapacity_mAh_cm2, 3), fixed(step.arealEnergy_mWh_cm2, 3), fixed(step.meanVoltage_V, 3)]),
        fixed(step.endVoltage_V, 3),
        fixed(step.resistance_ohm_cm2, 1),
        step.reason,
      ].map(text),
      ...(main.has(step.number) ? { kind: 'main' } : {}),
    })),
  );
}

/** Mean and final polarisation by part. */
export function polarisationSection(doc: ResultDocument): Html {
  const table = (caption: string, pick: (rate: RateResult) => RateResult['polarisation_mV']) =>
    htmlTable(
      caption,
      [{ title: 'part' }, ...doc.rates.map((rate) => ({ title: starredLabel(rate), unit: 'mV', numeric: true }))],
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
      [{ title: '' }, ...doc.rates.map((rate) => ({ title: starredLabel(rate), unit: 'µm', numeric: true }))],
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
        cells: [rate.label, rate.outcome.kind, rate.outcome.reason, rate.outcome.sentence, evidenceText(rate) ?? dash]
          .map(
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
      [...doc.rates.map((rate) => ({ cells: cells(rate.label, rate) })), { cells: cells('worst / sum', doc),
        kind: 'total' }],
    ),
  ]);
}
