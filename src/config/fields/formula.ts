import type { Result } from '../../units/result.js';

/** A formula of one variable, the stoichiometry s or the salt concentration c, as value and exact slope. */
export interface FormulaFunction {
  value(s: number): number;
  slope(s: number): number;
}

export type FormulaReading = Result<{ of: FormulaFunction }, { expected: string; found: string }>;

/** f and df/du of what a formula may call. */
const known: Readonly<Record<string, readonly [f: (u: number) => number, slope: (u: number) => number]>> = {
  exp: [Math.exp, Math.exp],
  ln: [Math.log, (u) => 1 / u],
  log: [Math.log, (u) => 1 / u],
  log10: [Math.log10, (u) => 1 / (u * Math.LN10)],
  sqrt: [Math.sqrt, (u) => 0.5 / Math.sqrt(u)],
  tanh: [Math.tanh, (u) => 1 - Math.tanh(u) ** 2],
  sinh: [Math.sinh, Math.cosh],
  cosh: [Math.cosh, Math.sinh],
  atan: [Math.atan, (u) => 1 / (1 + u * u)],
  sin: [Math.sin, Math.cos],
  cos: [Math.cos, (u) => -Math.sin(u)],
};

const token = /\s*(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|[A-Za-z]\w*|\*\*|[-+*/^()])/y;

/** The longest formula that anybody writes; the depth of its brackets is bounded by it. */
const longest = 2000;

/**
 * Reads `4.2 - 0.6*s + 0.05*tanh(20*(0.4 - s))`: numbers, the variable, + - * / ^ (or **), brackets and the functions above. Each node gives its value and its
 * slope from those of its parts, so that nobody differentiates by hand:
 *
 *   (a b)' = a' b + a b',  (a / b)' = (a' - a b' / b) / b,  (a^n)' = n a^(n-1) a',  f(a)' = f'(a) a'
 */
export function readFormula(text: string, name = 's'): FormulaReading {
  const words = tokens(text);
  if (words === undefined) return { ok: false, expected: `a formula of ${name}`, found: 'a sign that no formula has' };
  const reader = new Reader(words, name);
  try {
    const of = reader.sum();
    return reader.next === undefined ? { ok: true, of } : reader.refusal('an operator or the end');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return reader.refusal(error.expected);
  }
}

function tokens(text: string): string[] | undefined {
  const found: string[] = [];
  const trimmed = text.trim();
  if (trimmed.length > longest) return undefined;
  token.lastIndex = 0;
  while (token.lastIndex < trimmed.length) {
    const match = token.exec(trimmed);
    if (match === null) return undefined;
    found.push(match[1]);
  }
  return found;
}

/** Ends the descent; `readFormula` turns it into an answer. */
class Refusal extends Error {
  constructor(readonly expected: string) {
    super(expected);
  }
}

const constant = (number: number): FormulaFunction => ({ value: () => number, slope: () => 0 });
const argument: FormulaFunction = { value: (s) => s, slope: () => 1 };

class Reader {
  private at = 0;

  constructor(private readonly words: readonly string[], private readonly name: string) {}

  get next(): string | undefined {
    return this.words[this.at];
  }

  refusal(expected: string): FormulaReading & { readonly ok: false } {
    return { ok: false, expected, found: this.next === undefined ? 'the end' : `"${this.next}"` };
  }

  private takes(...signs: readonly string[]): string | undefined {
    if (this.next === undefined || !signs.includes(this.next)) return undefined;
    return this.words[this.at++];
  }

  sum(): FormulaFunction {
    let left = this.product();
    for (let sign = this.takes('+', '-'); sign !== undefined; sign = this.takes('+', '-')) {
      const [a, b, factor] = [left, this.product(), sign === '+' ? 1 : -1];
      left = { value: (s) => a.value(s) + factor * b.value(s), slope: (s) => a.slope(s) + factor * b.slope(s) };
    }
    return left;
  }

  private product(): FormulaFunction {
    let left = this.signed();
    for (let sign = this.takes('*', '/'); sign !== undefined; sign = this.takes('*', '/')) {
      const [a, b] = [left, this.signed()];
      left = sign === '*'
        ? { value: (s) => a.value(s) * b.value(s), slope: (s) => a.slope(s) * b.value(s) + a.value(s) * b.slope(s) }
        : { value: (s) => a.value(s) / b.value(s), slope: (s) =>
          (a.slope(s) - (a.value(s) * b.slope(s)) / b.value(s)) / b.value(s) };
    }
    return left;
  }

  /** -s^2 is -(s^2). */
  private signed(): FormulaFunction {
    if (this.takes('+')) return this.signed();
    if (!this.takes('-')) return this.power();
    const a = this.signed();
    return { value: (s) => -a.value(s), slope: (s) => -a.slope(s) };
  }

  private power(): FormulaFunction {
    const a = this.atom();
    if (!this.takes('^', '**')) return a;
    const n = this.signed();
    return {
      value: (s) => a.value(s) ** n.value(s),
      slope: (s) => {
        const [base, exponent, exponentSlope] = [a.value(s), n.value(s), n.slope(s)];
        const baseTerm = exponent * base ** (exponent - 1) * a.slope(s);
        return exponentSlope === 0 ? baseTerm : baseTerm + base ** exponent * Math.log(base) * exponentSlope;
      },
    };
  }

  private atom(): FormulaFunction {
    const word = this.next;
    if (this.takes('(')) return this.closed(this.sum());
    if (word === undefined) throw new Refusal(`a number, ${this.name}, a function or a bracket`);
    if (/^[\d.]/.test(word)) return this.passed(constant(Number(word)));
    if (word === this.name) return this.passed(argument);
    if (!Object.hasOwn(known, word))
      throw new Refusal(`a number, ${this.name}, or one of ${Object.keys(known).join(', ')}`);
    this.at++;
    if (!this.takes('(')) throw new Refusal('an opening bracket');
    const [f, slope] = known[word];
    const a = this.closed(this.sum());
    return { value: (s) => f(a.value(s)), slope: (s) => slope(a.value(s)) * a.slope(s) };
  }

  private passed(node: FormulaFunction): FormulaFunction {
    this.at++;
    return node;
  }

  private closed(node: FormulaFunction): FormulaFunction {
    if (!this.takes(')')) throw new Refusal('a closing bracket');
    return node;
  }
}
