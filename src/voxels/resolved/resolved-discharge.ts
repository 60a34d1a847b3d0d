import { flexibleGmres, type LinearOperator } from '../../solver/linear/flexible-gmres.js';
import { anObject, aNumber, aPositive, expectArguments, objectWith } from '../../units/arguments.js';
import { KCycle } from '../conduction/k-cycle.js';
import type { SegmentedImage } from '../segmented-image.js';
import { InterfaceCurrent } from './interface-current.js';
import { reactionGraph } from './reaction-graph.js';
import type { ResolvedDischarge, ResolvedLoad, ResolvedMaterials, ResolvedPoint } from './resolved-types.js';
import { type VoxelCell, voxelCell } from './voxel-cell.js';

/** Sum of the residuals over the current at which Newton ends; where rounding keeps it above, it ends when it falls no further. */
const newtonTolerance = { wanted: 1e-11, enough: 1e-8 } as const;
const mostNewton = 20;
/** A step is halved down to this part of what was asked for. */
const shortest = 64;
const krylov = { reduction: 1e-4, most: 80 } as const;
/** Joins voxels on coarser grids along faces of more than this share of the best. */
const strongFace = 0.1;
/** Sweeps over the diffusion within particles in the preconditioner. */
const diffusionSweeps = 4;

/**
 * Every voxel its phase: ions in electrolyte voxels, electrons and lithium in voxels of active material, reaction on the faces between them.
 *
 *   sum kappa h (phi_i - phi_j) = sum h^2 j,   sum sigma h (phi_i - phi_j) = -sum h^2 j
 *   F c h^3 ds/dt + sum F c D h (s_i - s_j) = -sum h^2 j
 *
 * phi = 0 on the membrane, insulating sides, current drawn from the plane of the collector; implicit Euler, Newton on potentials and stoichiometries together, flexible
 * GMRES with multigrid of the potentials (faces of the reaction among the conductances).
 */
export class ResolvedElectrode {
  private readonly cell: VoxelCell;
  private readonly face: InterfaceCurrent;
  private readonly h: number;
  private readonly area: number;
  private readonly phi: Float64Array;
  private readonly s: Float64Array;
  private before: Float64Array;
  /** Current density j of every reacting face, with its slopes dj/dphi and dj/ds. */
  private readonly j: Float64Array;
  private readonly byPhi: Float64Array;
  private readonly byS: Float64Array;
  private readonly residual: Float64Array;
  private readonly local = new Float64Array(3);
  private readonly shift: number;
  /** Present step of time [s]. */
  private step: number;
  private newton = 0;
  private krylov = 0;

  constructor(image: SegmentedImage, private readonly it: ResolvedMaterials, private readonly load: ResolvedLoad) {
    expectArguments({ image: [image, objectWith('size', 'width', 'labels', 'phaseOf')],
      materials: [it, objectWith('potential', 'exchangeCurrent')], load: [load, anObject] });
    const { ionicConductivity: kappa, electronicConductivity: sigma, diffusivity, sites, faraday, thermalVoltage } = it;
    const { currentDensity, step, mostSteps, start: begin } = load;
    const positive = { kappa, sigma, diffusivity, sites, faraday, thermalVoltage, currentDensity, step, mostSteps };
    expectArguments(Object.fromEntries(Object.entries(positive).map(([name, value]) => [name, [value, aPositive]])));
    expectArguments({ 'load.start': [begin, aNumber(0, 1)], 'load.cutoff': [load.cutoff, aNumber()] });
    const h = image.width[0];
    this.cell = voxelCell(image, kappa, sigma);
    this.h = h;
    this.step = load.step;
    this.area = image.size[0] * image.size[1] * h * h;
    const { nodes, activeSide } = this.cell;
    // potentials of the particles are kept as differences to U at the start: fewer digits are lost
    const start = new Float64Array(2);
    it.potential.evaluate(load.start, start);
    this.shift = start[0];
    const potential = { evaluate: (s: number, out: Float64Array): void => {
      it.potential.evaluate(s, out);
      out[0] -= this.shift;
    } };
    this.face = new InterfaceCurrent({ potential, exchangeCurrent: it.exchangeCurrent, thermalVoltage,
      resistance: 0.5 * h * (1 / kappa + 1 / sigma), depletion: (0.5 * h) / (diffusivity * faraday * sites) });
    this.phi = new Float64Array(nodes);
    this.s = new Float64Array(nodes).fill(load.start);
    this.before = this.s.slice();
    const faces = activeSide.length;
    [this.j, this.byPhi, this.byS] = [new Float64Array(faces), new Float64Array(faces), new Float64Array(faces)];
    this.residual = new Float64Array(2 * nodes);
  }

