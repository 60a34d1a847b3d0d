import type { RateResult, ResultDocument } from '../results/result-schema.js';
import { percent, significant } from './format.js';

type Particles = NonNullable<RateResult['particles']>;

/** Lines on sizes and contact of the particles at each rate, as [head, text]; nothing where there is one size and full contact. */
export function particleLines({ rates }: ResultDocument): [string, string][] {
  const told = rates.flatMap(({ label, particles }) => (particles === undefined ? [] : [{ label, particles }]));
  if (told.length === 0) return [];
  const sizes = new Set(told[0].particles.map(({ radius_um: radius }) => radius));
  const contacts = told.flatMap(({ label, particles }) => contactText(particles).map((text) => `${label} ${text}`));
  const contact = `share of the particle surface, start to end of the step: ${contacts.join(', ')}`;
  return [...lineIf(sizes.size > 1, 'particles', sizeText(told)), ...lineIf(contacts.length > 0, 'contact', contact)];
}

const lineIf = (isShown: boolean, head: string, text: string): [string, string][] => (isShown ? [[head, text]] : []);

function sizeText(told: readonly { readonly label: string; readonly particles: Particles }[]): string {
  const ends = told.map(({ label, particles }) => {
    const bySize = [...particles].sort((a, b) => a.radius_um - b.radius_um);
    return { label, smallest: bySize[0], largest: bySize[bySize.length - 1] };
  });
  const used = ends.map(({ label, smallest, largest }) =>
    `${label} ${percent(smallest.utilisation, 0)} and ${percent(largest.utilisation, 0)}`
  );
  const [{ smallest, largest }] = ends;
  return `radius ${significant(smallest.radius_um)} to ${
    significant(largest.radius_um)
  } µm; utilisation of the smallest and of the `
    + `largest: ${used.join(', ')}`;
}

/** Mean over the classes, by volume, of each layer. */
function contactText(particles: Particles): string[] {
  const touched = particles.flatMap(({ contact, volumeShare }) => (contact ? [{ ...contact, volumeShare }] : []));
  const total = touched.reduce((sum, { volumeShare }) => sum + volumeShare, 0);
  if (total === 0) return [];
  const mean = (end: 'start' | 'end'): number =>
    touched.reduce((sum, each) => sum + each.volumeShare * each[end], 0) / total;
  return [`${percent(mean('start'), 0)} to ${percent(mean('end'), 0)}`];
}
