// Made by tools/tables.mjs of tools/tables: npm run tables.
import type { PrintedRow, TabledElectrolyte } from './printed.js';

/** Electrolytes of which the library has what the reviews print, and no more. */
export const tabledElectrolytes: readonly TabledElectrolyte[] = [
  { name: 'gamma-Li3PS4', title: 'gamma-Li3PS4, the modification of room temperature', family: 'thiophosphate', assumedDensity: 2, rows: [
    { source: 'sulfideReview', where: 'Table 1', conductivity: 0.0001, activationEnergy: 0.49 },
  ] },
  { name: '60Li2S-40SiS2', title: 'Glass of 60 mol% Li2S and 40 mol% SiS2', family: 'sulfide', assumedDensity: 1.9, rows: [
    { source: 'sulfideReview', where: 'Table 1', state: 'glass', conductivity: 0.1, activationEnergy: 0.31 },
  ] },
  { name: 'Li4GeS4', title: 'Li4GeS4', family: 'sulfide', assumedDensity: 2.25, rows: [
    { source: 'sulfideReview', where: 'Table 1', state: 'bulk', conductivity: 0.0002 },
  ] },
  { name: 'Li4GeS4-film', title: 'Li4GeS4 as a thin film', family: 'sulfide', assumedDensity: 2.25, rows: [
    { source: 'sulfideReview', where: 'Table 1', state: 'film', note: 'a thin film; 3750 times the bulk of the same formula', conductivity: 0.75, activationEnergy: 0.36 },
  ] },
  { name: '80Li2S-20P2S5', title: 'Glass-ceramic of 80 mol% Li2S and 20 mol% P2S5', family: 'thiophosphate', assumedDensity: 1.87, rows: [
    { source: 'sulfideReview', where: 'Table 1', state: 'glass-ceramic', conductivity: 0.72, activationEnergy: 0.29 },
    { source: 'filmReview', where: 'Table 1', temperature: 25, state: 'glass-ceramic', conductivity: 0.72 },
  ] },
  { name: 'Li3.325P0.675S4', title: 'A thio-LISICON of the system Li2S-P2S5', family: 'thiophosphate', assumedDensity: 1.87, rows: [
    { source: 'sulfideReview', where: 'Table 1', note: 'formula as printed: its charges do not balance', conductivity: 0.15, activationEnergy: 0.31 },
  ] },
  { name: 'Li7P3S11', title: 'Li7P3S11, glass-ceramic of 70 mol% Li2S and 30 mol% P2S5', family: 'thiophosphate', choice: 'a cold-pressed glass-ceramic, of which both tables print the same; hot pressed it is Li7P3S11-hot-pressed', rows: [
    { source: 'sulfideReview', where: 'Table 1', state: 'glass-ceramic', conductivity: 3.2, activationEnergy: 0.12 },
    { source: 'filmReview', where: 'Table 1', temperature: 25, state: 'glass-ceramic', conductivity: 3.2, bulkModulus: 23.9, shearModulus: 8.1, density: 1.87 },
    { source: 'commercialisationReview', where: 'Sec. 2.1.1', temperature: 25, state: 'from solution', note: 'from 1,2-dimethoxyethane, 200 to 300 degC', conductivity: 0.27 },
  ] },
  { name: 'Li7P3S11-hot-pressed', title: 'Li7P3S11, hot pressed: no voids, no boundaries', family: 'thiophosphate', assumedDensity: 1.87, rows: [
    { source: 'sulfideReview', where: 'Table 1', state: 'hot pressed', conductivity: 17 },
    { source: 'pouchReview', where: 'Sec. 1 Introduction', conductivity: 17 },
    { source: 'sulfideReview', where: 'Sec. 1.2.1', state: 'hot pressed', activationEnergy: 0.1762 },
  ] },
  { name: 'Li4SnS4', title: 'Li4SnS4', family: 'sulfide', assumedDensity: 2.6, choice: 'two of three places agree', rows: [
    { source: 'sulfideReview', where: 'Sec. 1.2.1', temperature: 20, conductivity: 0.07 },
    { source: 'filmReview', where: 'Table 1', temperature: 20, conductivity: 0.07 },
    { source: 'sulfideReview', where: 'Table 1', note: 'the text of the same review prints 0.07 mS/cm of the same work: this one is that of 100 degC', conductivity: 3.2, activationEnergy: 0.41 },
  ] },
  { name: 'Li3AsS4', title: 'Li3AsS4', family: 'sulfide', assumedDensity: 2.3, rows: [
    { source: 'sulfideReview', where: 'Table 1', conductivity: 0.0131, activationEnergy: 0.4 },
  ] },
  { name: 'Li3.25Ge0.25P0.75S4', title: 'Li3.25Ge0.25P0.75S4, the thio-LISICON', family: 'LGPS', assumedDensity: 2, choice: 'two of three places agree', rows: [
    { source: 'filmReview', where: 'Table 1', temperature: 25, conductivity: 2.2, window: [0, 5] },
    { source: 'sulfideReview', where: 'Table 1', note: 'the text of the same review prints 2.2 mS/cm of the same work', conductivity: 0.2, activationEnergy: 0.21 },
  ] },
  { name: 'Li2S-SiS2-P2S5', title: 'Glass of Li2S, SiS2 and P2S5', family: 'sulfide', assumedDensity: 1.9, rows: [
    { source: 'sulfideReview', where: 'Table 1', state: 'glass', conductivity: 0.64, activationEnergy: 0.29 },
  ] },
  { name: 'Li2S-SiS2-Al2S3', title: 'Glass of Li2S, SiS2 and Al2S3', family: 'sulfide', assumedDensity: 1.9, rows: [
    { source: 'sulfideReview', where: 'Table 1', state: 'glass', conductivity: 0.00023, activationEnergy: 0.52 },
  ] },
  { name: 'Li2S-SiS2-LixMOy', title: 'Oxysulfide glass of Li2S, SiS2 and an oxide', family: 'sulfide', assumedDensity: 1.9, rows: [
    { source: 'sulfideReview', where: 'Table 1', state: 'glass', note: 'more than; M = Si, P, Ge', conductivity: 0.1, activationEnergy: 0.37 },
  ] },
  { name: '70Li2S-27P2S5-3P2O5', title: 'Oxysulfide glass-ceramic', family: 'thiophosphate', assumedDensity: 1.87, rows: [
    { source: 'sulfideReview', where: 'Table 1', state: 'glass-ceramic', conductivity: 3, activationEnergy: 0.17 },
  ] },
  { name: 'Li10SnP2S12', title: 'Li10SnP2S12, with its grain boundaries', family: 'LGPS', choice: 'the only row that parts grains and boundaries; its total is what the other table prints', rows: [
    { source: 'sulfideReview', where: 'Table 1', state: 'total', conductivity: 4, activationEnergy: 0.27, grainConductivity: 7, grainBoundaryActivationEnergy: 0.6 },
    { source: 'filmReview', where: 'Table 1', temperature: 27, conductivity: 4, density: 1.8 },
    { source: 'commercialisationReview', where: 'Sec. 4.1', conductivity: 3.2 },
  ] },
  { name: 'Li11Si2PS12', title: 'Li11Si2PS12', family: 'LGPS', assumedDensity: 1.86, rows: [
    { source: 'sulfideReview', where: 'Table 1', note: 'more than; from nuclear magnetic resonance in the work that it is of', conductivity: 12, activationEnergy: 0.2 },
  ] },
  { name: 'Li3.45Si0.45P0.55S4', title: 'Li3.45Si0.45P0.55S4', family: 'LGPS', rows: [
    { source: 'sulfideReview', where: 'Table 1', conductivity: 6.7, activationEnergy: 0.27 },
    { source: 'filmReview', where: 'Table 1', temperature: 25, conductivity: 6.7, density: 1.92, window: [0, 5] },
  ] },
  { name: 'Li11AlP2S12', title: 'Li11AlP2S12', family: 'LGPS', rows: [
    { source: 'sulfideReview', where: 'Table 1', conductivity: 0.802, activationEnergy: 0.26 },
    { source: 'filmReview', where: 'Table 1', temperature: 25, conductivity: 0.802, density: 2.18, window: [0, 5] },
  ] },
  { name: 'Li6PS5Br', title: 'Li6PS5Br, an argyrodite', family: 'argyrodite', choice: 'beside 0.46 mS/cm in the text of the other review; the 6.8 of its table stand alone', rows: [
    { source: 'filmReview', where: 'Table 1', temperature: 25, conductivity: 0.62, bulkModulus: 29, shearModulus: 9.3, density: 1.9, window: [0, 7] },
    { source: 'sulfideReview', where: 'Table 1', conductivity: 6.8, activationEnergy: 0.32 },
    { source: 'sulfideReview', where: 'Sec. 1.2.2', conductivity: 0.46 },
  ] },
  { name: 'Li6PS5I', title: 'Li6PS5I, an argyrodite whose anions are in order', family: 'argyrodite', choice: 'nearer to the 1e-6 S/cm that are known of the ordered iodide (from memory); the others are a hundred times more', rows: [
    { source: 'sulfideReview', where: 'Table 1', note: '400 times less than the text of the same review', conductivity: 0.00046, activationEnergy: 0.26 },
    { source: 'filmReview', where: 'Table 1', temperature: 25, conductivity: 0.19, bulkModulus: 29.9, shearModulus: 11.3, density: 2.22, window: [0, 7] },
    { source: 'sulfideReview', where: 'Sec. 1.2.2', conductivity: 0.19 },
  ] },
  { name: 'Li7P2S8I', title: 'Li7P2S8I', family: 'thiophosphate', assumedDensity: 2.2, rows: [
    { source: 'sulfideReview', where: 'Table 1', note: 'formula garbled in the table', conductivity: 0.63 },
    { source: 'filmReview', where: 'Table 1', temperature: 25, conductivity: 0.63, window: [0, 10] },
  ] },
  { name: 'Li5.5PS4.5Cl1.5', title: 'Li5.5PS4.5Cl1.5, a chlorine-rich argyrodite', family: 'argyrodite', choice: 'cold pressed, with its activation energy', rows: [
    { source: 'sulfideReview', where: 'Table 1', state: 'cold pressed', conductivity: 10.2, activationEnergy: 0.27 },
    { source: 'filmReview', where: 'Table 1', temperature: 25, conductivity: 9.4, density: 1.88, window: [-0.1, 5] },
    { source: 'commercialisationReview', where: 'Sec. 2.1.1', state: 'from solution', note: 'the best of Li(6-y)PS(5-y)Cl(1+y), y = 0 to 0.5; which y is not printed', conductivity: 3.96 },
  ] },
  { name: 'Li5.35Ca0.1PS4.5Cl1.55', title: 'Li5.35Ca0.1PS4.5Cl1.55, an argyrodite', family: 'argyrodite', rows: [
    { source: 'sulfideReview', where: 'Table 1', conductivity: 10.2, activationEnergy: 0.3 },
    { source: 'filmReview', where: 'Table 1', temperature: 25, conductivity: 10.2, density: 1.92, window: [0, 5] },
  ] },
  { name: 'Li9.54Si1.74P1.44S11.7Cl0.3', title: 'Li9.54Si1.74P1.44S11.7Cl0.3, sintered', family: 'LGPS', rows: [
    { source: 'filmReview', where: 'Table 1', temperature: 25, state: 'sintered', note: 'the row leaves Cl0.3 out of the formula', conductivity: 25, density: 1.86 },
    { source: 'sulfideReview', where: 'Table 1', conductivity: 25, activationEnergy: 0.24 },
    { source: 'pouchReview', where: 'Sec. 1 Introduction', conductivity: 25 },
  ] },
  { name: 'Li10.35Sn0.27Si1.08P1.65S12', title: 'Li10.35Sn0.27Si1.08P1.65S12', family: 'LGPS', choice: 'its relatives conduct about that much; the other review prints a tenth', rows: [
    { source: 'sulfideReview', where: 'Table 1', conductivity: 11, activationEnergy: 0.2 },
    { source: 'filmReview', where: 'Table 1', temperature: 25, note: 'a tenth of the other review: one exponent is a slip', conductivity: 1.1, density: 2, window: [0, 5] },
  ] },
  { name: 'Li7P2.9Mn0.1S10.7I0.3', title: 'Li7P2.9Mn0.1S10.7I0.3', family: 'thiophosphate', assumedDensity: 1.9, rows: [
    { source: 'sulfideReview', where: 'Table 1', conductivity: 5.6, activationEnergy: 0.216 },
    { source: 'filmReview', where: 'Table 1', temperature: 25, conductivity: 5.6, window: [0, 5] },
  ] },
  { name: 'Li6.6Si0.6Sb0.4S5I', title: 'Li6.6Si0.6Sb0.4S5I, a thioantimonate argyrodite, cold pressed', family: 'argyrodite', rows: [
    { source: 'filmReview', where: 'Table 1', temperature: 25, conductivity: 14.8, density: 1.81 },
    { source: 'sulfideReview', where: 'Table 1', state: 'cold pressed', note: 'M = Si, Ge, Sn; the best of the series', conductivity: 14.8, activationEnergy: [0.25, 0.41] },
  ] },
  { name: 'Li6.6Si0.6Sb0.4S5I-sintered', title: 'Li6.6Si0.6Sb0.4S5I, sintered', family: 'argyrodite', assumedDensity: 2.33, rows: [
    { source: 'sulfideReview', where: 'Sec. 1.1', state: 'sintered', conductivity: 24 },
  ] },
  { name: 'LGPS-Sb', title: 'Li10Ge(P1-xSbx)2S12, which keeps most of its conductivity in humid air', family: 'LGPS', assumedDensity: 2.08, rows: [
    { source: 'sulfideReview', where: 'Table 1', note: 'Li10Ge(P1-xSbx)2S12', conductivity: 18, activationEnergy: 0.27 },
  ] },
  { name: '30Li2S-25B2S3-45LiI-25SiO2', title: 'Oxysulfide glass with iodide', family: 'sulfide', assumedDensity: 2.3, rows: [
    { source: 'sulfideReview', where: 'Table 1', state: 'glass', conductivity: 2.1, activationEnergy: 0.33 },
  ] },
  { name: 'Li6.75Sb0.25Si0.75S5I', title: 'Li6.75Sb0.25Si0.75S5I, a thioantimonate argyrodite', family: 'argyrodite', rows: [
    { source: 'sulfideReview', where: 'Table 1', note: 'S3I in the table, S5I in the text', conductivity: 13.1, activationEnergy: 0.17 },
    { source: 'filmReview', where: 'Table 1', temperature: 25, conductivity: 13.1, density: 2.33, window: [0.04, 6.55] },
  ] },
  { name: 'Li2SnS3', title: 'Li2SnS3', family: 'sulfide', rows: [
    { source: 'filmReview', where: 'Table 1', temperature: 25, conductivity: 0.015, density: 3.51 },
  ] },
  { name: '0.4LiI-0.6Li4SnS4', title: 'Li4SnS4 with LiI, from solution', family: 'sulfide', rows: [
    { source: 'filmReview', where: 'Table 1', temperature: 30, conductivity: 0.41, density: 2.64 },
  ] },
  { name: 'Li3.833Sn0.833As0.166S4', title: 'Li3.833Sn0.833As0.166S4', family: 'sulfide', assumedDensity: 2.6, rows: [
    { source: 'filmReview', where: 'Table 1', temperature: 25, conductivity: 1.39, window: [0, 5] },
    { source: 'sulfideReview', where: 'Sec. 1.2.1', conductivity: 1.39 },
  ] },
  { name: 'Li3.85Sn0.85Sb0.15S4', title: 'Li3.85Sn0.85Sb0.15S4', family: 'sulfide', rows: [
    { source: 'filmReview', where: 'Table 1', temperature: 30, conductivity: 0.85, density: 2.56 },
    { source: 'sulfideReview', where: 'Sec. 2.1', temperature: 30, conductivity: 0.85 },
  ] },
  { name: 'Li10SiP2S12', title: 'Li10SiP2S12', family: 'LGPS', rows: [
    { source: 'filmReview', where: 'Table 1', temperature: 25, conductivity: 2.3, density: 1.86 },
  ] },
  { name: 'Li10Si0.3Sn0.7P2S12', title: 'Li10Si0.3Sn0.7P2S12', family: 'LGPS', assumedDensity: 1.9, rows: [
    { source: 'filmReview', where: 'Table 1', temperature: 25, conductivity: 8 },
  ] },
  { name: 'Li10Ge0.95Si0.05P2S12', title: 'Li10Ge0.95Si0.05P2S12', family: 'LGPS', rows: [
    { source: 'filmReview', where: 'Table 1', temperature: 25, conductivity: 8.6, density: 2.02 },
  ] },
  { name: 'Li9.6P3S12', title: 'Li9.6P3S12', family: 'LGPS', rows: [
    { source: 'filmReview', where: 'Table 1', temperature: 25, conductivity: 1.2, density: 1.91 },
  ] },
  { name: 'Li7PS6', title: 'Li7PS6, an argyrodite without halogen', family: 'argyrodite', rows: [
    { source: 'filmReview', where: 'Table 1', temperature: 40, conductivity: 0.0016, density: 1.8 },
  ] },
  { name: 'Li6.6P0.4Ge0.6S5I', title: 'Li6.6P0.4Ge0.6S5I, an argyrodite', family: 'argyrodite', rows: [
    { source: 'filmReview', where: 'Table 1', temperature: 25, conductivity: 5.4, density: 2.41 },
  ] },
  { name: 'Li6.35P0.65Si0.35S5Br', title: 'Li6.35P0.65Si0.35S5Br, an argyrodite', family: 'argyrodite', rows: [
    { source: 'filmReview', where: 'Table 1', temperature: 25, conductivity: 2.4, density: 2.06 },
  ] },
  { name: 'beta-Li3PS4', title: 'beta-Li3PS4', family: 'thiophosphate', choice: 'two of three places agree', rows: [
    { source: 'filmReview', where: 'Table 1', temperature: 25, conductivity: 0.16, bulkModulus: 23.3, shearModulus: 11.4, density: 1.85, window: [-0.2, 5] },
    { source: 'sulfideReview', where: 'Sec. 1.2.1', note: 'nanoporous', conductivity: 0.16 },
    { source: 'commercialisationReview', where: 'Sec. 2.1.1', state: 'from solution', conductivity: 0.132 },
  ] },
  { name: 'Li4PS4I', title: 'Li4PS4I', family: 'thiophosphate', rows: [
    { source: 'filmReview', where: 'Table 1', temperature: 25, conductivity: 0.12, density: 2.44 },
  ] },
  { name: 'Li5.3PS4(BH4)2.3', title: 'Li5.3PS4(BH4)2.3, with borohydride', family: 'thiophosphate', assumedDensity: 1.7, rows: [
    { source: 'filmReview', where: 'Table 1', temperature: 25, conductivity: 11, window: [0, 5] },
  ] },
  { name: '80(0.7Li2S-0.3P2S5)-20LiI', title: 'Glass-ceramic of Li2S, P2S5 and 20 mol% LiI', family: 'thiophosphate', assumedDensity: 2.2, rows: [
    { source: 'filmReview', where: 'Table 1', temperature: 25, state: 'glass-ceramic', conductivity: 0.56, window: [0, 10] },
  ] },
  { name: 'Li3.334Ge0.334As0.666S4', title: 'Li3.334Ge0.334As0.666S4', family: 'sulfide', assumedDensity: 2.3, rows: [
    { source: 'sulfideReview', where: 'Sec. 1.2.1', conductivity: 1.12 },
    { source: 'sulfideReview', where: 'Sec. 1.2.1', activationEnergy: 0.17 },
  ] },
  { name: 'Li9.42Si1.02P2.1S9.96O2.04', title: 'Li9.42Si1.02P2.1S9.96O2.04, an oxysulfide', family: 'LGPS', assumedDensity: 1.9, rows: [
    { source: 'sulfideReview', where: 'Sec. 2.2', temperature: 25, conductivity: 0.32 },
  ] },
  { name: 'Li3YCl6', title: 'Li3YCl6, a halide', family: 'halide', assumedDensity: 2.43, rows: [
    { source: 'sulfideReview', where: 'Sec. 3.1.1', note: 'about; of Li3YCl6 and Li3YBr6', conductivity: 1 },
  ] },
  { name: 'Li3YBr6', title: 'Li3YBr6, a halide', family: 'halide', assumedDensity: 3.3, rows: [
    { source: 'sulfideReview', where: 'Sec. 3.1.1', note: 'about; of Li3YCl6 and Li3YBr6', conductivity: 1 },
  ] },
  { name: 'Li2ZrCl6', title: 'Li2ZrCl6, a halide without rare metals', family: 'halide', assumedDensity: 2.6, rows: [
    { source: 'commercialisationReview', where: 'Sec. 2.1.2', conductivity: 0.81 },
  ] },
  { name: 'Li6BaLa2Ta2O12', title: 'Li6BaLa2Ta2O12, a garnet', family: 'garnet', assumedDensity: 6.3, rows: [
    { source: 'commercialisationReview', where: 'Sec. 2.2.1', temperature: 25, state: 'sintered', note: 'the highest', conductivity: 0.05 },
    { source: 'commercialisationReview', where: 'Sec. 2.2.1', state: 'sintered', activationEnergy: 0.44 },
  ] },
  { name: 'Li6BaLa2Ta2O12-film', title: 'Li6BaLa2Ta2O12 by pulsed laser deposition', family: 'garnet', assumedDensity: 6.3, choice: 'the table prints 1.7e-3 mS/cm, the text 2e-3', rows: [
    { source: 'commercialisationReview', where: 'Sec. 2.2.1', temperature: 25, state: 'film', note: 'by pulsed laser deposition', conductivity: 0.002 },
    { source: 'commercialisationReview', where: 'Sec. 2.2.1', state: 'film', activationEnergy: 0.42 },
  ] },
  { name: 'LiPON', title: 'Lithium phosphorus oxynitride, a sputtered film', family: 'oxide', assumedDensity: 2.3, rows: [
    { source: 'commercialisationReview', where: 'Sec. 2.2.1', temperature: 25, state: 'film', note: 'about', conductivity: 0.002 },
  ] },
  { name: 'LLZO-film', title: 'Li7La3Zr2O12 by chemical vapour deposition', family: 'garnet', assumedDensity: 5.1, rows: [
    { source: 'commercialisationReview', where: 'Sec. 2.2.2', state: 'film', note: 'by chemical vapour deposition', conductivity: 0.0042 },
    { source: 'commercialisationReview', where: 'Sec. 2.2.2', state: 'film', activationEnergy: 0.5 },
  ] },
  { name: 'Li6.5P0.5Ge0.5S5I', title: 'Li6.5P0.5Ge0.5S5I, an argyrodite from solution', family: 'argyrodite', assumedDensity: 2.4, rows: [
    { source: 'commercialisationReview', where: 'Sec. 3.3', temperature: 30, state: 'from solution', conductivity: 0.54 },
  ] },
  { name: 'LATP', title: 'Li1.3Al0.3Ti1.7(PO4)3, a phosphate', family: 'oxide', assumedDensity: 2.9, rows: [
    { source: 'commercialisationReview', where: 'Table 2', temperature: 25, note: 'Li1.3Al0.3Ti1.7(PO4)3 with 2.5 nm of ZnO', conductivity: 0.1 },
  ] },
  { name: 'LLZTO-PVDF-HFP', title: 'Garnet in PVDF-HFP with LiTFSI and succinonitrile', family: 'polymer', assumedDensity: 2.5, rows: [
    { source: 'commercialisationReview', where: 'Table 2', temperature: 25, state: 'composite', note: 'Li6.4La3Zr1.4Ta0.6O12 with PVDF-HFP, LiTFSI and succinonitrile', conductivity: 0.653 },
  ] },
  { name: 'lithium-silicate', title: 'Lithium silicate by atomic layer deposition, a coating', family: 'oxide', assumedDensity: 2.4, rows: [
    { source: 'commercialisationReview', where: 'Table 2', state: 'film', note: 'read as 5.72e-9 S/cm: the exponent is broken over two lines', conductivity: 0.00000572 },
  ] },
  { name: 'F-NBR-g-VEC', title: 'A fluorinated elastomer with grafted carbonate', family: 'polymer', assumedDensity: 1.2, rows: [
    { source: 'commercialisationReview', where: 'Table 2', temperature: 30, state: 'elastomer', conductivity: 0.4 },
  ] },
  { name: 'LLSTO', title: 'Li0.35La0.5Sr0.05TiO3, amorphous, a coating of cathode particles', family: 'oxide', assumedDensity: 4.8, rows: [
    { source: 'sulfideReview', where: 'Sec. 3.1.1', state: 'amorphous coating', note: 'Li0.35La0.5Sr0.05TiO3', conductivity: 0.084 },
  ] },
  { name: '0.7Li(CB9H10)-0.3Li(CB11H12)', title: 'A closo-borate', family: 'hydride', assumedDensity: 1.15, rows: [
    { source: 'filmReview', where: 'Sec. 1', conductivity: 6.7 },
  ] },
  { name: 'LLZTO', title: 'Li6.5La3Zr1.5Ta0.5O12, a garnet', family: 'garnet', assumedDensity: 5.4, choice: 'sintered; the other is bound with PTFE and not sintered', rows: [
    { source: 'pouchReview', where: 'Table 1 row 1', state: 'sintered', note: 'Li6.5La3Zr1.5Ta0.5O12, a sintered membrane', conductivity: 1 },
    { source: 'pouchReview', where: 'Table 1 row 7', state: 'film', note: 'with PTFE, not sintered', conductivity: 0.12 },
  ] },
  { name: 'LLTO', title: 'Li0.34La0.56TiO3, a perovskite', family: 'oxide', assumedDensity: 5, rows: [
    { source: 'pouchReview', where: 'Table 1 row 10', state: 'film', note: 'Li0.34La0.56TiO3, a tape-cast membrane', conductivity: 0.02 },
  ] },
  { name: '77.5Li2S-22.5P2S5', title: 'Glass of 77.5 mol% Li2S and 22.5 mol% P2S5', family: 'thiophosphate', assumedDensity: 1.87, rows: [
    { source: 'pouchReview', where: 'Table 1 row 8', state: 'film', note: 'with a self-healing polymer: the only value printed', conductivity: 0.1 },
  ] },
  { name: 'Li6PS5Cl0.5Br0.5', title: 'Li6PS5Cl0.5Br0.5, an argyrodite', family: 'argyrodite', assumedDensity: 1.88, rows: [
    { source: 'pouchReview', where: 'Table 1 row 11', state: 'film', note: 'from ethanol in polyimide', conductivity: 2 },
  ] },
  { name: 'Li5.4PS4.4Cl1.6', title: 'Li5.4PS4.4Cl1.6, a chlorine-rich argyrodite', family: 'argyrodite', assumedDensity: 1.88, rows: [
    { source: 'pouchReview', where: 'Table 1 row 12', state: 'film', note: 'a film with 0.2 wt% PTFE: the only value printed', conductivity: 8.4 },
  ] },
  { name: 'Li3OCl0.5Br0.5', title: 'Li3OCl0.5Br0.5, an antiperovskite', family: 'oxide', assumedDensity: 2.4, rows: [
    { source: 'pouchReview', where: 'Table 1 row 13', state: 'film', note: 'with NBR: the only value printed', conductivity: 0.026 },
  ] },
  { name: 'Li2S-P2S5-from-solution', title: 'Glass-ceramic of Li2S and P2S5 from solution; their ratio is not printed', family: 'thiophosphate', assumedDensity: 1.87, rows: [
    { source: 'commercialisationReview', where: 'Sec. 2.1.1', temperature: 25, state: 'from solution', note: 'from tetrahydrofuran and acetonitrile, 250 degC; the best of the series', conductivity: 0.97 },
  ] },
  { name: 'recycled-by-re-sintering', title: 'Recycled by deformation-driven re-sintering; which electrolyte is not printed, a ceramic assumed', family: 'oxide', assumedDensity: 2.9, rows: [
    { source: 'commercialisationReview', where: 'Sec. 2.1.3', state: 'sintered', conductivity: 0.355 },
  ] },
];

