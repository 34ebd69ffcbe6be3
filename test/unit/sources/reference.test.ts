import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AlphagateError } from '../../../src/errors.ts';
import { parseReference, printableReference } from '../../../src/sources/reference.ts';

function errorOf(reference: string): AlphagateError {
  try {
    parseReference(reference);
  } catch (error) {
    if (error instanceof AlphagateError) return error;
    throw error;
  }
  throw new Error(`${reference} was accepted`);
}

describe('a reference to this machine', () => {
  test.each([
    'model.safetensors',
    './models',
    '../models/**/*.pt',
    '/var/models/x.pt',
    'C:\\models\\x.pt',
    'C:/models/x.pt',
    'c://models/x.pt',
    '-model.pt',
    '--min-alpha',
    'llama:7b.gguf',
    'a model (1).pt',
    's3/model.pt',
    'model?versionId=1',
  ])('is any text without a scheme: %j', (reference) => {
    expect(parseReference(reference)).toEqual({ kind: 'path', path: reference });
  });

  test.each(['', '  ', '\n', 'model\0.pt', 'x'.repeat(10_000)])(
    'is not empty, endless or with NUL',
    (reference) => {
      expect(errorOf(reference)).toMatchObject({ name: 'ConfigError', code: 'BAD_REFERENCE' });
    },
  );
});

describe('a reference to S3', () => {
  test.each([
    ['s3://models', 'models', ''],
    ['s3://models/', 'models', ''],
    ['S3://models/a.pt', 'models', 'a.pt'],
    ['s3://models/a/b/', 'models', 'a/b/'],
    ['s3://models//a', 'models', '/a'],
    ['s3://models/a b+ü%20.pt', 'models', 'a b+ü%20.pt'],
    ['s3://models/a#b@c:d.pt', 'models', 'a#b@c:d.pt'],
    ['s3://models/v?/*.pt', 'models', 'v?/*.pt'],
    ['s3://models/a\nb', 'models', 'a\nb'],
    ['s3://Old_Bucket/a.pt', 'Old_Bucket', 'a.pt'],
    ['s3://my.models-1/a.pt', 'my.models-1', 'a.pt'],
  ])('takes the key as it stands: %j', (reference, bucket, key) => {
    expect(parseReference(reference)).toEqual({ kind: 's3', bucket, key, versionId: undefined });
  });

  test.each(['versionId', 'versionid'])('may name one version, by %s', (name) => {
    const reference = `s3://models/a.pt?${name}=3L4kqtJlcpXroDTDmJ+rmSpXd3dIbrHY`;
    const versionId = '3L4kqtJlcpXroDTDmJ+rmSpXd3dIbrHY';
    expect(parseReference(reference)).toEqual({ kind: 's3', bucket: 'models', key: 'a.pt', versionId });
  });

  test.each([
    ['s3://', 'names no bucket'],
    ['s3:///a.pt', 'names no bucket'],
    ['s3:models/a.pt', 'does not begin with s3://'],
    ['s3:/models/a.pt', 'does not begin with s3://'],
    ['s3://my models/a.pt', 'valid name of a bucket'],
    ['s3://ab/a.pt', 'valid name of a bucket'],
    ['s3://-models/a.pt', 'valid name of a bucket'],
    ['s3://models?versionId=1', 'versionId'],
    ['s3://models/folder/?versionId=1', 'versionId'],
    ['s3://models/*.pt?versionId=1', 'versionId'],
    ['s3://models/a.pt?versionId=', 'empty versionId'],
    ['s3://models/a.pt?partNumber=1', 'a query other than'],
    ['s3://models/a.pt?partNumber=1&versionId=2', 'a query other than'],
    ['s3://models/\ud800', 'not valid Unicode'],
    [`s3://models/${'ü'.repeat(513)}`, 'more than 1024 bytes'],
  ])('that is wrong is refused with the right form: %j', (reference, problem) => {
    const error = errorOf(reference);
    expect(error).toMatchObject({ name: 'ConfigError', code: 'BAD_S3_REFERENCE' });
    expect(error.problem).toContain(problem);
    expect(error.cure).toContain('s3://bucket/key');
  });
});

describe('a reference to the web', () => {
  test.each([
    ['https://example.com/a%20b.pt', 'https://example.com/a%20b.pt', 'https://example.com/a%20b.pt'],
    ['HTTPS://Example.com/a.pt?sig=x#y', 'https://example.com/a.pt?sig=x', 'https://example.com/a.pt'],
    ['http://127.0.0.1:9000/a.pt', 'http://127.0.0.1:9000/a.pt', 'http://127.0.0.1:9000/a.pt'],
  ])('keeps its query and does not show it: %s', (reference, url, name) => {
    expect(parseReference(reference)).toEqual({ kind: 'web', url, name });
  });

  test.each(['https://', 'https://user:hunter2@example.com/a.pt', 'https://exa mple.com/'])(
    'that is wrong is refused with the right form: %j',
    (reference) => {
      const error = errorOf(reference);
      expect(error).toMatchObject({ name: 'ConfigError', code: 'BAD_WEB_REFERENCE' });
      expect(error.cure).toContain('https://host/path');
    },
  );
});

