/** Elements of the page, by their id and made anew. */

export function byId<T extends Element = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element ${id}`);
  return found as unknown as T;
}

type Attributes = Readonly<Record<string, string | boolean | ((event: Event) => void)>>;

/** An element with attributes, listeners (functions) and children; texts are texts, never markup. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {},
  ...children: readonly (Node | string)[]): HTMLElementTagNameMap[K]
{
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** Gives an element its words; those that are there already are not laid out again. */
export function say(element: Element, words: string): void {
  if (element.textContent !== words) element.textContent = words;
}

/** What a button does; a fault of it is told like any other of the page. */
export const pressed = (id: string, act: () => Promise<void> | void): void =>
  byId(id).addEventListener('click', () => void act());

/** Saves a text as a file. */
export function download(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  make('a', { href: url, download: name }).click();
  URL.revokeObjectURL(url);
}
