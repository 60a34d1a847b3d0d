import { keyWords } from './parameter-name.js';

const measured = /^cathode\.(?:layers\.\d+\.)?(ionic|electronic)Transport\.effectiveConductivity$/;
const ofComposition =
  /^cathode\.(?:layers\.\d+\.)?(?:porosity|density|pressDensity|massFractions|volumeFractions|electrolyte$|electrolyte\.name)/;

/** What of a composition is changed while a conductivity stays as it was measured in one composite; undefined where it does not. */
export function heldConductivity(parameters: readonly string[], varied: readonly string[]): string | undefined {
  const keys = varied.flatMap((key) => key.split(' + '));
  const changed = keys.filter((key) => ofComposition.test(key));
  const isChanged = (path: string): boolean => keys.some((key) => path === key || path.startsWith(`${key}.`));
  const held = parameters.flatMap((path) => (isChanged(path) ? [] : measured.exec(path)?.[1] ?? []));
  if (changed.length === 0 || held.length === 0) return undefined;
  const law = held.includes('ionic') ? 'ionicTransport' : 'electronicTransport';
  return `${[...new Set(changed)].map(keyWords).join(', ')}: changed, while the conductivity of the ${
    law === 'ionicTransport' ? 'ions' : 'electrons'
  } in the cathode stays as it was measured in one composite; change it too, or leave it to the composition, cathode.${law}: null`;
}
