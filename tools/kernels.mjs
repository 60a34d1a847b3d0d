/**
 * Compiles the loops of the image solver and of the fronts of a matrix, the files `*-kernels.ts`, to WebAssembly: `npm run kernels` writes
 * `compiled-kernels.ts` beside them, and a test compares.
 * The TypeScript stays what runs where WebAssembly is not to be had.
 *
 * A kernel is a function of typed arrays (addresses in the one memory that is imported) and numbers: of the type `Whole` 32-bit integers, of the
 * type `number` double precision. It may use const and let, for, if, continue, return, calls of other kernels, `+ - * / % & | ^ << >>`,
 * `Number` of a comparison, comparisons, `!`, `&&`, `||`, `?:` (both ways are evaluated) and constants of the files. Elements of a Float32Array are single precision, and so is
 * whatever they meet, where TypeScript calculates in double precision and rounds when it stores; a `let` that begins with a number is a sum in double precision, as are products that are added to it,
 * unless it is said to be `Whole`.
 *
 * Loops that only read and write elements side by side become loops over four at a time (SIMD) and one over the rest.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const sources = {
  'voxels/conduction': ['block-kernels.ts', 'voxel-kernels.ts', 'graph-kernels.ts'],
  'solver/linear': ['front-kernels.ts'],
};

/** What is made: files and their text. */
export const compiledFiles = () =>
  Object.entries(sources).map(([folder, files]) => {
    const path = fileURLToPath(new URL(`../src/${folder}/`, import.meta.url));
    return [`${path}compiled-kernels.ts`, compiledKernels(files.map((file) => readFileSync(path + file, 'utf8')).join('\n'))];
  });

/** The whole text of a `compiled-kernels.ts`. */
function compiledKernels(text) {
  const base64 = Buffer.from(moduleOf(text)).toString('base64');
  return [
    '// Made by `npm run kernels` from the kernels beside it; not to be edited.',
    '',
    '/** The kernels as a module of WebAssembly, in base64. */',
    `export const compiledKernels =\n  '${base64}';`,
    '',
  ].join('\n');
}

/** Kinds of numbers: their code in a signature, the operators of WebAssembly by those of TypeScript, and how they are read and written. */
const kinds = {
  i32: { code: 0x7f, '+': 0x6a, '-': 0x6b, '*': 0x6c, '%': 0x6f, '&': 0x71, '|': 0x72, '^': 0x73, '<<': 0x74, '>>': 0x75,
    '===': 0x46, '!==': 0x47, '<': 0x48, '>': 0x4a, '<=': 0x4c, '>=': 0x4e },
  f32: { code: 0x7d, '+': 0x92, '-': 0x93, '*': 0x94, '/': 0x95,
    '===': 0x5b, '!==': 0x5c, '<': 0x5d, '>': 0x5e, '<=': 0x5f, '>=': 0x60 },
  f64: { code: 0x7c, '+': 0xa0, '-': 0xa1, '*': 0xa2, '/': 0xa3,
    '===': 0x61, '!==': 0x62, '<': 0x63, '>': 0x64, '<=': 0x65, '>=': 0x66 },
  /** Four single-precision numbers. */
  v128: { code: 0x7b, '+': 0xe4, '-': 0xe5, '*': 0xe6, '/': 0xe7,
    '===': 0x41, '!==': 0x42, '<': 0x43, '>': 0x44, '<=': 0x45, '>=': 0x46 },
};

const arrays = {
  Float32Array: { kind: 'f32', shift: 2, load: 0x2a, store: 0x38 },
  Float64Array: { kind: 'f64', shift: 3, load: 0x2b, store: 0x39 },
  Int32Array: { kind: 'i32', shift: 2, load: 0x28, store: 0x36 },
  Uint8Array: { kind: 'i32', shift: 0, load: 0x2d, store: 0x3a },
};
/** Of either precision in TypeScript. */
arrays.Numbers = arrays.Float32Array;

