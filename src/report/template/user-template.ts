import Handlebars from 'handlebars/dist/cjs/handlebars.js';
import { ConfigError } from '../../errors.ts';
import { MAX_TEMPLATE_CHARACTERS, MAX_TEMPLATE_OUTPUT, MAX_TEMPLATE_STEPS } from '../../limits.ts';
import { TEMPLATE_HELPERS } from '../template-helpers.ts';
import { checkTemplate } from './check-template.ts';
import type { CommentView } from './comment-view-schema.ts';
import { templateMistake } from './template-mistake.ts';

/** A user's own template, checked and ready. */
export interface UserTemplate {
  /** The file, as the user named it. */
  readonly name: string;
  /** @returns undefined where the result exceeds the limits, whatever the budget. */
  render(view: CommentView): string | undefined;
}

/**
 * Checks and compiles a template. Handlebars' compiler comes with this module: import it only where there is a template.
 *
 * @throws ConfigError `TEMPLATE_TOO_LARGE`, or with the line `TEMPLATE_SYNTAX`, `TEMPLATE_UNKNOWN_NAME` or
 *   `TEMPLATE_FORBIDDEN`.
 */
export function compileTemplate(text: string, name: string): UserTemplate {
  if (text.length > MAX_TEMPLATE_CHARACTERS) {
    throw new ConfigError({
      code: 'TEMPLATE_TOO_LARGE',
      subject: name,
      problem: `has more than ${MAX_TEMPLATE_CHARACTERS} characters, which no template needs`,
      cure: 'Name the right file',
    });
  }
  const program = parse(text, name);
  checkTemplate(program, name);

  let spent: Spent = { steps: 0, characters: 0 };
  const handlebars = Handlebars.create();
  const { each, ...builtIn } = handlebars.helpers as Record<string, Handlebars.HelperDelegate>;
  for (const helper of ['log', 'lookup', 'helperMissing', 'blockHelperMissing'])
    if (helper in builtIn) handlebars.unregisterHelper(helper);
  // What is absent, such as the worst layer of a sound model, is written as nothing.
  for (const [helper, write] of Object.entries(TEMPLATE_HELPERS))
    handlebars.registerHelper(helper, (value) => (value == null ? '' : write(value as never)));
  handlebars.registerHelper(
    'each',
    function (this: unknown, items: unknown, options: Handlebars.HelperOptions) {
      const fn = (item: unknown, more?: Handlebars.RuntimeOptions) => {
        spend(spent, 'steps', 1, MAX_TEMPLATE_STEPS);
        const part = options.fn(item, more);
        spend(spent, 'characters', part.length, MAX_TEMPLATE_OUTPUT);
        return part;
      };
      return each!.call(this, items, { ...options, fn });
    },
  );
  const template = handlebars.compile<CommentView>(program, {
    noEscape: true,
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries(Object.keys(handlebars.helpers).map((helper) => [helper, true])),
  });
  return {
    name,
    render: (view) => {
      spent = { steps: 0, characters: 0 };
      try {
        return template(view);
      } catch (error) {
        if (error instanceof Overrun) return undefined;
        throw error;
      }
    },
  };
}

function parse(text: string, name: string): hbs.AST.Program {
  try {
    return Handlebars.parseWithoutProcessing(text);
  } catch (cause) {
    const { message, lineNumber } = cause as { message: string; lineNumber?: number };
    const line = lineNumber ?? Number(/ on line (\d+)/.exec(message)?.[1] ?? 1);
    throw templateMistake(name, {
      code: 'TEMPLATE_SYNTAX',
      at: { line },
      problem: `is no Handlebars: ${whatIsWrong(message)}`,
      cure: 'Mend that line, or the block that it belongs to',
      cause,
    });
  }
}

/** One line of what the parser says, without the place, and without the names of its own tokens. */
function whatIsWrong(message: string): string {
  const [first = '', near] = message.split('\n');
  if (!/^(Parse|Lexical) error/.test(first)) return first.replace(/ - \d+:\d+$/, '');
  return near === undefined
    ? 'it cannot be read'
    : `it cannot be read after ${JSON.stringify(near.trim().slice(-60))}`;
}

interface Spent {
  steps: number;
  characters: number;
}

/** A template goes on and on. */
class Overrun extends Error {}

function spend(spent: Spent, what: keyof Spent, amount: number, limit: number): void {
  spent[what] += amount;
  if (spent[what] > limit) throw new Overrun(`more than ${limit} ${what}`);
}
