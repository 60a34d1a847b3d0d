import { isMap, isNode, parseDocument } from 'yaml';
import { caseSource, folderOf, pathFrom } from '../config/case-source.js';
import type { LoadedCase } from '../config/case.js';
import { readYaml, type YamlSource } from '../config/files/yaml-source.js';
import { applyOverrides } from '../config/overrides.js';
import { parseSource } from '../config/parse-case.js';
import { completeOptions } from '../config/parse-options.js';
import { isRecord } from '../config/plain-data.js';
import type { Design } from './design.js';
import type { Texts } from './messages.js';

/** Reads designs: the text of a cell once, however often a slider moves. */
export class DesignReader {
  private readonly sources = new Map<string, YamlSource>();

  constructor(private readonly texts: Texts) {}

  read(design: Design): LoadedCase {
    return parseSource(this.sourceOf(design), { ...this.options(design), set: setsOf(design) });
  }

  /** The design as a case file: the text of its cell, with its remarks, and with what is changed of it written in. */
  textOf(design: Design): string {
    const own = this.ownText(design);
    // lines of problems are those of the text as it came
    if (design.text !== undefined && Object.keys(design.set).length === 0) return own;
    const source = this.sourceOf(design);
    const { data } = applyOverrides(isRecord(source.data) ? source.data : {}, setsOf(design));
    // what starts from another file is written out whole
    const document = parseDocument(/^base:/m.test(own) ? '{}' : own);
    if (!isMap(document.contents)) return own;
    document.contents.flow = false;
    writeInto(document, [], data);
    return document.toString({ lineWidth: 120, flowCollectionPadding: false }).replace(/^# yaml-language-server: .*\n/,
      '');
  }

  private options({ cell, files = {} }: Design) {
    const file = `${cell}.yaml`;
    return completeOptions({ file, textOf: (name) => files[name] ?? this.texts[pathFrom(folderOf(file), name)] });
  }

  private ownText({ cell, text }: Design): string {
    return text ?? this.texts[`${cell}.yaml`] ?? `base: ${cell}.yaml`;
  }

  private sourceOf(design: Design): YamlSource {
    const text = this.ownText(design);
    const key = JSON.stringify([design.cell, text, design.files]);
    const known = this.sources.get(key);
    if (known) return known;
    const options = this.options(design);
    const { source } = caseSource(readYaml(text, options.file), options);
    // an editor makes a new text with every key
    if (this.sources.size > mostTexts) this.sources.clear();
    this.sources.set(key, source);
    return source;
  }
}

const mostTexts = 50;

const setsOf = ({ set }: Design): string[] => Object.entries(set).map(([key, value]) => `${key}=${value}`);

/** Makes a document say what the data say; what they say already keeps its remarks and its way of writing. */
function writeInto(document: ReturnType<typeof parseDocument>, path: readonly string[], data: object): void {
  const node = document.getIn(path, true);
  const there = isMap(node) ? node.items.map(({ key }) => String(isNode(key) ? key.toJSON() : key)) : [];
  for (const key of there) if (!Object.hasOwn(data, key)) document.deleteIn([...path, key]);
  for (const [key, value] of Object.entries(data) as [string, unknown][]) {
    const at = [...path, key];
    const held: unknown = document.getIn(at, true);
    const now: unknown = isNode(held) ? held.toJS(document) : held;
    if (JSON.stringify(now) === JSON.stringify(value)) continue;
    if (isRecord(value) && isMap(held)) writeInto(document, at, value);
    else document.setIn(at, document.createNode(value));
  }
}