const conversions = { 'i32 f32': 0xb2, 'i32 f64': 0xb7, 'f32 f64': 0xbb, 'f64 f32': 0xb6 };

const op = { block: 0x02, loop: 0x03, if: 0x04, else: 0x05, end: 0x0b, br: 0x0c, brIf: 0x0d, return: 0x0f, call: 0x10, select: 0x1b,
  get: 0x20, set: 0x21, tee: 0x22, i32: 0x41, f32: 0x43, f64: 0x44, zero: 0x45, simd: 0xfd, void: 0x40 };

/** Operators of four numbers at a time, behind `op.simd`. */
const four = { load: 0x00, store: 0x0b, zero: 0x0c, shuffle: 0x0d, splat: 0x13, lane: 0x21, and: 0x4e, bitselect: 0x52, load32: 0x5c, promoteLow: 0x5f,
  bytesToShorts: 0x89, shortsToWords: 0xa9, wordsToFloats: 0xfa, addDoubles: 0xf0, multiplyDoubles: 0xf2 };

/** Unsigned number, seven bits per byte. */
function leb(value) {
  const bytes = [];
  for (; value > 0x7f; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  return [...bytes, value];
}

/** Signed number, seven bits per byte. */
function signedLeb(value) {
  const bytes = [];
  for (; value < -64 || value > 63; value >>= 7) bytes.push((value & 0x7f) | 0x80);
  return [...bytes, value & 0x7f];
}

const listOf = (items) => [...leb(items.length), ...items.flat()];
const section = (id, bytes) => [id, ...leb(bytes.length), ...bytes];
const name = (text) => listOf([...Buffer.from(text)]);

/** The bytes of a module with the functions of a text. */
export function moduleOf(text) {
  const { statements } = ts.createSourceFile('kernels.ts', text, ts.ScriptTarget.ES2023, true);
  const constants = new Map();
  for (const statement of statements.filter(ts.isVariableStatement)) {
    for (const { name: { text: own }, initializer } of statement.declarationList.declarations) constants.set(own, initializer);
  }
  const functions = statements.filter(ts.isFunctionDeclaration);
  const order = new Map(functions.map((one, place) => [one.name.text, { place, result: resultOf(one.type) }]));
  const exported = functions.filter(({ modifiers }) => modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword));
  const kernels = functions.map((one) => new Kernel(one, order, constants));
  // one shared memory of up to 65536 pages: what grows stays where it is
  const memory = [...name('of'), ...name('memory'), 0x02, 0x03, ...leb(0), ...leb(65536)];
  return [
    0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, listOf(kernels.map(({ signature }) => signature))),
    ...section(2, listOf([memory])),
    ...section(3, listOf(kernels.map((_, i) => leb(i)))),
    ...section(7, listOf(exported.map((one) => [...name(one.name.text), 0, ...leb(order.get(one.name.text).place)]))),
    ...section(10, listOf(kernels.map(({ body }) => [...leb(body.length), ...body]))),
  ];
}

const unknown = (node) => new Error(`kernels: not known: ${node.getText()}`);

const isProduct = (e) => ts.isBinaryExpression(e) && e.operatorToken.getText() === '*';

/** Kind of a number that two of these make together; undefined: a whole number in the text, which takes the kind of the other. */
function together(a, b) {
  if (!a || !b) return a ?? b;
  if (a === 'v128' || b === 'v128') return 'v128';
  if (a === 'f32' || b === 'f32') return 'f32';
  return a === 'f64' || b === 'f64' ? 'f64' : 'i32';
}

const comparisons = ['===', '!==', '<', '>', '<=', '>='];

/** What a function of a result type gives. */
const resultOf = (type) => ({ number: 'f64', Whole: 'i32' })[type.getText()];

/** One function. */
class Kernel {
  code = [];
  /** Name -> place and kind of a local number, or element type of an array. */
  scope = new Map();
  locals = [];
  depth = 0;
  /** Depths of the blocks that `continue` leaves. */
  ends = [];

