import { spawnSync } from 'node:child_process';

/** The Python that has PyBaMM: CATHOLITH_PEER_PYTHON, or python3 if it can import it; undefined where there is none. */
export function peerPython() {
  const candidates = [process.env.CATHOLITH_PEER_PYTHON, 'python3'].filter(Boolean);
  return candidates.find((python) => spawnSync(python, ['-c', 'import pybamm'], { env: peerEnvironment }).status === 0);
}

/** One thread, no telemetry. */
export const peerEnvironment = {
  ...process.env,
  OMP_NUM_THREADS: '1',
  OPENBLAS_NUM_THREADS: '1',
  PYBAMM_DISABLE_TELEMETRY: 'true',
};
