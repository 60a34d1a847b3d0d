// Made by `npm run derive` from the laws beside it; not to be edited.
import type { ScalarFunction } from '../../materials/material.js';
import { FARADAY } from '../../units/constants.js';
import { type Kinetics, overpotential } from '../interface-kinetics.js';
import type { Columns, DerivedLaw } from './law.js';

/** What a property or the kinetics have just written. */
const local = new Float64Array(3);

/** `conduction` of conduction.ts. */
export const conduction: DerivedLaw<Columns<'phiSO' | 'sigmaO' | 'sigmaOByMeanO' | 'phiSN' | 'sigmaN' | 'sigmaNByMeanN' | 'area' | 'dO' | 'dN' | 'contact'>> = {
  values: 1,
  unknowns: ['phiSO', 'meanO', 'phiSN', 'meanN'],
  needs: { phiSO: 'unknown', sigmaO: 'meanO', phiSN: 'unknown', sigmaN: 'meanN', area: 'number', dO: 'number', dN: 'number', contact: 'number' },
  run(first, last, y, of, out) {
    const { data: phiSOOf = y, at: phiSOAt } = of.phiSO;
    const { data: sigmaOOf = y, at: sigmaOAt } = of.sigmaO;
    const { data: sigmaOByMeanOOf = y } = of.sigmaOByMeanO;
    const { data: phiSNOf = y, at: phiSNAt } = of.phiSN;
    const { data: sigmaNOf = y, at: sigmaNAt } = of.sigmaN;
    const { data: sigmaNByMeanNOf = y } = of.sigmaNByMeanN;
    const { data: areaOf = y, at: areaAt } = of.area;
    const { data: dOOf = y } = of.dO;
    const { data: dNOf = y } = of.dN;
    const { data: contactOf = y } = of.contact;
    for (let e = first; e < last; e++) {
      const phiSO = phiSOOf[phiSOAt[e]];
      const sigmaOPlace = sigmaOAt[e];
      const sigmaO = sigmaOOf[sigmaOPlace];
      const sigmaOByMeanO = sigmaOByMeanOOf[sigmaOPlace];
      const phiSN = phiSNOf[phiSNAt[e]];
      const sigmaNPlace = sigmaNAt[e];
      const sigmaN = sigmaNOf[sigmaNPlace];
      const sigmaNByMeanN = sigmaNByMeanNOf[sigmaNPlace];
      const areaPlace = areaAt[e];
      const area = areaOf[areaPlace];
      const dO = dOOf[areaPlace];
      const dN = dNOf[areaPlace];
      const contact = contactOf[areaPlace];
      const at = 5 * e;
      const t0 = 1 / sigmaO;
      const t1 = dO * t0;
      const t4 = 1 / sigmaN;
      const t5 = dN * t4;
      const t10 = 1 / ((t1 + t5) + contact);
      const t11 = area * t10;
      const t12 = -t11 * t10;
      const t15 = phiSO - phiSN;
      out[at] = t11 * t15;
      out[at + 1] = t11;
      out[at + 2] = t15 * (t12 * ((-t1 * t0) * sigmaOByMeanO));
      out[at + 3] = -t11;
      out[at + 4] = t15 * (t12 * ((-t5 * t4) * sigmaNByMeanN));
    }
  },
};

/** `ohmicFlow` of conduction.ts. */
export const ohmicFlow: DerivedLaw<Columns<'phiO' | 'phiN' | 'conductance'>> = {
  values: 1,
  unknowns: ['phiO', 'phiN'],
  needs: { phiO: 'unknown', phiN: 'unknown', conductance: 'number' },
  run(first, last, y, of, out) {
    const { data: phiOOf = y, at: phiOAt } = of.phiO;
    const { data: phiNOf = y, at: phiNAt } = of.phiN;
    const { data: conductanceOf = y, at: conductanceAt } = of.conductance;
    for (let e = first; e < last; e++) {
      const phiO = phiOOf[phiOAt[e]];
      const phiN = phiNOf[phiNAt[e]];
      const conductance = conductanceOf[conductanceAt[e]];
      const at = 3 * e;
      out[at] = conductance * (phiO - phiN);
      out[at + 1] = conductance;
      out[at + 2] = -conductance;
    }
  },
};

/** `boundaryConduction` of conduction.ts. */
export const boundaryConduction: DerivedLaw<Columns<'phiS' | 'sigma' | 'sigmaByMean' | 'outside' | 'area' | 'distance' | 'resistance'>> = {
  values: 1,
  unknowns: ['phiS', 'mean', 'outside'],
  needs: { phiS: 'unknown', sigma: 'mean', outside: 'unknown', area: 'number', distance: 'number', resistance: 'same' },
  run(first, last, y, of, out) {
    const { data: phiSOf = y, at: phiSAt } = of.phiS;
    const { data: sigmaOf = y, at: sigmaAt } = of.sigma;
    const { data: sigmaByMeanOf = y } = of.sigmaByMean;
    const { data: outsideOf = y, at: outsideAt } = of.outside;
    const { data: areaOf = y, at: areaAt } = of.area;
    const { data: distanceOf = y } = of.distance;
    const { data: resistanceOf = y, at: resistanceAt } = of.resistance;
    const resistance = resistanceOf[resistanceAt[0]];
    for (let e = first; e < last; e++) {
      const phiS = phiSOf[phiSAt[e]];
      const sigmaPlace = sigmaAt[e];
      const sigma = sigmaOf[sigmaPlace];
      const sigmaByMean = sigmaByMeanOf[sigmaPlace];
      const outside = outsideOf[outsideAt[e]];
      const areaPlace = areaAt[e];
      const area = areaOf[areaPlace];
      const distance = distanceOf[areaPlace];
      const at = 4 * e;
      const t3 = 1 / sigma;
      const t4 = distance * t3;
      const t8 = 1 / (t4 + resistance);
      const t9 = (area * (phiS - outside)) * t8;
      out[at] = t9;
      out[at + 1] = t8 * area;
      out[at + 2] = (-t9 * t8) * ((-t4 * t3) * sigmaByMean);
      out[at + 3] = t8 * (-area);
    }
  },
};

