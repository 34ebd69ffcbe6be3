/** A statement of a declaration file that exports something. */
export interface Declaration {
  readonly kind: 'function' | 'interface' | 'class' | 'type';
  readonly name: string;
  /** The comment above it, as it stands there; empty where there is none. */
  readonly doc: string;
  readonly code: string;
}

/** What a declaration file exports of its own, in its order; what it imports and gives on is left out. */
export function declarationsIn(text: string): Declaration[] {
  return [...text.matchAll(STATEMENT)].map(([, doc = '', code, kind, name]) => ({
    kind: kind as Declaration['kind'],
    name: name!,
    doc: doc.trim(),
    code: code!,
  }));
}

/** A comment, and a statement that ends with its line, or else with a brace at the beginning of one. */
const STATEMENT =
  /^(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?(export (?:declare )?(function|interface|class|type) (\w+)(?:[^\n]*;$|[\s\S]*?\n\};?$))/gm;
