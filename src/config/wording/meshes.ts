import type { Wording } from '../loaded-case.js';
import { quoted } from '../printable.js';
import { noSuchFile } from './files.js';
import { missingFile, wrongType } from './words.js';

/** Sentences about meshes that come from files. */
export const meshWording = {
  noMeshName: (name: string) =>
    missingFile('a mesh of Gmsh, with a name that ends in .msh', quoted(name), 'save it with Gmsh under such a name'),
  missingMeshFile: (path: string): Wording => noSuchFile('a mesh of Gmsh (.msh)', path),
  noMeshOf: (received: string) => wrongType('a .msh file of at most 256 MB', received, 'make the mesh coarser'),
};