  constructor({ parameters, type, body }, functions, constants) {
    this.functions = functions;
    this.constants = constants;
    const taken = parameters.map(({ name: { text }, type: { typeName } }, place) => {
      const array = arrays[typeName?.text];
      const kind = array || typeName?.text === 'Whole' ? 'i32' : 'f64';
      this.scope.set(text, { place, kind, array });
      return kind;
    });
    this.result = resultOf(type);
    this.signature = [0x60, ...listOf(taken.map((kind) => [kinds[kind].code])), ...listOf(this.result ? [[kinds[this.result].code]] : [])];
    this.first = taken.length;
    this.statement(body);
    this.body = [...listOf(this.locals.map((kind) => [1, kinds[kind].code])), ...this.code, op.end];
  }

  emit(...bytes) {
    this.code.push(...bytes);
  }

  simd(operator, ...bytes) {
    this.emit(op.simd, ...leb(operator), ...bytes);
  }

  /** A new local number. */
  local(kind) {
    return this.first + this.locals.push(kind) - 1;
  }

  named(text, kind) {
    const entry = { place: this.local(kind), kind };
    this.scope.set(text, entry);
    return entry;
  }

  open(operator) {
    this.emit(operator, op.void);
    return ++this.depth;
  }

  close() {
    this.emit(op.end);
    this.depth--;
  }

  /** Leaves a block, or begins a loop anew. */
  branch(operator, depth) {
    this.emit(operator, ...leb(this.depth - depth));
  }

  statement(s) {
    if (ts.isBlock(s)) s.statements.forEach((one) => this.statement(one));
    else if (ts.isVariableStatement(s)) this.declared(s.declarationList, false);
    else if (ts.isExpressionStatement(s)) this.done(s.expression);
    else if (ts.isForStatement(s)) this.loop(s);
    else if (ts.isIfStatement(s)) this.choice(s);
    else if (ts.isContinueStatement(s)) this.branch(op.br, this.ends.at(-1));
    else if (ts.isReturnStatement(s)) {
      if (s.expression) this.value(s.expression, this.result);
      this.emit(op.return);
    } else throw unknown(s);
  }

  declared({ declarations, flags }, counts) {
    for (const { name: { text }, type, initializer } of declarations) {
      const kind = counts || type?.getText() === 'Whole' ? 'i32' : (this.kindOf(initializer) ?? (flags & ts.NodeFlags.Const ? 'i32' : 'f64'));
      this.value(initializer, kind);
      this.emit(op.set, ...leb(this.named(text, kind).place));
    }
  }

  choice({ expression, thenStatement, elseStatement }) {
    this.value(expression, 'i32');
    this.open(op.if);
    this.statement(thenStatement);
    if (elseStatement) {
      this.emit(op.else);
      this.statement(elseStatement);
    }
    this.close();
  }

  loop({ initializer, condition, incrementor, statement }) {
    this.declared(initializer, true);
    const quick = new FourAtATime(this, condition, incrementor, statement);
    if (quick.possible) quick.write();
    const exit = this.open(op.block);
    const top = this.open(op.loop);
    this.value(condition, 'i32');
    this.emit(op.zero);
    this.branch(op.brIf, exit);
    this.ends.push(this.open(op.block));
    this.statement(statement);
    this.close();
    this.ends.pop();
    this.done(incrementor);
    this.branch(op.br, top);
    this.close();
    this.close();
  }

  /** An expression for what it does. */
  done(e) {
    if (ts.isCallExpression(e)) return this.call(e);
    if (ts.isPostfixUnaryExpression(e)) return this.assigned(e.operand, '+', undefined);
    const operator = e.operatorToken?.getText();
    if (operator === ',') {
      this.done(e.left);
      return this.done(e.right);
    }
    if (!operator?.endsWith('=')) throw unknown(e);
    this.assigned(e.left, operator.slice(0, -1), e.right);
  }

