import { connect } from '../../../src/publish/connect.ts';
import { startFaultProxy } from '../../support/fault-proxy.ts';
import { BYTES, type FaultyPlace, openAt, survivesFaults } from '../../support/fault-suite.ts';
import { TOKENS } from '../../support/github-api/accounts.ts';
import { startGitHubApi } from '../../support/github-api/start.ts';

survivesFaults('an artifact', artifactPlace);

async function artifactPlace(): Promise<FaultyPlace> {
  const api = await startGitHubApi();
  api.addRun({ id: 1 });
  api.addArtifact({ name: 'candidate', runId: 1, bytes: BYTES });
  const faults = await startFaultProxy(api.storage.origin);
  const door = await startFaultProxy(api.url, { [api.storage.origin]: faults.origin });
  const github = {
    owner: 'acme',
    repo: 'repo',
    runId: 1,
    connect: async () => connect(TOKENS.workflow, door.origin),
  };
  return {
    faults,
    prefix: 'WEB',
    open: () => openAt('artifact://candidate', { github }),
    stop: async () => {
      await Promise.all([faults.stop(), door.stop(), api.stop()]);
    },
  };
}
