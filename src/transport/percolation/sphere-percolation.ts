/**
 * Percolation in a random packing of two kinds of spheres. A particle of a phase touches on average Z s particles of its own phase,
 * s its share of the surface; the phase leads through from 1.764 such contacts on, and from 4.236 on all of it does:
 *   s = x / (x + (1 - x) / R),   P = (1 - ((4.236 - Z s) / 2.472)^2.5)^0.4.
 * x share of the solids by volume, R diameter of the other particles over that of its own, Z mean number of contacts (6).
 * Bouvard and Lange, Acta Metall. Mater. 39 (1991) 3083 (from memory); in the form of Chen et al. 2013, doi 10.3390/en6031632.
 */
const firstContacts = 1.764;
const fullContacts = 4.236;

/** Share of the surface of all particles that belongs to the phase. */
export const surfaceShare = (share: number,
  ratio: number): number => (share === 0 ? 0 : share / (share + (1 - share) / ratio));

/** Contacts of a particle with its own phase. */
export const ownContacts = (share: number, ratio: number, coordination: number): number =>
  coordination * surfaceShare(share, ratio);

/** Share of the phase that belongs to what leads through; 0.41 is the exponent near the threshold, 0.4 here. */
export function percolatingShare(contacts: number): number {
  if (contacts <= firstContacts) return 0;
  if (contacts >= fullContacts) return 1;
  return (1 - ((fullContacts - contacts) / (fullContacts - firstContacts)) ** 2.5) ** 0.4;
}

/** x at which the phase begins to lead through: s(xc) = 1.764 / Z. */
export function thresholdShare(ratio: number, coordination: number): number {
  const surface = firstContacts / coordination;
  return surface / (surface + (1 - surface) * ratio);
}

/** The R of which a share is the threshold. */
export function ratioOfThreshold(threshold: number, coordination: number): number {
  const surface = firstContacts / coordination;
  return (surface * (1 - threshold)) / (threshold * (1 - surface));
}

/**
 * Share of the particles of diameter ratio R (their own over the phase's) that touch the part of the phase that leads through:
 *   1 - (1 - P)^n,   n = (1 + R^2) / 2 Z s  contacts with it (Chen et al. 2013).
 */
export const touchedShare = (contacts: number, ratio: number): number =>
  1 - (1 - percolatingShare(contacts)) ** (0.5 * (1 + ratio * ratio) * contacts);
