import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { parseReference, type S3Reference } from '../../../src/sources/reference.ts';
import { locateS3 } from '../../../src/sources/s3.ts';
import { setAwsEnvironment } from '../../support/aws-environment.ts';
import { type S3StandIn, sendError, startStandIn } from '../../support/s3-stand-in.ts';

let standIn: S3StandIn;
let restore: () => void;

beforeAll(async () => {
  standIn = await startStandIn();
  restore = setAwsEnvironment({ accessKeyId: 'test', secretAccessKey: 'hunter2' });
});

afterAll(async () => {
  restore();
  await standIn.stop();
});

beforeEach(() => {
  standIn.reset();
  for (const key of [
    'v3/b.pt',
    'v3/a.pt',
    'v3/sub/c.pt',
    'v30/d.pt',
    'v3.txt',
    'we[i]rd.pt',
    'marker/',
    'marker/x',
  ]) {
    standIn.objects.set(key, new TextEncoder().encode(key));
  }
});

function locate(reference: string) {
  return locateS3(parseReference(reference) as S3Reference, { endpoint: standIn.endpoint });
}

async function locatePaths(reference: string): Promise<string[]> {
  return (await locate(reference)).files.map((file) => file.path);
}

function requestLines(): string[] {
  return standIn.requests.map(({ line, query }) => {
    const prefix = query.has('list-type') ? ` prefix=${query.get('prefix')}` : '';
    return `${line}${prefix}${query.has('delimiter') ? ' one level' : ''}`;
  });
}

describe('a key', () => {
  test('stands for its object, found with one request', async () => {
    expect(await locate('s3://models/v3/a.pt')).toMatchObject({
      reference: 's3://models/v3/a.pt',
      kind: 'file',
      files: [{ name: 's3://models/v3/a.pt', path: 'a.pt', sizeBytes: 7 }],
    });
    expect(requestLines()).toEqual(['HEAD /models/v3/a.pt']);
  });

  test('without an object stands for what lies below it, found with two requests', async () => {
    expect(await locate('s3://models/v3')).toMatchObject({
      kind: 'folder',
      files: [
        { name: 's3://models/v3/a.pt', path: 'a.pt' },
        { name: 's3://models/v3/b.pt', path: 'b.pt' },
        { name: 's3://models/v3/sub/c.pt', path: 'sub/c.pt' },
      ],
    });
    expect(requestLines()).toEqual(['HEAD /models/v3', 'GET /models/ prefix=v3/']);
  });

  test('with a version stands for that version and nothing else', async () => {
    standIn.intercept = (request, response, answer) => {
      if (request.query.get('versionId') === 'v1') answer();
      else sendError(response, 404, 'NoSuchVersion');
    };
    expect((await locate('s3://models/v3/a.pt?versionId=v1')).reference).toBe(
      's3://models/v3/a.pt?versionId=v1',
    );
    await expect(locate('s3://models/v3?versionId=v2')).rejects.toMatchObject({
      name: 'SourceError',
      code: 'NOT_FOUND',
      problem: expect.stringContaining('no such version'),
    });
  });

  test('of nothing is reported with the names that are there', async () => {
    await expect(locate('s3://models/v3/A.pt')).rejects.toMatchObject({
      name: 'SourceError',
      code: 'NOT_FOUND',
      cure: 'Check bucket and key: s3://models/v3/ holds "a.pt", "b.pt" and 1 more',
    });
    await expect(locate('s3://models/v4/a.pt')).rejects.toMatchObject({
      code: 'NOT_FOUND',
      cure: expect.stringMatching(/s3:\/\/models\/ holds .*"v3\/"/),
    });
  });
});

describe('a prefix', () => {
  test('stands for what begins with it, found with one request, without empty objects for folders', async () => {
    expect(await locatePaths('s3://models/v3/')).toEqual(['a.pt', 'b.pt', 'sub/c.pt']);
    expect(await locatePaths('s3://models/marker/')).toEqual(['x']);
    expect(requestLines()).toEqual(['GET /models/ prefix=v3/', 'GET /models/ prefix=marker/']);
  });

  test.each(['s3://models', 's3://models/'])('may be the whole bucket: %s', async (reference) => {
    const { kind, files } = await locate(reference);
    expect(kind).toBe('folder');
    expect(files).toHaveLength(7);
  });

  test('is listed page by page', async () => {
    standIn.keysPerPage = 2;
    for (let index = 0; index < 5; index++) standIn.objects.set(`many/${index}`, new Uint8Array());
    expect(await locatePaths('s3://models/many/')).toEqual(['0', '1', '2', '3', '4']);
    expect(standIn.requests).toHaveLength(3);
  });

  test('that nothing begins with stands for nothing', async () => {
    await expect(locate('s3://models/v4/')).rejects.toMatchObject({
      name: 'SourceError',
      code: 'NOTHING_FOUND',
    });
    standIn.objects.clear();
    await expect(locate('s3://models')).rejects.toMatchObject({
      code: 'NOTHING_FOUND',
      problem: 'the bucket is empty',
    });
  });
});

describe('a glob', () => {
  test.each([
    ['s3://models/v3/*.pt', ['a.pt', 'b.pt']],
    ['s3://models/v3*/*.pt', ['v3/a.pt', 'v3/b.pt', 'v30/d.pt']],
    ['s3://models/**/*.pt', ['v3/a.pt', 'v3/b.pt', 'v3/sub/c.pt', 'v30/d.pt', 'we[i]rd.pt']],
    ['s3://models/v3/{b,sub/c}.pt', ['b.pt', 'sub/c.pt']],
    ['s3://models/v3/?.pt', ['a.pt', 'b.pt']],
  ])('%s stands for %j', async (reference, paths) => {
    expect((await locate(reference)).kind).toBe('file');
    expect(await locatePaths(reference)).toEqual(paths);
  });

  test('is listed from where it stops being literal', async () => {
    await locate('s3://models/v3*/*.pt');
    expect(requestLines()).toEqual(['GET /models/ prefix=v3']);
  });

  test('may be the very key of an object', async () => {
    standIn.objects.set('weird.pt', new Uint8Array(1));
    expect(await locatePaths('s3://models/we[i]rd.pt')).toEqual(['we[i]rd.pt']);
  });

  test('that matches nothing says so', async () => {
    await expect(locate('s3://models/v3/*.onnx')).rejects.toMatchObject({
      name: 'SourceError',
      code: 'NOTHING_FOUND',
    });
  });
});

