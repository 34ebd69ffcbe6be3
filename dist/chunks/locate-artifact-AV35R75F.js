import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  WebFile
} from "./chunk-BCGY7WOO.js";
import {
  WebClient
} from "./chunk-74OEHJRM.js";
import "./chunk-JD4LN24R.js";
import "./chunk-PZUHZT72.js";
import "./chunk-QMMMBYL2.js";
import {
  describeNames
} from "./chunk-ABIR6PBA.js";
import "./chunk-TUQPTYWI.js";
import {
  readBytes
} from "./chunk-CN75QAP5.js";
import {
  artifactName
} from "./chunk-CG7EU4JQ.js";
import {
  compileGlob,
  isGlob
} from "./chunk-ET7JD5AR.js";
import {
  MAX_ARTIFACTS,
  MAX_LOCATED_ARTIFACTS,
  MAX_RUNS_OF_COMMIT
} from "./chunk-JXTWGQ7Y.js";
import {
  ConfigError,
  SourceError
} from "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";

// src/sources/artifact/artifact-errors.ts
function noGitHub(subject) {
  return new ConfigError({
    code: "ARTIFACT_NEEDS_GITHUB",
    subject,
    problem: "artifacts are read from GitHub, and there is no token, no repository or no run to ask for",
    cure: "In a workflow leave github-token as it is; elsewhere set GITHUB_TOKEN, GITHUB_REPOSITORY and run-id"
  });
}
function noArtifact(subject, problem, cure) {
  return new SourceError({ code: "ARTIFACT_NOT_FOUND", subject, problem, cure });
}
function noArtifactOfName(subject, wanted, where, names) {
  const problem = names.length === 0 ? "left no artifact" : `left no artifact of this name, but ${describeNames(wanted, names)}`;
  return noArtifact(
    subject,
    `${where} ${problem}`,
    "Let the job that uploads it come first (`needs:`), or name its run with run-id"
  );
}
function expired(subject, where) {
  return new SourceError({
    code: "ARTIFACT_EXPIRED",
    subject,
    problem: `the artifact of ${where} has expired`,
    cure: "Run the workflow that uploads it again, and give it more retention-days"
  });
}
function toArtifactError(error, subject, where) {
  if (error instanceof SourceError) return error;
  const { status, message = "" } = error;
  const parts = { subject, details: { status }, cause: error };
  if (status === 410) return expired(subject, where);
  if (status === 401)
    return new SourceError({
      ...parts,
      code: "ARTIFACT_BAD_TOKEN",
      problem: "GitHub does not know the token",
      cure: "Leave github-token out to use the job's own, or make a new one"
    });
  if (status === 429 || status === 403 && /rate limit/i.test(message))
    return new SourceError({
      ...parts,
      code: "ARTIFACT_RATE_LIMITED",
      problem: "GitHub takes no more requests with this token for now",
      cure: "Run this again in an hour"
    });
  if (status === 403)
    return new SourceError({
      ...parts,
      code: "ARTIFACT_NO_PERMISSION",
      problem: "the token may not read artifacts",
      cure: "Add `actions: read` to the permissions of the job"
    });
  if (status === 404)
    return new SourceError({
      ...parts,
      code: "ARTIFACT_NOT_FOUND",
      problem: `GitHub shows ${where} to this token in no repository of this name`,
      cure: "Check run-id, and add `actions: read` to the permissions of the job"
    });
  return new SourceError({
    ...parts,
    code: "ARTIFACT_GITHUB_FAILED",
    problem: `GitHub could not be asked for it (${status ?? "no answer"})`,
    cure: "Look at https://www.githubstatus.com, and run this again"
  });
}

