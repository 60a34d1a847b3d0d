/**
 * Derives the laws of `src/physics/laws`: from functions of plain arithmetic to loops over many of them with their exact partial
 * derivatives (forward mode, straight-line code, structural zeros left out). Writes `src/physics/laws/derived.ts`; `npm run derive`, and a
 * test compares.
 *
 * A law is a function of a law file (or of a file of `src/physics/fields`) with at least one parameter of the type `Unknown` or `Follows<'x'>`. It may use constants, `+ - * /`,
 * `?:` on a comparison, Math.log, Math.log1p, Math.exp and Math.sqrt, properties (parameters of the type `Property`), `overpotential`, and
 * other functions of the law files, which are written out in place. Numbers reach the loop as columns: one for each parameter, one more for
 * the slope of each `Follows`. Those of the type `Same` are read once, those that follow one unknown all at the place of the first of them,
 * those of the type `number` likewise. For item e it writes the returned values, then row by row their slopes by the unknowns; those of the
 * type `Told` have none.
 *
 * Loops, because a number that is handed to a function which the engine does not inline is put on the heap.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const physics = fileURLToPath(new URL('../src/physics/', import.meta.url));
export const derivedFile = `${physics}laws/derived.ts`;

/** Where laws are written: files of laws, and files of fields that have their own. */
const ownFiles = ['laws', 'fields'].flatMap((folder) => readdirSync(physics + folder).sort()
  .filter((name) => !['law.ts', 'derived.ts'].includes(name)).map((name) => `${physics}${folder}/${name}`));

/** Law by law: its file, its parameters in order as [name, type], its unknowns. */
export function describedLaws() {
  return readLaws().laws.map(({ declaration, path }) => ({
    name: declaration.name.text, path, unknowns: seedsOf(declaration), told: toldOf(declaration),
    parameters: declaration.parameters.map(({ name, type }) => [name.text, type.getText()]),
  }));
}

/** The whole text of `derived.ts`, or that of the laws of another file. */
export function derivedLaws(file) {
  const { laws, functions } = readLaws(file ? [file] : []);
  const wanted = file ? laws.filter((law) => law.path === file) : laws;
  return `${heading(wanted)}\n${wanted.map((law) => derivative(law, functions)).join('\n')}`;
}

function readLaws(more = []) {
  const functions = new Map();
  for (const path of [...ownFiles, ...more]) {
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2023, true);
    for (const statement of source.statements) {
      if (!ts.isFunctionDeclaration(statement)) continue;
      functions.set(statement.name.text, { declaration: statement, path, file: basename(path) });
    }
  }
  return { functions, laws: [...functions.values()].filter(({ declaration }) => seedsOf(declaration).length > 0) };
}

function heading(laws) {
  const texts = laws.map(({ declaration }) => declaration.getText());
  const uses = (type) => texts.some((text) => text.includes(type));
  return [
    '// Made by `npm run derive` from the laws beside it; not to be edited.',
    ...(uses(': Property') ? [`import type { ScalarFunction } from '../../materials/material.js';`] : []),
    `import { FARADAY } from '../../units/constants.js';`,
    ...(uses('overpotential(') ? [`import { type Kinetics, overpotential } from '../interface-kinetics.js';`] : []),
    `import type { Columns, DerivedLaw } from './law.js';`,
    '',
    '/** What a property or the kinetics have just written. */',
    'const local = new Float64Array(3);',
    '',
  ].join('\n');
}

/** Names of the unknowns of a law, in the order in which its parameters bring them. */
function seedsOf(declaration) {
  const names = declaration.parameters.flatMap(({ name, type }) => {
    const text = type?.getText() ?? '';
    if (text === 'Unknown') return [name.text];
    return followed(text) ?? [];
  });
  return [...new Set(names)];
}

/** Of each value that a law returns, whether it is only told. */
const toldOf = ({ type }) => type.elements.map((element) => element.type.getText() === 'Told');

/** The unknown that a parameter of the type `Follows<'x'>` follows. */
const followed = (type) => /^Follows<'(\w+)'>$/.exec(type)?.[1];