describe('a refusal', () => {
  test('is asked for its reason, which a HEAD does not tell', async () => {
    standIn.intercept = (_, response) => sendError(response, 403, 'InvalidAccessKeyId');
    await expect(locate('s3://models/v3/a.pt')).rejects.toMatchObject({ code: 'S3_BAD_CREDENTIALS' });
    expect(requestLines()).toEqual(['HEAD /models/v3/a.pt', 'GET /models/v3/a.pt bytes=0-0']);
  });

  test('of the wrong region names the right one', async () => {
    standIn.intercept = (_, response) => {
      const headers = { 'x-amz-bucket-region': 'eu-central-1' };
      sendError(response, 301, 'PermanentRedirect', { headers });
    };
    await expect(locate('s3://models/v3/a.pt')).rejects.toMatchObject({
      code: 'S3_WRONG_REGION',
      cure: expect.stringContaining('to eu-central-1'),
    });
  });

  test('of a key says that the key may not exist, when listing is denied too', async () => {
    standIn.intercept = (_, response) => sendError(response, 403, 'AccessDenied');
    await expect(locate('s3://models/v3/a.pt')).rejects.toMatchObject({
      code: 'S3_ACCESS_DENIED',
      cure: expect.stringMatching(/s3:GetObject on arn:aws:s3:::models\/v3\/a\.pt and s3:ListBucket/),
    });
  });

  test('of a key that is a folder does not keep the folder from being found', async () => {
    standIn.intercept = (request, response, answer) => {
      if (request.key === 'v3') sendError(response, 403, 'AccessDenied');
      else answer();
    };
    expect(await locatePaths('s3://models/v3')).toEqual(['a.pt', 'b.pt', 'sub/c.pt']);
    standIn.objects.clear();
    await expect(locate('s3://models/v3')).rejects.toMatchObject({ code: 'S3_ACCESS_DENIED' });
  });

  test('of listing is a refusal of listing', async () => {
    standIn.intercept = (_, response) => sendError(response, 403, 'AccessDenied');
    await expect(locate('s3://models/v3/')).rejects.toMatchObject({
      code: 'S3_ACCESS_DENIED',
      subject: 's3://models/v3/',
      cure: expect.stringMatching(/^Allow s3:ListBucket on arn:aws:s3:::models\b/),
    });
  });

  test('of every HEAD is survived where a GET is answered', async () => {
    standIn.intercept = (request, response, answer) => {
      if (request.method === 'HEAD') sendError(response, 405, 'MethodNotAllowed');
      else answer();
    };
    expect((await locate('s3://models/v3/a.pt')).files).toMatchObject([{ sizeBytes: 7 }]);
  });

  test('because the bucket does not exist says so', async () => {
    standIn.intercept = (_, response) => sendError(response, 404, 'NoSuchBucket');
    for (const reference of ['s3://models/v3/a.pt', 's3://models/v3/', 's3://models/*.pt']) {
      await expect(locate(reference)).rejects.toMatchObject({
        code: 'S3_NO_SUCH_BUCKET',
        subject: reference,
      });
    }
  });

  test('to tell the ETag is refused in turn', async () => {
    standIn.intercept = (_, response) => {
      response.writeHead(200, { 'content-length': 7 });
      response.end();
    };
    await expect(locate('s3://models/v3/a.pt')).rejects.toMatchObject({
      name: 'SourceError',
      code: 'S3_BAD_REPLY',
    });
  });
});

test('a web page in the place of a listing is called that', async () => {
  standIn.intercept = (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><html><body>Welcome<br></body></html>');
  };
  await expect(locate('s3://models/v3/')).rejects.toMatchObject({
    name: 'SourceError',
    code: 'S3_BAD_REPLY',
  });
});

test('a server that asks to slow down is asked again', async () => {
  let refusals = 0;
  standIn.intercept = (_, response, answer) => {
    refusals += 1;
    if (refusals === 1) sendError(response, 503, 'SlowDown');
    else answer();
  };
  expect(await locatePaths('s3://models/v3/')).toEqual(['a.pt', 'b.pt', 'sub/c.pt']);
});

test('an aborted search ends with the reason of the abort', async () => {
  const reason = new Error('enough');
  const controller = new AbortController();
  standIn.intercept = () => controller.abort(reason);
  const options = { endpoint: standIn.endpoint, signal: controller.signal };
  for (const key of ['v3/a.pt', 'v3/', '*.pt']) {
    const reference: S3Reference = { kind: 's3', bucket: 'models', key, versionId: undefined };
    await expect(locateS3(reference, options)).rejects.toBe(reason);
  }
});

test('a sibling of a file in a folder lies in the same folder', async () => {
  const [, , deep] = (await locate('s3://models/v3')).files;
  standIn.objects.set('v3/sub/index.json', new Uint8Array(3));
  expect(await deep!.sibling('index.json')).toMatchObject({
    name: 's3://models/v3/sub/index.json',
    path: 'sub/index.json',
    sizeBytes: 3,
  });
  expect(await deep!.sibling('a.pt')).toBeUndefined();
});
