import type { Wording } from '../loaded-case.js';
import { quoted } from '../printable.js';
import { noSuchFile } from './files.js';

/** Sentences about meshes that come from files. */
export const meshWording = {
  noMeshName: (name: string): Wording => ({
    code: 'missing-file',
    expected: 'a mesh of Gmsh, with a name that ends in .msh',
    received: quoted(name),
    remedy: 'save it with Gmsh under such a name',
  }),
  missingMeshFile: (path: string): Wording => noSuchFile('a mesh of Gmsh (.msh)', path),
  noMeshOf: (received: string): Wording => ({
    code: 'wrong-type',
    expected: 'a .msh file of at most 256 MB',
    received,
    remedy: 'make the mesh coarser',
  }),
};
