import { describe, expect, test } from '@jest/globals';
import { readDeployment } from '../../../../src/entry/lambda/deployment.ts';

const ENV = {
  ALPHAGATE_REPOSITORIES: 'acme/repo, Acme/Other',
  ALPHAGATE_REPORT_BUCKET: 'reports',
  ALPHAGATE_REPORT_PREFIX: '/alphagate/',
  ALPHAGATE_GITHUB_SECRET_ARN: 'arn',
  ALPHAGATE_IDEMPOTENCY_TABLE: 'runs',
};

describe('the variables of the functions', () => {
  test('have defaults where nothing depends on the deployment', () => {
    const deployment = readDeployment(ENV);
    expect([...deployment.repositories]).toEqual(['acme/repo', 'acme/other']);
    expect(deployment).toMatchObject({
      keyTemplate: undefined,
      reportPrefix: 'alphagate',
      stateMachineArn: undefined,
      maxInlineBytes: 256 * 1024 * 1024,
      toleratedFailurePercentage: 0,
      config: '',
    });
  });

  test.each([
    ['ALPHAGATE_REPOSITORIES', 'acme'],
    ['ALPHAGATE_REPOSITORIES', '*/*'],
    ['ALPHAGATE_REPOSITORIES', ''],
    ['ALPHAGATE_REPORT_BUCKET', ''],
    ['ALPHAGATE_MAX_INLINE_BYTES', '1 GB'],
    ['ALPHAGATE_ITEM_MEMORY_MB', '-1'],
    ['ALPHAGATE_TOLERATED_FAILURE_PERCENTAGE', '101'],
    ['ALPHAGATE_KEY_TEMPLATE', '{owner}/{commit}/**'],
    ['ALPHAGATE_KEY_TEMPLATE', '{sha}/{sha}/**'],
  ])('are refused by name: %s=%s', (name, value) => {
    expect(() => readDeployment({ ...ENV, [name]: value })).toThrow(
      expect.objectContaining({ code: 'BAD_ENVIRONMENT', subject: expect.stringContaining(name) }),
    );
  });
});
