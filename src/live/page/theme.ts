/** Light, dark, or as the system has it; a choice is kept on this machine. */

const root = document.documentElement;

/** Takes the choice that was made before. */
export function keepTheme(): void {
  const kept = storage()?.getItem('theme');
  if (kept === 'dark' || kept === 'light') root.dataset.theme = kept;
}

export function changeTheme(): void {
  const dark = root.dataset.theme === undefined
    ? matchMedia('(prefers-color-scheme: dark)').matches
    : root.dataset.theme === 'dark';
  root.dataset.theme = dark ? 'light' : 'dark';
  storage()?.setItem('theme', root.dataset.theme);
}

/** A browser may refuse it. */
function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
