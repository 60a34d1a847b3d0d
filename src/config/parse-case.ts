import { activeOf } from './blend.js';
import type { CaseInput } from './case-input.js';
import type { CaseIssue } from './case-issue.js';
import { type PathProblem, problemsOf, withoutMisspelt } from './case-problems.js';
import { caseSource, folderOf } from './case-source.js';
import type { Case, LoadedCase } from './case.js';
import { bareValue, cutRemarks } from './fields/annotation.js';
import { ledgerOf } from './fields/ledger.js';
import type { FieldProblem } from './fields/reading.js';
import { fillRest } from './fields/rest-fraction.js';
import { FileFindings } from './file-findings.js';
import { type Position, readInput, type YamlSource } from './files/yaml-source.js';
import type { PrintedFilm } from './film.js';
import { withMaterials } from './material-source.js';
import { mergeRecords } from './merge-sources.js';
import { withMesh } from './named-mesh.js';
import { overlaidSource } from './overlaid-source.js';
import { applyOverrides, type Overridden, overrideKey } from './overrides.js';
import { namesIn, ownPlace, unknownMaterials, withOwnMaterials } from './own-materials.js';
import type { ParameterRecord } from './parameter-record.js';
import { completeOptions, type ParseOptions } from './parse-options.js';
import { dataAt, dotted, isRecord, own, type Path, type PlainRecord, withoutNulls } from './plain-data.js';
import { printable } from './printable.js';
import { withProfiles } from './profile-source.js';
import { type Anode, anodeKindOf, mixedAnode } from './sections/anode-schema.js';
import { caseSchemas, type WrittenCase, writtenCaseSchema } from './sections/case-schema.js';
import { type InheritedCase, inheritLayers } from './sections/inherit-layers.js';
import type { ElectrodeLayer, WrittenLayer } from './sections/layer-schema.js';
import { withMeshFile } from './sections/mesh-file.js';
import { areaOf, bareCell, overArea, unusedOf } from './sections/per-area.js';
import { chargeWhereSilent } from './sections/protocol-schema.js';
import { readSections, type SectionsBefore } from './sections/read-sections.js';
import { caseRules } from './sections/rules.js';
import { withUsualCutoffs } from './sections/usual-cutoffs.js';
import { usualTolerance } from './sections/usual-numerics.js';
import { withStructures } from './structure-source.js';
import { films } from './tabled-films.js';
import { wording, wrongStructure } from './wording.js';

/** Reads a case from its text or from an object: the case with its ledger, or every problem at once in the order of the file. */
export function parseCase(input: string | CaseInput, settings: Partial<ParseOptions> = {}): LoadedCase {
  const options = completeOptions(settings);
  const { source } = caseSource(readInput(input, options.file), options);
  return parseSource(source, options);
}

/** A case from data that know where they stand; `before`: of the study that it is of. */
export function parseSource(yaml: YamlSource,
  { file, meshes, textOf = () => undefined, set = [], onMake }: ParseOptions,
  before: SectionsBefore = new Map()): LoadedCase
{
  if (!yaml.readable) return { ok: false, issues: yaml.issues };
  if (yaml.data !== null && !isRecord(yaml.data)) {
    const issue = { ...yaml.position([], 'value'), key: '', ...wrongStructure('object', yaml.data) };
    return { ok: false, issues: [...yaml.issues, issue] };
  }
  const applied = applyOverrides(yaml.data ?? {}, set);
  const overridden = { ...applied, data: withoutNulls(applied.data) };
  const files = new FileFindings();
  const context = { folder: folderOf(file), textOf, findings: files, ...(onMake && { onMake }) };
  const meshed = withMesh(withMeshFile(overridden.data, context), meshes, files);
  const withFiles = withProfiles(withMaterials(withFilm(meshed, files), context), context);
  const isRefused = [yaml, overridden, files].some(({ issues }) => issues.length > 0);
  const inherited = inheritLayers(withUsualCutoffs(overArea(fillRest(withStructures(withFiles, context, isRefused)))));
  const { data } = inherited;
  const place = placeOf(yaml, overridden, files);
  const schema = caseSchemas[anodeKindOf(data.anode)];
  const result = readSections(schema, data, before);
  const found = result.success
    ? []
    : result.error.issues.flatMap((issue) => problemsOf(issue, data, inherited.writtenPath, writtenCaseSchema));
  const foundOfOneAnode = mixedAnode(data.anode) ? found.filter(({ path }) => path[0] !== 'anode') : found;
  // names that only a file knows which cannot be read are no further problem
  const unknown = files.broken(['materials']) ? [] : unknownMaterials(schema, data);
  const rules = [...caseRules(data), ...unknown];
  const cut = cutRemarks(applied.data).map((problem): PathProblem => ({ ...problem, of: 'key' }));
  const problems = withoutMisspelt([...cut, ...withoutEchoes(foundOfOneAnode, files),
    ...ruleProblems(rules, inherited)]);
  const elsewhere = [...overridden.issues, ...files.issues];
  const issues = [...yaml.issues, ...elsewhere, ...problems.map((problem) => toIssue(problem, place))];
  if (issues.length > 0 || !result.success) return { ok: false, issues: inOrder(issues, file) };
  const given = toCase(result.data, data, nameOf(file));
  const unused = unusedKeys(result.data, given);
  let ledger: ParameterRecord[] | undefined;
  return {
    ok: true,
    case: given,
    // not every reader of a case asks where its numbers come from
    get ledger() {
      return ledger ??= ledgerOfCase(inherited, overridden, files, namesIn(schema, data)).filter(({ path }) =>
        !unused.some((key) => path === key || path.startsWith(`${key}.`))
      );
    },
    locate: (key) => {
      const written = inherited.writtenPath(ownPlace(data, toPath(key)));
      return { ...place(written, 'value'), key: dotted(written) };
    },
    vary: (key, value) => parseSource(yaml, { file, meshes, textOf, set: [...set, `${key}=${value}`] }),
    with: (values) => {
      const others = set.filter((one) => !Object.hasOwn(values, overrideKey(one)));
      return parseSource(overlaidSource(yaml, values, toPath, yaml), { file, meshes, textOf, set: others });
    },
  };
}

