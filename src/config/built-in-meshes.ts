/** The texts of `meshes/`, for cases that are read where there is no disk; a test compares them. */
export const builtInMeshes: Readonly<Record<string, string>> = {
  coarse: `title: quick look and sweeps
membraneCells: 5
cathodeCells: 20
grading: 3
shells: 12
shellGrading: 1.3
`,
  default: `title: everyday mesh, graded to membrane, interfaces and particle surface
membraneCells: 8
cathodeCells: 60
grading: 2
shells: 20
shellGrading: 1.3
`,
  fine: `title: twice the default in every direction, to see what the mesh costs
membraneCells: 16
cathodeCells: 120
grading: 2
shells: 40
shellGrading: 1.14
`,
  liquid: `title: cells with liquid in a separator, even cells between electrodes that a few resolve
membraneCells: 2
cathodeCells: 20
grading: 1
shells: 16
shellGrading: 1.08
`,
  reference: `title: uniform mesh of the single-ion reference cells
membraneCells: 160
cathodeCells: 160
grading: 1
shells: 80
shellGrading: 1
`,
};