describe('a reference to an artifact', () => {
  const none = { path: '', runId: undefined, commit: undefined };

  test.each([
    ['artifact://model', { ...none, name: 'model' }],
    ['artifact://model/', { ...none, name: 'model' }],
    ['ARTIFACT://my model-*', { ...none, name: 'my model-*' }],
    ['artifact://model/a/*.pt', { ...none, name: 'model', path: 'a/*.pt' }],
    ['artifact://model/v?.pt', { ...none, name: 'model', path: 'v?.pt' }],
    ['artifact://model?run-id=7', { ...none, name: 'model', runId: 7 }],
    ['artifact://model/v?.pt?run-id=7', { ...none, name: 'model', path: 'v?.pt', runId: 7 }],
    ['artifact://model?commit=abc', { ...none, name: 'model', commit: 'abc' }],
    [
      'artifact://model/r.json?commit={base-sha}',
      { ...none, name: 'model', path: 'r.json', commit: '{base-sha}' },
    ],
  ])('names it, what of it, and whose it is: %s', (reference, parts) => {
    expect(parseReference(reference)).toEqual({ kind: 'artifact', ...parts });
  });

  test.each([
    ['artifact://', 'names no artifact'],
    ['artifact:///a.pt', 'names no artifact'],
    ['artifact://model?run-id=', 'run-id'],
    ['artifact://model?run-id=-1', 'run-id'],
    ['artifact://model?run-id=latest', 'run-id'],
    ['artifact://model?commit=', 'empty commit'],
    ['artifact://model?branch=main', 'a query other than'],
    ['artifact://model?run-id=1&commit=2', 'a query other than'],
  ])('that is wrong is refused with the right form: %s', (reference, problem) => {
    const error = errorOf(reference);
    expect(error).toMatchObject({ name: 'ConfigError', code: 'BAD_ARTIFACT_REFERENCE' });
    expect(error.problem).toContain(problem);
    expect(error.cure).toContain('artifact://NAME');
  });
});

describe('a reference to a hub', () => {
  test.each([
    ['hf://org/name', 'main', ''],
    ['HF://org/name@v1.0', 'v1.0', ''],
    ['hf://org/name/', 'main', ''],
    ['hf://org/name@refs/pr/3/a.safetensors', 'refs/pr/3', 'a.safetensors'],
    ['hf://org/name@feature%2Fx/a/*.safetensors', 'feature/x', 'a/*.safetensors'],
  ])('names repository, revision and path: %s', (reference, revision, path) => {
    expect(parseReference(reference)).toEqual({ kind: 'hub', repository: 'org/name', revision, path });
  });

  test.each(['hf://', 'hf://gpt2', 'hf://org/', 'hf://../name', 'hf://org/name@', 'hf://org name/x'])(
    'that is wrong is refused with the right form: %s',
    (reference) => {
      const error = errorOf(reference);
      expect(error).toMatchObject({ name: 'ConfigError', code: 'BAD_HUB_REFERENCE' });
      expect(error.cure).toContain('hf://organisation/name');
    },
  );
});

describe('a reference of another kind', () => {
  test.each([
    ['gs://bucket/a.pt', 'gs://'],
    ['FILE:///a.pt', 'file://'],
    ['git+ssh://host/a.pt', 'git+ssh://'],
  ])('is refused by name: %s', (reference, kind) => {
    const error = errorOf(reference);
    expect(error).toMatchObject({ name: 'ConfigError', code: 'REFERENCE_NOT_SUPPORTED' });
    expect(error.problem).toContain(kind);
    expect(error.cure).toMatch(/file, a directory or a glob.*s3:\/\/bucket/);
  });

  test.each(['-', 'arn:aws:s3:::models/a.pt', 'arn:aws-cn:s3:::models/a.pt'])(
    'is refused too as %j',
    (reference) => {
      expect(errorOf(reference)).toMatchObject({ name: 'ConfigError', code: 'REFERENCE_NOT_SUPPORTED' });
    },
  );
});

describe('the message about a reference', () => {
  test.each([
    'https://user:hunter2@example.com/a.pt',
    'https://hunter2@example.com/a.pt',
    'https://example.com/a.pt?X-Amz-Signature=hunter2',
    'https://example.com/a.pt#hunter2',
    's3://AKIAIOSFODNN7EXAMPLE:hunter2@models/a.pt',
    's3://AKIAIOSFODNN7EXAMPLE:ab/hunter2@models/a.pt',
    's3://models/a.pt?X-Amz-Signature=hunter2',
    's3://models/a.pt?X-Amz-Signature=hunter2&versionId=1',
    'ftp://user:12/hunter2@host/a.pt',
  ])('shows no secret of %s', (reference) => {
    expect(shownOf(reference)).not.toContain('hunter2');
    expect(printableReference(reference)).not.toContain('hunter2');
  });

  test('shows where the reference leads', () => {
    expect(errorOf('gs://example.com:8443/a.pt?x=1').subject).toBe('gs://example.com:8443/a.pt');
  });
});

/** What of a reference may be seen: its name, or why it has none. */
function shownOf(reference: string): string {
  try {
    const parsed = parseReference(reference);
    if (parsed.kind === 'web') return parsed.name;
    throw new Error(`${reference} was accepted`);
  } catch (error) {
    if (error instanceof AlphagateError) return error.message;
    throw error;
  }
}

test('any text is either a reference or an error of ours', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .tuple(
        fc.constantFrom(
          's3://',
          's3://models/',
          'https://',
          'artifact://',
          '?run-id=',
          'C:\\',
          '?versionId=',
        ),
        fc.string(),
      )
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (reference) => {
      try {
        expect(['path', 's3', 'web', 'artifact', 'hub']).toContain(parseReference(reference).kind);
      } catch (error) {
        expect(error).toBeInstanceOf(AlphagateError);
      }
    }),
  );
});