/**
 * Defaults that nothing rests on: the rates of a protocol that takes none, a charge that does not come before its steps, the thickness
 * of a plane that is sized otherwise, what a binder costs where there is none.
 */
const unusedKeys = ({ protocol, anode, cell }: WrittenCase, { protocol: { charge }, cathode }: Case): string[] => [
  ...unusedOf(cell),
  ...(cathode.layers.every(({ massFractions, volumeFractions }) => !(massFractions ?? volumeFractions)?.binder)
    ? ['cathode.ionicTransport.effectiveMedium.binderExponent']
    : []),
  ...(protocol.rates.length > 0 ? [] : ['protocol.rates']),
  ...(charge === protocol.charge ? [] : ['protocol.charge']),
  ...(anode.kind === 'planar' && !('thickness' in anode) ? ['anode.thickness'] : []),
];

type Place = (path: Path, of: 'key' | 'value') => Position;

/** Where a path of the file stands: on the command line, in the mesh file, in a CSV file, or in the case file. */
const placeOf = (yaml: YamlSource, overridden: Overridden, files: FileFindings): Place => (path, of) =>
  overridden.position(path) ?? files.position(path, of) ?? yaml.position(path, of);

/** A file that is not there or not readable is one problem, not one for every number that is missing. */
const withoutEchoes = (found: readonly PathProblem[], files: FileFindings): PathProblem[] => [
  ...files.problems.map((problem): PathProblem => ({ ...problem, of: 'value' })),
  ...found.filter(({ path }) => !files.broken(path)),
];

const ruleProblems = (found: readonly FieldProblem[], { writtenPath }: InheritedCase): PathProblem[] =>
  found.map((problem) => ({ ...problem, path: writtenPath(problem.path), of: 'value' }));

function toIssue({ path, of, ...words }: PathProblem, place: Place): CaseIssue {
  return { ...place(path, of), key: dotted(path), ...words };
}

/** One issue per key, in the order of the file; what other files and the command line hold comes last. */
function inOrder(issues: readonly CaseIssue[], file: string): CaseIssue[] {
  const byKey = new Map<string, CaseIssue>();
  for (const issue of issues) {
    const id = issue.key === '' ? `${issue.file}:${issue.line}` : issue.key;
    if (!byKey.has(id)) byKey.set(id, issue);
  }
  return byPlace([...byKey.values()], file);
}

/** Issues in the order of the file, then those of other files, then those of the command line. */
export function byPlace(issues: readonly CaseIssue[], file: string): CaseIssue[] {
  const rank = (issue: CaseIssue): number => (issue.file === file ? 0 : issue.file === '--set' ? 2 : 1);
  const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...issues].sort((a, b) =>
    rank(a) - rank(b) || compareText(a.file, b.file) || a.line - b.line || a.column - b.column
  );
}

const toPath = (key: string): Path => key.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));

/** `configs/nmc811.yaml` -> `nmc811`. */
const nameOf = (file: string): string => printable(file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, ''));