/** `collectorVoltage` of conduction.ts. */
export const collectorVoltage: DerivedLaw<Columns<'phiS' | 'sigma' | 'sigmaByMean' | 'current' | 'distance' | 'resistance'>> = {
  values: 1,
  unknowns: ['phiS', 'mean', 'current'],
  needs: { phiS: 'unknown', sigma: 'mean', current: 'unknown', distance: 'number', resistance: 'same' },
  run(first, last, y, of, out) {
    const { data: phiSOf = y, at: phiSAt } = of.phiS;
    const { data: sigmaOf = y, at: sigmaAt } = of.sigma;
    const { data: sigmaByMeanOf = y } = of.sigmaByMean;
    const { data: currentOf = y, at: currentAt } = of.current;
    const { data: distanceOf = y, at: distanceAt } = of.distance;
    const { data: resistanceOf = y, at: resistanceAt } = of.resistance;
    const resistance = resistanceOf[resistanceAt[0]];
    for (let e = first; e < last; e++) {
      const phiS = phiSOf[phiSAt[e]];
      const sigmaPlace = sigmaAt[e];
      const sigma = sigmaOf[sigmaPlace];
      const sigmaByMean = sigmaByMeanOf[sigmaPlace];
      const current = currentOf[currentAt[e]];
      const distance = distanceOf[distanceAt[e]];
      const at = 4 * e;
      const t0 = 1 / sigma;
      const t1 = distance * t0;
      const t4 = t1 + resistance;
      out[at] = phiS - (current * t4);
      out[at + 1] = 1;
      out[at + 2] = -(current * ((-t1 * t0) * sigmaByMean));
      out[at + 3] = -t4;
    }
  },
};

/** `insertion` of insertion.ts. */
export const insertion: DerivedLaw<Columns<'j' | 'potential' | 'potentialByS' | 'exchangeCurrent' | 'exchangeCurrentByS' | 'theta' | 'thetaByMean' | 'c' | 'cByX' | 'halfCells' | 'steepness' | 'film' | 'path'> & { readonly kinetics: Kinetics }> = {
  values: 1,
  unknowns: ['j', 's', 'mean', 'x'],
  needs: { j: 'unknown', potential: 's', exchangeCurrent: 's', theta: 'mean', c: 'x', halfCells: 'number', steepness: 'same', film: 'same', path: 'same', kinetics: 'other' },
  run(first, last, y, of, out) {
    const { kinetics } = of;
    const { data: jOf = y, at: jAt } = of.j;
    const { data: potentialOf = y, at: potentialAt } = of.potential;
    const { data: potentialBySOf = y } = of.potentialByS;
    const { data: exchangeCurrentOf = y } = of.exchangeCurrent;
    const { data: exchangeCurrentBySOf = y } = of.exchangeCurrentByS;
    const { data: thetaOf = y, at: thetaAt } = of.theta;
    const { data: thetaByMeanOf = y } = of.thetaByMean;
    const { data: cOf = y, at: cAt } = of.c;
    const { data: cByXOf = y } = of.cByX;
    const { data: halfCellsOf = y, at: halfCellsAt } = of.halfCells;
    const { data: steepnessOf = y, at: steepnessAt } = of.steepness;
    const { data: filmOf = y, at: filmAt } = of.film;
    const { data: pathOf = y, at: pathAt } = of.path;
    const steepness = steepnessOf[steepnessAt[0]];
    const film = filmOf[filmAt[0]];
    const path = pathOf[pathAt[0]];
    for (let e = first; e < last; e++) {
      const j = jOf[jAt[e]];
      const potentialPlace = potentialAt[e];
      const potential = potentialOf[potentialPlace];
      const potentialByS = potentialBySOf[potentialPlace];
      const exchangeCurrent = exchangeCurrentOf[potentialPlace];
      const exchangeCurrentByS = exchangeCurrentBySOf[potentialPlace];
      const thetaPlace = thetaAt[e];
      const theta = thetaOf[thetaPlace];
      const thetaByMean = thetaByMeanOf[thetaPlace];
      const cPlace = cAt[e];
      const c = cOf[cPlace];
      const cByX = cByXOf[cPlace];
      const halfCells = halfCellsOf[halfCellsAt[e]];
      const at = 5 * e;
      const t0 = 1 / theta;
      const t1 = j * t0;
      const t3 = (-t1 * t0) * thetaByMean;
      const t4 = Math.sqrt(c);
      overpotential(t1, exchangeCurrent * t4, kinetics, local);
      const t10 = local[0];
      const t11 = local[1];
      const t12 = local[2];
      const t19 = film - path;
      const t29 = theta * exchangeCurrent;
      const t32 = j < 0;
      const t37 = (2 * halfCells) * steepness;
      const t38 = 1 + c;
      const t50 = 1 / (1 + (t37 * ((t32 ? (-j) : j) + (t29 * t38))));
      const t51 = halfCells * t50;
      const t52 = -t51 * t50;
      const t63 = (potentialByS + (t12 * (t4 * exchangeCurrentByS))) - (j * (t52 * (t37 * (t38 * (theta * exchangeCurrentByS)))));
      const t64 = (((t11 * t0) + (t19 * t0)) + path) - (t51 + j * (t52 * (t37 * (t32 ? -1 : 1))));
      const t65 = ((t11 * t3) + (t19 * t3)) - (j * (t52 * (t37 * (t38 * (exchangeCurrent * thetaByMean)))));
      const t66 = (t12 * (exchangeCurrent * ((0.5 / t4) * cByX))) - (j * (t52 * (t37 * (t29 * cByX))));
      out[at] = (((potential + t10) + (t1 * t19)) + (j * path)) - (j * t51);
      out[at + 1] = t64;
      out[at + 2] = t63;
      out[at + 3] = t65;
      out[at + 4] = t66;
    }
  },
};

