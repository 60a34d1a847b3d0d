// Made by tools/tables.mjs of tools/tables: npm run tables.
import type { PrintedFilm } from './film.js';

/** Films of solid electrolyte in the reviews, each as the section membrane of a case. */
export const films: Readonly<Record<string, PrintedFilm>> = {
  'LLZTO-sintered': {
    title: 'LLZTO printed with PVP and sintered',
    rows: ['000/t1-01-llzto-pvp'],
    membrane: { film: 'LLZTO-sintered', electrolyte: 'LLZTO', thickness: { value: '55 um', source: '10.1002/adma.202209074, Table 1 row 1', note: 'the middle of 10 to 100', range: ['10 um', '100 um'] }, ionicTransport: { effectiveConductivity: { value: '1 mS/cm', source: '10.1002/adma.202209074, Table 1 row 1' }, referenceTemperature: '25 degC' } },
  },
  'Li6PS5Cl-polydopamine': {
    title: 'Li6PS5Cl with polydopamine, cold pressed',
    rows: ['000/t1-02-lpscl-pda', '002/t7-r176'],
    membrane: { film: 'Li6PS5Cl-polydopamine', electrolyte: 'Li6PS5Cl', thickness: { value: '35 um', source: '10.1002/adma.202209074, Table 1 row 2' }, ionicTransport: { effectiveConductivity: { value: '0.2 mS/cm', source: '10.1002/adma.202209074, Table 1 row 2' }, referenceTemperature: '25 degC' } },
  },
  'Li6PS5Cl-PEO': {
    title: 'Li6PS5Cl with PEO and LiClO4, cast from acetonitrile',
    rows: ['002/t6-r206', '000/t1-03-lpscl-peo', '002/t7-r206'],
    membrane: { film: 'Li6PS5Cl-PEO', electrolyte: 'Li6PS5Cl', thickness: { value: '65 um', source: '10.1002/aenm.202301142, Table 6, ref 206' }, ionicTransport: { effectiveConductivity: { value: '0.28 mS/cm', source: '10.1002/aenm.202301142, Table 6, ref 206', note: '0.283 mS/cm in 10.1002/adma.202209074, Table 1 row 3', range: ['0.28 mS/cm', '0.283 mS/cm'] }, referenceTemperature: '40 degC' }, frame: 'PEO', frameMassFraction: { value: '5 %', source: '10.1002/aenm.202301142, Table 6, ref 206' } },
  },
  'beta-Li3PS4-dip-coated': {
    title: 'beta-Li3PS4 from acetonitrile, dip-coated',
    rows: ['000/t1-04-blps-acn-eisa'],
    membrane: { film: 'beta-Li3PS4-dip-coated', electrolyte: 'beta-Li3PS4', thickness: { value: '29 um', source: '10.1002/adma.202209074, Table 1 row 4', note: 'the middle of 8 to 50', range: ['8 um', '50 um'] }, ionicTransport: { effectiveConductivity: { value: '0.12 mS/cm', source: '10.1002/adma.202209074, Table 1 row 4' }, referenceTemperature: '25 degC' } },
  },
  'beta-Li3PS4-hot-pressed': {
    title: 'beta-Li3PS4 from acetonitrile, dip-coated and hot-pressed',
    rows: ['000/t1-05-blps-acn-hotpress'],
    membrane: { film: 'beta-Li3PS4-hot-pressed', electrolyte: 'beta-Li3PS4', thickness: { value: '20.5 um', source: '10.1002/adma.202209074, Table 1 row 5', note: 'the middle of 6 to 35', range: ['6 um', '35 um'] }, ionicTransport: { effectiveConductivity: { value: '0.72 mS/cm', source: '10.1002/adma.202209074, Table 1 row 5' }, referenceTemperature: '25 degC' } },
  },
  'Li7P3S11-SEBS': {
    title: 'Li7P3S11 with SEBS, tape-cast from xylene',
    rows: ['000/t1-06-li7p3s11-sebs', '001/table2-tan', '002/t7-r143', '002/txt-sebs'],
    membrane: { film: 'Li7P3S11-SEBS', electrolyte: 'Li7P3S11', thickness: { value: '50 um', source: '10.1002/adma.202209074, Table 1 row 6' }, ionicTransport: { effectiveConductivity: { value: '0.7 mS/cm', source: '10.1002/adma.202209074, Table 1 row 6', note: '0.34 mS/cm in 10.1002/aenm.202301142, Sec. 4.2.1; chosen: three of four places agree', range: ['0.34 mS/cm', '0.7 mS/cm'] }, referenceTemperature: '25 degC' } },
  },
  'LLZTO-PTFE': {
    title: 'LLZTO with PTFE, dry',
    rows: ['000/t1-07-llzto-ptfe'],
    membrane: { film: 'LLZTO-PTFE', electrolyte: 'LLZTO', thickness: { value: '100 um', source: '10.1002/adma.202209074, Table 1 row 7' }, ionicTransport: { effectiveConductivity: { value: '0.12 mS/cm', source: '10.1002/adma.202209074, Table 1 row 7' }, referenceTemperature: '25 degC' } },
  },
  '77.5Li2S-22.5P2S5-self-healing': {
    title: '77.5Li2S-22.5P2S5 with a self-healing polymer, hot-pressed',
    rows: ['000/t1-08-lps-shp'],
    membrane: { film: '77.5Li2S-22.5P2S5-self-healing', electrolyte: '77.5Li2S-22.5P2S5', thickness: { value: '64 um', source: '10.1002/adma.202209074, Table 1 row 8' }, ionicTransport: { effectiveConductivity: { value: '0.1 mS/cm', source: '10.1002/adma.202209074, Table 1 row 8' }, referenceTemperature: '25 degC' } },
  },
  'Li3InCl6-PTFE': {
    title: 'Li3InCl6 with PTFE, dry',
    rows: ['000/t1-09-lic-ptfe'],
    membrane: { film: 'Li3InCl6-PTFE', electrolyte: 'Li3InCl6', thickness: { value: '15 um', source: '10.1002/adma.202209074, Table 1 row 9' }, ionicTransport: { effectiveConductivity: { value: '1 mS/cm', source: '10.1002/adma.202209074, Table 1 row 9' }, referenceTemperature: '25 degC' } },
  },
  'LLTO-PVB': {
    title: 'Li0.34La0.56TiO3 with polyvinyl butyral, tape-cast',
    rows: ['000/t1-10-llto-pvb'],
    membrane: { film: 'LLTO-PVB', electrolyte: 'LLTO', thickness: { value: '25 um', source: '10.1002/adma.202209074, Table 1 row 10' }, ionicTransport: { effectiveConductivity: { value: '0.02 mS/cm', source: '10.1002/adma.202209074, Table 1 row 10' }, referenceTemperature: '25 degC' } },
  },
  'Li6PS5Cl0.5Br0.5-polyimide': {
    title: 'Li6PS5Cl0.5Br0.5 from ethanol in a mat of polyimide',
    rows: ['002/t6-r140', '000/t1-11-lpsclbr-etoh', '001/table2-kim-pi', '002/txt-pinw'],
    membrane: { film: 'Li6PS5Cl0.5Br0.5-polyimide', electrolyte: 'Li6PS5Cl0.5Br0.5', thickness: { value: '40 um', source: '10.1002/aenm.202301142, Table 6, ref 140', note: '40 to 70 um in 10.1002/adma.202209074, Table 1 row 11; 40 to 70 um in 10.1039/d3qm01171b, Table 2; chosen: the conductance that the same review prints (15 mS) belongs to it; the 2 mS/cm of the others are the powder after 400 degC', range: ['40 um', '70 um'] }, ionicTransport: { effectiveConductivity: { value: '0.058 mS/cm', source: '10.1002/aenm.202301142, Table 6, ref 140', note: '2 mS/cm in 10.1002/adma.202209074, Table 1 row 11; 2 mS/cm in 10.1039/d3qm01171b, Table 2; chosen: the conductance that the same review prints (15 mS) belongs to it; the 2 mS/cm of the others are the powder after 400 degC', range: ['0.058 mS/cm', '2 mS/cm'] }, referenceTemperature: '30 degC' } },
  },
  'Li5.4PS4.4Cl1.6-PTFE': {
    title: 'Li5.4PS4.4Cl1.6 with 0.2 wt% PTFE, dry',
    rows: ['002/t6-r182', '000/t1-12-li5.4-ptfe', '001/table2-zhang', '002/t7-r182', '002/txt-zhang'],
    membrane: { film: 'Li5.4PS4.4Cl1.6-PTFE', electrolyte: 'Li5.4PS4.4Cl1.6', thickness: { value: '30 um', source: '10.1002/aenm.202301142, Table 6, ref 182' }, ionicTransport: { effectiveConductivity: { value: '8.4 mS/cm', source: '10.1002/aenm.202301142, Table 6, ref 182' }, referenceTemperature: '25 degC' }, frame: 'PTFE', frameMassFraction: { value: '0.2 %', source: '10.1002/aenm.202301142, Table 6, ref 182' } },
  },
  'Li3OCl0.5Br0.5-NBR': {
    title: 'Li3OCl0.5Br0.5 with NBR, tape-cast',
    rows: ['000/t1-13-liocb-nbr'],
    membrane: { film: 'Li3OCl0.5Br0.5-NBR', electrolyte: 'Li3OCl0.5Br0.5', thickness: { value: '310 um', source: '10.1002/adma.202209074, Table 1 row 13' }, ionicTransport: { effectiveConductivity: { value: '0.026 mS/cm', source: '10.1002/adma.202209074, Table 1 row 13' }, referenceTemperature: '25 degC' } },
  },
  'LLTO-PVDF': {
    title: 'Li0.34La0.56TiO3 with PVDF, tape-cast from NMP',
    rows: ['000/t1-14-llto-pvdf'],
    membrane: { film: 'LLTO-PVDF', electrolyte: 'LLTO', thickness: { value: '9.6 um', source: '10.1002/adma.202209074, Table 1 row 14' }, ionicTransport: { effectiveConductivity: { value: '0.47 mS/cm', source: '10.1002/adma.202209074, Table 1 row 14' }, referenceTemperature: '25 degC' } },
  },
  'Li6PS5Cl-cellulose': {
    title: 'Li6PS5Cl with silicone rubber in a skeleton of cellulose',
    rows: ['002/t6-r141', '000/t1-15-lpscl-siliconerubber', '002/txt-cellulose', '002/cellulose-tensile'],
    strength: { value: '13.2 MPa', source: '10.1002/aenm.202301142, Table 4' },
    membrane: { film: 'Li6PS5Cl-cellulose', electrolyte: 'Li6PS5Cl', thickness: { value: '60 um', source: '10.1002/aenm.202301142, Table 6, ref 141', note: '70 um in 10.1002/adma.202209074, Table 1 row 15', range: ['60 um', '70 um'] }, ionicTransport: { effectiveConductivity: { value: '6.3 mS/cm', source: '10.1002/aenm.202301142, Table 6, ref 141' }, referenceTemperature: '25 degC' }, frame: 'silicone-rubber', frameMassFraction: { value: '1 %', source: '10.1002/aenm.202301142, Table 6, ref 141' } },
  },
  'Li6PS5Cl-2D': {
    title: 'Sheets of Li6PS5Cl; the conductivity may be that of the powder',
    rows: ['001/table2-kang2d'],
    membrane: { film: 'Li6PS5Cl-2D', electrolyte: 'Li6PS5Cl', ionicTransport: { effectiveConductivity: { value: '1.54 mS/cm', source: '10.1039/d3qm01171b, Table 2' }, referenceTemperature: '25 degC' } },
  },
  'LLZTO-PVDF-HFP-film': {
    title: 'Garnet in PVDF-HFP with LiTFSI and succinonitrile',
    rows: ['001/table2-wei'],
    membrane: { film: 'LLZTO-PVDF-HFP-film', electrolyte: 'LLZTO-PVDF-HFP', thickness: { value: '15 um', source: '10.1039/d3qm01171b, Table 2' }, ionicTransport: { effectiveConductivity: { value: '0.653 mS/cm', source: '10.1039/d3qm01171b, Table 2' }, referenceTemperature: '25 degC' } },
  },
  'Li6PS5Cl-nylon': {
    title: 'Li6PS5Cl with NBR on a net of nylon',
    rows: ['001/table2-kang-nylon', '001/kang-nylon-membrane-cond', '001/kang-nylon-strength', '001/kang-nylon-conductance', '001/kang-nylon-min-thickness'],
    strength: { value: '19.6 MPa', source: '10.1039/d3qm01171b, Sec. 2.2.1' },
    membrane: { film: 'Li6PS5Cl-nylon', electrolyte: 'Li6PS5Cl', thickness: { value: '66 um', source: '10.1039/d3qm01171b, Table 2', note: '31 um in 10.1039/d3qm01171b, Sec. 2.2.1', range: ['31 um', '66 um'] }, ionicTransport: { effectiveConductivity: { value: '0.55 mS/cm', source: '10.1039/d3qm01171b, Table 2' }, referenceTemperature: '25 degC' } },
  },
  'Li6BaLa2Ta2O12-PLD': {
    title: 'Li6BaLa2Ta2O12 by pulsed laser deposition',
    rows: ['001/table2-reinacher', '001/blto-film-cond'],
    membrane: { film: 'Li6BaLa2Ta2O12-PLD', electrolyte: 'Li6BaLa2Ta2O12-film', thickness: { value: '2 um', source: '10.1039/d3qm01171b, Table 2' }, ionicTransport: { effectiveConductivity: { value: '0.0017 mS/cm', source: '10.1039/d3qm01171b, Table 2', note: '0.002 mS/cm in 10.1039/d3qm01171b, Sec. 2.2.1', range: ['0.0017 mS/cm', '0.002 mS/cm'] }, referenceTemperature: '25 degC' } },
  },
  'LLZO-CVD': {
    title: 'Li7La3Zr2O12 by chemical vapour deposition',
    rows: ['001/table2-loho', '001/llzo-cvd-cond'],
    membrane: { film: 'LLZO-CVD', electrolyte: 'LLZO-film', thickness: { value: '1 um', source: '10.1039/d3qm01171b, Table 2' }, ionicTransport: { effectiveConductivity: { value: '0.0042 mS/cm', source: '10.1039/d3qm01171b, Table 2' }, referenceTemperature: '25 degC' } },
  },
  'Li6PS5Cl-LiI': {
    title: 'Li6PS5Cl beside LiI on lithium',
    rows: ['001/table2-li-lii'],
    membrane: { film: 'Li6PS5Cl-LiI', electrolyte: 'Li6PS5Cl', thickness: { value: '60 um', source: '10.1039/d3qm01171b, Table 2' }, ionicTransport: { effectiveConductivity: { value: '5.1 mS/cm', source: '10.1039/d3qm01171b, Table 2' }, referenceTemperature: '25 degC' } },
  },
  'F-NBR-g-VEC-film': {
    title: 'A fluorinated elastomer with grafted carbonate',
    rows: ['001/table2-yang'],
    membrane: { film: 'F-NBR-g-VEC-film', electrolyte: 'F-NBR-g-VEC', ionicTransport: { effectiveConductivity: { value: '0.4 mS/cm', source: '10.1039/d3qm01171b, Table 2' }, referenceTemperature: '25 degC' } },
  },
  'LATP-ZnO': {
    title: 'Li1.3Al0.3Ti1.7(PO4)3 coated with ZnO',
    rows: ['001/table2-li-latp'],
    membrane: { film: 'LATP-ZnO', electrolyte: 'LATP', ionicTransport: { effectiveConductivity: { value: '0.1 mS/cm', source: '10.1039/d3qm01171b, Table 2' }, referenceTemperature: '25 degC' } },
  },
  'lithium-silicate-ALD': {
    title: 'Lithium silicate by atomic layer deposition',
    rows: ['001/table2-wang-lso'],
    membrane: { film: 'lithium-silicate-ALD', electrolyte: 'lithium-silicate', thickness: { value: '0.049 um', source: '10.1039/d3qm01171b, Table 2' }, ionicTransport: { effectiveConductivity: { value: '0.00000572 mS/cm', source: '10.1039/d3qm01171b, Table 2' }, referenceTemperature: '25 degC' } },
  },
  'Li6PS5Cl-acrylate': {
    title: 'Li6PS5Cl with 1 wt% of an acrylate, slurry-cast',
    rows: ['002/t6-r37', '002/txt-lee-pet'],
    membrane: { film: 'Li6PS5Cl-acrylate', electrolyte: 'Li6PS5Cl', thickness: { value: '40 um', source: '10.1002/aenm.202301142, Table 6, ref 37', note: '30 um in 10.1002/aenm.202301142, Sec. 4.2.1', range: ['30 um', '40 um'] }, ionicTransport: { effectiveConductivity: { value: '1.3 mS/cm', source: '10.1002/aenm.202301142, Table 6, ref 37' }, referenceTemperature: '25 degC' }, frame: 'acrylate', frameMassFraction: { value: '1 %', source: '10.1002/aenm.202301142, Table 6, ref 37' } },
  },
  'Li6PS5Cl-NBR': {
    title: 'Li6PS5Cl with 4.8 wt% NBR, slurry-cast',
    rows: ['002/t6-r145'],
    membrane: { film: 'Li6PS5Cl-NBR', electrolyte: 'Li6PS5Cl', thickness: { value: '50 um', source: '10.1002/aenm.202301142, Table 6, ref 145' }, ionicTransport: { effectiveConductivity: { value: '1.1 mS/cm', source: '10.1002/aenm.202301142, Table 6, ref 145' }, referenceTemperature: '25 degC' }, frame: 'NBR', frameMassFraction: { value: '4.8 %', source: '10.1002/aenm.202301142, Table 6, ref 145' } },
  },
  'Li6PS5Cl-XNBR': {
    title: 'Li6PS5Cl with 5 wt% of a carboxylated NBR, calendered',
    rows: ['002/t6-r200', '002/t7-r200'],
    membrane: { film: 'Li6PS5Cl-XNBR', electrolyte: 'Li6PS5Cl', thickness: { value: '47 um', source: '10.1002/aenm.202301142, Table 6, ref 200', note: '50 um in 10.1002/aenm.202301142, Table 7, ref 200', range: ['47 um', '50 um'] }, ionicTransport: { effectiveConductivity: { value: '0.38 mS/cm', source: '10.1002/aenm.202301142, Table 6, ref 200' }, referenceTemperature: '30 degC' }, frame: 'XNBR', frameMassFraction: { value: '5 %', source: '10.1002/aenm.202301142, Table 6, ref 200' } },
  },
  'Li3PS4-LGPS-aramid': {
    title: 'Li3PS4 and LGPS on a nonwoven of aramid',
    rows: ['002/t6-r138', '002/txt-lgps-nw-lps', '003/nw-scaffold'],
    membrane: { film: 'Li3PS4-LGPS-aramid', electrolyte: 'Li3PS4-glass', thickness: { value: '90 um', source: '10.1002/aenm.202301142, Table 6, ref 138', note: '70 um in 10.1039/d1ee00551k, Sec. 6.2', range: ['70 um', '90 um'] }, ionicTransport: { effectiveConductivity: { value: '0.34 mS/cm', source: '10.1002/aenm.202301142, Table 6, ref 138' }, referenceTemperature: '30 degC' } },
  },
  '75Li2S-25P2S5-PPC': {
    title: '75Li2S-25P2S5 cast with polypropylene carbonate that heat takes away',
    rows: ['002/t6-r202', '002/txt-ppc-free'],
    membrane: { film: '75Li2S-25P2S5-PPC', electrolyte: 'Li3PS4-glass', thickness: { value: '59 um', source: '10.1002/aenm.202301142, Sec. 4.1.1' }, ionicTransport: { effectiveConductivity: { value: '0.11 mS/cm', source: '10.1002/aenm.202301142, Table 6, ref 202' }, referenceTemperature: '25 degC' } },
  },
  'Li6PS5Cl-NBR-LiG3': {
    title: 'Li6PS5Cl with NBR and a solvate ionic liquid',
    rows: ['002/t6-r117', '002/txt-lpscl-nbr-lig3'],
    membrane: { film: 'Li6PS5Cl-NBR-LiG3', electrolyte: 'Li6PS5Cl', thickness: { value: '70 um', source: '10.1002/aenm.202301142, Table 6, ref 117' }, ionicTransport: { effectiveConductivity: { value: '3.3 mS/cm', source: '10.1002/aenm.202301142, Table 6, ref 117' }, referenceTemperature: '30 degC' }, frame: 'NBR', frameMassFraction: { value: '1.5 %', source: '10.1002/aenm.202301142, Table 6, ref 117' } },
  },
  'Li6PS5Cl-PTFE-150um': {
    title: 'Li6PS5Cl with 0.15 wt% PTFE, dry',
    rows: ['002/t6-r123', '002/txt-hippauf'],
    membrane: { film: 'Li6PS5Cl-PTFE-150um', electrolyte: 'Li6PS5Cl', thickness: { value: '150 um', source: '10.1002/aenm.202301142, Table 6, ref 123' }, ionicTransport: { effectiveConductivity: { value: '2.7 mS/cm', source: '10.1002/aenm.202301142, Table 6, ref 123' }, referenceTemperature: '25 degC' }, frame: 'PTFE', frameMassFraction: { value: '0.15 %', source: '10.1002/aenm.202301142, Table 6, ref 123' } },
  },
  'Li7PS6-PVDF-HFP': {
    title: 'Li7PS6 in PVDF-HFP',
    rows: ['002/t6-r169', '002/txt-pvdfhfp-li7ps6', '002/t7-r169'],
    membrane: { film: 'Li7PS6-PVDF-HFP', electrolyte: 'Li7PS6', thickness: { value: '150 um', source: '10.1002/aenm.202301142, Table 6, ref 169' }, ionicTransport: { effectiveConductivity: { value: '0.11 mS/cm', source: '10.1002/aenm.202301142, Table 6, ref 169', note: '0.111 mS/cm in 10.1002/aenm.202301142, Sec. 4.1.2', range: ['0.11 mS/cm', '0.111 mS/cm'] }, referenceTemperature: '25 degC' }, frame: 'PVDF-HFP', frameMassFraction: { value: '30 %', source: '10.1002/aenm.202301142, Table 6, ref 169' } },
  },
  'thio-LISICON-PEO': {
    title: 'Li3.25Ge0.25P0.75S4 with plasticised PEO, hot-pressed',
    rows: ['002/t6-r205', '002/t7-r205', '002/txt-peo-lgps'],
    membrane: { film: 'thio-LISICON-PEO', electrolyte: 'Li3.25Ge0.25P0.75S4', thickness: { value: '100 um', source: '10.1002/aenm.202301142, Table 6, ref 205' }, ionicTransport: { effectiveConductivity: { value: '0.42 mS/cm', source: '10.1002/aenm.202301142, Table 6, ref 205' }, referenceTemperature: '20 degC' }, frame: 'PEO', frameMassFraction: { value: '12 %', source: '10.1002/aenm.202301142, Table 6, ref 205' } },
  },
  'Li6PS5Cl-nonwoven': {
    title: 'Li6PS5Cl with an acrylic on a nonwoven; no conductivity printed',
    rows: ['002/t6-r139', '002/txt-suzuki-nw'],
    membrane: { film: 'Li6PS5Cl-nonwoven', electrolyte: 'Li6PS5Cl', thickness: { value: '60 um', source: '10.1002/aenm.202301142, Table 6, ref 139' }, frame: 'acrylate', frameMassFraction: { value: '1 %', source: '10.1002/aenm.202301142, Table 6, ref 139' } },
  },
  'Li6PS5Cl-ethyl-cellulose': {
    title: 'Li6PS5Cl with 2 wt% ethyl cellulose, filtered',
    rows: ['002/t6-r187', '002/txt-lpscl-ec', '002/ec-tensile'],
    strength: { value: '0.495 MPa', source: '10.1002/aenm.202301142, Sec. 3.4.1' },
    membrane: { film: 'Li6PS5Cl-ethyl-cellulose', electrolyte: 'Li6PS5Cl', thickness: { value: '47 um', source: '10.1002/aenm.202301142, Table 6, ref 187' }, ionicTransport: { effectiveConductivity: { value: '1.7 mS/cm', source: '10.1002/aenm.202301142, Table 6, ref 187' }, referenceTemperature: '30 degC' }, frame: 'ethyl-cellulose', frameMassFraction: { value: '2 %', source: '10.1002/aenm.202301142, Table 6, ref 187' } },
  },
  'LGPS-PTFE-nylon': {
    title: 'LGPS with 1 wt% PTFE on a net of nylon, dry',
    rows: ['002/t6-r217', '002/t7-r217'],
    membrane: { film: 'LGPS-PTFE-nylon', electrolyte: 'LGPS', thickness: { value: '100 um', source: '10.1002/aenm.202301142, Table 6, ref 217' }, ionicTransport: { effectiveConductivity: { value: '0.36 mS/cm', source: '10.1002/aenm.202301142, Table 6, ref 217' }, referenceTemperature: '25 degC' }, frame: 'PTFE', frameMassFraction: { value: '1 %', source: '10.1002/aenm.202301142, Table 6, ref 217' } },
  },
  'Li6PS5Cl-PVDF-TrFE': {
    title: 'Li6PS5Cl in a spun network of P(VDF-TrFE)',
    rows: ['002/t6-r142', '002/txt-pvdftrfe', '000/roadmap-2022-nan-sigma'],
    membrane: { film: 'Li6PS5Cl-PVDF-TrFE', electrolyte: 'Li6PS5Cl', thickness: { value: '35 um', source: '10.1002/aenm.202301142, Table 6, ref 142', note: 'the middle of 30 to 40', range: ['30 um', '40 um'] }, ionicTransport: { effectiveConductivity: { value: '1.2 mS/cm', source: '10.1002/aenm.202301142, Table 6, ref 142' }, referenceTemperature: '25 degC' } },
  },
  'Li6PS5Cl-SBR': {
    title: 'Li6PS5Cl with 2 wt% SBR, dry',
    rows: ['002/t6-r218', '002/txt-sbr-dry'],
    membrane: { film: 'Li6PS5Cl-SBR', electrolyte: 'Li6PS5Cl', thickness: { value: '80 um', source: '10.1002/aenm.202301142, Table 6, ref 218' }, ionicTransport: { effectiveConductivity: { value: '2.3 mS/cm', source: '10.1002/aenm.202301142, Table 6, ref 218', note: '2.34 mS/cm in 10.1002/aenm.202301142, Sec. 4.2.2', range: ['2.3 mS/cm', '2.34 mS/cm'] }, referenceTemperature: '25 degC' }, frame: 'SBR', frameMassFraction: { value: '2 %', source: '10.1002/aenm.202301142, Table 6, ref 218', note: '1.96 % in 10.1002/aenm.202301142, Sec. 4.2.2', range: ['1.96 %', '2 %'] } },
  },
  'LGPS-PEO-nylon': {
    title: 'LGPS with PEO on a net of nylon',
    rows: ['002/t6-r170', '002/t7-r170'],
    membrane: { film: 'LGPS-PEO-nylon', electrolyte: 'LGPS', thickness: { value: '60 um', source: '10.1002/aenm.202301142, Table 6, ref 170' }, ionicTransport: { effectiveConductivity: { value: '0.24 mS/cm', source: '10.1002/aenm.202301142, Table 6, ref 170' }, referenceTemperature: '25 degC' }, frame: 'PEO', frameMassFraction: { value: '5 %', source: '10.1002/aenm.202301142, Table 6, ref 170' } },
  },
  'Li6PS5Cl0.5Br0.5-NBR': {
    title: 'Li6PS5Cl0.5Br0.5 with 3 wt% of NBR and a polyester',
    rows: ['002/t6-r111', '002/txt-lpsclbr-na-litfsi'],
    membrane: { film: 'Li6PS5Cl0.5Br0.5-NBR', electrolyte: 'Li6PS5Cl0.5Br0.5', thickness: { value: '80 um', source: '10.1002/aenm.202301142, Table 6, ref 111' }, ionicTransport: { effectiveConductivity: { value: '2.2 mS/cm', source: '10.1002/aenm.202301142, Table 6, ref 111' }, referenceTemperature: '30 degC' }, frame: 'NBR', frameMassFraction: { value: '3 %', source: '10.1002/aenm.202301142, Table 6, ref 111' } },
  },
  'polyimine-sulfide': {
    title: 'A sulfide in a self-healing polyimine; which sulfide is not printed, taken as 77.5Li2S-22.5P2S5',
    rows: ['002/txt-polyimine'],
    membrane: { film: 'polyimine-sulfide', electrolyte: '77.5Li2S-22.5P2S5', thickness: { value: '100 um', source: '10.1002/aenm.202301142, Sec. 4.1.2' }, ionicTransport: { effectiveConductivity: { value: '0.092 mS/cm', source: '10.1002/aenm.202301142, Sec. 4.1.2' }, referenceTemperature: '25 degC' } },
  },
  'Li3.85Sn0.85Sb0.15S4-self-healing': {
    title: 'Li3.85Sn0.85Sb0.15S4 in a self-healing polymer with SBS',
    rows: ['002/txt-upyma'],
    membrane: { film: 'Li3.85Sn0.85Sb0.15S4-self-healing', electrolyte: 'Li3.85Sn0.85Sb0.15S4', thickness: { value: '30 um', source: '10.1002/aenm.202301142, Sec. 4.1.2' }, ionicTransport: { effectiveConductivity: { value: '0.27 mS/cm', source: '10.1002/aenm.202301142, Sec. 4.1.2' }, referenceTemperature: '25 degC' } },
  },
  'Li6PS5Cl-NBR-on-graphite': {
    title: 'Li6PS5Cl with NBR cast on graphite; no conductivity printed',
    rows: ['002/txt-graphite-coated'],
    membrane: { film: 'Li6PS5Cl-NBR-on-graphite', electrolyte: 'Li6PS5Cl', thickness: { value: '30 um', source: '10.1002/aenm.202301142, Sec. 4.2.1' } },
  },
  'beta-Li3PS4-on-nickel': {
    title: 'beta-Li3PS4 dip-coated on nickel',
    rows: ['002/txt-dipcoat', '002/t7-r201'],
    membrane: { film: 'beta-Li3PS4-on-nickel', electrolyte: 'beta-Li3PS4', thickness: { value: '12 um', source: '10.1002/aenm.202301142, Sec. 4.2.1' }, ionicTransport: { effectiveConductivity: { value: '0.072 mS/cm', source: '10.1002/aenm.202301142, Sec. 4.2.1', note: '0.071 mS/cm in 10.1002/aenm.202301142, Table 7, ref 201', range: ['0.071 mS/cm', '0.072 mS/cm'] }, referenceTemperature: '20 degC' } },
  },
  'Li3PS4-spin-coated': {
    title: 'Li2S-P2S5 spin-coated on gold',
    rows: ['002/txt-spin'],
    membrane: { film: 'Li3PS4-spin-coated', electrolyte: 'Li3PS4-glass', thickness: { value: '0.75 um', source: '10.1002/aenm.202301142, Sec. 4.2.3', note: 'the middle of 0.5 to 1', range: ['0.5 um', '1 um'] }, ionicTransport: { effectiveConductivity: { value: '0.067 mS/cm', source: '10.1002/aenm.202301142, Sec. 4.2.3' }, referenceTemperature: '25 degC' } },
  },
  'Li6PS5Cl-PTFE-20um': {
    title: 'Li6PS5Cl with 0.5 wt% PTFE, dry; conductance of an area that is not printed',
    rows: ['002/txt-wang'],
    membrane: { film: 'Li6PS5Cl-PTFE-20um', electrolyte: 'Li6PS5Cl', thickness: { value: '20 um', source: '10.1002/aenm.202301142, Sec. 5.2' }, ionicTransport: { effectiveConductivity: { value: '1.699 mS/cm', assumed: true, source: '10.1002/aenm.202301142, Sec. 5.2', note: '666.7 mS of an area that is not printed, taken as 0.785 cm^2' }, referenceTemperature: '25 degC' }, frame: 'PTFE', frameMassFraction: { value: '0.5 %', source: '10.1002/aenm.202301142, Sec. 5.2' } },
  },
  'Li3PS4-PEO': {
    title: 'Li3PS4 with PEO',
    rows: ['002/t7-r185'],
    membrane: { film: 'Li3PS4-PEO', electrolyte: 'Li3PS4-glass', thickness: { value: '125 um', source: '10.1002/aenm.202301142, Table 7, ref 185', note: 'the middle of 100 to 150', range: ['100 um', '150 um'] }, ionicTransport: { effectiveConductivity: { value: '0.801 mS/cm', source: '10.1002/aenm.202301142, Table 7, ref 185' }, referenceTemperature: '60 degC' } },
  },
  'LGPS-PEO': {
    title: 'LGPS in PEO with LiTFSI; no thickness printed',
    rows: ['002/t7-r272'],
    membrane: { film: 'LGPS-PEO', electrolyte: 'LGPS', ionicTransport: { effectiveConductivity: { value: '0.22 mS/cm', source: '10.1002/aenm.202301142, Table 7, ref 272' }, referenceTemperature: '22 degC' } },
  },
  'Li3InCl6-glass-fibre': {
    title: 'Li3InCl6 in glass fibre; neither thickness nor conductivity printed',
    rows: ['000/membrane-lic-glassfibre'],
    membrane: { film: 'Li3InCl6-glass-fibre', electrolyte: 'Li3InCl6' },
  },
  'Li6PS5Cl-superhydrophobic': {
    title: 'Li6PS5Cl, dry, with a superhydrophobic coat; no conductivity printed',
    rows: ['000/membrane-superhydrophobic'],
    membrane: { film: 'Li6PS5Cl-superhydrophobic', electrolyte: 'Li6PS5Cl', thickness: { value: '100 um', source: '10.1002/adma.202209074, Sec. 2.2, ref. 60' } },
  },
  'beta-Li3PS4-PDMS': {
    title: 'beta-Li3PS4 with PDMS, on lithium beside a liquid; no conductivity printed',
    rows: ['002/txt-lps-pdms'],
    membrane: { film: 'beta-Li3PS4-PDMS', electrolyte: 'beta-Li3PS4', thickness: { value: '3 um', source: '10.1002/aenm.202301142, Sec. 4.1.2', note: 'the middle of 2 to 4', range: ['2 um', '4 um'] } },
  },
};
