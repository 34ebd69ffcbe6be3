/** Telling TensorFlow.js's JSON files from others by what their first objects hold. */

/** The members of `model.json`, of which any may come first (tfjs-core, `ModelJSON`). */
const MODEL = /"(weightsManifest|modelTopology)"\s*:|"format"\s*:\s*"(layers|graph)-model"/;

/** A manifest by itself is a list of groups of weights. */
const GROUP = /^\s*\[\s*\{\s*"(weights|paths)"\s*:/;

/** Byte order marks are not JSON; white space may come first. */
const OPENING = /^\s*[[{]/;

export function looksLikeTfjs(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head);
  return OPENING.test(text) && (GROUP.test(text) || MODEL.test(text));
}
