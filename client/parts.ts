/** A button that acts on itself. */
export function button(text: string, act: (self: HTMLButtonElement) => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', () => act(made));
  return made;
}

/** Puts a text on the clipboard and says so on the button; pages of a disk may have no clipboard but the old way. */
export function copyText(text: string, said: HTMLButtonElement): void {
  const usual = said.textContent;
  const tell = (isDone: boolean): void => {
    said.textContent = isDone ? 'copied' : 'not allowed here';
    setTimeout(() => said.textContent = usual, 1500);
  };
  const oldWay = (): boolean => {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    const isDone = document.execCommand('copy');
    area.remove();
    return isDone;
  };
  if (navigator.clipboard && isSecureContext) {
    navigator.clipboard.writeText(text).then(() => tell(true), () => tell(oldWay()));
  } else tell(oldWay());
}

/** Five digits: what a drawing holds. */
export const shown = (value: number): string => {
  const rounded = Number(value.toPrecision(5));
  return rounded !== 0 && (Math.abs(rounded) < 1e-3 || Math.abs(rounded) >= 1e6) ? rounded.toExponential(3) : String(rounded);
};
