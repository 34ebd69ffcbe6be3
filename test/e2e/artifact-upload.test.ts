import { afterEach, describe, expect, test } from '@jest/globals';
import { expandArchive } from '../../src/formats/archive/expand-archive.ts';
import { parseReports } from '../../src/report/parse-report.ts';
import { readBytes } from '../../src/sources/byte-source.ts';
import { runActionStep } from '../support/action.ts';
import { type ArtifactService, startArtifactService } from '../support/artifact-service.ts';
import { memoryFolder } from '../support/memory-source.ts';
import { pushEvent } from '../support/runner/events.ts';

const HEALTHY = 'examples/demo/mlp3-healthy.safetensors';

let service: ArtifactService;

afterEach(() => service.stop());

const gate = (env: Record<string, string>) =>
  runActionStep({
    inputs: { model: HEALTHY, 'artifact-name': 'alphagate' },
    event: pushEvent({ sha: 'a'.repeat(40) }),
    env,
  });

describe('the artifact', () => {
  test('holds the report in every form', async () => {
    service = await startArtifactService();
    const run = await gate(service.env);
    expect(run.exitCode).toBe(0);
    expect(run.log).toContain('Artifact uploaded: alphagate');
    const archive = await expandArchive(
      memoryFolder({ 'alphagate.zip': service.artifacts.get('alphagate')! }).files[0]!,
    );
    const files = new Map(archive!.files.map((file) => [file.path, file]));
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(['report.csv', 'report.json', 'report.md', 'report.sarif']),
    );
    const source = await files.get('report.json')!.open();
    const text = new TextDecoder().decode(await readBytes(source, 0, source.sizeBytes));
    expect(parseReports(text, 'x')[0]?.layers).toHaveLength(3);
  });

  test('that has a name twice, or may not be written, is one line and no verdict', async () => {
    service = await startArtifactService(403);
    const run = await gate(service.env);
    expect(run.exitCode).toBe(0);
    expect(run.log.match(/ARTIFACT_FAILED/g)).toHaveLength(1);
  });

  test.each([
    ['without a service', {}],
    ['on GitHub Enterprise Server', { GITHUB_SERVER_URL: 'https://github.acme.example' }],
  ])('is one line instead %s', async (_where, change) => {
    service = await startArtifactService();
    const run = await gate('GITHUB_SERVER_URL' in change ? { ...service.env, ...change } : {});
    expect(run.exitCode).toBe(0);
    expect(run.log.match(/ARTIFACTS_UNSUPPORTED/g)).toHaveLength(1);
    expect(service.artifacts.size).toBe(0);
  });
});
