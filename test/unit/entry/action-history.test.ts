import { expect, test } from '@jest/globals';
import { mayWriteHistory } from '../../../src/entry/action/history.ts';
import { completeSettings } from '../../../src/settings/resolve.ts';

const SETTINGS = completeSettings({}, { history: 'h.json' });
const SUBJECT = { pull: { reason: 'a push' }, source: undefined, gateSha: undefined };
const EVENT = { repository: { default_branch: 'main' } };
const ENV = { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main' };
const SOURCE = { id: 1, head_sha: 'a'.repeat(40) };

type WriteQuestion = Parameters<typeof mayWriteHistory>;
interface Change {
  readonly settings?: Partial<WriteQuestion[0]>;
  readonly subject?: Partial<WriteQuestion[1]>;
  readonly event?: WriteQuestion[2];
  readonly env?: Record<string, string>;
}

test.each<[string, boolean, Change]>([
  ['a push to the default branch', true, {}],
  ['a schedule', true, { env: { GITHUB_EVENT_NAME: 'schedule' } }],
  ['the job that joins shards', true, { settings: { mode: 'merge' } }],
  ['a push to another branch', false, { env: { GITHUB_REF: 'refs/heads/feature' } }],
  ['a push of a tag with that name', false, { env: { GITHUB_REF: 'refs/tags/main' } }],
  ['a push that is the head of a pull request', false, { subject: { pull: { pull: { number: 7 } } } }],
  ['a pull request', false, { env: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/7/merge' } }],
  ['a pull request in the context of its base', false, { env: { GITHUB_EVENT_NAME: 'pull_request_target' } }],
  [
    'a merge queue',
    false,
    { env: { GITHUB_EVENT_NAME: 'merge_group' }, subject: { gateSha: 'b'.repeat(40) } },
  ],
  [
    'what another run has computed',
    false,
    { env: { GITHUB_EVENT_NAME: 'workflow_run' }, subject: { source: SOURCE } },
  ],
  ['a run that takes over a report', false, { settings: { mode: 'publish' } }],
  ['a run that only reads', false, { settings: { historyWrite: 'never' } }],
  ['a run without a history', false, { settings: { history: '' } }],
  ['a run that is not told the default branch', false, { event: {} }],
])('%s adds to the history: %s', (_, adds, { settings, subject, event = EVENT, env }) => {
  expect(
    mayWriteHistory({ ...SETTINGS, ...settings }, { ...SUBJECT, ...subject }, event, { ...ENV, ...env }),
  ).toBe(adds);
});
