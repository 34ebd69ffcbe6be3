/**
 * Cuts the operations that the tests' GitHub API server offers out of GitHub's OpenAPI description.
 *
 *     npm install --prefix /elsewhere @octokit/openapi
 *     node scripts/slice-github-openapi.ts /elsewhere/node_modules/@octokit/openapi
 *
 * The package weighs 394 MB, which is why the slice is committed and the package is no dependency.
 */

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const OPERATIONS = [
  'GET /user',
  'GET /repos/{owner}/{repo}/installation',
  'POST /app/installations/{installation_id}/access_tokens',
  'GET /repos/{owner}/{repo}/pulls',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}',
  'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls',
  'GET /repos/{owner}/{repo}/contents/{path}',
  'GET /repos/{owner}/{repo}/actions/runs',
  'GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts',
  'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'GET /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
  'POST /repos/{owner}/{repo}/check-runs',
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
  'POST /repos/{owner}/{repo}/statuses/{sha}',
];

const TARGET = path.join(import.meta.dirname, '../test/support/github-api/github.openapi.json');

/** What only documents or generates clients: nothing that validation looks at. */
const DROPPED = new Set(['examples', 'example', 'externalDocs', 'x-github', 'x-octokit', 'x-github-plan']);

interface Json {
  [key: string]: Json | Json[] | string | number | boolean | null | undefined;
}

interface OpenApi extends Json {
  openapi: string;
  info: Json;
  servers: Json[];
  paths: { [path: string]: Json };
  components: { [kind: string]: { [name: string]: Json } };
}

const [packageFolder] = process.argv.slice(2);
if (packageFolder === undefined) {
  console.error('usage: node scripts/slice-github-openapi.ts FOLDER_OF_@octokit/openapi');
  process.exit(2);
}

const source = JSON.parse(
  await readFile(path.join(packageFolder, 'generated/api.github.com.json'), 'utf8'),
) as OpenApi;
const slice: OpenApi = {
  openapi: source.openapi,
  info: source.info,
  servers: source.servers,
  paths: {},
  components: {},
};

for (const operation of OPERATIONS) {
  const [method, route] = operation.split(' ') as [string, string];
  const definition = source.paths[route]?.[method.toLowerCase()];
  if (definition === undefined) throw new Error(`GitHub's description has no ${operation}`);
  slice.paths[route] = { ...slice.paths[route], [method.toLowerCase()]: definition };
}
addReferenced(slice.paths);

const text = JSON.stringify(
  slice,
  (key, value) => (DROPPED.has(key) && !isSchema(value) ? undefined : value),
  1,
);
await writeFile(TARGET, `${text}\n`);
console.log(`${OPERATIONS.length} operations, ${Math.ceil(text.length / 1000)} kB: ${TARGET}`);

/** Copies every component that `node` refers to, and those that they refer to. */
function addReferenced(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  if ('$ref' in node && typeof node.$ref === 'string') {
    const [, , kind, name] = node.$ref.split('/') as [string, string, string, string];
    const component = source.components[kind]?.[name];
    if (component === undefined)
      throw new Error(`GitHub's description refers to ${node.$ref}, which it lacks`);
    if (slice.components[kind]?.[name] !== undefined) return;
    slice.components[kind] = { ...slice.components[kind], [name]: component };
    addReferenced(component);
    return;
  }
  Object.values(node).forEach(addReferenced);
}

/** A property may be called `example`; then its value is a schema, and stays. */
function isSchema(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('type' in value || '$ref' in value);
}