function derivative({ declaration, file }, functions) {
  const seeds = seedsOf(declaration);
  const scope = new Map();
  const columns = [];
  const others = [];
  const same = new Set();
  const groupOf = new Map();
  const column = (name, slopes, group = name) => {
    columns.push(name);
    groupOf.set(name, group);
    if (slopes) scope.set(name, { code: name, slopes });
  };
  for (const { name: { text: name }, type } of declaration.parameters) {
    const text = type.getText();
    const seed = followed(text);
    if (seed) {
      const slope = `${name}By${capital(seed)}`;
      column(name, new Map([[seed, slope]]), `follows ${seed}`);
      column(slope, undefined, `follows ${seed}`);
    } else if (['Unknown', 'Same', 'number'].includes(text)) {
      column(name, new Map(text === 'Unknown' ? [[name, '1']] : []), text === 'number' ? 'numbers' : name);
      if (text === 'Same') same.add(name);
    }
    else {
      others.push([name, text === 'Property' ? 'ScalarFunction' : text]);
      scope.set(name, constant(name));
    }
  }
  const writer = new Writer(functions);
  const results = writer.body(declaration, scope);
  const stride = results.length * (1 + seeds.length);
  const place = (i) => (i === 0 ? 'out[at]' : `out[at + ${i}]`);
  results.forEach(({ code }, row) => writer.lines.push(`${place(row)} = ${code};`));
  const told = toldOf(declaration);
  results.forEach(({ slopes }, row) => !told[row]
    && seeds.forEach((seed, i) => writer.lines.push(`${place(results.length + row * seeds.length + i)} = ${slopes.get(seed) ?? '0'};`)));
  writer.dropUnused();
  writer.joinLines();
  const name = declaration.name.text;
  const used = columns.filter((one) => writer.lines.some((line) => new RegExp(`\\b${one}\\b`).test(line)));
  // the first of the columns that stand at one place
  const placeOf = new Map(used.map((one) => [one, used.find((other) => groupOf.get(other) === groupOf.get(one))]));
  const shares = (one) => used.some((other) => other !== one && placeOf.get(other) === one);
  const needs = [`Columns<${columns.map((one) => `'${one}'`).join(' | ')}>`,
    ...(others.length > 0 ? [`{ ${others.map(([other, type]) => `readonly ${other}: ${type}`).join('; ')} }`] : [])];
  const kinds = declaration.parameters.map(({ name: { text: one }, type }) => `${one}: '${kindOf(type.getText())}'`);
  return [
    `/** \`${name}\` of ${file}. */`,
    `export const ${name}: DerivedLaw<${needs.join(' & ')}> = {`,
    `  values: ${results.length},`,
    `  unknowns: [${seeds.map((seed) => `'${seed}'`).join(', ')}],`,
    `  needs: { ${kinds.join(', ')} },`,
    '  run(first, last, y, of, out) {',
    ...[
      ...(others.length > 0 ? [`const { ${others.map(([other]) => other).join(', ')} } = of;`] : []),
      ...used.map((one) => `const ${placeOf.get(one) === one ? `{ data: ${one}Of = y, at: ${one}At }` : `{ data: ${one}Of = y }`} = of.${one};`),
      ...used.filter((one) => same.has(one)).map((one) => `const ${one} = ${one}Of[${one}At[0]];`),
      'for (let e = first; e < last; e++) {',
      ...used.filter((one) => !same.has(one)).flatMap((one) => {
        const first = placeOf.get(one);
        return [...(first === one && shares(one) ? [`  const ${one}Place = ${one}At[e];`] : []),
          `  const ${one} = ${one}Of[${shares(first) ? `${first}Place` : `${one}At[e]`}];`];
      }),
      `  const at = ${stride} * e;`,
      ...writer.lines.map((line) => `  ${line}`),
      '}',
    ].map((line) => `    ${line}`),
    '  },',
    '};',
    '',
  ].join('\n');
}

/** What a parameter of a law is: an unknown, a number, what it follows, or anything else. */
const kindOf = (type) => ({ Unknown: 'unknown', number: 'number', Same: 'same' })[type] ?? followed(type) ?? 'other';

const capital = (name) => name[0].toUpperCase() + name.slice(1);

/** Writes the statements of one derivative; a value is an atom of code with its slopes, by unknown, as atoms. */
class Writer {
  lines = [];
  count = 0;

  constructor(functions) {
    this.functions = functions;
  }

