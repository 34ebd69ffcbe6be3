/** What the runner tells in variables. */
export type Environment = Readonly<Record<string, string | undefined>>;
