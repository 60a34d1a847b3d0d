/** The version of package.json (a test keeps them equal; the browser has no package.json). */
export const version = '0.1.0';