  call({ expression, arguments: given }) {
    if (expression.text === 'Number') return this.value(given[0], 'i32');
    given.forEach((one) => this.value(one, this.kindOf(one) ?? 'i32'));
    this.emit(op.call, ...leb(this.functions.get(expression.text).place));
  }

  /** target = value, or target = target operator value; without a value by 1. */
  assigned(target, operator, e) {
    const element = ts.isElementAccessExpression(target);
    const { array, place, kind } = this.scope.get(element ? target.expression.text : target.text);
    const own = element ? array.kind : kind;
    if (element) this.address(target);
    if (operator) this.value(target, own);
    if (!e) this.number('1', own);
    else if (own === 'f64' && isProduct(e)) this.binary(e, own);
    else this.value(e, own);
    if (operator) this.emit(kinds[own][operator]);
    if (element) this.emit(array.store, 0, 0);
    else this.emit(op.set, ...leb(place));
  }

  address({ expression, argumentExpression }) {
    const { array, place } = this.scope.get(expression.text);
    this.emit(op.get, ...leb(place));
    this.value(argumentExpression, 'i32');
    if (array.shift > 0) this.emit(op.i32, array.shift, kinds.i32['<<']);
    this.emit(kinds.i32['+']);
  }

  number(text, kind) {
    if (kind === 'i32') return this.emit(op.i32, ...signedLeb(Number(text)));
    const bytes = Buffer.alloc(kind === 'f32' ? 4 : 8);
    if (kind === 'f32') bytes.writeFloatLE(Number(text));
    else bytes.writeDoubleLE(Number(text));
    this.emit(op[kind], ...bytes);
  }

  /** Kind of the value of an expression; undefined of a whole number in the text. */
  kindOf(e) {
    if (ts.isParenthesizedExpression(e)) return this.kindOf(e.expression);
    if (ts.isNumericLiteral(e)) return e.text.includes('.') ? 'f64' : undefined;
    if (ts.isIdentifier(e)) return this.scope.has(e.text) ? this.scope.get(e.text).kind : this.kindOf(this.constants.get(e.text));
    if (ts.isElementAccessExpression(e)) return this.scope.get(e.expression.text).array.kind;
    if (ts.isConditionalExpression(e)) return together(this.kindOf(e.whenTrue), this.kindOf(e.whenFalse));
    if (ts.isCallExpression(e)) return e.expression.text === 'Number' ? 'i32' : this.functions.get(e.expression.text).result;
    if (ts.isPrefixUnaryExpression(e)) return e.operator === ts.SyntaxKind.MinusToken ? this.kindOf(e.operand) : 'i32';
    if (!ts.isBinaryExpression(e)) throw unknown(e);
    const operator = e.operatorToken.getText();
    return comparisons.includes(operator) || ['&&', '||'].includes(operator) ? 'i32' : together(this.kindOf(e.left), this.kindOf(e.right));
  }

  /** Leaves the value of an expression, as a number of a kind. */
  value(e, wanted) {
    if (ts.isParenthesizedExpression(e)) return this.value(e.expression, wanted);
    if (ts.isNumericLiteral(e)) return this.number(e.text, wanted);
    if (ts.isIdentifier(e) && !this.scope.has(e.text)) return this.value(this.constants.get(e.text), wanted);
    const kind = this.kindOf(e) ?? wanted;
    if (ts.isIdentifier(e)) this.emit(op.get, ...leb(this.scope.get(e.text).place));
    else if (ts.isElementAccessExpression(e)) {
      this.address(e);
      this.emit(this.scope.get(e.expression.text).array.load, 0, 0);
    } else if (ts.isConditionalExpression(e)) {
      this.value(e.whenTrue, kind);
      this.value(e.whenFalse, kind);
      this.value(e.condition, 'i32');
      this.emit(op.select);
    } else if (ts.isCallExpression(e)) this.call(e);
    else if (ts.isPrefixUnaryExpression(e)) this.prefixed(e, kind);
    else this.binary(e, kind);
    if (kind !== wanted) this.emit(conversions[`${kind} ${wanted}`]);
  }