  run(): ResolvedDischarge {
    const { load, cell, s } = this;
    const points: ResolvedPoint[] = [];
    let [charge, lithium] = [0, 0];
    let ended: ResolvedDischarge['ended'] = 'steps';
    let time = 0;
    for (let step = 1; step <= load.mostSteps; step++) {
      this.before = s.slice();
      if (!this.solveShorter()) {
        ended = 'no-solution';
        break;
      }
      time += this.step;
      const current = load.currentDensity * this.area;
      const entered = this.entered();
      const reacted = -this.j.reduce((sum, one) => sum + one, 0) * this.h ** 2;
      charge = Math.max(charge, Math.abs(entered / current - 1), Math.abs(reacted / current - 1));
      const stored = this.stored();
      lithium = Math.max(lithium, Math.abs(stored / (current * time) - 1));
      const perVoxel = this.it.faraday * this.it.sites * this.h ** 3;
      points.push({ time, voltage: this.voltage(),
        stoichiometry: load.start + stored / (perVoxel * cell.activeVoxels) });
      if (this.voltage() < load.cutoff) {
        ended = 'cutoff';
        break;
      }
    }
    return { points, ended, balances: { charge, lithium },
      counters: { nodes: cell.nodes, newton: this.newton, krylov: this.krylov } };
  }

  /** Current from the membrane [A]. */
  private entered(): number {
    const half = 2 * this.it.ionicConductivity * this.h;
    return this.cell.membrane.reduce((sum, node) => sum - half * this.phi[node], 0);
  }

  /** Lithium that came since the start, as charge [C]. */
  private stored(): number {
    let sum = 0;
    for (let i = 0; i < this.s.length; i++) sum += this.s[i] - this.load.start;
    return sum * this.it.faraday * this.it.sites * this.h ** 3;
  }

  private voltage(): number {
    const { collector } = this.cell;
    return this.shift + collector.reduce((sum, node) => sum + this.phi[node], 0) / collector.length;
  }

  /** Solves the step, or a shorter one where that is too far: where particles fill up at their surface. */
  private solveShorter(): boolean {
    const { phi, s, load } = this;
    const [phiBefore, least] = [phi.slice(), load.step / shortest];
    while (this.step >= least) {
      if (this.solveStep()) return true;
      phi.set(phiBefore);
      s.set(this.before);
      this.step /= 2;
    }
    return false;
  }

  private solveStep(): boolean {
    const { cell: { nodes }, residual, phi, s, load } = this;
    const change = new Float64Array(2 * nodes);
    const current = load.currentDensity * this.area;
    let last = Infinity;
    for (let iteration = 0; iteration < mostNewton; iteration++) {
      this.linearise();
      const size = residual.reduce((sum, one) => sum + Math.abs(one), 0);
      if (!Number.isFinite(size)) return false;
      const rounded = size > 0.5 * last && size < newtonTolerance.enough * current;
      if (rounded || size < newtonTolerance.wanted * current) return true;
      last = size;
      const { iterations } = flexibleGmres(this.system(), residual, change, krylov.reduction, krylov.most);
      this.newton++;
      this.krylov += iterations;
      // no voxel may be emptied or filled in one step
      let share = 1;
      for (let i = 0; i < nodes; i++) {
        const by = change[nodes + i];
        if (by > 0) share = Math.min(share, (0.9 * (1 - s[i])) / by);
        if (by < 0) share = Math.min(share, (-0.9 * s[i]) / by);
      }
      for (let i = 0; i < nodes; i++) {
        phi[i] += share * change[i];
        s[i] += share * change[nodes + i];
      }
    }
    return false;
  }