  /** The values that a function returns, its statements written down. */
  body(declaration, scope) {
    for (const statement of declaration.body.statements) {
      if (ts.isReturnStatement(statement)) return this.returned(statement.expression, scope);
      if (!ts.isVariableStatement(statement)) throw unknown(statement);
      for (const { name, initializer } of statement.declarationList.declarations) {
        const values = this.returned(initializer, scope);
        if (ts.isIdentifier(name)) scope.set(name.text, values[0]);
        else name.elements.forEach((element, i) => element.name && scope.set(element.name.text, values[i]));
      }
    }
    throw new Error(`${declaration.name.text} returns nothing`);
  }

  returned(expression, scope) {
    if (ts.isArrayLiteralExpression(expression)) return expression.elements.map((element) => this.value(element, scope));
    const own = ts.isCallExpression(expression) && this.functions.get(expression.expression.getText());
    return own ? this.inlined(own.declaration, expression, scope) : [this.value(expression, scope)];
  }

  inlined(declaration, call, scope) {
    const inner = new Map(declaration.parameters.map(({ name }, i) => [name.text, this.value(call.arguments[i], scope)]));
    return this.body(declaration, inner);
  }

  value(e, scope) {
    if (ts.isParenthesizedExpression(e)) return this.value(e.expression, scope);
    if (ts.isNumericLiteral(e)) return constant(e.text);
    if (ts.isIdentifier(e)) return scope.get(e.text) ?? constant(e.text);
    if (ts.isPropertyAccessExpression(e)) return constant(e.getText());
    if (ts.isPrefixUnaryExpression(e) && e.operator === ts.SyntaxKind.MinusToken) {
      const a = this.value(e.operand, scope);
      return this.made(`-${a.code}`, [[a, '-1']]);
    }
    if (ts.isConditionalExpression(e)) return this.choice(e, scope);
    if (ts.isBinaryExpression(e)) return this.binary(e, scope);
    if (ts.isCallExpression(e)) return this.call(e, scope);
    throw unknown(e);
  }

  binary(e, scope) {
    const a = this.value(e.left, scope);
    const b = this.value(e.right, scope);
    switch (e.operatorToken.getText()) {
      case '+': return isZero(a) ? b : isZero(b) ? a : this.made(`${a.code} + ${b.code}`, [[a, '1'], [b, '1']]);
      case '-': return isZero(b) ? a : this.made(`${a.code} - ${b.code}`, [[a, '1'], [b, '-1']]);
      case '*': return this.product(a, b);
      case '/': return this.quotient(a, b);
      default: throw unknown(e);
    }
  }

  product(a, b) {
    if (isZero(a) || isZero(b)) return constant('0');
    if (isOne(a)) return b;
    if (isOne(b)) return a;
    return this.made(`${a.code} * ${b.code}`, [[a, b.code], [b, a.code]]);
  }

  quotient(a, b) {
    if (isOne(b)) return a;
    if (b.slopes.size === 0) return this.made(`${a.code} / ${b.code}`, a.slopes.size === 0 ? [] : [[a, this.kept(`1 / ${b.code}`)]]);
    const inverse = this.kept(`1 / ${b.code}`);
    const value = this.kept(`${a.code} * ${inverse}`);
    return { code: value, slopes: this.chain([[a, inverse], [b, this.kept(`-${value} * ${inverse}`)]]) };
  }

  choice(e, scope) {
    const { left, right, operatorToken } = e.condition;
    const test = this.kept(`${this.value(left, scope).code} ${operatorToken.getText()} ${this.value(right, scope).code}`);
    const [a, b] = [this.value(e.whenTrue, scope), this.value(e.whenFalse, scope)];
    const slopes = new Map([...new Set([...a.slopes.keys(), ...b.slopes.keys()])].map((seed) =>
      [seed, this.kept(`${test} ? ${a.slopes.get(seed) ?? '0'} : ${b.slopes.get(seed) ?? '0'}`)]));
    return { code: this.kept(`${test} ? ${a.code} : ${b.code}`), slopes };
  }

