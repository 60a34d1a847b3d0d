import type { MaterialSummary } from '../../materials/describe-material.js';
import { architectureKeys, architectureOf, architectures } from '../architectures.js';
import { type Control, type ControlGroup, controlGroups, controls, positionOf, shownBy, textAt,
  writtenBy } from '../controls.js';
import type { Design } from '../design.js';
import type { Frame } from '../messages.js';
import { byId, make, say } from './dom.js';

/** The sliders and choices: they show a design, and tell what a hand makes of it. */

export interface CellEntry {
  readonly name: string;
  readonly title: string;
}

export interface PanelEvents {
  /** While a slider moves: `settled` false. */
  readonly changed: (design: Design, settled: boolean) => void;
  readonly pinned: (pin: boolean) => void;
  readonly swapped: () => void;
}

interface Row {
  readonly control: Control;
  readonly row: HTMLElement;
  readonly slider: HTMLInputElement;
  readonly number: HTMLInputElement;
}

/** Steps along a slider. */
const steps = 400;

const choices = [
  { id: 'activeMaterial', label: 'Active material', kind: 'activeMaterial', key: 'cathode.activeMaterial' },
  { id: 'electrolyte', label: 'Electrolyte in the cathode', kind: 'electrolyte', key: 'cathode.electrolyte' },
  { id: 'membraneElectrolyte', label: 'Electrolyte of the membrane', kind: 'electrolyte', key: 'membrane.electrolyte' },
] as const;

/** Cut-offs go with the active material: without them the next one has its own. */
const cutoffs = { 'protocol.upperCutoffVoltage': 'null', 'protocol.lowerCutoffVoltage': 'null' };

export class Panel {
  private design: Design;
  private readonly rows: readonly Row[];
  private readonly cells: HTMLSelectElement;
  private readonly materials = new Map<string, HTMLSelectElement>();
  private readonly architecture: HTMLSelectElement;
  private readonly rates: HTMLInputElement;
  private readonly swap: HTMLButtonElement;
  private readonly pin: HTMLButtonElement;
  private pinned = false;

  constructor(design: Design, cells: readonly CellEntry[], private readonly events: PanelEvents) {
    this.design = design;
    this.cells = make('select', { id: 'cell', change: () => this.emit({ cell: this.cells.value, set: {} }) },
      ...cells.map(({ name, title }) => make('option', { value: name }, title)));
    this.architecture = make('select', { id: 'architecture', change: () => this.choose() },
      make('option', { value: '' }, 'as the cell has it'),
      ...architectures.map(({ id, label }) => make('option', { value: id }, label)));
    this.rates = make('input', { id: 'rate-list', type: 'text', spellcheck: 'false', change: () => this.setRates() });
    this.pin = make('button', { type: 'button', id: 'pin', click: () => this.events.pinned(!this.pinned) });
    this.swap = make('button', { type: 'button', id: 'swap', click: () => this.events.swapped() }, 'Swap');
    this.rows = controls.map((control) => this.rowOf(control));
    const group = (id: ControlGroup): HTMLElement =>
      make('fieldset', {}, make('legend', {}, controlGroups[id]),
        ...(id === 'cathode' ? [this.field('Architecture', this.architecture)] : []),
        ...this.rows.filter(({ control }) => control.group === id).map(({ row }) => row),
        ...(id === 'cell' ? [this.field('Rates', this.rates)] : []));
    byId('panel').replaceChildren(
      make('fieldset', {}, make('legend', {}, 'Design'), this.field('Cell', this.cells),
        ...choices.map((choice) => this.choiceOf(choice)),
        make('p', { class: 'row' }, this.pin, this.swap,
          make('button', { type: 'button', id: 'reset', click: () => this.emit({ ...this.design, set: {} }) },
            'Reset'))),
      ...(Object.keys(controlGroups) as ControlGroup[]).map(group),
    );
    byId('panel').addEventListener('submit', (event) => event.preventDefault());
    // on a phone the discharge stays in sight beside the sliders, and goes with them
    new IntersectionObserver(([{ isIntersecting, boundingClientRect }]) =>
      document.querySelector('.sticky')?.classList.toggle('passed', !isIntersecting && boundingClientRect.bottom <= 0)
    ).observe(byId('panel'));
    this.show(design, undefined, false);
  }

  /** The names of the library, once they are known. */
  offer(all: readonly MaterialSummary[]): void {
    for (const { id, kind } of choices) {
      const select = this.materials.get(id);
      select?.append(
        ...all.filter((one) => one.kind === kind).map(({ name, title }) =>
          make('option', { value: name }, name === title ? name : `${name}: ${title}`)
        ),
      );
    }
    this.show(this.design, undefined, this.pinned);
  }

