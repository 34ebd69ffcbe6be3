import { afterEach, describe, expect, test } from '@jest/globals';
import { connectS3, type S3Options } from '../../../src/sources/s3-connect.ts';
import { setAwsEnvironment } from '../../support/aws-environment.ts';

const CREDENTIALS = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'hunter2' };

let restore = () => {};

afterEach(() => restore());

function connect(options: S3Options, environment: Record<string, string> = {}) {
  restore = setAwsEnvironment(CREDENTIALS);
  Object.assign(process.env, environment);
  return connectS3('s3://models/a.pt', options);
}

describe('the region of S3', () => {
  test.each([
    ['an option', { region: 'eu-west-1' }, { AWS_REGION: 'eu-west-2' }],
    ['AWS_REGION', { region: '' }, { AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'eu-west-2' }],
    ['AWS_DEFAULT_REGION', {}, { AWS_REGION: '', AWS_DEFAULT_REGION: 'eu-west-1' }],
  ])('comes from %s', async (_, options, environment) => {
    expect((await connect(options, environment)).server).toEqual({
      region: 'eu-west-1',
      endpoint: undefined,
      requesterPays: false,
    });
  });

  test('has to come from somewhere', async () => {
    await expect(connect({})).rejects.toMatchObject({ name: 'SourceError', code: 'S3_NO_REGION' });
  });

  test('has to be the name of one', async () => {
    await expect(connect({ region: 'eu west' })).rejects.toMatchObject({ code: 'S3_NO_REGION' });
  });

  test('may be any where the server is not AWS', async () => {
    const { server } = await connect({ endpoint: 'http://127.0.0.1:9000' });
    expect(server).toMatchObject({ region: 'us-east-1', endpoint: 'http://127.0.0.1:9000' });
  });
});

describe('the address of S3', () => {
  test.each(['AWS_ENDPOINT_URL_S3', 'AWS_ENDPOINT_URL'])('may come from %s', async (name) => {
    const { server } = await connect({ endpoint: '' }, { [name]: 'https://minio.example/s3/' });
    expect(server.endpoint).toBe('https://minio.example/s3');
  });

  test.each([
    '127.0.0.1:9000',
    'localhost:9000',
    'ftp://x',
    'http://user:hunter2@x',
    'http://x/?token=hunter2',
    'minio',
  ])('is refused when it is %s', async (endpoint) => {
    const error = await connect({ endpoint }).catch((thrown) => thrown);
    expect(error).toMatchObject({ name: 'ConfigError', code: 'BAD_ENDPOINT' });
    expect(error.message).not.toContain('hunter2');
  });
});

test('credentials have to come from somewhere', async () => {
  restore = setAwsEnvironment(undefined);
  const connection = connectS3('s3://models/a.pt', { region: 'eu-west-1' });
  await expect(connection).rejects.toMatchObject({
    name: 'SourceError',
    code: 'S3_NO_CREDENTIALS',
    subject: 's3://models/a.pt',
  });
});
