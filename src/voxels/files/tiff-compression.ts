/** PackBits (TIFF 6.0, section 9): n literal bytes, or one byte many times. */
export function unpackBits(packed: Uint8Array, needed: number): Uint8Array {
  const out = new Uint8Array(needed);
  let to = 0;
  for (let at = 0; at < packed.length && to < needed;) {
    const head = packed[at++];
    if (head === 128) continue;
    if (head < 128) {
      const literal = packed.subarray(at, Math.min(at + head + 1, at + needed - to));
      out.set(literal, to);
      to += literal.length;
      at += head + 1;
    } else {
      const many = Math.min(257 - head, needed - to);
      out.fill(packed[at++], to, to + many);
      to += many;
    }
  }
  return out.subarray(0, to);
}

const clear = 256;
const end = 257;

/** LZW (TIFF 6.0, section 13): codes of 9 to 12 bits, highest bit first, a code wider one entry early; undefined where a code cannot be. */
export function unpackLzw(packed: Uint8Array, needed: number): Uint8Array | undefined {
  const out = new Uint8Array(needed);
  // a string of the table is a piece of what has been written
  const start = new Int32Array(4096);
  const length = new Int32Array(4096);
  let entries = 258;
  let bits = 9;
  let buffer = 0;
  let held = 0;
  let to = 0;
  let previous = -1;
  for (let at = 0; to < needed;) {
    while (held < bits && at < packed.length) {
      buffer = ((buffer << 8) | packed[at++]) & 0xffffff;
      held += 8;
    }
    if (held < bits) break;
    const code = (buffer >> (held - bits)) & ((1 << bits) - 1);
    held -= bits;
    if (code === end) break;
    if (code === clear) {
      entries = 258;
      bits = 9;
      previous = -1;
      continue;
    }
    if (code > entries || (code >= 256 && code < 258) || (code === entries && previous < 0)) return undefined;
    const from = to;
    if (code < 256) out[to++] = code;
    else {
      // the newest entry is the string before and its own first byte, which is being written
      const source = code === entries ? previous : start[code];
      const many = code === entries ? from - previous + 1 : length[code];
      for (let k = 0; k < many && to < needed; k++) out[to++] = out[source + k];
    }
    if (previous >= 0 && entries < 4096) {
      start[entries] = previous;
      length[entries++] = from - previous + 1;
    }
    previous = from;
    if (entries >= (1 << bits) - 1 && bits < 12) bits++;
  }
  return out.subarray(0, to);
}
