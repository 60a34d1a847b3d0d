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
      const t2 = -t1 * t0;
      const t3 = t2 * sigmaOByMeanO;
      const t4 = 1 / sigmaN;
      const t5 = dN * t4;
      const t6 = -t5 * t4;
      const t7 = t6 * sigmaNByMeanN;
      const t8 = t1 + t5;
      const t9 = t8 + contact;
      const t10 = 1 / t9;
      const t11 = area * t10;
      const t12 = -t11 * t10;
      const t13 = t12 * t3;
      const t14 = t12 * t7;
      const t15 = phiSO - phiSN;
      const t16 = t11 * t15;
      const t17 = t15 * t13;
      const t18 = t15 * t14;
      const t19 = -t11;
      out[at] = t16;
      out[at + 1] = t11;
      out[at + 2] = t17;
      out[at + 3] = t19;
      out[at + 4] = t18;
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
      const t0 = phiO - phiN;
      const t1 = conductance * t0;
      const t2 = -conductance;
      out[at] = t1;
      out[at + 1] = conductance;
      out[at + 2] = t2;
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
      const t0 = phiS - outside;
      const t1 = area * t0;
      const t2 = -area;
      const t3 = 1 / sigma;
      const t4 = distance * t3;
      const t5 = -t4 * t3;
      const t6 = t5 * sigmaByMean;
      const t7 = t4 + resistance;
      const t8 = 1 / t7;
      const t9 = t1 * t8;
      const t10 = -t9 * t8;
      const t11 = t8 * area;
      const t12 = t8 * t2;
      const t13 = t10 * t6;
      out[at] = t9;
      out[at + 1] = t11;
      out[at + 2] = t13;
      out[at + 3] = t12;
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
      const t2 = -t1 * t0;
      const t3 = t2 * sigmaByMean;
      const t4 = t1 + resistance;
      const t5 = current * t4;
      const t6 = current * t3;
      const t7 = phiS - t5;
      const t8 = -t4;
      const t9 = -t6;
      out[at] = t7;
      out[at + 1] = 1;
      out[at + 2] = t9;
      out[at + 3] = t8;
    }
  },
};

/** `insertion` of insertion.ts. */
export const insertion: DerivedLaw<Columns<'j' | 'potential' | 'potentialByS' | 'exchangeCurrent' | 'exchangeCurrentByS' | 'theta' | 'thetaByMean' | 'c' | 'cByX' | 'film' | 'path'> & { readonly kinetics: Kinetics }> = {
  values: 1,
  unknowns: ['j', 's', 'mean', 'x'],
  needs: { j: 'unknown', potential: 's', exchangeCurrent: 's', theta: 'mean', c: 'x', film: 'same', path: 'same', kinetics: 'other' },
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
    const { data: filmOf = y, at: filmAt } = of.film;
    const { data: pathOf = y, at: pathAt } = of.path;
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
      const at = 5 * e;
      const t0 = 1 / theta;
      const t1 = j * t0;
      const t2 = -t1 * t0;
      const t3 = t2 * thetaByMean;
      const t4 = Math.sqrt(c);
      const t5 = 0.5 / t4;
      const t6 = t5 * cByX;
      const t7 = exchangeCurrent * t4;
      const t8 = t4 * exchangeCurrentByS;
      const t9 = exchangeCurrent * t6;
      overpotential(t1, t7, kinetics, local);
      const t10 = local[0];
      const t11 = local[1];
      const t12 = local[2];
      const t13 = t11 * t0;
      const t14 = t11 * t3;
      const t15 = t12 * t8;
      const t16 = t12 * t9;
      const t17 = potential + t10;
      const t18 = potentialByS + t15;
      const t19 = film - path;
      const t20 = t1 * t19;
      const t21 = t19 * t0;
      const t22 = t19 * t3;
      const t23 = t17 + t20;
      const t24 = t13 + t21;
      const t25 = t14 + t22;
      const t26 = j * path;
      const t27 = t23 + t26;
      const t28 = t24 + path;
      out[at] = t27;
      out[at + 1] = t28;
      out[at + 2] = t18;
      out[at + 3] = t25;
      out[at + 4] = t16;
    }
  },
};

