import { crc32, deflateSync } from 'node:zlib';

/** A picture of coloured pixels as PNG in a data address, for an <image> of a figure; colours as #rrggbb, rows from the top. */
export function pixels(width: number, height: number, colour: (x: number, y: number) => string): string {
  const rows = new Uint8Array(height * (1 + 3 * width));
  const known = new Map<string, number>();
  for (let y = 0, at = 0; y < height; y++) {
    at++;
    for (let x = 0; x < width; x++) {
      const text = colour(x, y);
      let value = known.get(text);
      if (value === undefined) known.set(text, value = parseInt(text.slice(1), 16));
      rows[at++] = value >> 16;
      rows[at++] = (value >> 8) & 255;
      rows[at++] = value & 255;
    }
  }
  const head = new DataView(new ArrayBuffer(13));
  head.setUint32(0, width);
  head.setUint32(4, height);
  // eight bits, red green blue
  head.setUint8(8, 8);
  head.setUint8(9, 2);
  const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', new Uint8Array(head.buffer)),
    chunk('IDAT', deflateSync(rows)), chunk('IEND', new Uint8Array(0))]);
  return `data:image/png;base64,${png.toString('base64')}`;
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** The picture at its place of a figure, its pixels sharp. */
export const pictureAt = (x: number, y: number, width: number, height: number, address: string): string =>
  `<image x="${x}" y="${y}" width="${width}" height="${height}" preserveAspectRatio="none" image-rendering="optimizeSpeed" `
  + `href="${address}"/><rect x="${x}" y="${y}" width="${width}" height="${height}" fill="none" stroke="#999"/>`;
