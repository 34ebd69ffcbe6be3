/** A message to the reader of a run, which GitHub shows beside its log. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  /** `title`, `file`, `line` and so on, as far as they were given. */
  readonly properties: Readonly<Record<string, string>>;
}

export type Conclusion = 'success' | 'failure' | 'skipped';

export interface WorkflowLog {
  /** Everything act said, for the message of a test that fails. */
  readonly transcript: string;
  /** What the steps printed, line by line, with secrets masked. */
  readonly lines: readonly string[];
  /** What the steps wrote to GITHUB_STEP_SUMMARY, in order. */
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  /** By the step's id: by its number, from 0, where it has none. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By the step's id. */
  readonly conclusions: Readonly<Record<string, Conclusion>>;
}

/** A line that `act --json` prints. */
interface Entry {
  readonly msg?: string;
  readonly raw_output?: boolean;
  readonly stepID?: readonly string[];
  readonly stage?: string;
  readonly stepResult?: Conclusion;
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
  readonly kvPairs?: Readonly<Record<string, string>>;
}

/** Reads what `act --json` printed. */
export function parseActLog(output: string): WorkflowLog {
  const entries = output
    .split('\n')
    .filter(isJson)
    .map((line) => JSON.parse(line) as Entry);
  const outputs: Record<string, Record<string, string>> = {};
  const conclusions: Record<string, Conclusion> = {};
  for (const { stepID, stage, stepResult, command, name, arg } of entries) {
    const step = stepID?.[0];
    if (step === undefined) continue;
    if (stage === 'Main' && stepResult !== undefined) conclusions[step] = stepResult;
    if (command === 'set-output') outputs[step] = { ...outputs[step], [name ?? '']: arg ?? '' };
  }
  return {
    transcript: entries.map(({ msg = '' }) => msg.trimEnd()).join('\n'),
    lines: entries
      .filter(({ raw_output }) => raw_output === true)
      .map(({ msg = '' }) => msg.replace(/\r?\n$/, '')),
    summary: entries
      .filter(({ command }) => command === 'summary')
      .map(({ content = '' }) => content)
      .join(''),
    annotations: entries.flatMap(annotationsOf),
    outputs,
    conclusions,
  };
}

function isJson(line: string): boolean {
  return line.startsWith('{');
}

function annotationsOf({ command, arg = '', kvPairs = {} }: Entry): Annotation[] {
  switch (command) {
    case 'error':
    case 'warning':
    case 'notice':
      return [{ level: command, message: arg, properties: kvPairs }];
    default:
      return [];
  }
}
