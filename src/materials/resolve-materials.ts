import { activeReferences } from '../config/blend.js';
import type { Case, Checked, ElectrodeLayer, MaterialReference, ParameterRecord, Problem } from '../config/case.js';
import { materialNames } from '../config/material-names.js';
import { type MaterialKind, type MaterialProperties, propertiesOf } from '../config/material-properties.js';
import { wording } from '../config/wording.js';
import { missingKey } from '../config/wording/fields.js';
import { FARADAY } from '../units/constants.js';
import { formatNumber, formatQuantity } from '../units/quantity.js';
import { activeParts, blendOf } from './blend.js';
import { buildElectrolyte, temperatureProperties } from './build-electrolyte.js';
import { buildActiveMaterial, buildPassiveMaterial, buildPlanarAnode, type Built } from './build-material.js';
import { molarMass } from './crystal.js';
import { type GrownInterphase, grownOnParticles } from './interphase-growth.js';
import { findMaterial } from './library/index.js';
import { type PlaneContact, planeContact, reductionWarnings } from './lithium-contact.js';
import type { ActiveMaterial, ActiveOfLayer, AnodeMaterials, Electrolyte, LayerMaterials,
  MaterialSet } from './material.js';
import { checkOneSalt, type ElectrolyteUse } from './one-salt.js';
import { materialOf } from './own-material.js';
import type { LibraryMaterial, Property } from './property.js';
import { resolveProperties } from './resolve-properties.js';
import type { ResolvedProperties } from './resolved-properties.js';

export type MaterialResolution = Checked<{ materials: MaterialSet; warnings: readonly string[] }>;

/** Difference of temperature below which an activation energy changes nothing worth a line in the ledger [K]. */
const sameTemperature = 0.5;

/** Every material of a case with its overrides, at the case's temperature; or every problem at once. */
export function resolveMaterials(given: Case): MaterialResolution {
  const resolver = new MaterialResolver(given.temperature, given.thermal !== undefined, hasContactLaw(given));
  const membrane = resolver.takeElectrolyte(given.membrane.electrolyte, 'membrane.electrolyte');
  const interlayers = (given.membrane.interlayers ?? []).map(({ electrolyte }, i) =>
    resolver.takeElectrolyte(electrolyte, `membrane.interlayers.${i}.electrolyte`)
  );
  const anode = takeAnode(resolver, given.anode);
  const frame = given.membrane.frame
    && resolver.take('passive', given.membrane.frame, 'membrane.frame', buildPassiveMaterial);
  const layers = given.cathode.layers.map((layer, index) =>
    takeLayer(resolver, layer, `cathode.layers.${index}`, 'cathode')
  );
  const cathodeCollector = takeFoil(resolver, given.cell.cathodeCollector.material, 'cell.cathodeCollector.material');
  const anodeCollector = takeFoil(resolver, given.cell.anodeCollector.material, 'cell.anodeCollector.material');
  const plateName = given.cell.bipolar?.plate.material;
  const bipolarPlate = plateName === undefined
    ? undefined
    : takeFoil(resolver, plateName, 'cell.bipolar.plate.material');

  const complete = layers.filter((layer) => layer !== undefined);
  const between = interlayers.filter((layer) => layer !== undefined);
  const planes = anode && membrane && cathodeCollector && anodeCollector;
  if (!planes || complete.length < layers.length || resolver.problems.length > 0)
    return { ok: false, problems: resolver.problems };
  const mixed = checkOneSalt(resolver.electrolytes);
  if (mixed.length > 0) return { ok: false, problems: mixed };
  const facing = between[0] ?? membrane;
  const plane = given.anode.kind === 'planar' && anode.kind === 'planar'
    ? planeContact(anode, facing, given.anode.areaSpecificResistance, resolver.atContact, given.assembly?.age)
    : undefined;
  if (plane) resolver.note(plane);
  for (const text of anode.kind === 'composite' ? reductionWarnings(anode.layer, facing) : []) {
    resolver.warnings.add(text);
  }
  for (const reference of given.cathode.layers.flatMap(activeReferences)) {
    resolver.warnOfBuiltState(reference, given.cell.cathodeAsBuilt);
  }
  for (const text of complete.flatMap(activeParts).flatMap(({ material }) => conversionWarnings(material))) {
    resolver.warnings.add(text);
  }
  const withInterphases = complete.map((layer, i) => {
    const growth = grownOnParticles(given, given.cathode.layers[i], layer, anode, resolver.atContact);
    resolver.note(growth);
    return growth.resistance > 0 ? { ...layer, interphase: growth.resistance } : layer;
  });
  return {
    ok: true,
    materials: {
      anode: plane?.anode ?? anode,
      membrane,
      ...(between.length > 0 && { interlayers: between }),
      ...(frame && { frame }),
      layers: withInterphases,
      cathodeCollector,
      anodeCollector,
      ...(bipolarPlate && { bipolarPlate }),
      ledger: [...resolver.records.values()],
    },
    warnings: [...resolver.warnings],
  };
}