  prefixed({ operator, operand }, kind) {
    if (operator === ts.SyntaxKind.MinusToken) this.number('0', kind);
    this.value(operand, kind);
    this.emit(operator === ts.SyntaxKind.MinusToken ? kinds[kind]['-'] : op.zero);
  }

  binary({ left, right, operatorToken }, kind) {
    const operator = operatorToken.getText();
    const both = comparisons.includes(operator) ? (together(this.kindOf(left), this.kindOf(right)) ?? 'i32') : kind;
    this.value(left, both);
    this.value(right, both);
    this.emit(kinds[both][{ '&&': '&', '||': '|' }[operator] ?? operator]);
  }
}

/** A loop whose counters go up by one, which reads and writes elements side by side: four at a time, as long as there are four. */
class FourAtATime {
  constructor(kernel, condition, incrementor, statement) {
    const steps = incrementor.getText().split(',').map((step) => step.trim());
    const counters = steps.map((step) => step.replace(/\+\+$/, ''));
    Object.assign(this, { kernel, counters, condition, statements: ts.isBlock(statement) ? [...statement.statements] : [statement] });
    /** What a constant of the loop stands for. */
    this.inside = new Map();
    /** Sums that the loop adds to, each as two pairs of doubles; constants of the loop. */
    this.sums = new Map();
    this.vectors = new Map();
    /** Addresses of the first elements, by their text. */
    this.bases = new Map();
    this.possible = condition.operatorToken?.getText() === '<' && counters.includes(condition.left.getText())
      && steps.every((step) => step.endsWith('++')) && this.bodyFits();
  }

  bodyFits() {
    const written = new Set();
    return this.statements.every((s) => {
      if (ts.isVariableStatement(s)) {
        return s.declarationList.declarations.every(({ name: { text }, initializer }) => {
          this.inside.set(text, initializer);
          return this.slope(initializer) === 1 || this.fits(initializer);
        });
      }
      const e = ts.isExpressionStatement(s) && s.expression;
      const operator = e && e.operatorToken?.getText();
      if (!['=', '+=', '-='].includes(operator) || !this.fits(e.right)) return false;
      if (ts.isIdentifier(e.left)) {
        this.sums.set(e.left.text, ['v128', 'v128']);
        return operator === '+=' && this.kernel.scope.get(e.left.text)?.kind === 'f64';
      }
      written.add(e.left.getText());
      return this.fits(e.left) && this.kernel.scope.get(e.left.expression.text).array.kind === 'f32';
    }) && this.noneReadsWhatAnotherWrites(written);
  }

  /** An array that is written is read at the place alone where it is written. */
  noneReadsWhatAnotherWrites(written) {
    const names = new Set([...written].map((text) => text.split('[')[0]));
    let alone = true;
    const visit = (node) => {
      if (ts.isElementAccessExpression(node) && names.has(node.expression.text) && !written.has(node.getText())) alone = false;
      ts.forEachChild(node, visit);
    };
    this.statements.forEach(visit);
    return alone;
  }

  /** By how much an index grows per step; NaN: not known. */
  slope(e) {
    if (ts.isParenthesizedExpression(e)) return this.slope(e.expression);
    if (ts.isNumericLiteral(e)) return 0;
    if (ts.isIdentifier(e)) {
      if (this.counters.includes(e.text)) return 1;
      return this.inside.has(e.text) ? this.slope(this.inside.get(e.text)) : 0;
    }
    if (!ts.isBinaryExpression(e)) return NaN;
    const [a, b] = [this.slope(e.left), this.slope(e.right)];
    const operator = e.operatorToken.getText();
    if (operator === '+') return a + b;
    if (operator === '-') return a - b;
    return a === 0 && b === 0 ? 0 : NaN;
  }

