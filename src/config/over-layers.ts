import { isRecord, type Path, type PlainRecord } from './plain-data.js';

/** A case with a change of each of its layers: a composite anode, the cathode, and every entry of its `layers`, which is told what stands above it. */
export function overLayers(data: PlainRecord,
  change: (layer: PlainRecord, path: Path, above?: PlainRecord) => PlainRecord): PlainRecord
{
  const { cathode, anode } = data;
  const layers = isRecord(cathode) && Array.isArray(cathode.layers)
    ? {
      layers: cathode.layers.map((layer: unknown, i) =>
        isRecord(layer) ? change(layer, ['cathode', 'layers', i], cathode) : layer
      ),
    }
    : {};
  return {
    ...data,
    ...(isRecord(anode) && { anode: change(anode, ['anode']) }),
    ...(isRecord(cathode) && { cathode: { ...change(cathode, ['cathode']), ...layers } }),
  };
}
