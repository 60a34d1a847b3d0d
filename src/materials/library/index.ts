import type { LibraryMaterial } from '../property.js';
import { lithiumAluminium, lithiumMagnesium, lithiumTin } from './alloys.js';
import { namedBinders, ptfe, pvdf } from './binders.js';
import { carbonBlack, namedCarbons, vgcf } from './carbon.js';
import { ironDisulfide, lithiumSulfide, seleniumSulfide, sulfur } from './chalcogens.js';
import { coatings, layersOnLithium } from './coatings.js';
import { aluminium, copper, nickel, stainlessSteel } from './foils.js';
import { graphite } from './graphite.js';
import { lco } from './lco.js';
import { lfp } from './lfp.js';
import { lgps } from './lgps.js';
import { li3incl6 } from './li3incl6.js';
import { li3ps4Glass } from './li3ps4-glass.js';
import { li6ps5cl } from './li6ps5cl.js';
import { lipf6EcDmc, lipf6EcEmc, lipf6PcEcDmc } from './lipf6.js';
import { indium, lithiumIndium } from './lithium-indium.js';
import { lithiumMetal } from './lithium-metal.js';
import { llzo } from './llzo.js';
import { lto } from './lto.js';
import { nca, nmc90 } from './nickel-rich.js';
import { nmc111 } from './nmc111.js';
import { nmc532, nmc532SingleCrystal } from './nmc532.js';
import { nmc622 } from './nmc622.js';
import { nmc811 } from './nmc811.js';
import { nmc83 } from './nmc83.js';
import { lithiumRich, lnmo, lrso, v2o5 } from './other-cathodes.js';
import { polyethylene } from './polyethylene.js';
import { liclo4Peo, litfsiPemo, litfsiPeo } from './salt-polymers.js';
import { graphiteSilicon, siliconCarbon450, siliconCarbon600 } from './silicon-graphite.js';
import { silicon } from './silicon.js';
import { singleIonPolymer } from './single-ion-polymer.js';
import { electrolytesOfTables } from './tabled-electrolytes.js';
import { tis2 } from './tis2.js';

/** Everything a case may name. A new material is a file and a line here. */
export const library: readonly LibraryMaterial[] = [
  nmc811,
  nmc83,
  nmc90,
  nca,
  nmc622,
  nmc532,
  nmc111,
  lco,
  lfp,
  lnmo,
  lithiumRich,
  lrso,
  v2o5,
  nmc532SingleCrystal,
  tis2,
  sulfur,
  lithiumSulfide,
  seleniumSulfide,
  ironDisulfide,
  graphite,
  silicon,
  siliconCarbon450,
  siliconCarbon600,
  graphiteSilicon,
  lto,
  indium,
  li3incl6,
  li6ps5cl,
  lgps,
  li3ps4Glass,
  llzo,
  singleIonPolymer,
  litfsiPeo,
  liclo4Peo,
  litfsiPemo,
  lipf6EcEmc,
  lipf6EcDmc,
  lipf6PcEcDmc,
  ...coatings,
  ...layersOnLithium,
  ...electrolytesOfTables,
  lithiumMetal,
  lithiumIndium,
  lithiumMagnesium,
  lithiumAluminium,
  lithiumTin,
  vgcf,
  carbonBlack,
  ...namedCarbons,
  ptfe,
  pvdf,
  ...namedBinders,
  polyethylene,
  aluminium,
  copper,
  stainlessSteel,
  nickel,
];

export const findMaterial = (name: string): LibraryMaterial | undefined =>
  library.find((material) => material.name === name);