  /** Whether an expression can be had four at a time. */
  fits(e) {
    if (ts.isParenthesizedExpression(e)) return this.fits(e.expression);
    if (ts.isNumericLiteral(e)) return true;
    if (ts.isIdentifier(e)) {
      const known = this.kernel.scope.get(e.text);
      return this.inside.has(e.text) ? this.slope(this.inside.get(e.text)) !== 1 : known?.kind !== 'i32';
    }
    if (ts.isElementAccessExpression(e)) {
      const array = this.kernel.scope.get(e.expression.text)?.array;
      return (array === arrays.Float32Array || array === arrays.Uint8Array) && this.slope(e.argumentExpression) === 1;
    }
    if (ts.isConditionalExpression(e)) {
      return ts.isBinaryExpression(e.condition) && comparisons.includes(e.condition.operatorToken.getText())
        && this.fits(e.condition.left) && this.fits(e.condition.right) && this.fits(e.whenTrue) && this.fits(e.whenFalse);
    }
    return ts.isBinaryExpression(e) && ['+', '-', '*', '/'].includes(e.operatorToken.getText()) && this.fits(e.left) && this.fits(e.right);
  }

  write() {
    const { kernel, counters, condition: { left, right } } = this;
    this.findBases();
    for (const [text, pairs] of this.sums) {
      this.sums.set(text, pairs.map((kind) => kernel.local(kind)));
      for (const pair of this.sums.get(text)) {
        kernel.simd(four.zero, ...new Array(16).fill(0));
        kernel.emit(op.set, ...leb(pair));
      }
    }
    this.spread();
    this.done = kernel.local('i32');
    kernel.emit(op.i32, 0, op.set, ...leb(this.done));
    const exit = kernel.open(op.block);
    const top = kernel.open(op.loop);
    kernel.value(left, 'i32');
    kernel.emit(op.i32, 4, kinds.i32['+']);
    kernel.value(right, 'i32');
    kernel.emit(kinds.i32['>']);
    kernel.branch(op.brIf, exit);
    this.statements.forEach((one) => this.statementOfFour(one));
    for (const place of [this.done, ...counters.map((text) => kernel.scope.get(text).place)]) {
      kernel.emit(op.get, ...leb(place), op.i32, 4, kinds.i32['+'], op.set, ...leb(place));
    }
    kernel.branch(op.br, top);
    kernel.close();
    kernel.close();
    this.addSums();
  }

  /** Addresses of the elements that the first step reads and writes. */
  findBases() {
    const { kernel } = this;
    const visit = (node) => {
      if (ts.isElementAccessExpression(node) && !this.bases.has(node.getText())) {
        const base = kernel.local('i32');
        kernel.address(node);
        kernel.emit(op.set, ...leb(base));
        this.bases.set(node.getText(), base);
      }
      ts.forEachChild(node, visit);
    };
    // constants that count with the loop have their value before it, too
    for (const [text, e] of this.inside) {
      if (this.slope(e) !== 1) continue;
      kernel.value(e, 'i32');
      kernel.emit(op.set, ...leb(kernel.named(text, 'i32').place));
    }
    this.statements.forEach(visit);
  }

  /** Numbers that the loop leaves as they are, four times beside each other. */
  spread() {
    const { kernel } = this;
    const visit = (node) => {
      const { kind } = (ts.isIdentifier(node) && kernel.scope.get(node.text)) || {};
      if (ts.isElementAccessExpression(node)) return;
      if (['f32', 'f64'].includes(kind) && !this.inside.has(node.text) && !this.sums.has(node.text) && !this.vectors.has(node.text)) {
        kernel.value(node, 'f32');
        kernel.simd(four.splat);
        this.vectors.set(node.text, kernel.local('v128'));
        kernel.emit(op.set, ...leb(this.vectors.get(node.text)));
      }
      ts.forEachChild(node, visit);
    };
    this.statements.forEach(visit);
  }