/** What they print of electrolytes that have a file of their own. */
export const rowsBesideFiles: Readonly<Record<string, readonly PrintedRow[]>> = {
  'Li3PS4-glass': [
    { source: 'sulfideReview', where: 'Table 1', state: 'glass', conductivity: 0.2, activationEnergy: 0.35 },
  ],
  'LGPS': [
    { source: 'sulfideReview', where: 'Table 1', conductivity: 12, activationEnergy: 0.25 },
    { source: 'filmReview', where: 'Table 1', temperature: 25, conductivity: 12, bulkModulus: 27.3, shearModulus: 7.9, density: 2.08, window: [0, 5] },
    { source: 'pouchReview', where: 'Sec. 1 Introduction', conductivity: 12 },
    { source: 'sulfideReview', where: 'Sec. 1.2.2', note: 'made from the elements', conductivity: 3.2 },
  ],
  'Li6PS5Cl': [
    { source: 'sulfideReview', where: 'Table 1', conductivity: 1.9, activationEnergy: 0.38 },
    { source: 'sulfideReview', where: 'Table 1', note: 'second line', conductivity: 1.33 },
    { source: 'sulfideReview', where: 'Table 1', note: 'X = Cl, Br; about', conductivity: 1, activationEnergy: [0.33, 0.41] },
    { source: 'sulfideReview', where: 'Sec. 1.2.2', note: 'the value that doi 10.1002/aenm.202301142 prints for Li6PS5Br', conductivity: 0.62 },
    { source: 'filmReview', where: 'Table 1', temperature: 25, conductivity: 1.3, bulkModulus: 28.7, shearModulus: 8.1, density: 1.64, window: [0, 7] },
    { source: 'commercialisationReview', where: 'Sec. 2.1.1', temperature: 25, state: 'from solution', note: 'from tetrahydrofuran, the best of several solvents', conductivity: 2.2 },
    { source: 'commercialisationReview', where: 'Sec. 2.1.2', note: 'by metathesis of LiCl and Na2S', conductivity: 2 },
    { source: 'commercialisationReview', where: 'Sec. 2.2.1', state: 'pellet', conductivity: 1.7 },
    { source: 'commercialisationReview', where: 'Sec. 2.1.2', state: 'from solution', note: 'with an excess of sulfur; the maximum', conductivity: 1.8 },
  ],
  'Li3InCl6': [
    { source: 'sulfideReview', where: 'Sec. 3.1.1', conductivity: 1.5 },
  ],
  'LLZO': [
    { source: 'commercialisationReview', where: 'Sec. 2.1', note: 'about; printed as Li3La3Zr2O12', conductivity: 1 },
  ],
};