/** `crossing` of insertion.ts. */
export const crossing: DerivedLaw<Columns<'j' | 'phiE' | 'phiS' | 'potential' | 'potentialByS' | 'exchangeCurrent' | 'exchangeCurrentByS' | 'theta' | 'thetaByMean' | 'c' | 'cByX' | 'area' | 'halfCells' | 'steepness' | 'film' | 'path'> & { readonly kinetics: Kinetics }> = {
  values: 2,
  unknowns: ['j', 'phiE', 'phiS', 's', 'mean', 'x'],
  needs: { j: 'unknown', phiE: 'unknown', phiS: 'unknown', potential: 's', exchangeCurrent: 's', theta: 'mean', c: 'x', area: 'number', halfCells: 'number', steepness: 'same', film: 'same', path: 'same', kinetics: 'other' },
  run(first, last, y, of, out) {
    const { kinetics } = of;
    const { data: jOf = y, at: jAt } = of.j;
    const { data: phiEOf = y, at: phiEAt } = of.phiE;
    const { data: phiSOf = y, at: phiSAt } = of.phiS;
    const { data: potentialOf = y, at: potentialAt } = of.potential;
    const { data: potentialBySOf = y } = of.potentialByS;
    const { data: exchangeCurrentOf = y } = of.exchangeCurrent;
    const { data: exchangeCurrentBySOf = y } = of.exchangeCurrentByS;
    const { data: thetaOf = y, at: thetaAt } = of.theta;
    const { data: thetaByMeanOf = y } = of.thetaByMean;
    const { data: cOf = y, at: cAt } = of.c;
    const { data: cByXOf = y } = of.cByX;
    const { data: areaOf = y, at: areaAt } = of.area;
    const { data: halfCellsOf = y } = of.halfCells;
    const { data: steepnessOf = y, at: steepnessAt } = of.steepness;
    const { data: filmOf = y, at: filmAt } = of.film;
    const { data: pathOf = y, at: pathAt } = of.path;
    const steepness = steepnessOf[steepnessAt[0]];
    const film = filmOf[filmAt[0]];
    const path = pathOf[pathAt[0]];
    for (let e = first; e < last; e++) {
      const j = jOf[jAt[e]];
      const phiE = phiEOf[phiEAt[e]];
      const phiS = phiSOf[phiSAt[e]];
      const potentialPlace = potentialAt[e];
      const potential = potentialOf[potentialPlace];
      const potentialByS = potentialBySOf[potentialPlace];
      const exchangeCurrent = exchangeCurrentOf[potentialPlace];
      const exchangeCurrentByS = exchangeCurrentBySOf[potentialPlace];
      const thetaPlace = thetaAt[e];
      const theta = thetaOf[thetaPlace];
      const thetaByMean = thetaByMeanOf[thetaPlace];
      const cPlace = cAt[e];
      const c = cOf[cPlace];
      const cByX = cByXOf[cPlace];
      const areaPlace = areaAt[e];
      const area = areaOf[areaPlace];
      const halfCells = halfCellsOf[areaPlace];
      const at = 14 * e;
      const t0 = 1 / theta;
      const t1 = j * t0;
      const t3 = (-t1 * t0) * thetaByMean;
      const t4 = Math.sqrt(c);
      overpotential(t1, exchangeCurrent * t4, kinetics, local);
      const t10 = local[0];
      const t11 = local[1];
      const t12 = local[2];
      const t19 = film - path;
      const t29 = theta * exchangeCurrent;
      const t32 = j < 0;
      const t37 = (2 * halfCells) * steepness;
      const t38 = 1 + c;
      const t50 = 1 / (1 + (t37 * ((t32 ? (-j) : j) + (t29 * t38))));
      const t51 = halfCells * t50;
      const t52 = -t51 * t50;
      const t63 = (potentialByS + (t12 * (t4 * exchangeCurrentByS))) - (j * (t52 * (t37 * (t38 * (theta * exchangeCurrentByS)))));
      const t64 = (((t11 * t0) + (t19 * t0)) + path) - (t51 + j * (t52 * (t37 * (t32 ? -1 : 1))));
      const t65 = ((t11 * t3) + (t19 * t3)) - (j * (t52 * (t37 * (t38 * (exchangeCurrent * thetaByMean)))));
      const t66 = (t12 * (exchangeCurrent * ((0.5 / t4) * cByX))) - (j * (t52 * (t37 * (t29 * cByX))));
      const t68 = (phiS - phiE) - ((((potential + t10) + (t1 * t19)) + (j * path)) - (j * t51));
      out[at] = t68;
      out[at + 1] = area * j;
      out[at + 2] = -t64;
      out[at + 3] = -1;
      out[at + 4] = 1;
      out[at + 5] = -t63;
      out[at + 6] = -t65;
      out[at + 7] = -t66;
      out[at + 8] = area;
      out[at + 9] = 0;
      out[at + 10] = 0;
      out[at + 11] = 0;
      out[at + 12] = 0;
      out[at + 13] = 0;
    }
  },
};

