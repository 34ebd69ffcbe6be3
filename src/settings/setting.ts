import type * as z from 'zod';

/** What a setting is about; the tables of the manual are grouped by it. */
export type SettingGroup = 'gate' | 'layers' | 'analysis' | 'run' | 'source' | 'report';

/**
 * One setting: what it is called behind each door, what it may be, and what it is when nobody says. Everything
 * else that names settings (help, `action.yml`, the README's tables) is made from this or checked against it.
 */
export interface Setting<Schema extends z.ZodType = z.ZodType> {
  readonly group: SettingGroup;
  /** Its name as an input of the action. */
  readonly input?: string;
  /** Its name as an option of the command line, without the dashes. */
  readonly option?: string;
  /** Its place in a configuration file, dots between the keys. */
  readonly key?: string;
  /** Values it may have. */
  readonly schema: Schema;
  /** From the text of an option or an input to a value; undefined when the text is not of that kind. */
  readonly parse: (text: string) => unknown;
  /** What the text should have been: completes the sentence "… must be". */
  readonly expects: string;
  readonly default: z.infer<Schema>;
  /** What reports show of its value, where that may hold a secret. */
  printable?(value: z.infer<Schema>): z.infer<Schema>;
  /** What a placeholder for its value is called in help; undefined for a switch. */
  readonly placeholder?: string;
  /** Given more than once, the option adds up; as an input it has one value a line. */
  readonly repeatable?: boolean;
  /** One or two sentences for help and manual. */
  readonly description: string;
}

/** A setting as its group's file has it. */
export type Definition<Schema extends z.ZodType = z.ZodType> = Omit<Setting<Schema>, 'group'>;

/** The settings of a group, each with the group's name. */
export function inGroup<Definitions extends Readonly<Record<string, Definition>>>(
  group: SettingGroup,
  definitions: Definitions,
) {
  const settings = Object.entries(definitions).map(([name, definition]) => [name, { group, ...definition }]);
  return Object.fromEntries(settings) as {
    readonly [Name in keyof Definitions]: Definitions[Name] & Pick<Setting, 'group'>;
  };
}
