interface Named {
  readonly label: string;
  readonly path: string;
}

/** Any other head of a path is a material. */
const sections = ['anode', 'membrane', 'cathode', 'cell', 'thermal'];

/** Names a parameter and what it belongs to. */
export const parameterName = ({ label, path }: Named): string => {
  const section = path.split('.')[0];
  // the name of a material may hold dots
  const head = sections.includes(section) || section === path ? section : path.slice(0, path.lastIndexOf('.'));
  return path === head ? label : `${label} [${head}]`;
};