// src/sources/artifact/github-actions.ts
import { setTimeout as pause } from "node:timers/promises";
var PAUSES_MS = [500, 2e3, 4e3];
var LARGEST_PAGE = 100;
var GitHubActions = class {
  #access;
  #repository;
  #subject;
  #signal;
  /** @param subject what a person would call the thing that is looked for. */
  constructor(access, subject, signal) {
    this.#access = access;
    this.#repository = { owner: access.owner, repo: access.repo };
    this.#subject = subject;
    this.#signal = signal;
  }
  /**
   * The runs that the repository's own commit set off, the latest first. Those of a fork's commit are left out: a
   * fork may have any commit, and its workflow writes what it likes.
   */
  async runsOf(commit) {
    const { data } = await this.#persist(
      `the commit ${commit}`,
      (octokit) => octokit.rest.actions.listWorkflowRunsForRepo({
        ...this.#repository,
        head_sha: commit,
        per_page: MAX_RUNS_OF_COMMIT
      })
    );
    return data.workflow_runs.filter((run) => run.head_repository?.full_name === run.repository.full_name).map(({ id }) => id);
  }
  /** What a run has left so far, the latest first. */
  async artifactsOf(runId) {
    const artifacts = [];
    for (let page = 1; artifacts.length < MAX_ARTIFACTS; page++) {
      const { data } = await this.#persist(
        `the run ${runId}`,
        (octokit) => octokit.rest.actions.listWorkflowRunArtifacts({
          ...this.#repository,
          run_id: runId,
          per_page: LARGEST_PAGE,
          page
        })
      );
      artifacts.push(
        ...data.artifacts.map(({ id, name, size_in_bytes, expired: expired2, digest }) => ({
          id,
          name,
          sizeBytes: size_in_bytes,
          expired: expired2,
          digest: digest ?? void 0
        }))
      );
      if (data.artifacts.length < LARGEST_PAGE) break;
    }
    return artifacts.sort((a, b) => b.id - a.id);
  }
  /** The address of an artifact's archive. It is signed, and good for a minute or so. */
  async addressOf({ id }) {
    const { headers } = await this.#persist(
      "the artifact",
      (octokit) => octokit.rest.actions.downloadArtifact({
        ...this.#repository,
        artifact_id: id,
        archive_format: "zip",
        request: { redirect: "manual" }
      })
    );
    const address = headers.location ?? "";
    if (URL.canParse(address)) return new URL(address);
    throw toArtifactError(new Error("no address"), this.#subject, "the artifact");
  }
  /** @param where what was asked for, for messages. */
  async #persist(where, ask) {
    for (let attempt = 0; ; attempt++) {
      this.#signal?.throwIfAborted();
      try {
        return await ask(await this.#access.connect());
      } catch (error) {
        const pauseMs = PAUSES_MS[attempt];
        const passes = (error.status ?? 500) >= 500;
        if (!passes || pauseMs === void 0) throw toArtifactError(error, this.#subject, where);
        await pause(pauseMs, void 0, { signal: this.#signal });
      }
    }
  }
};

// src/sources/artifact/locate-artifact.ts
var COMMIT = /^[0-9a-f]{40}$/i;
async function locateArtifact(reference, { github, silenceMs, signal }) {
  const name = artifactName(reference.name);
  const { commit, runId = github?.runId, path } = reference;
  if (github === void 0 || commit === void 0 && runId === void 0) throw noGitHub(name);
  signal?.throwIfAborted();
  if (commit !== void 0 && !COMMIT.test(commit))
    throw noArtifact(name, "the run has no commit to look for", "Name a commit by all of its 40 digits");
  const actions = new GitHubActions(github, name, signal);
  const where = commit === void 0 ? `run ${runId}` : `the runs of commit ${commit.slice(0, 7)}`;
  const runIds = commit === void 0 ? [runId] : await actions.runsOf(commit);
  if (runIds.length === 0)
    throw noArtifact(
      name,
      `no run of a workflow belongs to commit ${commit?.slice(0, 7)}`,
      "Let a workflow that runs on each push to the base branch upload it"
    );
  const artifacts = await search(actions, runIds, reference.name);
  if (artifacts.found.length === 0) throw noArtifactOfName(name, reference.name, where, artifacts.names);
  const current = artifacts.found.filter((artifact) => !artifact.expired);
  if (current.length === 0) throw expired(name, where);
  const files = [];
  for (const artifact of current) files.push(await toEntry(actions, artifact, { silenceMs, signal }));
  return {
    reference: path === "" ? name : `${name}/${path}`,
    kind: "file",
    files: files.sort((a, b) => a.path < b.path ? -1 : 1),
    ...path !== "" && { within: path }
  };
}
async function search(actions, runIds, wanted) {
  const matches = isGlob(wanted) ? compileGlob(wanted).matches : () => false;
  const names = /* @__PURE__ */ new Set();
  for (const runId of runIds) {
    const found = /* @__PURE__ */ new Map();
    for (const artifact of await actions.artifactsOf(runId)) {
      names.add(artifact.name);
      if ((artifact.name === wanted || matches(artifact.name)) && !found.has(artifact.name))
        found.set(artifact.name, artifact);
    }
    if (found.size > MAX_LOCATED_ARTIFACTS) throw tooMany(artifactName(wanted));
    if (found.size > 0) return { found: [...found.values()], names: [...names] };
  }
  return { found: [], names: [...names] };
}
async function toEntry(actions, artifact, { silenceMs, signal }) {
  const name = artifactName(artifact.name);
  const file = new WebFile({
    name,
    // GitHub names the storage, which in an enterprise lies in its own network.
    client: new WebClient({ name, allowPrivateAddresses: true, silenceMs }),
    resolve: () => actions.addressOf(artifact),
    identity: artifact.digest
  });
  const source = await file.open({ signal });
  const head = await readBytes(source, 0, Math.min(2, source.sizeBytes), { signal });
  const isZip = String.fromCharCode(...head) === "PK";
  return {
    name,
    path: isZip ? `${artifact.name}.zip` : artifact.name,
    sizeBytes: source.sizeBytes,
    open: (options) => file.open(options),
    sibling: async () => void 0
  };
}
function tooMany(subject) {
  return new SourceError({
    code: "TOO_MANY_FILES",
    subject,
    problem: `stands for more than ${MAX_LOCATED_ARTIFACTS} artifacts`,
    cure: "Name fewer of them"
  });
}
export {
  locateArtifact
};
