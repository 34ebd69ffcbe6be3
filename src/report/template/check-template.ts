import type * as z from 'zod';
import { MAX_TEMPLATE_DEPTH } from '../../limits.ts';
import { describeNames } from '../../sources/similar-names.ts';
import { commentViewSchema } from './comment-view-schema.ts';
import { type Place, templateMistake } from './template-mistake.ts';
import { type Shape, shapeOf } from './view-shape.ts';

/** The parts of a parsed template, as Handlebars has them (docs/compiler-api.md of the package). */
type Statement = hbs.AST.Statement & { readonly type: string };
type Block = hbs.AST.BlockStatement;
type Path = hbs.AST.PathExpression;

/** What helpers take, in words and by kind of field. */
const HELPERS: Readonly<Record<string, { readonly takes: string; accepts(shape: Shape): boolean }>> = {
  code: { takes: 'words', accepts: isWords },
  cell: { takes: 'words', accepts: isWords },
  text: { takes: 'words, or a list of words', accepts: (shape) => isWords(shape) || isListOfWords(shape) },
  codes: { takes: 'a list of words', accepts: isListOfWords },
  icon: { takes: 'a verdict or status', accepts: ({ kind }) => kind === 'verdict' },
  alert: { takes: 'a verdict or status', accepts: ({ kind }) => kind === 'verdict' },
};

const BLOCKS = ['if', 'unless', 'each', 'with'];

/** What Handlebars says of a pass through a loop. */
const LOOP_DATA = ['index', 'first', 'last'];

const MANUAL = 'docs/templates.md lists all';

/** What names mean at a place of a template. */
interface Scope {
  readonly schema: z.ZodType;
  readonly parent?: Scope;
  readonly inLoop: boolean;
  /** How many blocks are around it. */
  readonly depth: number;
}

/**
 * Checks all of a template, also what this or that report would not reach: every name is one of the view's fields or of
 * the helpers, and nothing is written unescaped. Puts the escaping helper around words that have none.
 *
 * @param file for messages.
 * @throws ConfigError `TEMPLATE_UNKNOWN_NAME` or `TEMPLATE_FORBIDDEN`, with the line.
 */
