/** Ways to build the cathode, each as the keys of a case that it sets; "null" leaves a key to its default. */

export interface Architecture {
  readonly id: string;
  readonly label: string;
  readonly set: Readonly<Record<string, string>>;
}

/** One of these at a time. */
export const architectureKeys = ['cathode.ionicTransport', 'cathode.gradient', 'cathode.network', 'cathode.layers'];

/** Half of the electrolyte of a usual composite in straight lamellae, the rest as winding as before. */
const channels = (spacing: string): string =>
  `{alignedChannels: {fraction: 15 %, spacing: ${spacing}, misalignment: 10 deg, wallTortuosityFactor: 5}}`;

/** Steep enough for the composition to matter. */
const steep = '{bruggemanExponent: 3}';

export const architectures: readonly Architecture[] = [
  { id: 'powder', label: 'pressed powder (law of measured composites)', set: { 'cathode.ionicTransport': 'null' } },
  { id: 'spheres', label: 'random spheres (Bruggeman 1.5)',
    set: { 'cathode.ionicTransport': '{bruggemanExponent: 1.5}' } },
  { id: 'winding', label: 'winding composite (Bruggeman 3)', set: { 'cathode.ionicTransport': steep } },
  { id: 'channels-20', label: 'aligned channels 20 µm apart', set: { 'cathode.ionicTransport': channels('20 um') } },
  { id: 'channels-60', label: 'aligned channels 60 µm apart', set: { 'cathode.ionicTransport': channels('60 um') } },
  { id: 'graded', label: 'graded: more electrolyte at the membrane (Bruggeman 3)',
    set: { 'cathode.ionicTransport': steep, 'cathode.gradient': '{activeMaterial: [70 %, 90 %]}' } },
  { id: 'graded-back', label: 'graded the other way (Bruggeman 3)',
    set: { 'cathode.ionicTransport': steep, 'cathode.gradient': '{activeMaterial: [90 %, 70 %]}' } },
];

/** The architecture that a design was given; undefined where it is what its cell says, or something else. */
export const architectureOf = (set: Readonly<Record<string, string>>): Architecture | undefined =>
  architectures.find((one) => architectureKeys.every((key) => set[key] === one.set[key]));