/** `localEquilibrium` of insertion.ts. */
export const localEquilibrium: DerivedLaw<Columns<'phiE' | 'phiS' | 'potential' | 'potentialByS'>> = {
  values: 1,
  unknowns: ['phiE', 'phiS', 's'],
  needs: { phiE: 'unknown', phiS: 'unknown', potential: 's' },
  run(first, last, y, of, out) {
    const { data: phiEOf = y, at: phiEAt } = of.phiE;
    const { data: phiSOf = y, at: phiSAt } = of.phiS;
    const { data: potentialOf = y, at: potentialAt } = of.potential;
    const { data: potentialBySOf = y } = of.potentialByS;
    for (let e = first; e < last; e++) {
      const phiE = phiEOf[phiEAt[e]];
      const phiS = phiSOf[phiSAt[e]];
      const potentialPlace = potentialAt[e];
      const potential = potentialOf[potentialPlace];
      const potentialByS = potentialBySOf[potentialPlace];
      const at = 4 * e;
      out[at] = (phiS - phiE) - potential;
      out[at + 1] = -1;
      out[at + 2] = 1;
      out[at + 3] = -potentialByS;
    }
  },
};

/** `networkFlow` of network.ts. */
export const networkFlow: DerivedLaw<Columns<'sO' | 'restO' | 'restOBySO' | 'sN' | 'restN' | 'restNBySN' | 'factor'> & { readonly diffusivity: ScalarFunction }> = {
  values: 1,
  unknowns: ['sO', 'sN'],
  needs: { sO: 'unknown', restO: 'sO', sN: 'unknown', restN: 'sN', factor: 'number', diffusivity: 'other' },
  run(first, last, y, of, out) {
    const { diffusivity } = of;
    const { data: sOOf = y, at: sOAt } = of.sO;
    const { data: restOOf = y, at: restOAt } = of.restO;
    const { data: restOBySOOf = y } = of.restOBySO;
    const { data: sNOf = y, at: sNAt } = of.sN;
    const { data: restNOf = y, at: restNAt } = of.restN;
    const { data: restNBySNOf = y } = of.restNBySN;
    const { data: factorOf = y, at: factorAt } = of.factor;
    for (let e = first; e < last; e++) {
      const sO = sOOf[sOAt[e]];
      const restOPlace = restOAt[e];
      const restO = restOOf[restOPlace];
      const restOBySO = restOBySOOf[restOPlace];
      const sN = sNOf[sNAt[e]];
      const restNPlace = restNAt[e];
      const restN = restNOf[restNPlace];
      const restNBySN = restNBySNOf[restNPlace];
      const factor = factorOf[factorAt[e]];
      const at = 3 * e;
      diffusivity.evaluate(0.5 * (sO + sN), local);
      const t2 = local[0];
      const t3 = local[1];
      const t6 = factor * t2;
      const t12 = (sO - sN) + (restO - restN);
      out[at] = t6 * t12;
      out[at + 1] = t12 * (factor * (t3 * 0.5)) + t6 * (1 + restOBySO);
      out[at + 2] = t12 * (factor * (t3 * 0.5)) + t6 * (-1 + (-restNBySN));
    }
  },
};

