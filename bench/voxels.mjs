import { readFileSync } from 'node:fs';
import { conductOnePhase } from '../dist/voxels/conduction/conduct.js';

/**
 * node bench/voxels.mjs FILE EDGE [LABEL] [TOLERANCE] [ROUNDS]      effective conductivity of the voxels of a label (0) in a raw image of EDGE^3 bytes: k, error estimate,
 *                                                                   iterations, CPU and wall time, most memory of the process; after a build
 */
const [file, edge, label = 0, tolerance = 1e-4, rounds = 1] = process.argv.slice(2).map((value, i) =>
  i === 0 ? value : Number(value)
);
const image = readFileSync(file);
const conducts = () => {
  const mask = new Uint8Array(image.length);
  for (let i = 0; i < mask.length; i++) mask[i] = Number(image[i] === label);
  return mask;
};
for (let round = 0; round < rounds; round++) {
  const [clock, before] = [performance.now(), process.cpuUsage()];
  const { conductivity, relativeError, iterations, leading } = conductOnePhase([edge, edge, edge], conducts, tolerance);
  const wall = (performance.now() - clock) / 1e3;
  const { user, system } = process.cpuUsage(before);
  console.log(
    JSON.stringify({ conductivity, relativeError, iterations, share: leading / image.length,
      cpu_s: +((user + system) / 1e6).toFixed(2), wall_s: +wall.toFixed(2),
      most_GB: +(process.resourceUsage().maxRSS / 1048576).toFixed(2) }),
  );
}
