/** Light, dark, or as the system has it; a choice is kept on this machine. */
export function rememberTheme(button: HTMLElement): void {
  const root = document.documentElement;
  const kept = storage()?.getItem('theme');
  if (kept === 'dark' || kept === 'light') root.dataset.theme = kept;
  button.addEventListener('click', () => {
    const dark = root.dataset.theme === undefined
      ? matchMedia('(prefers-color-scheme: dark)').matches
      : root.dataset.theme === 'dark';
    root.dataset.theme = dark ? 'light' : 'dark';
    storage()?.setItem('theme', root.dataset.theme);
  });
}

/** A browser may refuse it. */
function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