/** `entry` of network.ts. */
export const entry: DerivedLaw<Columns<'i' | 'phiEO' | 'xO' | 'cO' | 'cOByXO' | 'kappaO' | 'kappaOByXO' | 'diffusivityO' | 'diffusivityOByXO' | 'phiEN' | 'phiSN' | 'xN' | 'cN' | 'cNByXN' | 'kappaN' | 'kappaNByXN' | 'diffusivityN' | 'diffusivityNByXN' | 'sN' | 'area' | 'dO' | 'dN' | 'contact' | 'ownerShare' | 'reference' | 'thermalVoltage' | 'inside' | 'share' | 'film'> & { readonly transference: ScalarFunction; readonly thermodynamicFactor: ScalarFunction; readonly networkDiffusivity: ScalarFunction; readonly potential: ScalarFunction; readonly exchangeCurrent: ScalarFunction; readonly kinetics: Kinetics }> = {
  values: 11,
  unknowns: ['i', 'phiEO', 'xO', 'phiEN', 'phiSN', 'xN', 'sN'],
  needs: { i: 'unknown', phiEO: 'unknown', xO: 'unknown', cO: 'xO', kappaO: 'xO', diffusivityO: 'xO', phiEN: 'unknown', phiSN: 'unknown', xN: 'unknown', cN: 'xN', kappaN: 'xN', diffusivityN: 'xN', sN: 'unknown', area: 'number', dO: 'number', dN: 'number', contact: 'number', ownerShare: 'number', reference: 'same', thermalVoltage: 'same', transference: 'other', thermodynamicFactor: 'other', inside: 'number', share: 'same', networkDiffusivity: 'other', potential: 'other', exchangeCurrent: 'other', film: 'same', kinetics: 'other' },
  run(first, last, y, of, out) {
    const { transference, thermodynamicFactor, networkDiffusivity, potential, exchangeCurrent, kinetics } = of;
    const { data: iOf = y, at: iAt } = of.i;
    const { data: phiEOOf = y, at: phiEOAt } = of.phiEO;
    const { data: xOOf = y, at: xOAt } = of.xO;
    const { data: cOOf = y, at: cOAt } = of.cO;
    const { data: cOByXOOf = y } = of.cOByXO;
    const { data: kappaOOf = y } = of.kappaO;
    const { data: kappaOByXOOf = y } = of.kappaOByXO;
    const { data: diffusivityOOf = y } = of.diffusivityO;
    const { data: diffusivityOByXOOf = y } = of.diffusivityOByXO;
    const { data: phiENOf = y, at: phiENAt } = of.phiEN;
    const { data: phiSNOf = y, at: phiSNAt } = of.phiSN;
    const { data: xNOf = y, at: xNAt } = of.xN;
    const { data: cNOf = y, at: cNAt } = of.cN;
    const { data: cNByXNOf = y } = of.cNByXN;
    const { data: kappaNOf = y } = of.kappaN;
    const { data: kappaNByXNOf = y } = of.kappaNByXN;
    const { data: diffusivityNOf = y } = of.diffusivityN;
    const { data: diffusivityNByXNOf = y } = of.diffusivityNByXN;
    const { data: sNOf = y, at: sNAt } = of.sN;
    const { data: areaOf = y, at: areaAt } = of.area;
    const { data: dOOf = y } = of.dO;
    const { data: dNOf = y } = of.dN;
    const { data: contactOf = y } = of.contact;
    const { data: ownerShareOf = y } = of.ownerShare;
    const { data: referenceOf = y, at: referenceAt } = of.reference;
    const { data: thermalVoltageOf = y, at: thermalVoltageAt } = of.thermalVoltage;
    const { data: insideOf = y } = of.inside;
    const { data: shareOf = y, at: shareAt } = of.share;
    const { data: filmOf = y, at: filmAt } = of.film;
    const reference = referenceOf[referenceAt[0]];
    const thermalVoltage = thermalVoltageOf[thermalVoltageAt[0]];
    const share = shareOf[shareAt[0]];
    const film = filmOf[filmAt[0]];
    for (let e = first; e < last; e++) {
      const i = iOf[iAt[e]];
      const phiEO = phiEOOf[phiEOAt[e]];
      const xO = xOOf[xOAt[e]];
      const cOPlace = cOAt[e];
      const cO = cOOf[cOPlace];
      const cOByXO = cOByXOOf[cOPlace];
      const kappaO = kappaOOf[cOPlace];
      const kappaOByXO = kappaOByXOOf[cOPlace];
      const diffusivityO = diffusivityOOf[cOPlace];
      const diffusivityOByXO = diffusivityOByXOOf[cOPlace];
      const phiEN = phiENOf[phiENAt[e]];
      const phiSN = phiSNOf[phiSNAt[e]];
      const xN = xNOf[xNAt[e]];
      const cNPlace = cNAt[e];
      const cN = cNOf[cNPlace];
      const cNByXN = cNByXNOf[cNPlace];
      const kappaN = kappaNOf[cNPlace];
      const kappaNByXN = kappaNByXNOf[cNPlace];
      const diffusivityN = diffusivityNOf[cNPlace];
      const diffusivityNByXN = diffusivityNByXNOf[cNPlace];
      const sN = sNOf[sNAt[e]];
      const areaPlace = areaAt[e];
      const area = areaOf[areaPlace];
      const dO = dOOf[areaPlace];
      const dN = dNOf[areaPlace];
      const contact = contactOf[areaPlace];
      const ownerShare = ownerShareOf[areaPlace];
      const inside = insideOf[areaPlace];
      const at = 88 * e;
      const t0 = 1 / kappaO;
      const t1 = dO * t0;
      const t3 = (-t1 * t0) * kappaOByXO;
      const t11 = 1 - ownerShare;
      const t15 = reference * ((ownerShare * cO) + (t11 * cN));
      const t16 = reference * (ownerShare * cOByXO);
      const t17 = reference * (t11 * cNByXN);
      transference.evaluate(t15, local);
      const t18 = local[0];
      const t19 = local[1];
      const t20 = t19 * t16;
      const t21 = t19 * t17;
      const t22 = 2 * thermalVoltage;
      const t26 = t22 * (1 - t18);
      thermodynamicFactor.evaluate(t15, local);
      const t29 = local[0];
      const t30 = local[1];
      const t36 = -(t26 * t29);
      const t39 = 1 / cO;
      const t40 = cN * t39;
      const t44 = Math.log(t40);
      const t45 = 1 / t40;
      const t48 = t36 * t44;
      const t49 = t44 * (-(t29 * (t22 * (-t20)) + t26 * (t30 * t16))) + t36 * (t45 * ((-t40 * t39) * cOByXO));
      const t50 = t44 * (-(t29 * (t22 * (-t21)) + t26 * (t30 * t17))) + t36 * (t45 * (t39 * cNByXN));
      const t51 = 1 / kappaO;
      const t52 = dO * t51;
      const t55 = 1 / kappaN;
      const t56 = dN * t55;
      const t61 = 1 / ((t52 + t56) + contact);
      const t62 = area * t61;
      const t63 = -t62 * t61;
      const t67 = ((phiEO - (t1 * i)) - phiEN) - t48;
      const t70 = t62 * t67;
      const t71 = t67 * (t63 * ((-t52 * t51) * kappaOByXO)) + t62 * ((-(i * t3)) - t49);
      const t72 = t67 * (t63 * ((-t56 * t55) * kappaNByXN)) + t62 * (-t50);
      const t73 = t62 * (-t1);
      const t74 = -t62;
      const t75 = FARADAY * reference;
      const t76 = 1 / diffusivityO;
      const t77 = dO * t76;
      const t80 = 1 / diffusivityN;
      const t81 = dN * t80;
      const t85 = 1 / (t77 + t81);
      const t86 = area * t85;
      const t87 = -t86 * t85;
      const t90 = t75 * t86;
      const t93 = xO - xN;
      const t95 = t93 * (t75 * (t87 * ((-t77 * t76) * diffusivityOByXO))) + t90;
      const t96 = t93 * (t75 * (t87 * ((-t81 * t80) * diffusivityNByXN))) - t90;
      const t100 = t18 * t62;
      const t101 = t18 * t73;
      const t102 = t18 * t74;
      const t103 = (t90 * t93) + (t18 * t70);
      const t104 = t95 + (t70 * t20 + t18 * t71);
      const t105 = t96 + (t70 * t21 + t18 * t72);
      const t106 = -i;
      transference.evaluate(reference * cO, local);
      const t109 = local[0];
      const t110 = local[1];
      const t112 = 1 - t109;
      const t113 = -(t110 * (reference * cOByXO));
      const t114 = 2 * thermalVoltage;
      const t115 = t114 * t112;
      thermodynamicFactor.evaluate(reference * cO, local);
      const t119 = local[0];
      const t120 = local[1];
      const t122 = t115 * t119;
      const t124 = t112 * dO;
      const t131 = (FARADAY * diffusivityO) * reference;
      const t134 = cO * (reference * (FARADAY * diffusivityOByXO)) + t131 * cOByXO;
      const t135 = 1 / (t131 * cO);
      const t136 = (t124 * t106) * t135;
      const t138 = t135 * (t106 * (dO * t113)) + (-t136 * t135) * t134;
      const t139 = t135 * (-t124);
      const t140 = t136 >= 0;
      const t145 = 1 / (1 - t136);
      const t146 = 1 * t145;
      const t147 = -t146 * t145;
      const t150 = t140 ? t138 : (t147 * (-t138));
      const t151 = t140 ? t139 : (t147 * (-t139));
      const t152 = t140 ? (1 + t136) : t146;
      const t153 = Math.log(t152);
      const t154 = 1 / t152;
      const t157 = t122 * t153;
      const t158 = t153 * (t119 * (t114 * t113) + t115 * (t120 * (reference * cOByXO))) + t122 * (t154 * t150);
      networkDiffusivity.evaluate(sN, local);
      const t164 = local[0];
      const t165 = local[1];
      const t166 = 1 / t164;
      const t167 = (i * inside) * t166;
      const t169 = t166 * inside;
      const t171 = sN + t167;
      const t172 = 1 + ((-t167 * t166) * t165);
      const t175 = (-i) / share;
      const t176 = -(1 / share);
      potential.evaluate(t171, local);
      const t177 = local[0];
      const t178 = local[1];
      exchangeCurrent.evaluate(t171, local);
      const t181 = local[0];
      const t182 = local[1];
      const t185 = Math.sqrt(cO * t152);
      const t186 = 0.5 / t185;
      overpotential(t175, t181 * t185, kinetics, local);
      const t193 = local[0];
      const t194 = local[1];
      const t195 = local[2];
      const t196 = t194 * t176 + t195 * (t185 * (t182 * t169) + t181 * (t186 * (cO * t151)));
      const t204 = (t177 + t193) + (t175 * film);
      const t206 = t175 * film;
      const t208 = area * i;
      const t210 = 1 / area;
      const t217 = i + (t70 / area);
      const t232 = ((t1 * (1 + (t210 * t73))) - (t122 * (t154 * t151))) + contact;
      const t233 = ((((phiSN - phiEO) + (t1 * t217)) - t157) + (contact * i)) - t204;
      const t234 = ((t217 * t3 + t1 * (t210 * t71)) - t158) - (t195 * (t181 * (t186 * (t152 * cOByXO + cO * t150))));
      potential.evaluate(sN, local);
      const t246 = local[0];
      out[at] = t233;
      out[at + 1] = t70 + t208;
      out[at + 2] = t70;
      out[at + 3] = t208;
      out[at + 4] = t103 + t208;
      out[at + 5] = t103;
      out[at + 6] = t157;
      out[at + 7] = t48;
      out[at + 8] = (t204 - t177) - t206;
      out[at + 9] = t206;
      out[at + 10] = t177 - t246;
      out[at + 11] = t232 - (((t178 * t169) + t196) + (film * t176));
      out[at + 12] = -1 + (t1 * (t210 * t62));
      out[at + 13] = t234;
      out[at + 14] = t1 * (t210 * t74);
      out[at + 15] = 1;
      out[at + 16] = t1 * (t210 * t72);
      out[at + 17] = -((t178 * t172) + (t195 * (t185 * (t182 * t172))));
      out[at + 18] = t73 + area;
      out[at + 19] = t62;
      out[at + 20] = t71;
      out[at + 21] = t74;
      out[at + 22] = 0;
      out[at + 23] = t72;
      out[at + 24] = 0;
      out[at + 25] = t73;
      out[at + 26] = t62;
      out[at + 27] = t71;
      out[at + 28] = t74;
      out[at + 29] = 0;
      out[at + 30] = t72;
      out[at + 31] = 0;
      out[at + 32] = area;
      out[at + 33] = 0;
      out[at + 34] = 0;
      out[at + 35] = 0;
      out[at + 36] = 0;
      out[at + 37] = 0;
      out[at + 38] = 0;
      out[at + 39] = t101 + area;
      out[at + 40] = t100;
      out[at + 41] = t104;
      out[at + 42] = t102;
      out[at + 43] = 0;
      out[at + 44] = t105;
      out[at + 45] = 0;
      out[at + 46] = t101;
      out[at + 47] = t100;
      out[at + 48] = t104;
      out[at + 49] = t102;
      out[at + 50] = 0;
      out[at + 51] = t105;
      out[at + 52] = 0;
    }
  },
};

