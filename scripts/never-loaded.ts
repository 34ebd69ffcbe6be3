/** Stands in the bundles for a package that a dependency imports and that we never use. */
export default {
  Extract: () => {
    throw new Error('the bundles cannot unpack artifacts in this way');
  },
};