  /** Puts every control where the design has it; `frame` has the values that the case gives. */
  show(design: Design, frame: Frame | undefined, pinned: boolean): void {
    this.design = design;
    this.pinned = pinned;
    say(this.pin, pinned ? 'Forget the other design' : 'Keep to compare');
    this.swap.hidden = !pinned;
    this.cells.querySelector('option[data-own]')?.remove();
    if (design.text !== undefined)
      this.cells.prepend(make('option', { value: design.cell, 'data-own': true }, `${design.cell} (yours)`));
    this.cells.value = design.cell;
    for (const { id, key } of choices) {
      const select = this.materials.get(id);
      if (select) select.value = design.set[key] ?? '';
    }
    this.architecture.value = architectureOf(design.set)?.id ?? '';
    if (frame === undefined) return;
    write(this.rates, frame.labels.join(', '));
    this.rates.disabled = frame.labels[0] === '';
    for (const { control, row, slider, number } of this.rows) {
      const value = frame.values[control.id];
      row.hidden = value === undefined;
      if (value === undefined) continue;
      write(slider, String(Math.round(steps * positionOf(control, value))));
      write(number, shownBy(control, value));
      slider.setAttribute('aria-valuetext', `${shownBy(control, value)} ${control.unit}`.trim());
      row.classList.toggle('moved', Object.hasOwn(design.set, control.key));
    }
    for (const group of byId('panel').querySelectorAll('fieldset')) {
      group.hidden = group.querySelector('.field, .control:not([hidden])') === null;
    }
  }

  private field(label: string, input: HTMLElement): HTMLElement {
    return make('label', { class: 'field' }, make('span', {}, label), input);
  }

  private rowOf(control: Control): Row {
    const { id, label, unit } = control;
    const slider = make('input', { type: 'range', id: `slide-${id}`, min: '0', max: String(steps), step: '1',
      'aria-label': label, input: () => {
        const text = textAt(control, Number(slider.value) / steps);
        number.value = text;
        this.set(control, text, false);
      }, change: () => this.set(control, textAt(control, Number(slider.value) / steps), true) });
    const number = make('input', { type: 'text', inputmode: 'decimal', id: `value-${id}`,
      'aria-label': unit === '' ? label : `${label} in ${unit}`,
      change: () => this.set(control, number.value.trim().replace(',', '.'), true) });
    const row = make('div', { class: 'control' }, make('span', { class: 'label' }, label),
      make('span', { class: 'value' }, number, make('span', { class: 'unit' }, unit)), slider);
    return { control, row, slider, number };
  }

  private choiceOf({ id, label, key }: (typeof choices)[number]): HTMLElement {
    const select = make('select', { id, change: () => {
      // another material has nothing of the first one's properties
      const rest = Object.entries(this.design.set).filter(([other]) => other !== key && !other.startsWith(`${key}.`));
      const kept = id === 'activeMaterial' ? rest.filter(([other]) => !Object.hasOwn(cutoffs, other)) : rest;
      const named = select.value === '' ? {} : { [key]: select.value, ...(id === 'activeMaterial' && cutoffs) };
      this.emit({ ...this.design, set: { ...Object.fromEntries(kept), ...named } });
    } }, make('option', { value: '' }, 'as the cell has it'));
    this.materials.set(id, select);
    return this.field(label, select);
  }

  private set(control: Control, value: string, settled: boolean): void {
    const set = { ...this.design.set };
    for (const [key, text] of Object.entries(writtenBy(control, value))) {
      if (text === null) delete set[key];
      else set[key] = text;
    }
    this.emit({ ...this.design, set }, settled);
  }

  private choose(): void {
    const chosen = architectures.find(({ id }) => id === this.architecture.value);
    const rest = Object.entries(this.design.set).filter(([key]) => !architectureKeys.includes(key));
    this.emit({ ...this.design, set: { ...Object.fromEntries(rest), ...chosen?.set } });
  }

  private setRates(): void {
    const { 'protocol.rates': _, ...rest } = this.design.set;
    const list = this.rates.value.trim();
    this.emit({ ...this.design, set: list === '' ? rest : { ...rest, 'protocol.rates': `[${list}]` } });
  }

  private emit(design: Design, settled = true): void {
    this.design = design;
    this.events.changed(design, settled);
  }
}

/** Shows a value where no hand is; one that is there already is not laid out again. */
function write(input: HTMLInputElement, value: string): void {
  if (document.activeElement !== input && input.value !== value) input.value = value;
}