function takeAnode(resolver: MaterialResolver, anode: Case['anode']): AnodeMaterials | undefined {
  if (anode.kind === 'planar') {
    const material = resolver.take('planarAnode', anode.material, 'anode.material', buildPlanarAnode);
    const host = anode.host && resolver.takeElectrolyte(anode.host.electrolyte, 'anode.host.electrolyte');
    return material && (!anode.host || host)
      ? { kind: 'planar', material, ...(host && { host }), resistance: 0 }
      : undefined;
  }
  const layer = takeLayer(resolver, anode.layer, 'anode', 'anode');
  return layer && { kind: 'composite', layer };
}

function takeLayer(resolver: MaterialResolver, layer: ElectrodeLayer, key: string, side: 'anode' | 'cathode'):
  | LayerMaterials
  | undefined
{
  const active = takeActive(resolver, layer, `${key}.activeMaterial`, side);
  const electrolyte = resolver.takeElectrolyte(layer.electrolyte, `${key}.electrolyte`);
  const carbon = layer.carbon && resolver.take('passive', layer.carbon, `${key}.carbon`, buildPassiveMaterial);
  const binder = layer.binder && resolver.take('passive', layer.binder, `${key}.binder`, buildPassiveMaterial);
  const { coating: writtenCoating } = layer;
  const coating = writtenCoating && 'material' in writtenCoating
    ? resolver.take('electrolyte', writtenCoating.material, `${key}.coating.material`, buildElectrolyte)
    : undefined;
  if (!active || !electrolyte) return undefined;
  return { ...active, electrolyte, ...(carbon && { carbon }), ...(binder && { binder }), ...(coating && { coating }) };
}

/** The active material of a layer, or all of its blend; undefined where one of them cannot be had. */
function takeActive(resolver: MaterialResolver, { activeMaterial, blend, contact }: ElectrodeLayer, key: string,
  side: 'anode' | 'cathode'): ActiveOfLayer | undefined
{
  const take = (reference: MaterialReference, at: string): ActiveMaterial | undefined => {
    const taken = resolver.take('activeMaterial', reference, at,
      (properties, temperature, material) => buildActiveMaterial(properties, temperature, side, material));
    if (!taken) return undefined;
    resolver.warnOfData(taken);
    if (!contact || taken.relativeVolume) return taken;
    resolver.problems.push(unknownVolume(taken.name, at));
    return undefined;
  };
  if (!blend) {
    const alone = take(activeMaterial, key);
    return alone && { activeMaterial: alone };
  }
  const parts = blend.flatMap(({ name, material: reference, share }) => {
    const material = take(reference, `${key}.blend.${name}`);
    return material ? [{ material, massShare: share }] : [];
  });
  return parts.length < blend.length ? undefined : { activeMaterial: blendOf(parts), blend: parts };
}

const takeFoil = (resolver: MaterialResolver, name: string, key: string) =>
  resolver.take('passive', { name, overrides: {} }, key, buildPassiveMaterial);

