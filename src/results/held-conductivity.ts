import { waysToSay } from '../config/alternatives.js';
import { keyWords } from './parameter-name.js';

const ofCathode = /^cathode\.(?:layers\.\d+\.)?(.+)$/;
const measured = /^(ionic|electronic)Transport\.effectiveConductivity$/;
const sharesAndVoids: readonly string[] = [...waysToSay.composition, ...waysToSay.density];

/** The key of a layer behind a key of the case; empty for what is of no cathode layer. */
const layerKey = (key: string): string => ofCathode.exec(key)?.[1] ?? '';

const isOfComposition = (key: string): boolean =>
  sharesAndVoids.includes(layerKey(key).split('.')[0]) || ['electrolyte', 'electrolyte.name'].includes(layerKey(key));

/** What of a composition is changed while a conductivity stays as it was measured in one composite; undefined where it does not. */
export function heldConductivity(parameters: readonly string[], varied: readonly string[]): string | undefined {
  const keys = varied.flatMap((key) => key.split(' + '));
  const changed = keys.filter(isOfComposition);
  const isChanged = (path: string): boolean => keys.some((key) => path === key || path.startsWith(`${key}.`));
  const held = parameters.flatMap((path) => (isChanged(path) ? [] : measured.exec(layerKey(path))?.[1] ?? []));
  if (changed.length === 0 || held.length === 0) return undefined;
  const [law, carrier] = held.includes('ionic') ? ['ionicTransport', 'ions'] : ['electronicTransport', 'electrons'];
  return `${[...new Set(changed)].map(keyWords).join(', ')}: changed, while the conductivity of the ${carrier} in the `
    + `cathode stays as it was measured in one composite; change it too, or leave it to the composition, cathode.${law}: null`;
}
