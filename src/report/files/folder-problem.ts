/** Reason why a report cannot be written to a folder that is there. */
export class FolderProblem extends Error {}
