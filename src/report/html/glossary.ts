import { polarisationGlossary, polarisationLabels, polarisationPartNames } from '../../results/polarisation-parts.js';
import { type Html, markup, section, sentence, text } from './elements.js';

/** Glossary of the losses: what each means and how it is computed. */
export function glossarySection(): Html {
  const list = polarisationPartNames.map((part) => {
    const { equation, meaning } = polarisationGlossary[part];
    return `<dt>${text(polarisationLabels[part])}</dt><dd><code>${text(equation)}</code></dd><dd>${text(meaning)}</dd>`;
  });
  return section('glossary', 'What the parts of the polarisation mean', [
    sentence(
      'The equilibrium voltage Ueq is the open-circuit potential at the mean stoichiometry of the cathode, minus that '
        + 'of the anode. The parts between it and the cell voltage add up to Ueq − V at every recorded time. Ohmic losses, '
        + 'charge transfer, films and contacts are dissipated power over the current; diffusion in particles and uneven state '
        + 'of charge are differences of equilibrium potentials and may be negative. On charge the same parts raise the '
        + 'voltage; the tables show losses as positive numbers in both directions.',
    ),
    markup(`<dl>${list.join('\n')}</dl>\n`),
  ]);
}
