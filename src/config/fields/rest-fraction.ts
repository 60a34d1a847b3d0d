import { overLayers } from '../over-layers.js';
import { isRecord, type PlainRecord } from '../plain-data.js';
import { readQuantity } from './field.js';

/** What one constituent may say instead of a number: what the others leave. */
const rest = 'rest';

/** `electrolyte: rest` in the mass fractions of any layer, or in volume fractions beside a porosity, as a number. */
export const fillRest = (data: PlainRecord): PlainRecord =>
  overLayers(data, (layer, _, above) => fillLayer(layer, above?.porosity));

function fillLayer(layer: PlainRecord, inherited?: unknown): PlainRecord {
  const { massFractions, volumeFractions, porosity = inherited, activeMaterial } = layer;
  return {
    ...layer,
    ...(isRecord(activeMaterial) && isRecord(activeMaterial.blend)
      && { activeMaterial: { ...activeMaterial, blend: filledBlend(activeMaterial.blend) } }),
    ...(isRecord(massFractions) && { massFractions: filled(massFractions, 0) }),
    ...(isRecord(volumeFractions) && porosity !== undefined && { volumeFractions: filled(volumeFractions, porosity) }),
  };
}

/** Twice a rest, or other fractions that are none, stay as written: their field refuses them. */
function filled(fractions: PlainRecord, porosity: unknown): PlainRecord {
  const open = Object.keys(fractions).filter((key) => fractions[key] === rest);
  if (open.length !== 1) return fractions;
  const others = [porosity, ...Object.entries(fractions).filter(([key]) => key !== open[0]).map(([, value]) => value)];
  let left = 1;
  for (const other of others) {
    const reading = readQuantity(other, 'fraction', {});
    if (!reading.ok) return fractions;
    left -= reading.value;
  }
  return { ...fractions,
    [open[0]]: { value: Number(left.toPrecision(12)), note: 'what the other constituents leave' } };
}

/** `LCO: rest`, or `{share: rest}`, of a blend. */
function filledBlend(blend: PlainRecord): PlainRecord {
  const shareOf = (part: unknown): unknown => (isRecord(part) && Object.hasOwn(part, 'share') ? part.share : part);
  const shares = Object.fromEntries(Object.entries(blend).map(([name, part]) => [name, shareOf(part)]));
  const all = filled(shares, 0);
  return Object.fromEntries(
    Object.entries(blend).map((
      [name, part],
    ) => [name, part === shareOf(part) ? all[name] : { ...(part as PlainRecord), share: all[name] }]),
  );
}
