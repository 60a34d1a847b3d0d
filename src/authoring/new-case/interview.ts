import type { Answers, Question } from './questions.js';

/** Somebody who can be asked, and told what was wrong with an answer. */
export interface Person {
  ask(prompt: string): Promise<string>;
  tell(line: string): void;
}

/** Every answer, or every problem of those that were given: `--flag: expected ..., found ...; ...`. */
export type Interview = { readonly ok: true; readonly answers: Answers } | { readonly ok: false;
  readonly problems: readonly string[] };

/** Takes what is given; asks for the rest where somebody is there, else takes what is usual, else says what is missing. */
export async function interview(all: readonly Question[], given: Answers, person?: Person): Promise<Interview> {
  let answers: Answers = {};
  const problems: string[] = [];
  for (const question of all) {
    const { flag, goesWith } = question;
    if (question.applies?.(answers) === false) {
      if (given[flag] !== undefined)
        problems.push(`--${flag}: expected nothing, found "${given[flag]}"; it goes with ${goesWith}`);
      continue;
    }
    const text = given[flag]?.trim() ?? (await (person ? asked(question, answers, person) : question.usual?.(answers)));
    const unsaid = question.usualBy?.some((before) => problems.some((line) => line.startsWith(`--${before}:`)));
    if (text === undefined && unsaid) continue;
    const problem = text === undefined ? nothing(question) : question.problem(text, answers);
    if (problem !== undefined) problems.push(`--${flag}: ${problem}`);
    if (text !== undefined) answers = { ...answers, [flag]: text };
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, answers };
}

const nothing = ({ flag, example }: Question): string =>
  `expected an answer, found nothing; write e.g. --${flag} "${example}"`;

/** Asks until the answer is one; Enter takes what is usual. */
async function asked(question: Question, answers: Answers, person: Person): Promise<string> {
  const usual = question.usual?.(answers);
  for (;;) {
    const typed = (await person.ask(`${question.ask} [${usual ?? `e.g. ${question.example}`}]: `)).trim();
    const text = typed === '' ? usual : typed;
    const problem = text === undefined ? 'expected an answer, found nothing' : question.problem(text, answers);
    if (text !== undefined && problem === undefined) return text;
    person.tell(`  ${problem}`);
  }
}