/** `crossing` of insertion.ts. */
export const crossing: DerivedLaw<Columns<'j' | 'phiE' | 'phiS' | 'potential' | 'potentialByS' | 'exchangeCurrent' | 'exchangeCurrentByS' | 'theta' | 'thetaByMean' | 'c' | 'cByX' | 'area' | 'film' | 'path'> & { readonly kinetics: Kinetics }> = {
  values: 2,
  unknowns: ['j', 'phiE', 'phiS', 's', 'mean', 'x'],
  needs: { j: 'unknown', phiE: 'unknown', phiS: 'unknown', potential: 's', exchangeCurrent: 's', theta: 'mean', c: 'x', area: 'number', film: 'same', path: 'same', kinetics: 'other' },
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
    const { data: filmOf = y, at: filmAt } = of.film;
    const { data: pathOf = y, at: pathAt } = of.path;
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
      const area = areaOf[areaAt[e]];
      const at = 14 * e;
      const t0 = 1 / theta;
      const t1 = j * t0;
      const t2 = -t1 * t0;
      const t3 = t2 * thetaByMean;
      const t4 = Math.sqrt(c);
      const t5 = 0.5 / t4;
      const t6 = t5 * cByX;
      const t7 = exchangeCurrent * t4;
      const t8 = t4 * exchangeCurrentByS;
      const t9 = exchangeCurrent * t6;
      overpotential(t1, t7, kinetics, local);
      const t10 = local[0];
      const t11 = local[1];
      const t12 = local[2];
      const t13 = t11 * t0;
      const t14 = t11 * t3;
      const t15 = t12 * t8;
      const t16 = t12 * t9;
      const t17 = potential + t10;
      const t18 = potentialByS + t15;
      const t19 = film - path;
      const t20 = t1 * t19;
      const t21 = t19 * t0;
      const t22 = t19 * t3;
      const t23 = t17 + t20;
      const t24 = t13 + t21;
      const t25 = t14 + t22;
      const t26 = j * path;
      const t27 = t23 + t26;
      const t28 = t24 + path;
      const t29 = phiS - phiE;
      const t30 = t29 - t27;
      const t31 = -t18;
      const t32 = -t28;
      const t33 = -t25;
      const t34 = -t16;
      const t35 = area * j;
      out[at] = t30;
      out[at + 1] = t35;
      out[at + 2] = t32;
      out[at + 3] = -1;
      out[at + 4] = 1;
      out[at + 5] = t31;
      out[at + 6] = t33;
      out[at + 7] = t34;
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
      const t0 = phiS - phiE;
      const t1 = t0 - potential;
      const t2 = -potentialByS;
      out[at] = t1;
      out[at + 1] = -1;
      out[at + 2] = 1;
      out[at + 3] = t2;
    }
  },
};

