import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A Slurm of one node from Debian's `slurm-wlm` and `munge`, in a folder of its own; nothing of it is installed or stays. */
export interface SlurmCluster {
  /** What a command of Slurm must find in its environment. */
  readonly env: NodeJS.ProcessEnv;
  /** Output of a command of Slurm. */
  run(command: string, ...args: string[]): string;
  /** Waits until no job is left. */
  idle(): Promise<void>;
  stop(): void;
}

const daemons = ['/usr/sbin/munged', '/usr/sbin/slurmctld', '/usr/sbin/slurmd'] as const;

/** Why a test cannot have a cluster; undefined where it can. */
export function withoutSlurm(): string | undefined {
  if (process.getuid?.() !== 0) return 'starts the daemons of Slurm, which needs root';
  const missing = ['sbatch', ...daemons].find((one) => spawnSync('sh', ['-c', `command -v ${one}`]).status !== 0);
  return missing === undefined ? undefined : `needs ${missing} (Debian: slurm-wlm, munge)`;
}

/** Starts the daemons below a folder; ports that are taken end it with a throw. */
export async function slurmCluster(dir: string, cpus: number): Promise<SlurmCluster> {
  const [host] = hostname().split('.');
  const port = 20_000 + 2 * Math.floor(20_000 * Math.random());
  for (const folder of ['munge', 'state', 'spool']) mkdirSync(join(dir, folder), { recursive: true, mode: 0o700 });
  const conf = join(dir, 'slurm.conf');
  writeFileSync(join(dir, 'munge/key'), randomBytes(128), { mode: 0o600 });
  writeFileSync(conf, configuration(dir, host, port, cpus));
  const env = { ...process.env, SLURM_CONF: conf };
  const run = (command: string, ...args: string[]): string => {
    const { status, stdout, stderr } = spawnSync(command, args, { env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
    return stdout;
  };
  const munge = (name: string): string => join(dir, 'munge', name);
  run(daemons[0], `--key-file=${munge('key')}`, `--socket=${munge('socket')}`, `--pid-file=${munge('pid')}`,
    `--log-file=${munge('log')}`, `--seed-file=${munge('seed')}`, '--force');
  run(daemons[1], '-f', conf);
  run(daemons[2], '-f', conf, '-N', host);
  for (let tries = 0; !run('sinfo', '-h', '-o', '%t').startsWith('idle'); tries++) {
    if (tries > 100) throw new Error('the node of Slurm does not come up');
    await pause(200);
  }
  return {
    env,
    run,
    idle: async () => {
      while (run('squeue', '-h').trim() !== '') await pause(500);
    },
    stop: () => {
      for (const pid of ['slurmd.pid', 'slurmctld.pid', 'munge/pid']) stopProcess(join(dir, pid));
    },
  };
}

function stopProcess(pidFile: string): void {
  try {
    process.kill(Number(readFileSync(pidFile, 'utf8')));
  } catch {
    // never started, or gone
  }
}

/** A requeued job begins again after the life of a credential: ten seconds in place of two minutes. */
const configuration = (dir: string, host: string, port: number, cpus: number): string => `
ClusterName=scratch
SlurmctldHost=${host}(127.0.0.1)
SlurmctldPort=${port}
SlurmdPort=${port + 1}
SlurmUser=root
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket=${dir}/munge/socket,cred_expire=10
StateSaveLocation=${dir}/state
SlurmdSpoolDir=${dir}/spool
SlurmctldPidFile=${dir}/slurmctld.pid
SlurmdPidFile=${dir}/slurmd.pid
SlurmctldLogFile=${dir}/slurmctld.log
SlurmdLogFile=${dir}/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
MpiDefault=none
ReturnToService=2
JobRequeue=1
KillWait=5
NodeName=${host} NodeAddr=127.0.0.1 CPUs=${cpus} State=UNKNOWN
PartitionName=main Nodes=${host} Default=YES State=UP
`;
