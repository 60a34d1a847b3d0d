import type { ResultDocument } from '../results/result-schema.js';
import { answerSentence } from './answer.js';
import type { Figure } from './figures/figure.js';
import { type Html, markup, section, sentence } from './html/elements.js';
import { energySection } from './html/energy-section.js';
import { figureSection } from './html/figure-section.js';
import { glossarySection } from './html/glossary.js';
import { howSureSection } from './html/how-sure-section.js';
import { reportPage, sourceLine, warningLines } from './html/page.js';
import { parameterSection } from './html/parameter-section.js';
import { cellSection, outcomeSection, polarisationSection, rateSection, trustSection } from './html/rate-sections.js';
import { underLoad } from './load-words.js';

const contents = [
  ['rates', 'rates'],
  ['how-sure', 'how sure'],
  ['figures', 'figures'],
  ['polarisation', 'polarisation'],
  ['energy', 'energy'],
  ['cell', 'cell'],
  ['outcomes', 'outcomes'],
  ['balances', 'balances'],
  ['parameters', 'parameters'],
  ['glossary', 'glossary'],
  ['provenance', 'provenance'],
] as const;

/** Report as one file with everything in it: figures inline, no scripts, nothing loaded from elsewhere. */
export const htmlReport = (doc: ResultDocument, figures: readonly Figure[]): string =>
  reportPage(doc.case.title, heading(doc), [
    rateSection(doc),
    ...howSureSection(doc),
    figureSection(figures),
    polarisationSection(doc),
    energySection(doc),
    cellSection(doc),
    outcomeSection(doc),
    trustSection(doc),
    parameterSection(doc),
    glossarySection(),
    provenanceSection(doc),
  ]);

/** Heading of the page: what was asked and what came out. */
function heading(doc: ResultDocument): Html[] {
  const loads = doc.rates.map((rate, k) => (k === 0 ? underLoad(rate) : rate.label)).join(', ');
  const shown = contents.filter(([id]) => id !== 'how-sure' || doc.certainty || doc.limits);
  const verb = doc.rates.some((rate) => rate.direction === 'discharge') ? 'deliver' : 'take up';
  return [
    sourceLine(doc.case.source),
    sentence(`Asked: what does this cell ${verb} ${loads}, and what takes the rest?`),
    sentence(answerSentence(doc), 'answer'),
    ...warningLines(doc.warnings),
    markup(`<nav>${shown.map(([id, label]) => `<a href="#${id}">${label}</a>`).join('')}</nav>\n`),
  ];
}

function provenanceSection(doc: ResultDocument): Html {
  const { program, version, caseHash } = doc.provenance;
  return section('provenance', 'Provenance', [
    sentence(`Computed by ${program} ${version} from the case ${doc.case.name}; hash of the case: ${caseHash}; result `
      + `schema: ${doc.schema}. All numbers of this page are in result.json beside it, the recorded curves in `
      + 'series.csv, the figures as SVG and PNG in figures/.'),
  ]);
}
