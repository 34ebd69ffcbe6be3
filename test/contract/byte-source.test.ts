import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locate } from '../../src/sources/locate.ts';
import { startS3 } from '../support/s3/fauxqs.ts';
import { s3Place } from '../support/s3-place.ts';
import { webPlace } from '../support/web-place.ts';
import { type Place, testByteSource } from './byte-source.ts';

testByteSource('a local file that is written over', async () => {
  const cwd = await mkdtemp(join(tmpdir(), 'alphagate-'));
  return localPlace(cwd, (fileName, bytes) => writeFile(join(cwd, fileName), bytes));
});

testByteSource('a local file that another one replaces', async () => {
  const cwd = await mkdtemp(join(tmpdir(), 'alphagate-'));
  return localPlace(cwd, async (fileName, bytes) => {
    await writeFile(join(cwd, '.part'), bytes);
    await rename(join(cwd, '.part'), join(cwd, fileName));
  });
});

testByteSource('S3', async () => s3Place(await startS3()));

testByteSource('a web server', () => webPlace({}));

testByteSource('a web server with weak ETags', () => webPlace({ validator: 'weak-etag' }));

testByteSource('a web server that tells only when a file was changed', () =>
  webPlace({ validator: 'last-modified' }),
);

function localPlace(cwd: string, put: Place['put']): Place {
  return {
    put,
    remove: (fileName) => rm(join(cwd, fileName)),
    locate: async (fileName) => (await locate(fileName, { cwd })).files[0]!,
    dispose: () => rm(cwd, { recursive: true }),
  };
}
