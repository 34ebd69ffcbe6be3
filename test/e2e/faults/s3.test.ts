import { afterAll, beforeAll } from '@jest/globals';
import { setAwsEnvironment } from '../../support/aws-environment.ts';
import { startFaultProxy } from '../../support/fault-proxy.ts';
import { BYTES, type FaultyPlace, openAt, survivesFaults } from '../../support/fault-suite.ts';
import { startS3 } from '../../support/s3/fauxqs.ts';

const CREDENTIALS = { accessKeyId: 'test', secretAccessKey: 'hunter2' };

let restore: () => void;

beforeAll(() => {
  restore = setAwsEnvironment(CREDENTIALS);
});

afterAll(() => restore());

survivesFaults('S3', s3Place);

async function s3Place(): Promise<FaultyPlace> {
  const s3 = await startS3();
  await s3.put('models', 'a.zip', BYTES);
  const faults = await startFaultProxy(s3.endpoint);
  return {
    faults,
    prefix: 'S3',
    open: () => openAt('s3://models/a.zip', { endpoint: faults.origin, region: s3.region }),
    stop: async () => {
      await Promise.all([faults.stop(), s3.stop()]);
    },
  };
}
