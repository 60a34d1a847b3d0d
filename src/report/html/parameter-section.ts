import type { ResultDocument } from '../../results/result-schema.js';
import { type Html, htmlTable, join, linked, markup, section, sentence, text } from './elements.js';

type Parameter = ResultDocument['provenance']['parameters'][number];

/** Every number that the result rests on, where it comes from, and what else was reported. */
export function parameterSection(
  doc: { readonly provenance: Pick<ResultDocument['provenance'], 'assumed' | 'parameters'> },
): Html {
  const { assumed, parameters } = doc.provenance;
  const fitted = parameters.filter((parameter) => parameter.status === 'fitted').length;
  return section('parameters', 'Every parameter and its source', [
    sentence(
      `${parameters.length} parameters; ${assumed.length} are ASSUMED and ${fitted} FITTED, marked so in the table. `
        + 'given: written in the case file; default: a documented default of the program; derived: computed from other '
        + 'parameters.',
    ),
    htmlTable(
      'Parameters',
      [
        { title: 'parameter' },
        { title: 'value', numeric: true },
        { title: 'unit' },
        { title: 'status' },
        { title: 'source and remarks' },
      ],
      parameters.map((parameter) => ({
        cells: [
          markup(`${text(parameter.label)}<br><code>${text(parameter.path)}</code>`),
          text(parameter.value),
          text(parameter.unit),
          mark(parameter),
          remarks(parameter),
        ],
        ...(isMarked(parameter) ? { kind: parameter.status } : {}),
      })),
    ),
  ]);
}

function isMarked(parameter: Parameter): boolean {
  return parameter.status === 'assumed' || parameter.status === 'fitted';
}

const spreadWords = { stated: 'stated', alternatives: 'sources disagree',
  declared: 'spread of its kind, assumed' } as const;

const spreadText = ({ low, high, basis }: NonNullable<Parameter['spread']>): Html =>
  text(`80 % of cases: ${low} to ${high} (${spreadWords[basis]})`);

/** In words, so that it survives a black-and-white print. */
function mark(parameter: Parameter): Html {
  return isMarked(parameter)
    ? markup(`<span class="mark">${text(parameter.status.toUpperCase())}</span>`)
    : text(parameter.status);
}

function remarks(parameter: Parameter): Html {
  const lines = [
    ...(parameter.source === undefined ? [] : [linked(parameter.source)]),
    ...(parameter.note === undefined ? [] : [linked(parameter.note)]),
    ...(parameter.spread === undefined ? [] : [spreadText(parameter.spread)]),
    ...(parameter.alternatives ?? []).map((other) =>
      join([
        text(`also reported: ${other.value} (`),
        linked(other.source),
        text(`${other.note === undefined ? '' : `; ${other.note}`})`),
      ])
    ),
  ];
  return markup(lines.join('<br>'));
}
