import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** A node of parsed Markdown, as far as tests look at it. */
export interface MarkdownNode {
  readonly type: string;
  readonly value?: string;
  /** Of a code block the language it names. */
  readonly lang?: string | null;
  readonly children?: readonly MarkdownNode[];
}

const parser = unified().use(remarkParse).use(remarkGfm);

/** Parses GitHub's Markdown. */
export function parseMarkdown(text: string): MarkdownNode {
  return parser.parse(text) as MarkdownNode;
}

/** Every node below one, and itself, in the order of the text. */
export function nodesOf(node: MarkdownNode): MarkdownNode[] {
  return [node, ...(node.children ?? []).flatMap(nodesOf)];
}

export function nodesOfType(node: MarkdownNode, type: string): MarkdownNode[] {
  return nodesOf(node).filter((found) => found.type === type);
}

/** The words of each cell of each row, the heads of tables among them. */
export function rowsOf(node: MarkdownNode): string[][] {
  return nodesOfType(node, 'tableRow').map((row) => (row.children ?? []).map(textOf));
}

/** The words of a node without their markup. */
export function textOf(node: MarkdownNode): string {
  return nodesOf(node)
    .map(({ value }) => value ?? '')
    .join('');
}
