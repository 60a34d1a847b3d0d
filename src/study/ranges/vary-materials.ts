import type { Case, ElectrodeLayer, MaterialReference } from '../../config/case.js';

/** A property of a material of the library, `NMC811.diffusivity`, or as a case overrides it, `cathode.activeMaterial.diffusivity`. */
interface PropertyPath {
  readonly owner: string;
  readonly property: string;
}

const roles = ['activeMaterial', 'electrolyte', 'carbon', 'binder'] as const;

/**
 * The case with one property of a material at another value, wherever the path of the ledger means it: everywhere that the library's
 * value is used, or at the place that overrides it. `factor` scales a table or a function; a number is set.
 */
export function withProperty(given: Case, path: string,
  change: { readonly value: number } | { readonly factor: number }): Case
{
  const cut = path.lastIndexOf('.');
  const wanted: PropertyPath = { owner: path.slice(0, cut), property: path.slice(cut + 1) };
  const changed = (reference: MaterialReference, places: readonly string[]): MaterialReference => {
    const overridden = reference.overrides[wanted.property] !== undefined;
    if (overridden ? !places.includes(wanted.owner) : reference.name !== wanted.owner) return reference;
    return 'value' in change
      ? { ...reference, overrides: { ...reference.overrides, [wanted.property]: change.value } }
      : { ...reference, factors: { ...reference.factors, [wanted.property]: change.factor } };
  };
  return {
    ...given,
    anode: changedAnode(given.anode, changed),
    membrane: {
      ...given.membrane,
      electrolyte: changed(given.membrane.electrolyte, ['membrane.electrolyte']),
      ...(given.membrane.frame && { frame: changed(given.membrane.frame, ['membrane.frame']) }),
    },
    cathode: {
      ...given.cathode,
      layers: given.cathode.layers.map((layer, i) =>
        changedLayer(layer, [`cathode.layers.${layer.sliceOf ?? i}`, 'cathode'], changed)
      ),
    },
  };
}

type Changed = (reference: MaterialReference, places: readonly string[]) => MaterialReference;

function changedLayer(layer: ElectrodeLayer, keys: readonly string[], changed: Changed): ElectrodeLayer {
  const materials = roles.flatMap((role) => {
    const reference = layer[role];
    return reference ? [[role, changed(reference, keys.map((key) => `${key}.${role}`))] as const] : [];
  });
  const blend = layer.blend?.map((part) => ({ ...part,
    material: changed(part.material, keys.map((key) => `${key}.activeMaterial.blend.${part.name}`)) })
  );
  return { ...layer, ...Object.fromEntries(materials), ...(blend && { blend, activeMaterial: blend[0].material }) };
}

function changedAnode(anode: Case['anode'], changed: Changed): Case['anode'] {
  if (anode.kind === 'composite') return { ...anode, layer: changedLayer(anode.layer, ['anode'], changed) };
  const { host } = anode;
  return {
    ...anode,
    material: changed(anode.material, ['anode.material']),
    ...(host && { host: { ...host, electrolyte: changed(host.electrolyte, ['anode.host.electrolyte']) } }),
  };
}
