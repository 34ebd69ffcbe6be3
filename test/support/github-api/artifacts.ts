import { type Answer, NOT_FOUND, refusal } from './answer.ts';
import type { Call } from './operations.ts';
import { paginate } from './paging.ts';

/** What a signed address of the storage has for a signature: nobody is to print it. */
export const STORAGE_SIGNATURE = 'signature-of-the-storage';

/** GitHub tells nobody about the runs of others. */
function mayRead({ account }: Call): boolean {
  return account !== undefined;
}

export function listRuns(call: Call): Answer {
  if (!mayRead(call)) return NOT_FOUND;
  const { store, resources, address, query } = call;
  const sha = query['head_sha'];
  const runs = [...store.runs.values()]
    .filter(({ headSha }) => sha === undefined || headSha === sha)
    .reverse();
  const { items, headers } = paginate(runs, address, query);
  return {
    status: 200,
    headers,
    body: { total_count: runs.length, workflow_runs: items.map(resources.run) },
  };
}

export function listArtifactsOfRun(call: Call): Answer {
  const { store, resources, parameters, address, query } = call;
  const run = store.runs.get(Number(parameters['run_id']));
  if (run === undefined || !mayRead(call)) return NOT_FOUND;
  const artifacts = [...store.artifacts.values()].filter(({ runId }) => runId === run.id).reverse();
  const { items, headers } = paginate(artifacts, address, query);
  const body = {
    total_count: artifacts.length,
    artifacts: items.map((artifact) => resources.artifact(artifact, run)),
  };
  return { status: 200, headers, body };
}

export function downloadArtifact(call: Call): Answer {
  const { store, parameters, storageUrl } = call;
  const artifact = store.artifacts.get(Number(parameters['artifact_id']));
  if (artifact === undefined || !mayRead(call)) return NOT_FOUND;
  if (artifact.expired) return refusal(410, 'Artifact has expired');
  const location = `${storageUrl}/${artifact.id}.zip?sig=${STORAGE_SIGNATURE}`;
  return { status: 302, headers: { location } };
}