/** `plane` of plane.ts. */
export const plane: DerivedLaw<Columns<'i' | 'phiE' | 'c' | 'cByX' | 'kappa' | 'kappaByX' | 'diffusivity' | 'diffusivityByX' | 'area' | 'distance' | 'reference' | 'thermalVoltage' | 'equilibriumPotential' | 'exchangeCurrent' | 'resistance'> & { readonly transference: ScalarFunction; readonly thermodynamicFactor: ScalarFunction; readonly kinetics: Kinetics }> = {
  values: 4,
  unknowns: ['i', 'phiE', 'x'],
  needs: { i: 'unknown', phiE: 'unknown', c: 'x', kappa: 'x', diffusivity: 'x', area: 'number', distance: 'number', reference: 'same', thermalVoltage: 'same', transference: 'other', thermodynamicFactor: 'other', equilibriumPotential: 'same', exchangeCurrent: 'same', resistance: 'same', kinetics: 'other' },
  run(first, last, y, of, out) {
    const { transference, thermodynamicFactor, kinetics } = of;
    const { data: iOf = y, at: iAt } = of.i;
    const { data: phiEOf = y, at: phiEAt } = of.phiE;
    const { data: cOf = y, at: cAt } = of.c;
    const { data: cByXOf = y } = of.cByX;
    const { data: kappaOf = y } = of.kappa;
    const { data: kappaByXOf = y } = of.kappaByX;
    const { data: diffusivityOf = y } = of.diffusivity;
    const { data: diffusivityByXOf = y } = of.diffusivityByX;
    const { data: areaOf = y, at: areaAt } = of.area;
    const { data: distanceOf = y } = of.distance;
    const { data: referenceOf = y, at: referenceAt } = of.reference;
    const { data: thermalVoltageOf = y, at: thermalVoltageAt } = of.thermalVoltage;
    const { data: equilibriumPotentialOf = y, at: equilibriumPotentialAt } = of.equilibriumPotential;
    const { data: exchangeCurrentOf = y, at: exchangeCurrentAt } = of.exchangeCurrent;
    const { data: resistanceOf = y, at: resistanceAt } = of.resistance;
    const reference = referenceOf[referenceAt[0]];
    const thermalVoltage = thermalVoltageOf[thermalVoltageAt[0]];
    const equilibriumPotential = equilibriumPotentialOf[equilibriumPotentialAt[0]];
    const exchangeCurrent = exchangeCurrentOf[exchangeCurrentAt[0]];
    const resistance = resistanceOf[resistanceAt[0]];
    for (let e = first; e < last; e++) {
      const i = iOf[iAt[e]];
      const phiE = phiEOf[phiEAt[e]];
      const cPlace = cAt[e];
      const c = cOf[cPlace];
      const cByX = cByXOf[cPlace];
      const kappa = kappaOf[cPlace];
      const kappaByX = kappaByXOf[cPlace];
      const diffusivity = diffusivityOf[cPlace];
      const diffusivityByX = diffusivityByXOf[cPlace];
      const areaPlace = areaAt[e];
      const area = areaOf[areaPlace];
      const distance = distanceOf[areaPlace];
      const at = 16 * e;
      transference.evaluate(reference * c, local);
      const t2 = local[0];
      const t3 = local[1];
      const t5 = 1 - t2;
      const t6 = -(t3 * (reference * cByX));
      const t7 = 2 * thermalVoltage;
      const t8 = t7 * t5;
      thermodynamicFactor.evaluate(reference * c, local);
      const t12 = local[0];
      const t13 = local[1];
      const t15 = t8 * t12;
      const t17 = t5 * distance;
      const t23 = (FARADAY * diffusivity) * reference;
      const t27 = 1 / (t23 * c);
      const t28 = (t17 * i) * t27;
      const t30 = t27 * (i * (distance * t6)) + (-t28 * t27) * (c * (reference * (FARADAY * diffusivityByX)) + t23 * cByX);
      const t31 = t27 * t17;
      const t32 = t28 >= 0;
      const t37 = 1 / (1 - t28);
      const t38 = 1 * t37;
      const t39 = -t38 * t37;
      const t42 = t32 ? t30 : (t39 * (-t30));
      const t43 = t32 ? t31 : (t39 * (-t31));
      const t44 = t32 ? (1 + t28) : t38;
      const t45 = Math.log(t44);
      const t46 = 1 / t44;
      const t49 = t15 * t45;
      const t50 = t45 * (t12 * (t7 * t6) + t8 * (t13 * (reference * cByX))) + t15 * (t46 * t42);
      const t56 = 1 / kappa;
      const t57 = (i * distance) * t56;
      const t61 = Math.sqrt(c * t44);
      const t62 = 0.5 / t61;
      overpotential(i, exchangeCurrent * t61, kinetics, local);
      const t68 = local[0];
      const t69 = local[1];
      const t70 = local[2];
      const t82 = (-((t56 * distance) + (t15 * (t46 * t43)))) - (t69 + t70 * (exchangeCurrent * (t62 * (c * t43))));
      const t83 = (-(((-t57 * t56) * kappaByX) + t50)) - (t70 * (exchangeCurrent * (t62 * (t44 * cByX + c * t42))));
      const t85 = (((-((phiE + t57) + t49)) - equilibriumPotential) - t68) - (i * resistance);
      out[at] = t85;
      out[at + 1] = area * i;
      out[at + 2] = t57;
      out[at + 3] = t49;
      out[at + 4] = t82 - resistance;
      out[at + 5] = -1;
      out[at + 6] = t83;
      out[at + 7] = area;
      out[at + 8] = 0;
      out[at + 9] = 0;
    }
  },
};

