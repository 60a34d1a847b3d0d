import type { Texts } from '../messages.js';
import { byId } from './dom.js';

/** Files that are dropped on the page or opened: cases by their ending, everything else as measured data. They are read here and go nowhere. */
export interface FileEvents {
  /** A case, by the name of its file without its ending. */
  readonly opened: (name: string, text: string) => void;
  readonly measured: (texts: Texts) => void;
}

/** No case and no discharge is larger [bytes]. */
const largest = 400_000;

export function listenForFiles(events: FileEvents): void {
  const take = async (files: Iterable<File>): Promise<void> => {
    const measured: Record<string, string> = {};
    for (const file of files) {
      const refuse = (found: string, remedy: string): void => {
        byId('measured').textContent = `${file.name}: expected a case or a discharge, found ${found}; ${remedy}`;
      };
      if (file.size > largest) {
        refuse(`${file.size} bytes`, 'take fewer points; images of structures are for "catholith tortuosity"');
        continue;
      }
      const text = await file.text();
      if (text.includes('\0')) {
        refuse('a file that is no text', 'images of structures are for "catholith tortuosity"');
        continue;
      }
      if (/\.(ya?ml|json)$/i.test(file.name)) events.opened(file.name.replace(/\.\w+$/, ''), text);
      else measured[file.name] = text;
    }
    if (Object.keys(measured).length > 0) events.measured(measured);
  };
  const input = byId<HTMLInputElement>('file');
  input.addEventListener('change', () => {
    void take(input.files ?? []).then(() => input.value = '');
  });
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    document.body.classList.add('dropping');
  });
  document.addEventListener('dragleave', () => document.body.classList.remove('dropping'));
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    document.body.classList.remove('dropping');
    void take(event.dataTransfer?.files ?? []);
  });
}
