/** The project's own directory: two above this file, and as many above every file of the bundles. */
export const PROJECT_ROOT = new URL('../../', import.meta.url);
