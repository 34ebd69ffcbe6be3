/** Who is behind a token. */
export interface Account {
  readonly login: string;
  readonly id: number;
  /** A workflow's own token acts as a `Bot`, a personal access token as its `User`. */
  readonly type: 'Bot' | 'User';
  /** False for what GitHub gives to a fork's pull request. */
  readonly mayWrite: boolean;
}

const GITHUB_ACTIONS: Account = {
  login: 'github-actions[bot]',
  id: 41_898_282,
  type: 'Bot',
  mayWrite: true,
};

export const TOKENS = {
  /** The workflow's token, with `pull-requests: write`. */
  workflow: 'token-of-the-workflow',
  /** The workflow's token where a fork opened the pull request. */
  forkWorkflow: 'token-of-a-workflow-for-a-fork',
  /** The token of an app that is not the workflow's. */
  otherApp: 'token-of-another-app',
  /** A maintainer's personal access token. */
  maintainer: 'token-of-a-maintainer',
  /** A contributor's personal access token. */
  contributor: 'token-of-a-contributor',
} as const;

export const ACCOUNTS: ReadonlyMap<string, Account> = new Map([
  [TOKENS.workflow, GITHUB_ACTIONS],
  [TOKENS.forkWorkflow, { ...GITHUB_ACTIONS, mayWrite: false }],
  [TOKENS.otherApp, { login: 'echo[bot]', id: 49_699_333, type: 'Bot', mayWrite: true }],
  [TOKENS.maintainer, { login: 'mona', id: 1001, type: 'User', mayWrite: true }],
  [TOKENS.contributor, { login: 'hubot', id: 1002, type: 'User', mayWrite: true }],
]);

/** The token of an `authorization` header, which GitHub takes with either word. */
export function tokenOf(authorization: string | undefined): string | undefined {
  return /^(?:token|bearer) (.+)$/i.exec(authorization ?? '')?.[1];
}
