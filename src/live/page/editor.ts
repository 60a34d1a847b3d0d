import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { yaml } from '@codemirror/lang-yaml';
import { type Diagnostic, linter, lintGutter } from '@codemirror/lint';
import { basicSetup, EditorView } from 'codemirror';
import { type Json, keysAt } from '../complete.js';
import type { Design } from '../design.js';
import { make } from './dom.js';
import type { Engine } from './solver.js';

/** The case as text, with its problems at their lines and its keys completed; loaded when it is asked for. */
export async function openEditor(host: HTMLElement, engine: Engine, design: Design, text: string,
  use: (text: string) => void): Promise<void>
{
  const { schema } = await engine.ask<'schema'>({ kind: 'schema' });
  host.hidden = false;
  const frame = make('div', { class: 'code' });
  // style sheets of a shadow root are no inline styles, which the content policy refuses
  const root = frame.attachShadow({ mode: 'open' });
  const view = new EditorView({
    doc: text,
    parent: root,
    root,
    extensions: [basicSetup, yaml(), lintGutter(), EditorView.contentAttributes.of({ 'aria-label': 'Case file' }),
      EditorView.theme({ '&': { maxHeight: '60vh' }, '.cm-scroller': { overflow: 'auto' } }),
      autocompletion({ override: [(context) => completion(context, schema)] }),
      linter((at) => problems(engine, design, at), { delay: 300 })],
  });
  host.replaceChildren(frame,
    make('p', { class: 'row' },
      make('button', { type: 'button', id: 'use', click: () => use(view.state.doc.toString()) }, 'Use this case'),
      make('button', { type: 'button', id: 'close', click: () => {
        view.destroy();
        host.hidden = true;
      } }, 'Close')));
  view.focus();
}

async function problems(engine: Engine, design: Design,
  { state: { doc } }: EditorView): Promise<readonly Diagnostic[]>
{
  const answer = await engine.ask<'check'>({ kind: 'check',
    design: { cell: design.cell, text: doc.toString(), set: {} } });
  if (answer.ok) return [];
  return answer.issues.map(({ line, column, key, expected, received, remedy }) => {
    const at = doc.line(Math.max(1, Math.min(doc.lines, line)));
    return { from: Math.min(at.to, at.from + Math.max(0, column - 1)), to: at.to, severity: 'error',
      message: `${key === '' ? '' : `${key}: `}expected ${expected}, found ${received}; ${remedy}` };
  });
}

function completion(context: CompletionContext, schema: Json): CompletionResult | null {
  const word = context.matchBefore(/[\w.+-]*/);
  if (!word || (word.from === word.to && !context.explicit)) return null;
  const options = keysAt(context.state.doc.toString(), context.pos, schema);
  return options.length === 0 ? null : { from: word.from, options: [...options] };
}