  /** Currents of all faces with their slopes, and minus the balances of all nodes. */
  private linearise(): void {
    const { cell, phi, s, before, residual: r, h, it, load, local } = this;
    const { nodes, from, to, conductance, activeFaces, electrolyteSide, activeSide, isActive } = cell;
    r.fill(0);
    for (let e = 0; e < from.length; e++) {
      const current = conductance[e] * (phi[from[e]] - phi[to[e]]);
      r[from[e]] -= current;
      r[to[e]] += current;
    }
    const half = 2 * it.ionicConductivity * h;
    for (const node of cell.membrane) r[node] -= half * phi[node];
    for (const node of cell.collector) r[node] -= (load.currentDensity * this.area) / cell.collector.length;
    const [store, diffuse] = this.lithiumTerms();
    for (let i = 0; i < nodes; i++) if (isActive[i]) r[nodes + i] -= store * (s[i] - before[i]);
    for (let e = 0; e < activeFaces.length; e += 2) {
      const flow = diffuse * (s[activeFaces[e]] - s[activeFaces[e + 1]]);
      r[nodes + activeFaces[e]] -= flow;
      r[nodes + activeFaces[e + 1]] += flow;
    }
    for (let f = 0; f < activeSide.length; f++) {
      const [one, other] = [electrolyteSide[f], activeSide[f]];
      this.face.solve(phi[other] - phi[one], s[other], this.j[f], local);
      [this.j[f], this.byPhi[f], this.byS[f]] = [local[0], local[1], local[2]];
      const current = h * h * local[0];
      r[one] += current;
      r[other] -= current;
      r[nodes + other] -= current;
    }
  }

  /** F c h^3 / dt and F c D h. */
  private lithiumTerms(): readonly [number, number] {
    const { it, h } = this;
    return [(it.faraday * it.sites * h ** 3) / this.step, it.faraday * it.sites * it.diffusivity * h];
  }

  private system(): LinearOperator {
    const { cell, h, it, byPhi, byS } = this;
    const { nodes, from, to, conductance, activeFaces, electrolyteSide, activeSide, isActive } = cell;
    const [store, diffuse] = this.lithiumTerms();
    const half = 2 * it.ionicConductivity * h;
    const graph = reactionGraph(cell, it.ionicConductivity * h,
      Math.max(it.ionicConductivity, it.electronicConductivity) * h, byPhi.map((slope) => h * h * slope));
    const multigrid = new KCycle(graph.level, strongFace);
    const [b, z] = [new Float32Array(nodes), new Float32Array(nodes)];
    const diagonal = new Float64Array(nodes).fill(store);
    for (const node of activeFaces) diagonal[node] += diffuse;
    for (let f = 0; f < activeSide.length; f++) diagonal[activeSide[f]] += h * h * byS[f];
    const diffusion = (x: Float64Array, out: Float64Array, at: number): void => {
      for (let i = 0; i < nodes; i++) out[at + i] = isActive[i] ? diagonal[i] * x[at + i] : x[at + i];
      for (let e = 0; e < activeFaces.length; e += 2) {
        out[at + activeFaces[e]] -= diffuse * x[at + activeFaces[e + 1]];
        out[at + activeFaces[e + 1]] -= diffuse * x[at + activeFaces[e]];
      }
    };
    const rest = new Float64Array(nodes);
    const product = new Float64Array(nodes);
    const sweepX = new Float64Array(nodes);
    return {
      size: 2 * nodes,
      apply: (x, out) => {
        out.fill(0);
        diffusion(x, out, nodes);
        for (let e = 0; e < from.length; e++) {
          const current = conductance[e] * (x[from[e]] - x[to[e]]);
          out[from[e]] += current;
          out[to[e]] -= current;
        }
        for (const node of cell.membrane) out[node] += half * x[node];
        for (let f = 0; f < activeSide.length; f++) {
          const [one, other] = [electrolyteSide[f], activeSide[f]];
          const driven = h * h * byPhi[f] * (x[other] - x[one]);
          const current = driven + h * h * byS[f] * x[nodes + other];
          out[one] -= current;
          out[other] += current;
          // the other part is on the diagonal of the diffusion
          out[nodes + other] += driven;
        }
      },
      precondition: (r, out) => {
        let largest = 0;
        for (let i = 0; i < nodes; i++) largest = Math.max(largest, Math.abs(r[i]));
        const unit = largest > 0 ? largest : 1;
        for (let i = 0; i < nodes; i++) b[i] = r[i] / unit;
        multigrid.cycle(b, z);
        for (let i = 0; i < nodes; i++) out[i] = (z[i] * unit) / graph.scale;
        for (let i = 0; i < nodes; i++) rest[i] = r[nodes + i];
        for (let f = 0; f < activeSide.length; f++) {
          rest[activeSide[f]] -= h * h * byPhi[f] * (out[activeSide[f]] - out[electrolyteSide[f]]);
        }
        sweepX.fill(0);
        for (let sweep = 0; sweep < diffusionSweeps; sweep++) {
          diffusion(sweepX, product, 0);
          for (let i = 0; i < nodes; i++) sweepX[i] += (rest[i] - product[i]) / (isActive[i] ? diagonal[i] : 1);
        }
        out.set(sweepX, nodes);
      },
    };
  }
}
