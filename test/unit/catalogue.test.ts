import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseDocument } from 'yaml';
import { helpFor } from '../../src/entry/help-link.ts';
import { PROJECT } from '../support/cli.ts';
import { codesInSources, explainedCodes, textOfTests } from '../support/error-codes.ts';

/** What a list should be empty of, with what to do about each. */
function expectNone(codes: readonly string[], cure: (code: string) => string): void {
  expect(codes.map((code) => `${code}: ${cure(code)}`)).toEqual([]);
}

describe('every failure that the sources know', () => {
  test('is explained in docs/troubleshooting.md, and nothing else is', async () => {
    const inSources = await codesInSources();
    const explained = (await explainedCodes()).map(({ code }) => code);
    expect(inSources.size).toBeGreaterThan(100);
    expectNone(
      [...inSources.keys()].filter((code) => !explained.includes(code)),
      (code) =>
        `raised in ${inSources.get(code)?.join(', ')}. Add "### \`${code}\`" to docs/troubleshooting.md: why, "**Cure:** …", and YAML to paste where that helps. If it is no code, name it in test/support/error-codes.ts`,
    );
    expectNone(
      explained.filter((code) => !inSources.has(code)),
      () => 'explained in docs/troubleshooting.md, and no longer raised. Remove its section',
    );
    expect(explained.length).toBe(new Set(explained).size);
  });

  test('is forced by a test, which names it', async () => {
    const tests = await textOfTests();
    const inSources = await codesInSources();
    expectNone(
      [...inSources.keys()].filter((code) => !new RegExp(`\\b${code}\\b`).test(tests)),
      (code) => `raised in ${inSources.get(code)?.join(', ')}, and no test expects it by its code`,
    );
  });

  test('has a cause, a cure, and YAML that can be pasted', async () => {
    for (const { code, cause, cure, yaml } of await explainedCodes()) {
      expect([code, cause]).toEqual([code, expect.stringMatching(/^[A-Z`].*[.:]$/s)]);
      expect([code, cure]).toEqual([code, expect.stringMatching(/^[A-Z`].*[.)]$/s)]);
      for (const text of yaml) {
        const document = parseDocument(text);
        expect([code, document.errors, typeof document.toJS()]).toEqual([code, [], 'object']);
      }
    }
  });

  test('that a permission or an input mends comes with the lines for it', async () => {
    const explained = await explainedCodes();
    for (const code of [
      'TOKEN_MAY_NOT',
      'NOT_SHOWN',
      'BASE_UNREADABLE',
      'S3_NO_OIDC_TOKEN',
      'ARTIFACT_NO_PERMISSION',
    ]) {
      const [yaml] = explained.find((entry) => entry.code === code)?.yaml ?? [];
      expect([code, yaml]).toEqual([code, expect.stringContaining('permissions:')]);
    }
  });

  test('is linked by the anchor that GitHub makes of its heading', async () => {
    const [{ code } = { code: '' }] = await explainedCodes();
    expect(helpFor(code)).toMatch(
      new RegExp(`^${code}, see https://.*/docs/troubleshooting\\.md#${code.toLowerCase()}$`),
    );
  });
});

describe('documents and workflows', () => {
  test('never give code of a pull request a token that may write', async () => {
    const folders = ['docs', 'docs/adr', 'examples/workflows', '.github/workflows', '.'];
    for (const folder of folders) {
      for (const name of await readdir(path.join(PROJECT, folder))) {
        if (!/\.(md|ya?ml)$/.test(name)) continue;
        const text = await readFile(path.join(PROJECT, folder, name), 'utf8');
        const asked = /^\s*(on:.*)?pull_request_target\b.*$/m.exec(text)?.[0];
        expect([name, asked]).toEqual([name, undefined]);
      }
    }
  });
});
