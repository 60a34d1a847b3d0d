import type { Case, MeshSpecification } from '../config/case.js';

/** Names of the meshes of solutions of which only ratios are taken, and of those that follow a slider. */
export const [forRatios, forPreview] = ['ranges', 'preview'] as const;

/** Whether a mesh has the few cells that the program takes for itself, which no case asks for. */
export const isQuick = ({ name }: MeshSpecification): boolean => name === forRatios || name === forPreview;

/** A mesh and a tolerance that a case is solved on where few milliseconds count. */
export interface CoarseMesh extends MeshSpecification {
  readonly tolerance: number;
}

/** The same case with as few cells and shells, without its unit cell; what is coarser already stays as it is. */
export function onCoarseMesh(given: Case, { tolerance, ...quick }: CoarseMesh): Case {
  const { mesh, numerics } = given;
  const farChannels = quick.farChannels ?? mesh.farChannels;
  const least = (key: 'membraneCells' | 'cathodeCells' | 'grading' | 'shells'): number =>
    Math.min(mesh[key], quick[key]);
  return {
    ...given,
    mesh: {
      name: quick.name,
      membraneCells: least('membraneCells'),
      cathodeCells: least('cathodeCells'),
      grading: least('grading'),
      shells: least('shells'),
      shellGrading: mesh.shells <= quick.shells ? mesh.shellGrading : quick.shellGrading,
      ...(farChannels && { farChannels }),
    },
    numerics: { ...numerics, tolerance: Math.max(numerics.tolerance, tolerance) },
  };
}
