import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  CreateSecretCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { TOKENS } from '../github-api/accounts.ts';
import { type GitHubApi, startGitHubApi } from '../github-api/start.ts';
import type { S3Server } from '../s3/s3-server.ts';
import { startVersityGw } from '../s3/versitygw.ts';
import { type Ministack, startMinistack } from './ministack.ts';

export const REPORTS = 'reports';
export const MODELS = 'models';
const TABLE = 'runs';

/** Everything that the functions meet: S3, DynamoDB, Secrets Manager and GitHub. */
export interface Cloud {
  readonly s3: S3Server;
  readonly aws: Ministack;
  readonly github: GitHubApi;
  /** What SDKs need to talk to the services. */
  readonly access: {
    readonly endpoint: string;
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  };
  /** The functions' variables; the secret holds the workflow's token until `setSecret`. */
  readonly env: Readonly<Record<string, string>>;
  setSecret(value: object): Promise<void>;
  stop(): Promise<void>;
}

export async function startCloud(): Promise<Cloud> {
  const [s3, aws, github] = await Promise.all([
    startVersityGw(),
    startMinistack(),
    startGitHubApi({ pulls: [{ number: 7 }] }),
  ]);
  const { accessKeyId, secretAccessKey } = s3;
  const access = {
    endpoint: aws.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId, secretAccessKey },
  };
  const secrets = new SecretsManagerClient(access);
  const { ARN } = await secrets.send(
    new CreateSecretCommand({ Name: 'github', SecretString: JSON.stringify({ token: TOKENS.workflow }) }),
  );
  await createTable(new DynamoDBClient(access));
  await s3.put(REPORTS, 'README.md', Buffer.from('reports'));
  return {
    s3,
    aws,
    github,
    access,
    env: {
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_ENDPOINT_URL: aws.endpoint,
      AWS_ENDPOINT_URL_S3: s3.endpoint,
      GITHUB_API_URL: github.url,
      GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
      ALPHAGATE_REPOSITORIES: 'acme/repo',
      ALPHAGATE_KEY_TEMPLATE: '{owner}/{repo}/{sha}/**',
      ALPHAGATE_REPORT_BUCKET: REPORTS,
      ALPHAGATE_REPORT_PREFIX: 'alphagate',
      ALPHAGATE_GITHUB_SECRET_ARN: ARN!,
      ALPHAGATE_IDEMPOTENCY_TABLE: TABLE,
    },
    setSecret: async (value) => {
      await secrets.send(new PutSecretValueCommand({ SecretId: ARN!, SecretString: JSON.stringify(value) }));
    },
    stop: async () => {
      await Promise.all([s3.stop(), aws.stop(), github.stop()]);
    },
  };
}

async function createTable(client: DynamoDBClient): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName: TABLE,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    }),
  );
}