function toCase(all: WrittenCase, data: PlainRecord, name: string): Case {
  const { materials, ...named } = all;
  const written = materials ? withOwnMaterials(named, materials) : named;
  const { thermal, mesh: { title: _title, ...mesh }, protocol,
    cell: { format, diameter, area: ownArea, pressure: _, ...around }, membrane: { mass, thickness = 0, ...membrane },
    ...rest } = written;
  const area = areaOf(data.cell) ?? 0;
  const perArea = (weight: number): number => weight / area;
  const charge = chargeWhereSilent(protocol.charge, data.protocol, around.cathodeAsBuilt === 'charged');
  return {
    ...rest,
    name,
    mesh,
    numerics: namesTolerance(data) ? written.numerics : { ...written.numerics, tolerance: usualTolerance(data) },
    cell: format === 'pouch' ? around : bareCell(around, format, diameter ?? ownArea ? area : undefined),
    protocol: { ...protocol, charge },
    ...(thermal && { thermal: { ...thermal, ambient: thermal.ambient ?? written.temperature } }),
    anode: toAnode(written.anode, perArea),
    membrane: { electrolyteFraction: 1 - membrane.porosity, thickness, ...membrane,
      ...(mass !== undefined && { massLoading: perArea(mass) }) },
    cathode: { ...written.cathode, layers: written.cathode.layers.map((layer) => complete(layer, perArea)) },
  };
}

const namesTolerance = (data: PlainRecord): boolean => dataAt(data, ['numerics', 'tolerance']) !== undefined;

function toAnode(anode: WrittenCase['anode'], perArea: (mass: number) => number): Anode {
  if (anode.kind === 'composite') return { ...anode, layer: complete(anode.layer, perArea) };
  const { mass, ...plane } = { mass: undefined, ...anode };
  return mass === undefined ? plane : { ...plane, massLoading: perArea(mass) };
}

/** What is said in another way than the equations ask for. */
function complete({ activeMassLoading, mass, activeMaterial, structure: _, ...written }: WrittenLayer,
  perArea: (mass: number) => number): ElectrodeLayer
{
  const layer = { ...written, ...activeOf(activeMaterial) };
  const share = layer.massFractions?.activeMaterial;
  const massLoading = mass !== undefined
    ? perArea(mass)
    : activeMassLoading !== undefined && share
    ? activeMassLoading / share
    : layer.massLoading;
  // the densities, which make mass of volume fractions, are not known here
  const unknown = activeMassLoading !== undefined && layer.volumeFractions ? { activeMassLoading } : {};
  return withPorosity({ ...layer, ...unknown, ...(massLoading !== undefined && { massLoading }) });
}

/** Volume fractions without porosity or density leave the rest of the volume open. */
function withPorosity(layer: ElectrodeLayer): ElectrodeLayer {
  if (layer.volumeFractions === undefined || layer.porosity !== undefined || layer.density !== undefined) return layer;
  const solid = Object.values(layer.volumeFractions).reduce((sum, share) => sum + share, 0);
  return { ...layer, porosity: Math.max(0, Number((1 - solid).toPrecision(12))) };
}

function ledgerOfCase({ data, writtenPath }: InheritedCase, overridden: Overridden, files: FileFindings,
  used: readonly string[]): ParameterRecord[]
{
  const meshOf = (path: Path): string | undefined =>
    path[0] === 'mesh' ? files.position(path, 'value')?.file : undefined;
  const records = ledgerOf(caseSchemas[anodeKindOf(data.anode)], data, {
    writtenPath,
    sourceOf: (path) => (overridden.position(path) ? '--set' : meshOf(path) ?? sourceOf(data, path)),
  }).flatMap((record) => keepUsedMaterial(record, used));
  return records.map((record) => {
    if (record.path === 'numerics.tolerance' && !namesTolerance(data))
      return { ...record, value: String(usualTolerance(data)) };
    return overridden.data.mesh === undefined && record.path.startsWith('mesh.')
      ? { ...record, status: 'default' }
      : record;
  });
}

/** Finds the source of a key: that of its own material, else that of the case. */
function sourceOf({ source, materials }: PlainRecord, [head, name]: Path): string | undefined {
  const ownSource = head === 'materials' ? dataAt(materials, [name, 'source']) : undefined;
  const found = ownSource ?? source;
  return typeof found === 'string' ? found : undefined;
}

/** `materials.my-NMC.diffusivity` is `my-NMC.diffusivity` to a reader, as that of the library; nothing where no layer names it. */
function keepUsedMaterial(record: ParameterRecord, used: readonly string[]): ParameterRecord[] {
  if (!record.path.startsWith('materials.')) return [record];
  const path = record.path.slice('materials.'.length);
  return used.some((name) => path.startsWith(`${name}.`)) ? [{ ...record, path }] : [];
}

/** A case with the membrane of a film of the reviews under what the case itself says of its membrane. */
function withFilm(data: PlainRecord, findings: FileFindings): PlainRecord {
  const { membrane } = data;
  const name = isRecord(membrane) ? bareValue(membrane.film) : undefined;
  if (!isRecord(membrane) || typeof name !== 'string') return data;
  const film = own(films, name.trim()) as PrintedFilm | undefined;
  if (film) return { ...data, membrane: mergeRecords(film.membrane, membrane) };
  // what the film would have said is no further problem
  findings.problems.push({ ...wording.unknownName(name, 'the name of a film of the reviews', Object.keys(films)),
    path: ['membrane', 'film'] });
  findings.add(['membrane']);
  return { ...data, membrane: { thickness: '1 um', ...membrane } };
}