type Build<M> = (properties: ResolvedProperties, temperature: number, material: LibraryMaterial) => Built<M>;

type BuiltOf<M> = Checked<{ material: M; records: readonly ParameterRecord[]; properties: ResolvedProperties }>;

/** What each place of a case had last: designs of a study ask for most of it again. */
const lastBuilt = new Map<string, { readonly asked: string; readonly built: BuiltOf<unknown> }>();

/** A material as the place `key` has it, which is always built by the same `build`; the one before where the case says the same. */
function builtOnce<M>(material: LibraryMaterial, reference: MaterialReference, key: string, temperature: number,
  build: Build<M>): BuiltOf<M>
{
  const asked = JSON.stringify([reference, temperature]);
  const last = lastBuilt.get(key);
  if (last?.asked === asked) return last.built as BuiltOf<M>;
  const resolution = resolveProperties(material, reference, key);
  const built = resolution.ok ? withProperties(resolution.properties, temperature, material, build) : resolution;
  lastBuilt.set(key, { asked, built });
  return built;
}

function withProperties<M>(properties: ResolvedProperties, temperature: number, material: LibraryMaterial,
  build: Build<M>): BuiltOf<M>
{
  const built = build(properties, temperature, material);
  return built.ok ? { ...built, properties } : built;
}

/** Hands out materials and keeps what went wrong, what is doubtful and what was used. */
class MaterialResolver {
  readonly problems: Problem[] = [];
  readonly warnings = new Set<string>();
  readonly records = new Map<string, ParameterRecord>();
  /** Parameters that matter only at a contact, until somebody uses them. */
  readonly atContact = new Map<string, ParameterRecord>();
  /** Where the case holds which electrolyte, the membrane first. */
  readonly electrolytes: ElectrolyteUse[] = [];

  constructor(private readonly temperature: number, private readonly changes: boolean,
    private readonly mechanical: boolean)
  {}

  note({ records, warnings }: Pick<PlaneContact | GrownInterphase, 'records' | 'warnings'>): void {
    for (const record of records) this.records.set(record.path, record);
    for (const text of warnings) this.warnings.add(text);
  }

  warnOfBuiltState(reference: MaterialReference, built: 'charged' | 'discharged'): void {
    const { name } = reference;
    const from = materialOf(reference)?.conversionFrom;
    if (from === undefined || from === built) return;
    this.warnings.add(
      `${name} is the ${from} state, but the case says that the cell is built ${built}, so mass and lithium are wrong; `
        + `write cell: {cathodeAsBuilt: ${from}}`,
    );
  }

  /** A window beyond the data of its potential cannot be used in full. */
  warnOfData({ name, potentialRange: known, chargedStoichiometry, dischargedStoichiometry }: ActiveMaterial): void {
    const window = [chargedStoichiometry, dischargedStoichiometry].sort((a, b) => a - b);
    if (!known || (known[0] <= window[0] && window[1] <= known[1])) return;
    const shown = (ends: readonly number[]): string => ends.map((end) => formatNumber(end, 4)).join(' to ');
    this.warnings.add(
      `the open-circuit potential of ${name} is given from ${shown(known)} only; its window from ${shown(window)} `
        + 'reaches beyond, and what lies there is not used',
    );
  }

  take<M>(kind: MaterialKind, reference: MaterialReference, key: string, build: Build<M>): M | undefined {
    const material = materialOf(reference);
    if (material === undefined || material.kind !== kind) {
      const words = material
        ? wording.otherKind(kind, material.name, material.kind, materialNames[kind])
        : wording.unknownMaterial(kind, reference.name, materialNames[kind], Object.values(materialNames).flat());
      this.problems.push({ key, ...words });
      return undefined;
    }
    const built = builtOnce(material, reference, key, this.temperature, build);
    if (!built.ok) {
      this.problems.push(...built.problems);
      return undefined;
    }
    this.warnOfTemperature(material);
    this.warnBeyondCurves(built.properties);
    this.remember(built.records, built.properties, propertiesOf(kind));
    return built.material;
  }