  address(node) {
    const { array } = this.kernel.scope.get(node.expression.text);
    this.kernel.emit(op.get, ...leb(this.bases.get(node.getText())), op.get, ...leb(this.done));
    if (array.shift > 0) this.kernel.emit(op.i32, array.shift, kinds.i32['<<']);
    this.kernel.emit(kinds.i32['+']);
  }

  statementOfFour(s) {
    const { kernel } = this;
    if (ts.isVariableStatement(s)) {
      for (const { name: { text }, initializer } of s.declarationList.declarations) {
        if (this.slope(initializer) === 1) continue;
        this.value(initializer);
        const place = kernel.local('v128');
        this.vectors.set(text, place);
        kernel.emit(op.set, ...leb(place));
      }
      return;
    }
    const { left, right, operatorToken } = s.expression;
    const operator = operatorToken.getText().slice(0, -1);
    if (ts.isIdentifier(left)) return this.addTo(left.text, right);
    this.address(left);
    if (operator) this.value(left);
    this.value(right);
    if (operator) kernel.simd(kinds.v128[operator]);
    kernel.simd(four.store, 0, 0);
  }

  /** Adds four numbers to a sum, a product of them in double precision: a pair of them at a time. */
  addTo(text, e) {
    const { kernel } = this;
    const product = isProduct(e);
    const factors = (product ? [e.left, e.right] : [e]).map((one) => {
      const place = kernel.local('v128');
      this.value(one);
      kernel.emit(op.set, ...leb(place));
      return place;
    });
    for (const [half, pair] of this.sums.get(text).entries()) {
      kernel.emit(op.get, ...leb(pair));
      for (const factor of factors) {
        kernel.emit(op.get, ...leb(factor));
        if (half === 1) {
          kernel.emit(op.get, ...leb(factor));
          kernel.simd(four.shuffle, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7);
        }
        kernel.simd(four.promoteLow);
      }
      if (product) kernel.simd(four.multiplyDoubles);
      kernel.simd(four.addDoubles);
      kernel.emit(op.set, ...leb(pair));
    }
  }

  /** Behind the loop: four sums become one. */
  addSums() {
    const { kernel } = this;
    for (const [text, [low, high]] of this.sums) {
      const { place } = kernel.scope.get(text);
      kernel.emit(op.get, ...leb(place));
      for (const [pair, lane] of [[low, 0], [low, 1], [high, 0], [high, 1]]) {
        kernel.emit(op.get, ...leb(pair));
        kernel.simd(four.lane, lane);
        kernel.emit(kinds.f64['+']);
      }
      kernel.emit(op.set, ...leb(place));
    }
  }

  /** Leaves four numbers. */
  value(e) {
    const { kernel } = this;
    if (ts.isParenthesizedExpression(e)) return this.value(e.expression);
    if (ts.isIdentifier(e) && this.vectors.has(e.text)) return kernel.emit(op.get, ...leb(this.vectors.get(e.text)));
    if (ts.isElementAccessExpression(e)) return this.load(e);
    if (ts.isConditionalExpression(e)) {
      this.value(e.whenTrue);
      if (e.whenFalse.getText() !== '0') this.value(e.whenFalse);
      this.binary(e.condition);
      return kernel.simd(e.whenFalse.getText() === '0' ? four.and : four.bitselect);
    }
    if (ts.isBinaryExpression(e)) return this.binary(e);
    kernel.value(e, 'f32');
    kernel.simd(four.splat);
  }

  binary({ left, right, operatorToken }) {
    this.value(left);
    this.value(right);
    this.kernel.simd(kinds.v128[operatorToken.getText()]);
  }

  load(e) {
    const { kernel } = this;
    this.address(e);
    if (kernel.scope.get(e.expression.text).array === arrays.Float32Array) return kernel.simd(four.load, 0, 0);
    kernel.simd(four.load32, 0, 0);
    kernel.simd(four.bytesToShorts);
    kernel.simd(four.shortsToWords);
    kernel.simd(four.wordsToFloats);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, text] of compiledFiles()) writeFileSync(file, text);
}
