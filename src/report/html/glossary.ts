import { polarisationLabels, type PolarisationPart, polarisationPartNames } from '../../results/result-schema.js';
import { type Html, paragraph, raw, section, text } from './elements.js';

/** Each part: power per area over the applied current density I; a j: reaction per volume, negative on discharge. */
const entries: Readonly<Record<PolarisationPart, readonly [equation: string, meaning: string]>> = {
  ionsInMembrane: ['(1/I) ∫membrane iE² / κeff dx', 'Ohmic loss of the ions on their way through the membrane.'],
  ionsInCathode: [
    '(1/I) ∫cathode iE² / κeff dx',
    'Ohmic loss of the ions in the electrolyte of the cathode; κeff = κ ε / τ with the tortuosity factor τ. It grows as '
    + 'the reaction moves away from the membrane.',
  ],
  electronsInCathode: [
    '(1/I) ∫cathode iS² / σeff dx',
    'Ohmic loss of the electrons on their way from the collector to the particles.',
  ],
  saltConcentration: [
    '−(1/I) ∫ iE (2RT/F)(1 − t+) χ d ln c',
    'Concentration overpotential of the salt, in membrane and electrodes; 0 for a single-ion conductor.',
  ],
  chargeTransfer: ['(1/I) ∫ a j η dx',
    'Overpotential η of the reaction at the surface of the particles (Butler–Volmer).'],
  filmAndContact: [
    '(1/I) ∫ a j² Rf dx + I (Rmembrane|cathode + Rcathode|collector)',
    'Films on the particles and the planar contacts.',
  ],
  diffusionInParticles: [
    '(1/I) ∫ a j [U(ssurface) − U(smean)] dx',
    'The surface of a particle, or the few contacts on it, is ahead of its mean; the equilibrium potential of the two differs by this '
    + 'much. It is negative after the current has turned, while the old gradient still drives.',
  ],
  unevenStateOfCharge: [
    '(1/I) ∫ a j [U(smean) − U(scathode)] dx',
    'Where the reaction takes place the cathode is ahead of its mean through the thickness. It can be negative: an '
    + 'uneven cathode gives back.',
  ],
  anode: [
    'ηanode + I Ranode',
    'Reaction and area-specific resistance of the anode plane; for a composite anode everything in it but the salt.',
  ],
};

/** What the words for the losses mean and how each is computed. */
export function glossarySection(): Html {
  const list = polarisationPartNames.map((part) => {
    const [equation, meaning] = entries[part];
    return `<dt>${text(polarisationLabels[part])}</dt><dd><code>${text(equation)}</code></dd><dd>${text(meaning)}</dd>`;
  });
  return section('glossary', 'What the parts of the polarisation mean', [
    paragraph(
      text(
        'The equilibrium voltage Ueq is the open-circuit potential at the mean stoichiometry of the cathode, minus that '
          + 'of the anode. The parts between it and the cell voltage add up to Ueq − V at every recorded time. Ohmic losses, '
          + 'charge transfer, films and contacts are dissipated power over the current; diffusion in particles and uneven state '
          + 'of charge are differences of equilibrium potentials and may be negative. On charge the same parts raise the '
          + 'voltage; the tables show losses as positive numbers in both directions.',
      ),
    ),
    raw(`<dl>${list.join('\n')}</dl>\n`),
  ]);
}
