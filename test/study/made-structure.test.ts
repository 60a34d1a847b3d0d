import { describe, expect, it } from 'vitest';
import { parseDrawn } from '../../src/config/sections/drawn-schema.js';
import { parseImage } from '../../src/config/sections/image-description.js';
import { cardOf } from '../../src/report/blocks/card.js';
import { structureCorrelation } from '../../src/report/figures/structure-curves.js';
import { structureSolid } from '../../src/report/figures/structure-pictures.js';
import { madeStructureReport } from '../../src/report/made-structure-report.js';
import { madeStructureSchema } from '../../src/results/made-structure-schema.js';
import { makeDocument } from '../../src/study/made-structure.js';

const read = parseDrawn(
  `title: lamellae in a powder
voxelSize: 1 um
voxels: [30, 30, 30]
realisations: 2
activeMaterial: {volumeFraction: 45 %, diameter: 7 um}
electrolyte: {volumeFraction: 40 %, diameter: 5 um}
pattern: {shape: lamellae, share: 20 %, period: 10 um}
`,
  { file: 'x.yaml' },
);
if (!read.ok) throw new Error('the example is valid');
const { document, made } = makeDocument('x.yaml', read.drawn);

describe('a made structure', () => {
  it('fits its schema and says what was got of what was asked for', () => {
    expect(madeStructureSchema.parse(document)).toEqual(document);
    for (const { askedFor, volumeFraction } of document.phases) expect(volumeFraction).toBeCloseTo(askedFor, 3);
    expect(document.pattern).toMatchObject({ shape: 'lamellae', askedFor: 0.2 });
    expect(document.pattern?.volumeFraction).toBeCloseTo(0.2, 9);
    expect(document.correlation.chance[0]).toBeCloseTo(0.45, 3);
  });

  it('says what carriers find over its realisations; lamellae carry at least their share', () => {
    expect(document.ions.conductivityRatio.values).toHaveLength(2);
    expect(document.ions.conductivityRatio.mean).toBeGreaterThan(0.2);
    expect(document.ions.tortuosityFactor).toBeCloseTo(0.4 / document.ions.conductivityRatio.mean, 3);
    expect(document.surface.coverage).toBeLessThan(1);
  });

  it('says that a box of four particles is a sample of few', () => {
    expect(document.warnings.some((line) => line.includes('a sample of few'))).toBe(true);
  });
});

describe('its report', () => {
  it('has every phase on its card, in lines that fit', () => {
    const card = cardOf(madeStructureReport(made.image))(document, { colour: false, width: 100 });
    for (const name of ['activeMaterial', 'electrolyte', 'lamellae']) {
      expect(card).toContain(name);
    }
    expect(Math.max(...card.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
  });

  it('writes beside the page what reads as an image again', () => {
    const { files = [] } = madeStructureReport(made.image).describe(document);
    const [description, picture] = files.map(({ text }) => text());
    expect(parseImage(description, 'structure.yaml')).toMatchObject({ ok: true,
      description: { voxelSize: [1e-6, 1e-6, 1e-6],
        labels: new Map([[0, 'void'], [1, 'activeMaterial'], [2, 'electrolyte']]) } });
    expect(picture).toContain('WholeExtent="0 30 0 30 0 30"');
  });

  it('draws the solid once per view, and the correlation', () => {
    const { svg } = structureSolid(made.image, [{ words: 'one', phases: ['activeMaterial'] }, { words: 'other',
      phases: ['electrolyte'] }]);
    expect(svg.match(/<image /g)).toHaveLength(2);
    expect(structureCorrelation(document).svg).toContain('Chance');
  });

  it('sees the three faces of a full box, each in its own brightness, and nothing of an empty one', () => {
    const full = { ...made.image, labels: new Uint8Array(27).fill(1), size: [3, 3, 3] as const };
    const coloursIn = (phases: string[]): number => {
      const { svg } = structureSolid(full, [{ words: '', phases }]);
      const [, data] = /base64,([^"]+)/.exec(svg)!;
      return Buffer.from(data, 'base64').length;
    };
    expect(coloursIn(['electrolyte'])).toBeLessThan(0.5 * coloursIn(['activeMaterial']));
  });
});