  takeElectrolyte(reference: MaterialReference, key: string): Electrolyte | undefined {
    const electrolyte = this.take('electrolyte', reference, key, buildElectrolyte);
    if (electrolyte) this.electrolytes.push({ key, reference, electrolyte });
    return electrolyte;
  }

  private warnOfTemperature({ name, temperatureRange: [low, high] }: LibraryMaterial): void {
    if (this.temperature >= low && this.temperature <= high) return;
    const show = (kelvin: number) => formatQuantity(kelvin, 'temperature', 4);
    this.warnings.add(
      `${name} is used at ${show(this.temperature)}; its values are meant for ${show(low)} to ${show(high)}`,
    );
  }

  private warnBeyondCurves(properties: ResolvedProperties): void {
    const show = (kelvin: number) => formatQuantity(kelvin, 'temperature', 4);
    for (const property of temperatureProperties) {
      const [low, high] = properties.overTemperature(property)?.range ?? [0, Infinity];
      if (this.temperature >= low && this.temperature <= high) continue;
      this.warnings.add(
        `the ${propertiesOf('electrolyte')[property].label} of ${properties.name} was measured from ${show(low)} to `
          + `${show(high)}; at ${show(this.temperature)} it goes on with its last slope`,
      );
    }
  }

  /** At the reference temperature, where that stays, the activation energies carry no result and stay out of the ledger. */
  private remember(records: readonly ParameterRecord[], properties: ResolvedProperties,
    definitions: MaterialProperties): void
  {
    const reference = properties.has('referenceTemperature')
      ? properties.number('referenceTemperature')
      : this.temperature;
    const thermal = this.changes || Math.abs(reference - this.temperature) > sameTemperature;
    for (const record of records) {
      const property = record.path.slice(record.path.lastIndexOf('.') + 1);
      if (definitions[property].informative || (definitions[property].mechanical && !this.mechanical)) continue;
      if (definitions[property].atContact) {
        this.atContact.set(record.path, record);
        continue;
      }
      if (thermal || !definitions[property].thermal) this.records.set(record.path, record);
    }
  }
}

const hasContactLaw = ({ cathode, anode }: Case): boolean =>
  cathode.layers.some(({ contact }) => contact !== undefined)
  || (anode.kind === 'composite' && anode.layer.contact !== undefined);

/** A contact law asks how the particles change their volume. */
const unknownVolume = (name: string, key: string): Problem => ({ key: `${key}.relativeVolume`,
  ...missingKey(`the volume of ${name} over its stoichiometry, for the contact law`, 'nothing',
    `write e.g. activeMaterial: {name: ${name}, relativeVolume: [[0.3, 0.95], [0.9, 1]]}, or 1 where it keeps its volume`) });

/** What converts at all is a range, whatever the case takes: no equation predicts it. Empty for materials that are filled. */
function conversionWarnings(material: ActiveMaterial): readonly string[] {
  const { name, convertedShare = 1, density, maximumConcentration, chargedStoichiometry, dischargedStoichiometry } =
    material;
  const { crystal, properties } = findMaterial(name) ?? {};
  const reported = (properties as Readonly<Record<string, Property | undefined>> | undefined)?.convertedShare?.spread;
  if (!crystal || !reported || 'factor' in reported) return [];
  const window = Math.abs(dischargedStoichiometry - chargedStoichiometry);
  const taken = (convertedShare * FARADAY * maximumConcentration * window) / density;
  const theoretical = (FARADAY * crystal.lithium) / molarMass(crystal.formula);
  const [low, high] = [reported.low * theoretical, reported.high * theoretical];
  const show = (capacity: number): string => formatQuantity(capacity, 'specificCapacity', 3);
  return [`${name}: ${show(taken)} can convert in this case; reported cells reach ${show(low)} to ${show(high)}: `
    + `read capacity and energy as a range, x ${formatNumber(low / taken, 3)} to x ${formatNumber(high / taken, 3)}`];
}
