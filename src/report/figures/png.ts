// npm may leave its binary out. Named in an `import` statement, a package that does not load is also an error of its own in Node 20, which ends
// the process although whoever asked for this file has caught it
const { Resvg } = await import('@resvg/resvg-js');

/** Two pixels per unit: a figure of 800 units is 1600 pixels wide. */
const zoom = 2;

/** The figure as PNG, with the given font files and no others, so that every machine draws the same picture. */
export function toPng(svg: string, fontFiles: readonly string[]): Uint8Array {
  const font = { loadSystemFonts: false, fontFiles: [...fontFiles], defaultFontFamily: 'DejaVu Sans' };
  return new Resvg(svg, { fitTo: { mode: 'zoom', value: zoom }, font, background: '#ffffff' }).render().asPng();
}
