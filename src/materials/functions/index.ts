import type { LibraryFunction } from '../property.js';
import { ocpLcoMarquis2019 } from './ocp-lco-marquis2019.js';
import { ocpLfpAfshar2017 } from './ocp-lfp-afshar2017.js';
import { ocpNmc532Xu2019Closed } from './ocp-nmc532-xu2019-closed.js';
import { ocpNmc532Xu2019 } from './ocp-nmc532-xu2019.js';
import { ocpNmc811Chen2020Closed } from './ocp-nmc811-chen2020-closed.js';
import { ocpNmc811Chen2020 } from './ocp-nmc811-chen2020.js';

/** The functions that a material or an override may name. A new one is a file and a line here. */
export const libraryFunctions: readonly LibraryFunction[] = [
  ocpNmc811Chen2020,
  ocpNmc811Chen2020Closed,
  ocpNmc532Xu2019,
  ocpNmc532Xu2019Closed,
  ocpLcoMarquis2019,
  ocpLfpAfshar2017,
];
