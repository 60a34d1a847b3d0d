import { type Html, join, linkDois, markup, text } from '../html/elements.js';
import type { Parameter, Parameters } from './block.js';

/** A value that is longer is a formula or a table: it gets the width of the page. */
const longestValue = 24;

/** A row per parameter with a row below it for its formula and its sources; what decides the result first, then what is assumed. */
export function parameterTable({ parameters, first }: Parameters): Html {
  const rank = ({ path, status }: Parameter): number => {
    const place = first.indexOf(path);
    return place >= 0 ? place - first.length : status === 'assumed' || status === 'fitted' ? 0 : 1;
  };
  const rows = [...parameters].sort((a, b) => rank(a) - rank(b)).map((one) => bodyOf(one, first.includes(one.path)));
  return markup(
    '<div class="parameters"><label class="filter"><input type="checkbox" class="only-marked"> only what is assumed, fitted or decides</label>\n'
      + '<table><caption>Parameters</caption>\n<thead><tr><th scope="col">parameter</th><th scope="col">value</th>'
      + `<th scope="col">mark</th></tr></thead>\n${rows.join('\n')}\n</table></div>\n`,
  );
}

/** A body of its own: both rows are kept together, on paper too. */
function bodyOf(parameter: Parameter, decides: boolean): string {
  const { label, path, value, unit, status } = parameter;
  const isMarked = status === 'assumed' || status === 'fitted';
  const isLong = value.length > longestValue;
  const inUnit = unit === '' || unit === '-' ? '' : ` ${text(unit)}`;
  const kinds = [isMarked ? status : '', isMarked || decides ? 'marked' : ''].filter((kind) => kind !== '').join(' ');
  const details = [...(isLong ? [markup(`<code>${text(value)}</code>${inUnit}`)] : []), ...remarks(parameter)];
  return `<tbody${kinds === '' ? '' : ` class="${kinds}"`}><tr><th scope="row">${text(label)} <code>${
    text(path)
  }</code></th>`
    + `<td class="value">${isLong ? 'see below' : `${text(value)}${inUnit}`}</td>`
    + `<td>${decides ? '<span class="mark">decides</span> ' : ''}${
      isMarked ? `<span class="mark">${text(status.toUpperCase())}</span>` : text(status)
    }</td></tr>`
    + `${details.length === 0 ? '' : `<tr class="remarks"><td colspan="3">${details.join('<br>')}</td></tr>`}</tbody>`;
}

const spreadWords = { stated: 'stated', alternatives: 'sources disagree',
  declared: 'spread of its kind, assumed' } as const;

function remarks({ source, note, spread, alternatives = [] }: Parameter): Html[] {
  return [
    ...(source === undefined ? [] : [linkDois(source)]),
    ...(note === undefined ? [] : [linkDois(note)]),
    ...(spread === undefined
      ? []
      : [text(`80 % of cases: ${spread.low} to ${spread.high} (${spreadWords[spread.basis]})`)]),
    ...alternatives.map((other) =>
      join([text(`also reported: ${other.value} (`), linkDois(other.source),
        text(`${other.note === undefined ? '' : `; ${other.note}`})`)])
    ),
  ];
}
