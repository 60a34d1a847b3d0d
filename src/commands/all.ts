import type { Command } from 'commander';

/**
 * The commands by name, in the order of the help. A command line that names one reads that one alone: reading the others takes longer than a
 * short run.
 */
export const commands: Readonly<Record<string, () => Promise<(root: Command) => void>>> = {
  run: async () => (await import('./run.js')).addRun,
  compare: async () => (await import('./compare.js')).addCompare,
  sweep: async () => (await import('./sweep.js')).addSweep,
  merge: async () => (await import('./merge.js')).addMerge,
  learn: async () => (await import('./learn.js')).addLearn,
  ask: async () => (await import('./ask.js')).addAsk,
  reproduce: async () => (await import('./reproduce.js')).addReproduce,
  validate: async () => (await import('./validate.js')).addValidate,
  fit: async () => (await import('./fit.js')).addFit,
  uncertainty: async () => (await import('./uncertainty.js')).addUncertainty,
  optimise: async () => (await import('./optimise.js')).addOptimise,
  eis: async () => (await import('./eis.js')).addEis,
  energy: async () => (await import('./energy.js')).addEnergy,
  check: async () => (await import('./check.js')).addCheck,
  schema: async () => (await import('./schema.js')).addSchema,
  materials: async () => (await import('./materials.js')).addMaterials,
  new: async () => (await import('./new.js')).addNew,
  import: async () => (await import('./import.js')).addImport,
  tortuosity: async () => (await import('./tortuosity.js')).addTortuosity,
  structure: async () => (await import('./structure.js')).addStructure,
  mesh: async () => (await import('./mesh.js')).addMesh,
  live: async () => (await import('./live.js')).addLive,
};

/** What to read for a command line: the command that it names first, or all of them, for their help and for a name that is none. */
export const commandsOf = (name: string): string[] => Object.hasOwn(commands, name) ? [name] : Object.keys(commands);