/** `networkFlow` of network.ts. */
export const networkFlow: DerivedLaw<Columns<'sO' | 'sN' | 'factor'> & { readonly diffusivity: ScalarFunction }> = {
  values: 1,
  unknowns: ['sO', 'sN'],
  needs: { sO: 'unknown', sN: 'unknown', factor: 'number', diffusivity: 'other' },
  run(first, last, y, of, out) {
    const { diffusivity } = of;
    const { data: sOOf = y, at: sOAt } = of.sO;
    const { data: sNOf = y, at: sNAt } = of.sN;
    const { data: factorOf = y, at: factorAt } = of.factor;
    for (let e = first; e < last; e++) {
      const sO = sOOf[sOAt[e]];
      const sN = sNOf[sNAt[e]];
      const factor = factorOf[factorAt[e]];
      const at = 3 * e;
      const t0 = sO + sN;
      const t1 = 0.5 * t0;
      diffusivity.evaluate(t1, local);
      const t2 = local[0];
      const t3 = local[1];
      const t4 = t3 * 0.5;
      const t5 = t3 * 0.5;
      const t6 = factor * t2;
      const t7 = factor * t4;
      const t8 = factor * t5;
      const t9 = sO - sN;
      const t10 = t6 * t9;
      const t11 = t9 * t7 + t6;
      const t12 = t9 * t8 - t6;
      out[at] = t10;
      out[at + 1] = t11;
      out[at + 2] = t12;
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
      const t2 = -t1 * t0;
      const t3 = t2 * kappaOByXO;
      const t4 = t1 * i;
      const t5 = i * t3;
      const t6 = phiEO - t4;
      const t7 = -t5;
      const t8 = -t1;
      const t9 = ownerShare * cO;
      const t10 = ownerShare * cOByXO;
      const t11 = 1 - ownerShare;
      const t12 = t11 * cN;
      const t13 = t11 * cNByXN;
      const t14 = t9 + t12;
      const t15 = reference * t14;
      const t16 = reference * t10;
      const t17 = reference * t13;
      transference.evaluate(t15, local);
      const t18 = local[0];
      const t19 = local[1];
      const t20 = t19 * t16;
      const t21 = t19 * t17;
      const t22 = 2 * thermalVoltage;
      const t23 = 1 - t18;
      const t24 = -t20;
      const t25 = -t21;
      const t26 = t22 * t23;
      const t27 = t22 * t24;
      const t28 = t22 * t25;
      thermodynamicFactor.evaluate(t15, local);
      const t29 = local[0];
      const t30 = local[1];
      const t31 = t30 * t16;
      const t32 = t30 * t17;
      const t33 = t26 * t29;
      const t34 = t29 * t27 + t26 * t31;
      const t35 = t29 * t28 + t26 * t32;
      const t36 = -t33;
      const t37 = -t34;
      const t38 = -t35;
      const t39 = 1 / cO;
      const t40 = cN * t39;
      const t41 = -t40 * t39;
      const t42 = t39 * cNByXN;
      const t43 = t41 * cOByXO;
      const t44 = Math.log(t40);
      const t45 = 1 / t40;
      const t46 = t45 * t42;
      const t47 = t45 * t43;
      const t48 = t36 * t44;
      const t49 = t44 * t37 + t36 * t47;
      const t50 = t44 * t38 + t36 * t46;
      const t51 = 1 / kappaO;
      const t52 = dO * t51;
      const t53 = -t52 * t51;
      const t54 = t53 * kappaOByXO;
      const t55 = 1 / kappaN;
      const t56 = dN * t55;
      const t57 = -t56 * t55;
      const t58 = t57 * kappaNByXN;
      const t59 = t52 + t56;
      const t60 = t59 + contact;
      const t61 = 1 / t60;
      const t62 = area * t61;
      const t63 = -t62 * t61;
      const t64 = t63 * t54;
      const t65 = t63 * t58;
      const t66 = t6 - phiEN;
      const t67 = t66 - t48;
      const t68 = t7 - t49;
      const t69 = -t50;
      const t70 = t62 * t67;
      const t71 = t67 * t64 + t62 * t68;
      const t72 = t67 * t65 + t62 * t69;
      const t73 = t62 * t8;
      const t74 = -t62;
      const t75 = FARADAY * reference;
      const t76 = 1 / diffusivityO;
      const t77 = dO * t76;
      const t78 = -t77 * t76;
      const t79 = t78 * diffusivityOByXO;
      const t80 = 1 / diffusivityN;
      const t81 = dN * t80;
      const t82 = -t81 * t80;
      const t83 = t82 * diffusivityNByXN;
      const t84 = t77 + t81;
      const t85 = 1 / t84;
      const t86 = area * t85;
      const t87 = -t86 * t85;
      const t88 = t87 * t79;
      const t89 = t87 * t83;
      const t90 = t75 * t86;
      const t91 = t75 * t88;
      const t92 = t75 * t89;
      const t93 = xO - xN;
      const t94 = t90 * t93;
      const t95 = t93 * t91 + t90;
      const t96 = t93 * t92 - t90;
      const t97 = t18 * t70;
      const t98 = t70 * t20 + t18 * t71;
      const t99 = t70 * t21 + t18 * t72;
      const t100 = t18 * t62;
      const t101 = t18 * t73;
      const t102 = t18 * t74;
      const t103 = t94 + t97;
      const t104 = t95 + t98;
      const t105 = t96 + t99;
      const t106 = -i;
      const t107 = reference * cO;
      const t108 = reference * cOByXO;
      transference.evaluate(t107, local);
      const t109 = local[0];
      const t110 = local[1];
      const t111 = t110 * t108;
      const t112 = 1 - t109;
      const t113 = -t111;
      const t114 = 2 * thermalVoltage;
      const t115 = t114 * t112;
      const t116 = t114 * t113;
      const t117 = reference * cO;
      const t118 = reference * cOByXO;
      thermodynamicFactor.evaluate(t117, local);
      const t119 = local[0];
      const t120 = local[1];
      const t121 = t120 * t118;
      const t122 = t115 * t119;
      const t123 = t119 * t116 + t115 * t121;
      const t124 = t112 * dO;
      const t125 = dO * t113;
      const t126 = t124 * t106;
      const t127 = t106 * t125;
      const t128 = -t124;
      const t129 = FARADAY * diffusivityO;
      const t130 = FARADAY * diffusivityOByXO;
      const t131 = t129 * reference;
      const t132 = reference * t130;
      const t133 = t131 * cO;
      const t134 = cO * t132 + t131 * cOByXO;
      const t135 = 1 / t133;
      const t136 = t126 * t135;
      const t137 = -t136 * t135;
      const t138 = t135 * t127 + t137 * t134;
      const t139 = t135 * t128;
      const t140 = t136 >= 0;
      const t141 = 1 + t136;
      const t142 = 1 - t136;
      const t143 = -t138;
      const t144 = -t139;
      const t145 = 1 / t142;
      const t146 = 1 * t145;
      const t147 = -t146 * t145;
      const t148 = t147 * t143;
      const t149 = t147 * t144;
      const t150 = t140 ? t138 : t148;
      const t151 = t140 ? t139 : t149;
      const t152 = t140 ? t141 : t146;
      const t153 = Math.log(t152);
      const t154 = 1 / t152;
      const t155 = t154 * t150;
      const t156 = t154 * t151;
      const t157 = t122 * t153;
      const t158 = t153 * t123 + t122 * t155;
      const t159 = t122 * t156;
      const t160 = cO * t152;
      const t161 = t152 * cOByXO + cO * t150;
      const t162 = cO * t151;
      const t163 = i * inside;
      networkDiffusivity.evaluate(sN, local);
      const t164 = local[0];
      const t165 = local[1];
      const t166 = 1 / t164;
      const t167 = t163 * t166;
      const t168 = -t167 * t166;
      const t169 = t166 * inside;
      const t170 = t168 * t165;
      const t171 = sN + t167;
      const t172 = 1 + t170;
      const t173 = -i;
      const t174 = 1 / share;
      const t175 = t173 / share;
      const t176 = -t174;
      potential.evaluate(t171, local);
      const t177 = local[0];
      const t178 = local[1];
      const t179 = t178 * t172;
      const t180 = t178 * t169;
      exchangeCurrent.evaluate(t171, local);
      const t181 = local[0];
      const t182 = local[1];
      const t183 = t182 * t172;
      const t184 = t182 * t169;
      const t185 = Math.sqrt(t160);
      const t186 = 0.5 / t185;
      const t187 = t186 * t161;
      const t188 = t186 * t162;
      const t189 = t181 * t185;
      const t190 = t185 * t183;
      const t191 = t185 * t184 + t181 * t188;
      const t192 = t181 * t187;
      overpotential(t175, t189, kinetics, local);
      const t193 = local[0];
      const t194 = local[1];
      const t195 = local[2];
      const t196 = t194 * t176 + t195 * t191;
      const t197 = t195 * t190;
      const t198 = t195 * t192;
      const t199 = t177 + t193;
      const t200 = t179 + t197;
      const t201 = t180 + t196;
      const t202 = t175 * film;
      const t203 = film * t176;
      const t204 = t199 + t202;
      const t205 = t201 + t203;
      const t206 = t175 * film;
      const t208 = area * i;
      const t209 = phiSN - phiEO;
      const t210 = 1 / area;
      const t211 = t70 / area;
      const t212 = t210 * t71;
      const t213 = t210 * t72;
      const t214 = t210 * t62;
      const t215 = t210 * t73;
      const t216 = t210 * t74;
      const t217 = i + t211;
      const t218 = 1 + t215;
      const t219 = t1 * t217;
      const t220 = t217 * t3 + t1 * t212;
      const t221 = t1 * t218;
      const t222 = t1 * t213;
      const t223 = t1 * t214;
      const t224 = t1 * t216;
      const t225 = t209 + t219;
      const t226 = -1 + t223;
      const t227 = t225 - t157;
      const t228 = t220 - t158;
      const t229 = t221 - t159;
      const t230 = contact * i;
      const t231 = t227 + t230;
      const t232 = t229 + contact;
      const t233 = t231 - t204;
      const t234 = t228 - t198;
      const t235 = t232 - t205;
      const t236 = -t200;
      const t237 = t70 + t208;
      const t238 = t73 + area;
      const t239 = t103 + t208;
      const t240 = t101 + area;
      const t241 = t204 - t177;
      const t244 = t241 - t206;
      potential.evaluate(sN, local);
      const t246 = local[0];
      const t248 = t177 - t246;
      out[at] = t233;
      out[at + 1] = t237;
      out[at + 2] = t70;
      out[at + 3] = t208;
      out[at + 4] = t239;
      out[at + 5] = t103;
      out[at + 6] = t157;
      out[at + 7] = t48;
      out[at + 8] = t244;
      out[at + 9] = t206;
      out[at + 10] = t248;
      out[at + 11] = t235;
      out[at + 12] = t226;
      out[at + 13] = t234;
      out[at + 14] = t224;
      out[at + 15] = 1;
      out[at + 16] = t222;
      out[at + 17] = t236;
      out[at + 18] = t238;
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
      out[at + 39] = t240;
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
      const t0 = reference * c;
      const t1 = reference * cByX;
      transference.evaluate(t0, local);
      const t2 = local[0];
      const t3 = local[1];
      const t4 = t3 * t1;
      const t5 = 1 - t2;
      const t6 = -t4;
      const t7 = 2 * thermalVoltage;
      const t8 = t7 * t5;
      const t9 = t7 * t6;
      const t10 = reference * c;
      const t11 = reference * cByX;
      thermodynamicFactor.evaluate(t10, local);
      const t12 = local[0];
      const t13 = local[1];
      const t14 = t13 * t11;
      const t15 = t8 * t12;
      const t16 = t12 * t9 + t8 * t14;
      const t17 = t5 * distance;
      const t18 = distance * t6;
      const t19 = t17 * i;
      const t20 = i * t18;
      const t21 = FARADAY * diffusivity;
      const t22 = FARADAY * diffusivityByX;
      const t23 = t21 * reference;
      const t24 = reference * t22;
      const t25 = t23 * c;
      const t26 = c * t24 + t23 * cByX;
      const t27 = 1 / t25;
      const t28 = t19 * t27;
      const t29 = -t28 * t27;
      const t30 = t27 * t20 + t29 * t26;
      const t31 = t27 * t17;
      const t32 = t28 >= 0;
      const t33 = 1 + t28;
      const t34 = 1 - t28;
      const t35 = -t30;
      const t36 = -t31;
      const t37 = 1 / t34;
      const t38 = 1 * t37;
      const t39 = -t38 * t37;
      const t40 = t39 * t35;
      const t41 = t39 * t36;
      const t42 = t32 ? t30 : t40;
      const t43 = t32 ? t31 : t41;
      const t44 = t32 ? t33 : t38;
      const t45 = Math.log(t44);
      const t46 = 1 / t44;
      const t47 = t46 * t42;
      const t48 = t46 * t43;
      const t49 = t15 * t45;
      const t50 = t45 * t16 + t15 * t47;
      const t51 = t15 * t48;
      const t52 = c * t44;
      const t53 = t44 * cByX + c * t42;
      const t54 = c * t43;
      const t55 = i * distance;
      const t56 = 1 / kappa;
      const t57 = t55 * t56;
      const t58 = -t57 * t56;
      const t59 = t56 * distance;
      const t60 = t58 * kappaByX;
      const t61 = Math.sqrt(t52);
      const t62 = 0.5 / t61;
      const t63 = t62 * t53;
      const t64 = t62 * t54;
      const t65 = exchangeCurrent * t61;
      const t66 = exchangeCurrent * t63;
      const t67 = exchangeCurrent * t64;
      overpotential(i, t65, kinetics, local);
      const t68 = local[0];
      const t69 = local[1];
      const t70 = local[2];
      const t71 = t69 + t70 * t67;
      const t72 = t70 * t66;
      const t73 = phiE + t57;
      const t74 = t73 + t49;
      const t75 = t59 + t51;
      const t76 = t60 + t50;
      const t77 = -t74;
      const t78 = -t75;
      const t79 = -t76;
      const t80 = t77 - equilibriumPotential;
      const t81 = t80 - t68;
      const t82 = t78 - t71;
      const t83 = t79 - t72;
      const t84 = i * resistance;
      const t85 = t81 - t84;
      const t86 = t82 - resistance;
      const t87 = area * i;
      out[at] = t85;
      out[at + 1] = t87;
      out[at + 2] = t57;
      out[at + 3] = t49;
      out[at + 4] = t86;
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
      const t0 = share * cO;
      const t1 = share * cOByXO;
      const t2 = 1 - share;
      const t3 = t2 * cN;
      const t4 = t2 * cNByXN;
      const t5 = t0 + t3;
      const t6 = reference * t5;
      const t7 = reference * t1;
      const t8 = reference * t4;
      transference.evaluate(t6, local);
      const t9 = local[0];
      const t10 = local[1];
      const t11 = t10 * t7;
      const t12 = t10 * t8;
      const t13 = 2 * thermalVoltage;
      const t14 = 1 - t9;
      const t15 = -t11;
      const t16 = -t12;
      const t17 = t13 * t14;
      const t18 = t13 * t15;
      const t19 = t13 * t16;
      thermodynamicFactor.evaluate(t6, local);
      const t20 = local[0];
      const t21 = local[1];
      const t22 = t21 * t7;
      const t23 = t21 * t8;
      const t24 = t17 * t20;
      const t25 = t20 * t18 + t17 * t22;
      const t26 = t20 * t19 + t17 * t23;
      const t27 = -t24;
      const t28 = -t25;
      const t29 = -t26;
      const t30 = 1 / cO;
      const t31 = cN * t30;
      const t32 = -t31 * t30;
      const t33 = t30 * cNByXN;
      const t34 = t32 * cOByXO;
      const t35 = Math.log(t31);
      const t36 = 1 / t31;
      const t37 = t36 * t33;
      const t38 = t36 * t34;
      const t39 = t27 * t35;
      const t40 = t35 * t28 + t27 * t38;
      const t41 = t35 * t29 + t27 * t37;
      const t42 = 1 / kappaO;
      const t43 = dO * t42;
      const t44 = -t43 * t42;
      const t45 = t44 * kappaOByXO;
      const t46 = 1 / kappaN;
      const t47 = dN * t46;
      const t48 = -t47 * t46;
      const t49 = t48 * kappaNByXN;
      const t50 = t43 + t47;
      const t51 = t50 + contact;
      const t52 = 1 / t51;
      const t53 = area * t52;
      const t54 = -t53 * t52;
      const t55 = t54 * t45;
      const t56 = t54 * t49;
      const t57 = phiEO - phiEN;
      const t58 = t57 - t39;
      const t59 = -t40;
      const t60 = -t41;
      const t61 = t53 * t58;
      const t62 = t58 * t55 + t53 * t59;
      const t63 = t58 * t56 + t53 * t60;
      const t64 = -t53;
      const t65 = FARADAY * reference;
      const t66 = 1 / diffusivityO;
      const t67 = dO * t66;
      const t68 = -t67 * t66;
      const t69 = t68 * diffusivityOByXO;
      const t70 = 1 / diffusivityN;
      const t71 = dN * t70;
      const t72 = -t71 * t70;
      const t73 = t72 * diffusivityNByXN;
      const t74 = t67 + t71;
      const t75 = 1 / t74;
      const t76 = area * t75;
      const t77 = -t76 * t75;
      const t78 = t77 * t69;
      const t79 = t77 * t73;
      const t80 = t65 * t76;
      const t81 = t65 * t78;
      const t82 = t65 * t79;
      const t83 = xO - xN;
      const t84 = t80 * t83;
      const t85 = t83 * t81 + t80;
      const t86 = t83 * t82 - t80;
      const t87 = t9 * t61;
      const t88 = t61 * t11 + t9 * t62;
      const t89 = t61 * t12 + t9 * t63;
      const t90 = t9 * t53;
      const t91 = t9 * t64;
      const t92 = t84 + t87;
      const t93 = t85 + t88;
      const t94 = t86 + t89;
      out[at] = t61;
      out[at + 1] = t92;
      out[at + 2] = t39;
      out[at + 3] = t53;
      out[at + 4] = t62;
      out[at + 5] = t64;
      out[at + 6] = t63;
      out[at + 7] = t90;
      out[at + 8] = t93;
      out[at + 9] = t91;
      out[at + 10] = t94;
    }
  },
};
