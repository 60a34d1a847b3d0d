import type { RateResult, ResultDocument } from '../results/result-schema.js';
import { percent, significant } from './format.js';

type Particles = NonNullable<RateResult['particles']>;

/** Particles of one rate, by its label. */
interface Told {
  readonly label: string;
  readonly particles: Particles;
}

/** Lines on materials, sizes and contact of the particles at each rate, as [head, text]; nothing where there is one of each and full contact. */
export function particleLines({ rates }: ResultDocument): [string, string][] {
  const told = rates.flatMap(({ label, particles }) => (particles === undefined ? [] : [{ label, particles }]));
  if (told.length === 0) return [];
  const materials = [...new Set(told[0].particles.map(({ material }) => material))];
  const contacts = told.flatMap(({ label, particles }) => contactText(particles).map((text) => `${label} ${text}`));
  const contact = `share of the particle surface, start to end of the step: ${contacts.join(', ')}`;
  return [
    ...blendLines(rates),
    ...materials.flatMap((material) =>
      sizeLines(
        told.map(({ label, particles }) => ({ label,
          particles: particles.filter((one) => one.material === material) })
        ),
        material,
      )
    ),
    ...(contacts.length > 0 ? [['contact', contact] satisfies [string, string]] : []),
  ];
}

/** One line for each active material of a blend. */
function blendLines(rates: readonly RateResult[]): [string, string][] {
  const first = rates.find(({ materials }) => materials !== undefined)?.materials ?? [];
  const severalLayers = new Set(first.map(({ layer }) => layer)).size > 1;
  return first.map(({ layer, material, capacityShare }, i): [string, string] => {
    const used = rates.flatMap(({ label, materials }) => (materials
      ? [`${label} ${percent(materials[i].utilisation, 0)}`]
      : [])
    );
    const name = severalLayers ? `${material} in ${layer}` : material;
    return ['material', `${name}: ${percent(capacityShare, 0)} of the capacity, of which is used ${used.join(', ')}`];
  });
}

function sizeLines(told: readonly Told[], material: string | undefined): [string, string][] {
  const sizes = new Set(told[0].particles.map(({ radius_um: radius }) => radius));
  return sizes.size > 1
    ? [['particles', `${material === undefined ? '' : `${material}: `}${sizeText(told)}`]]
    : [];
}

function sizeText(told: readonly Told[]): string {
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
