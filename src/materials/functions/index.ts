import type { LibraryFunction } from '../property.js';
import { conductivityLipf6Capiglia1999, diffusivityLipf6Capiglia1999 } from './lipf6-capiglia1999.js';
import { conductivityLipf6Nyman2008, diffusivityLipf6Nyman2008 } from './lipf6-nyman2008.js';
import { conductivityLipf6Valoen2005 } from './lipf6-valoen2005.js';
import { conductivityLitfsiPemo, diffusivityLitfsiPemo, thermodynamicFactorLitfsiPemo,
  transferenceLitfsiPemo } from './litfsi-pemo.js';
import { conductivityLitfsiPeoEdman2000, diffusivityLitfsiPeoEdman2000,
  transferenceLitfsiPeoEdman2000 } from './litfsi-peo-edman2000.js';
import { ocpGraphiteChen2020 } from './ocp-graphite-chen2020.js';
import { ocpGraphiteMarquis2019 } from './ocp-graphite-marquis2019.js';
import { ocpGraphiteNorthrop2011 } from './ocp-graphite-northrop2011.js';
import { ocpLcoMarquis2019 } from './ocp-lco-marquis2019.js';
import { ocpLcoNorthrop2011 } from './ocp-lco-northrop2011.js';
import { ocpLfpAfshar2017 } from './ocp-lfp-afshar2017.js';
import { ocpLto } from './ocp-lto.js';
import { ocpNmc532, ocpNmc622, ocpNmc90 } from './ocp-nmc-between.js';
import { ocpNmc111Bpx } from './ocp-nmc111-bpx.js';
import { ocpNmc532Xu2019 } from './ocp-nmc532-xu2019.js';
import { ocpNmc811Chen2020 } from './ocp-nmc811-chen2020.js';
import { ocpNmc811 } from './ocp-nmc811.js';

/** The functions that a material or an override may name. A new one is a file and a line here. */
export const libraryFunctions: readonly LibraryFunction[] = [
  ocpNmc811,
  ocpNmc811Chen2020,
  ocpNmc90,
  ocpNmc622,
  ocpNmc532,
  ocpNmc532Xu2019,
  ocpNmc111Bpx,
  ocpLcoMarquis2019,
  ocpLcoNorthrop2011,
  ocpLfpAfshar2017,
  ocpGraphiteChen2020,
  ocpGraphiteMarquis2019,
  ocpGraphiteNorthrop2011,
  ocpLto,
  conductivityLipf6Nyman2008,
  diffusivityLipf6Nyman2008,
  conductivityLipf6Capiglia1999,
  diffusivityLipf6Capiglia1999,
  conductivityLipf6Valoen2005,
  conductivityLitfsiPeoEdman2000,
  diffusivityLitfsiPeoEdman2000,
  transferenceLitfsiPeoEdman2000,
  conductivityLitfsiPemo,
  diffusivityLitfsiPemo,
  transferenceLitfsiPemo,
  thermodynamicFactorLitfsiPemo,
];
