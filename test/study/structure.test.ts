import { unzlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cardOf } from '../../src/report/blocks/card.js';
import { coloursOf, white } from '../../src/report/figures/phase-colours.js';
import { structureDepth } from '../../src/report/figures/structure-curves.js';
import { structureFlux, structureSlices } from '../../src/report/figures/structure-pictures.js';
import { structureReport } from '../../src/report/structure-report.js';
import { vti } from '../../src/report/vtk.js';
import { structureSchema } from '../../src/results/structure-schema.js';
import { StructureStudy } from '../../src/study/structure.js';
import type { SegmentedImage } from '../../src/voxels/segmented-image.js';
import { pageOf } from '../report/pages.js';
import { evenNumbers, overlappingSpheres } from '../voxels/images.js';

const edge = 24;
const spheres = overlappingSpheres(edge, 4, 0.4);
/** Spheres of active material in electrolyte, and one voxel of void that leads nowhere. */
const image: SegmentedImage = {
  size: [edge, edge, edge],
  width: [1e-6, 1e-6, 1e-6],
  labels: spheres.map((inside, i) => (i === 5 ? 0 : 2 - inside)),
  phases: ['void', 'activeMaterial', 'electrolyte'],
  phaseOf: Uint8Array.from({ length: 256 }, (_, label) => label),
  through: 'z',
};
const description = {
  source: 'made up',
  voxelSize: image.width,
  labels: new Map([[0, 'void'], [1, 'activeMaterial'], [2, 'electrolyte']]),
  through: 'z' as const,
  ends: 'walls' as const,
  carriers: { ions: { electrolyte: 0.1, activeMaterial: 1e-7 } },
  contacts: [],
};
const { document, pictures } = new StructureStudy('x.tif', description, image, { axes: ['x', 'z'], octants: true })
  .run();
const [nothing, active, electrolyte] = document.phases;

describe('the study of an image', () => {
  it('fits its schema, and shares add up', () => {
    expect(structureSchema.parse(document)).toEqual(document);
    expect(document.phases.reduce((sum, { volumeFraction }) => sum + volumeFraction, 0)).toBeCloseTo(1, 12);
    for (const [i] of document.depth.position_um.entries()) {
      expect(document.depth.phases.reduce((sum, { volumeFraction }) => sum + volumeFraction[i], 0)).toBeCloseTo(1, 12);
    }
  });

  it('has a tortuosity factor where a phase leads through, and says where none does', () => {
    for (const { tortuosityFactor, octants } of electrolyte.transport) {
      expect(tortuosityFactor).toBeGreaterThan(1);
      expect(octants?.values).toHaveLength(8);
    }
    expect(nothing.transport[0]).toMatchObject({ leadingFraction: 0, conductivityRatio: 0, tortuosityFactor: null });
    expect(document.warnings).toContain('void: no path leads through along x and z');
  });

  it('has slices in series that are the whole', () => {
    const { volumeFraction, tortuosityFactor } = document.depth.phases[2];
    const series = tortuosityFactor!.reduce((sum, tau, i) => sum + tau / volumeFraction[i], 0) / edge;
    expect(series * electrolyte.transport[1].conductivityRatio).toBeCloseTo(1, 5);
  });

  it('joins phases that conduct a millionth into the same conductivity as one alone', () => {
    const [, alongZ] = document.carriers[0].along;
    expect(alongZ.effectiveConductivity_mS_cm / (1 * electrolyte.transport[1].conductivityRatio)).toBeCloseTo(1, 3);
  });

  it('says of every solution that is not one: phases 1e12 apart, which single precision does not hold', () => {
    const random = evenNumbers(3);
    const sparse = { ...image, labels: image.labels.map(() => (random() < 0.32 ? 2 : 1)) };
    const carriers = { electrons: { electrolyte: 1, activeMaterial: 1e-12 } };
    const found = new StructureStudy('x.tif', { ...description, carriers }, sparse, { axes: ['z'], octants: false })
      .run().document;
    expect(found.carriers[0].along[0].relativeError).toBeGreaterThanOrEqual(1);
    expect(found.warnings).toContainEqual(expect.stringContaining('electrons along z: no solution was found'));
  });

  it('keeps the potential of the phases that take part, from the membrane to the collector', () => {
    const first = pictures.potential.subarray(0, edge * edge).filter((u) => u > 0);
    const last = pictures.potential.subarray(-edge * edge).filter((u) => u > 0);
    expect(Math.min(...first)).toBeGreaterThan(Math.max(...last));
    expect(pictures.middlePlane[0]).toBeUndefined();
  });
});

describe('its report', () => {
  it('has every phase on the card and on the page', () => {
    const report = structureReport(pictures);
    const card = cardOf(report)(document, { colour: false, width: 100 });
    const page = pageOf(report, document);
    for (const name of image.phases) {
      expect(card).toContain(name);
      expect(page).toContain(name);
    }
    expect(card).toContain('no path leads through');
    expect(Math.max(...card.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
  });

  it('draws slices, currents and depth', () => {
    expect(structureSlices(document, image).svg).toMatch(/<image[^>]*data:image\/png;base64/);
    expect(structureFlux(document, image, pictures.middlePlane)?.svg).toContain('electrolyte: 0 to');
    const { svg } = structureDepth(document);
    expect(svg).toContain('Volume fraction');
    // each phase has the colour that the slices give it
    const colours = coloursOf(document.phases.map(({ name }) => name)).filter((colour) => colour !== white);
    expect(colours.filter((colour) => !svg.includes(`stroke="${colour}"`))).toEqual([]);
    expect(active.volumeFraction).toBeGreaterThan(0.3);
  });

  it('writes a VTI whose blocks unpack to the phases', () => {
    const phases = Uint8Array.from(image.labels, (label) => image.phaseOf[label]);
    const text = vti(image, { phase: phases, potential: pictures.potential });
    expect(text).toContain(`WholeExtent="0 ${edge} 0 ${edge} 0 ${edge}"`);
    const packed = /Name="phase" format="binary">([^<]*)</.exec(text)![1];
    // one block: four numbers of four bytes in base64, then its data
    const head = new Uint32Array(new Uint8Array(Buffer.from(packed.slice(0, 24), 'base64')).buffer);
    expect(Array.from(head.subarray(0, 3))).toEqual([1, 1 << 20, edge ** 3]);
    expect(unzlibSync(new Uint8Array(Buffer.from(packed.slice(24), 'base64')))).toEqual(phases);
  });
});