/** `saltFlux` of salt.ts. */
export const saltFlux: DerivedLaw<Columns<'phiEO' | 'xO' | 'cO' | 'cOByXO' | 'kappaO' | 'kappaOByXO' | 'diffusivityO' | 'diffusivityOByXO' | 'phiEN' | 'xN' | 'cN' | 'cNByXN' | 'kappaN' | 'kappaNByXN' | 'diffusivityN' | 'diffusivityNByXN' | 'area' | 'dO' | 'dN' | 'contact' | 'share' | 'reference' | 'thermalVoltage'> & { readonly transference: ScalarFunction; readonly thermodynamicFactor: ScalarFunction }> = {
  values: 3,
  unknowns: ['phiEO', 'xO', 'phiEN', 'xN'],
  needs: { phiEO: 'unknown', xO: 'unknown', cO: 'xO', kappaO: 'xO', diffusivityO: 'xO', phiEN: 'unknown', xN: 'unknown', cN: 'xN', kappaN: 'xN', diffusivityN: 'xN', area: 'number', dO: 'number', dN: 'number', contact: 'number', share: 'number', reference: 'same', thermalVoltage: 'same', transference: 'other', thermodynamicFactor: 'other' },
  run(first, last, y, of, out) {
    const { transference, thermodynamicFactor } = of;
    const { data: phiEOOf = y, at: phiEOAt } = of.phiEO;
    const { data: xOOf = y, at: xOAt } = of.xO;
    const { data: cOOf = y, at: cOAt } = of.cO;
    const { data: cOByXOOf = y } = of.cOByXO;
    const { data: kappaOOf = y } = of.kappaO;
    const { data: kappaOByXOOf = y } = of.kappaOByXO;
    const { data: diffusivityOOf = y } = of.diffusivityO;
    const { data: diffusivityOByXOOf = y } = of.diffusivityOByXO;
    const { data: phiENOf = y, at: phiENAt } = of.phiEN;
    const { data: xNOf = y, at: xNAt } = of.xN;
    const { data: cNOf = y, at: cNAt } = of.cN;
    const { data: cNByXNOf = y } = of.cNByXN;
    const { data: kappaNOf = y } = of.kappaN;
    const { data: kappaNByXNOf = y } = of.kappaNByXN;
    const { data: diffusivityNOf = y } = of.diffusivityN;
    const { data: diffusivityNByXNOf = y } = of.diffusivityNByXN;
    const { data: areaOf = y, at: areaAt } = of.area;
    const { data: dOOf = y } = of.dO;
    const { data: dNOf = y } = of.dN;
    const { data: contactOf = y } = of.contact;
    const { data: shareOf = y } = of.share;
    const { data: referenceOf = y, at: referenceAt } = of.reference;
    const { data: thermalVoltageOf = y, at: thermalVoltageAt } = of.thermalVoltage;
    const reference = referenceOf[referenceAt[0]];
    const thermalVoltage = thermalVoltageOf[thermalVoltageAt[0]];
    for (let e = first; e < last; e++) {
      const phiEO = phiEOOf[phiEOAt[e]];
      const xO = xOOf[xOAt[e]];
      const cOPlace = cOAt[e];
      const cO = cOOf[cOPlace];
      const cOByXO = cOByXOOf[cOPlace];
      const kappaO = kappaOOf[cOPlace];
      const kappaOByXO = kappaOByXOOf[cOPlace];
      const diffusivityO = diffusivityOOf[cOPlace];
      const diffusivityOByXO = diffusivityOByXOOf[cOPlace];
      const phiEN = phiENOf[phiENAt[e]];
      const xN = xNOf[xNAt[e]];
      const cNPlace = cNAt[e];
      const cN = cNOf[cNPlace];
      const cNByXN = cNByXNOf[cNPlace];
      const kappaN = kappaNOf[cNPlace];
      const kappaNByXN = kappaNByXNOf[cNPlace];
      const diffusivityN = diffusivityNOf[cNPlace];
      const diffusivityNByXN = diffusivityNByXNOf[cNPlace];
      const areaPlace = areaAt[e];
      const area = areaOf[areaPlace];
      const dO = dOOf[areaPlace];
      const dN = dNOf[areaPlace];
      const contact = contactOf[areaPlace];
      const share = shareOf[areaPlace];
      const at = 15 * e;
      const t2 = 1 - share;
      const t6 = reference * ((share * cO) + (t2 * cN));
      const t7 = reference * (share * cOByXO);
      const t8 = reference * (t2 * cNByXN);
      transference.evaluate(t6, local);
      const t9 = local[0];
      const t10 = local[1];
      const t11 = t10 * t7;
      const t12 = t10 * t8;
      const t13 = 2 * thermalVoltage;
      const t17 = t13 * (1 - t9);
      thermodynamicFactor.evaluate(t6, local);
      const t20 = local[0];
      const t21 = local[1];
      const t27 = -(t17 * t20);
      const t30 = 1 / cO;
      const t31 = cN * t30;
      const t35 = Math.log(t31);
      const t36 = 1 / t31;
      const t39 = t27 * t35;
      const t40 = t35 * (-(t20 * (t13 * (-t11)) + t17 * (t21 * t7))) + t27 * (t36 * ((-t31 * t30) * cOByXO));
      const t41 = t35 * (-(t20 * (t13 * (-t12)) + t17 * (t21 * t8))) + t27 * (t36 * (t30 * cNByXN));
      const t42 = 1 / kappaO;
      const t43 = dO * t42;
      const t46 = 1 / kappaN;
      const t47 = dN * t46;
      const t52 = 1 / ((t43 + t47) + contact);
      const t53 = area * t52;
      const t54 = -t53 * t52;
      const t58 = (phiEO - phiEN) - t39;
      const t61 = t53 * t58;
      const t62 = t58 * (t54 * ((-t43 * t42) * kappaOByXO)) + t53 * (-t40);
      const t63 = t58 * (t54 * ((-t47 * t46) * kappaNByXN)) + t53 * (-t41);
      const t64 = -t53;
      const t65 = FARADAY * reference;
      const t66 = 1 / diffusivityO;
      const t67 = dO * t66;
      const t70 = 1 / diffusivityN;
      const t71 = dN * t70;
      const t75 = 1 / (t67 + t71);
      const t76 = area * t75;
      const t77 = -t76 * t75;
      const t80 = t65 * t76;
      const t83 = xO - xN;
      const t85 = t83 * (t65 * (t77 * ((-t67 * t66) * diffusivityOByXO))) + t80;
      const t86 = t83 * (t65 * (t77 * ((-t71 * t70) * diffusivityNByXN))) - t80;
      out[at] = t61;
      out[at + 1] = (t80 * t83) + (t9 * t61);
      out[at + 2] = t39;
      out[at + 3] = t53;
      out[at + 4] = t62;
      out[at + 5] = t64;
      out[at + 6] = t63;
      out[at + 7] = t9 * t53;
      out[at + 8] = t85 + (t61 * t11 + t9 * t62);
      out[at + 9] = t9 * t64;
      out[at + 10] = t86 + (t61 * t12 + t9 * t63);
    }
  },
};