  call(e, scope) {
    const name = e.expression.getText();
    const own = this.functions.get(name);
    if (own) return this.inlined(own.declaration, e, scope)[0];
    const values = e.arguments.map((argument) => this.value(argument, scope));
    const [a, b] = values;
    if (name === 'overpotential') {
      this.lines.push(`overpotential(${values.map(({ code }) => code).join(', ')}, local);`);
      const [eta, byCurrent, byExchange] = [0, 1, 2].map((i) => this.kept(`local[${i}]`));
      return { code: eta, slopes: this.chain([[a, byCurrent], [b, byExchange]]) };
    }
    const slopeOf = intrinsics[name];
    if (slopeOf) {
      const v = this.kept(`${name}(${a.code})`);
      return { code: v, slopes: a.slopes.size === 0 ? new Map() : this.chain([[a, this.kept(slopeOf(a.code, v))]]) };
    }
    this.lines.push(`${scope.get(name)?.code ?? name}.evaluate(${a.code}, local);`);
    const v = this.kept('local[0]');
    return { code: v, slopes: a.slopes.size === 0 ? new Map() : this.chain([[a, this.kept('local[1]')]]) };
  }

  /** A new value of the given code, whose slopes come from those of its operands. */
  made(code, terms) {
    return { code: this.kept(code), slopes: this.chain(terms) };
  }

  /** Slopes by the chain rule: the sum over the operands of their slopes times a factor. */
  chain(terms) {
    const sums = new Map();
    for (const [{ slopes }, factor] of terms) {
      for (const [seed, slope] of slopes) {
        const term = factor === '1' ? slope : slope === '1' ? factor : factor === '-1' ? `-${slope}` : slope === '-1' ? `-${factor}` : `${factor} * ${slope}`;
        const before = sums.get(seed);
        sums.set(seed, before === undefined ? term : term.startsWith('-') ? `${before} - ${term.slice(1)}` : `${before} + ${term}`);
      }
    }
    return new Map([...sums].map(([seed, sum]) => [seed, this.kept(sum)]));
  }

  /** The name of a constant that holds the code; atoms are their own. */
  kept(code) {
    if (/^-?[\w.]+$/.test(code)) return code.startsWith('-') && !/^-[\d.]+$/.test(code) ? this.named(code) : code;
    return this.named(code);
  }

  /** Constants that nothing after them reads are not written. */
  dropUnused() {
    const read = new Set();
    this.lines = this.lines.reverse().filter((line) => {
      const [, name] = /^const (t\d+) = /.exec(line) ?? [];
      if (name !== undefined && !read.has(name)) return false;
      for (const [one] of line.slice(line.indexOf('=') + 1).matchAll(/\bt\d+\b/g)) read.add(one);
      return true;
    }).reverse();
  }

  /** A constant that one line alone reads stands there, as long as it is short; what a call left in `local` is read before the next call. */
  joinLines() {
    const reads = new Map();
    const readIn = (line) => line.slice(line.indexOf('=') + 1).matchAll(/\bt\d+\b/g);
    for (const [name] of this.lines.flatMap((line) => [...readIn(line)])) reads.set(name, (reads.get(name) ?? 0) + 1);
    const held = new Map();
    const inPlace = (line) => line.replace(/(^|[(,]|= )? ?\b(t\d+)\b(?=([,);])?)/g, (all, before, name, behind) => {
      const code = held.get(name);
      return code === undefined ? all : all.replace(name, before && behind ? code : `(${code})`);
    });
    this.lines = this.lines.flatMap((line) => {
      const whole = inPlace(line);
      const [, name, code] = /^const (t\d+) = (.*);$/.exec(whole) ?? [];
      if (name === undefined || reads.get(name) > 1 || code.includes('local') || code.length > longestJoined) return [whole];
      held.set(name, code);
      return [];
    });
  }

  named(code) {
    const name = `t${this.count++}`;
    this.lines.push(`const ${name} = ${code};`);
    return name;
  }
}

/** Characters of code that stands in another. */
const longestJoined = 60;

const constant = (code) => ({ code, slopes: new Map() });
const isZero = ({ code }) => code === '0';
const isOne = ({ code }) => code === '1';

const intrinsics = {
  'Math.log': (a) => `1 / ${a}`,
  'Math.log1p': (a) => `1 / (1 + ${a})`,
  'Math.exp': (_, v) => v,
  'Math.sqrt': (_, v) => `0.5 / ${v}`,
};

const unknown = (node) => new Error(`a law cannot hold ${ts.SyntaxKind[node.kind]}: ${node.getText()}`);

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(derivedFile, derivedLaws());
