/** The texts of `meshes/`, for cases that are read where there is no disk; a test compares them. */
export const builtInMeshes: Readonly<Record<string, string>> = {
  coarse: `title: for maps and sweeps, a third of the cells that the case asks for; these where it changes one
membraneCells: 5
cathodeCells: 20
grading: 3
shells: 12
shellGrading: 1.3
`,
  default: `title: as many cells and shells as the case asks for; these where it changes one
membraneCells: 4
cathodeCells: 40
grading: 3
shells: 24
shellGrading: 1.2
`,
  fine: `title: twice the default in every direction, to see what the mesh costs
membraneCells: 16
cathodeCells: 120
grading: 2
shells: 40
shellGrading: 1.14
`,
  reference: `title: uniform mesh of the single-ion reference cells
membraneCells: 160
cathodeCells: 160
grading: 1
shells: 80
shellGrading: 1
`,
};
