import { readFigures } from './figures.js';
import { stackPanels } from './narrow.js';
import { button, copyText } from './parts.js';

/** What a report does beyond standing there: themes, folds, figures that are read under the pointer, tables as CSV. Without it nothing is missing. */

const root = document.documentElement;

/** Switches between light and dark; until then the system decides. */
function addThemes(): void {
  const isDark = (): boolean =>
    root.dataset.theme === 'dark' || (!root.dataset.theme && matchMedia('(prefers-color-scheme: dark)').matches);
  const name = (): string => (isDark() ? 'light' : 'dark');
  const toggle = button(name(), () => {
    root.dataset.theme = name();
    toggle.textContent = name();
  });
  toggle.title = 'Switch between light and dark';
  document.querySelector('header')?.append(toggle);
}

/** Opens all folds or closes them; paper has no folds. */
function addFolds(): void {
  const folds = [...document.querySelectorAll<HTMLDetailsElement>('details.part')];
  const nav = document.querySelector('nav');
  if (nav) {
    const all = button('open all', () => {
      const open = folds.some((fold) => !fold.open);
      for (const fold of folds) fold.open = open;
      all.textContent = open ? 'close all' : 'open all';
    });
    nav.append(all);
  }
  const openNamed = (): void => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = target?.closest('details');
    if (fold) {
      fold.open = true;
      target?.scrollIntoView();
    }
  };
  addEventListener('hashchange', openNamed);
  addEventListener('beforeprint', () => {
    for (const fold of folds) fold.open = true;
  });
  openNamed();
}

/** Every table can be taken along. */
function addTableCopies(): void {
  for (const table of document.querySelectorAll('table')) {
    const rows = (): string =>
      [...table.rows].filter((row) => !row.closest('tbody') || getComputedStyle(row).display !== 'none')
        .map((row) => [...row.cells].map((cell) => field(cell.innerText.replaceAll('\u00a0', ' ').replaceAll('−', '-'))).join(',')).join('\n');
    table.caption?.append(' ', button('copy as CSV', (self) => copyText(rows(), self)));
  }
}

/** A cell as a field of CSV (RFC 4180). */
function field(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return /[",]/.test(flat) ? `"${flat.replaceAll('"', '""')}"` : flat;
}

addThemes();
addFolds();
addTableCopies();
readFigures();
stackPanels();