export function checkTemplate(program: hbs.AST.Program, file: string): void {
  const forbid = (at: Place, problem: string, cure: string) =>
    templateMistake(file, { code: 'TEMPLATE_FORBIDDEN', at, problem, cure });
  const unknown = (at: Place, problem: string, cure: string) =>
    templateMistake(file, { code: 'TEMPLATE_UNKNOWN_NAME', at, problem, cure });

  function checkProgram({ body, blockParams }: hbs.AST.Program, at: Place, scope: Scope): void {
    if (scope.depth > MAX_TEMPLATE_DEPTH)
      throw forbid(at, `more than ${MAX_TEMPLATE_DEPTH} blocks lie inside each other`, 'Make it flatter');
    if ((blockParams?.length ?? 0) > 0)
      throw forbid(at, 'names with "as |name|" do not exist here', 'Use this, and ../ for what is outside');
    for (const statement of body) checkStatement(statement as Statement, scope);
  }

  function checkStatement(statement: Statement, scope: Scope): void {
    switch (statement.type) {
      case 'ContentStatement':
      case 'CommentStatement':
        return;
      case 'MustacheStatement':
        checkMustache(statement as hbs.AST.MustacheStatement, scope);
        return;
      case 'BlockStatement':
        checkBlock(statement as Block, scope);
        return;
      default:
        throw forbid(
          statement.loc.start,
          statement.type.startsWith('Partial')
            ? 'partials do not exist here'
            : 'decorators do not exist here',
          'A template is one file; copy what you need into it',
        );
    }
  }

  function checkMustache(mustache: hbs.AST.MustacheStatement, scope: Scope): void {
    const { path, params, hash, escaped, loc } = mustache;
    if (!escaped)
      throw forbid(
        loc.start,
        'three braces, or & in two, would write what a model says as Markdown',
        'Write two braces',
      );
    if (!isPath(path)) throw forbid(loc.start, 'braces around a constant', 'Write it without braces');
    if (hash !== undefined && hash.pairs.length > 0)
      throw forbid(loc.start, 'helpers take no name=value', 'Leave it out');
    const helper = isName(path) && Object.hasOwn(HELPERS, path.original) ? HELPERS[path.original] : undefined;
    if (helper !== undefined) {
      const { original } = path;
      const [value, ...others] = params;
      const shape = value !== undefined && isPath(value) ? shapeAt(value, scope) : undefined;
      if (shape === undefined || others.length > 0 || !helper.accepts(shape))
        throw forbid(
          loc.start,
          `${original} takes ${helper.takes}`,
          `Give it one field of that kind; ${MANUAL}`,
        );
      return;
    }
    if (params.length > 0)
      throw unknown(
        loc.start,
        `there is no helper "${path.original}"`,
        `There are ${Object.keys(HELPERS).join(', ')}, and the blocks ${BLOCKS.join(', ')}`,
      );
    const shape = shapeAt(path, scope);
    if (shape.kind === 'list' && !isListOfWords(shape))
      throw forbid(loc.start, `"${path.original}" is a list`, `Write {{#each ${path.original}}} … {{/each}}`);
    if (shape.kind === 'group')
      throw forbid(
        loc.start,
        `"${path.original}" has fields of its own`,
        `Write one of ${describeFields(shape)}`,
      );
    if (shape.kind === 'plain' || shape.kind === 'condition') return;
    mustache.params = [path];
    mustache.path = { ...path, data: false, depth: 0, parts: ['text'], original: 'text' } as Path;
  }

  function checkBlock(block: Block, scope: Scope): void {
    const { path, params, hash, program: inside, inverse, loc } = block;
    const name = isPath(path) ? path.original : '';
    if (!BLOCKS.includes(name))
      throw unknown(loc.start, `there is no block "${name}"`, `There are ${BLOCKS.join(', ')}`);
    const [value, ...others] = params;
    if (value === undefined || others.length > 0 || !isPath(value) || (hash?.pairs.length ?? 0) > 0)
      throw forbid(loc.start, `${name} takes one field and nothing else`, `Name one; ${MANUAL}`);
    const shape = shapeAt(value, scope);
    const depth = scope.depth + 1;
    checkProgram(inside, loc.start, { ...scopeInside(name, shape, value, scope), depth });
    // An absent "else" has no program, whatever the types say.
    if (inverse as unknown) checkProgram(inverse, loc.start, { ...scope, depth });
  }

  /** What a block's names mean: `each` and `with` go into the value, `if` and `unless` do not. */
  function scopeInside(name: string, shape: Shape, value: Path, scope: Scope): Omit<Scope, 'depth'> {
    if (name === 'each') {
      if (shape.kind !== 'list')
        throw forbid(value.loc.start, `"${value.original}" is no list`, `each takes a list; ${MANUAL}`);
      return { schema: shape.of, parent: scope, inLoop: true };
    }
    if (name === 'with') {
      if (shape.kind !== 'group')
        throw forbid(
          value.loc.start,
          `"${value.original}" has no fields`,
          `with takes what has fields; ${MANUAL}`,
        );
      return { schema: schemaAt(value, scope), parent: scope, inLoop: scope.inLoop };
    }
    return scope;
  }

  function shapeAt(path: Path, scope: Scope): Shape {
    if (!path.data || path.parts[0] === 'root') return shapeOf(schemaAt(path, scope));
    const [name = ''] = path.parts;
    if (!scope.inLoop || path.depth > 0 || path.parts.length > 1 || !LOOP_DATA.includes(name))
      throw unknown(
        path.loc.start,
        `there is no ${path.original}`,
        `There are ${LOOP_DATA.map((data) => `@${data}`).join(', ')} inside each, and @root`,
      );
    return { kind: 'plain' };
  }

  function schemaAt(path: Path, scope: Scope): z.ZodType {
    let from: Scope | undefined = scope;
    for (let step = 0; step < path.depth; step++) from = from?.parent;
    if (from === undefined)
      throw unknown(path.loc.start, `"${path.original}" leads out of the report`, 'Take away a ../');
    const parts = path.data ? path.parts.slice(1) : path.parts;
    return parts.reduce(
      (schema: z.ZodType, part): z.ZodType => {
        const shape = shapeOf(schema);
        if (shape.kind === 'group' && Object.hasOwn(shape.fields, part)) return shape.fields[part]!;
        throw unknown(
          path.loc.start,
          `"${path.original}" is nothing that the report has here`,
          shape.kind === 'group'
            ? `There are ${describeFields(shape, part)}; ${MANUAL}`
            : `What is before "${part}" has no fields; ${MANUAL}`,
        );
      },
      path.data ? commentViewSchema : from.schema,
    );
  }

  checkProgram(program, { line: 1 }, { schema: commentViewSchema, inLoop: false, depth: 0 });
}

function describeFields({ fields }: Extract<Shape, { kind: 'group' }>, wanted = ''): string {
  return describeNames(wanted, Object.keys(fields));
}

function isPath(node: { readonly type: string }): node is Path {
  return node.type === 'PathExpression';
}

/** Whether a path is one plain word. */
function isName({ data, depth, parts, original }: Path): boolean {
  return !data && depth === 0 && parts.length === 1 && parts[0] === original;
}

function isWords({ kind }: Shape): boolean {
  return kind === 'words' || kind === 'verdict';
}

function isListOfWords(shape: Shape): boolean {
  return shape.kind === 'list' && shapeOf(shape.of).kind === 'words';
}
