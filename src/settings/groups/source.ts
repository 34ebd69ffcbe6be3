import * as z from 'zod';
import { EXPANSION_LIMITS } from '../../limits.ts';
import { choice, count, number, parseNumber, setting, text, yesOrNo } from '../kinds.ts';

/** The longest array that Node.js 20 makes; what is expanded lies in one. */
const LONGEST_ARRAY_BYTES = 2 ** 32;

/** Settings of where models come from and who reads them. */
export const SOURCE = {
  inflation: number(
    {
      option: 'inflation',
      key: 'limits.inflation',
      description: 'How often compressed bytes may grow; what claims more is refused as made to mislead.',
    },
    EXPANSION_LIMITS.inflation,
    z.number().min(1),
    'a number from 1 on',
  ),
  expandedBytes: count(
    {
      option: 'expanded-bytes',
      key: 'limits.expanded-bytes',
      description: 'What a compressed archive’s expanded files may take of memory at a time, in bytes.',
    },
    EXPANSION_LIMITS.expandedBytes,
    'expand nothing',
    LONGEST_ARRAY_BYTES,
  ),
  baseline: text(
    {
      input: 'baseline',
      option: 'baseline',
      key: 'baseline',
      description:
        'What to compare with: a JSON report or a model, by any reference that `model` may be. `{base-sha}` stands for the commit that a pull request is based on.',
    },
    'REFERENCE',
  ),
  runId: setting<number | null>({
    input: 'run-id',
    option: 'run-id',
    schema: z.int().positive().nullable(),
    parse: parseNumber,
    expects: 'the id of a workflow run',
    default: null,
    placeholder: 'ID',
    description:
      'The workflow run that `artifact://` references are looked for in; by default the one that asks.',
  }),
  awsRegion: text(
    {
      input: 'aws-region',
      option: 'aws-region',
      description: 'Region of the S3 bucket; by default what AWS_REGION or the AWS configuration says.',
    },
    'REGION',
  ),
  s3Endpoint: text(
    {
      input: 's3-endpoint',
      option: 's3-endpoint',
      description: 'Address of an S3 server other than AWS.',
    },
    'URL',
  ),
  roleToAssume: text(
    {
      input: 'role-to-assume',
      option: 'role-to-assume',
      description:
        'ARN of the AWS role to read S3 as, by the OIDC token of the runner; needs `id-token: write`. By default the AWS configuration decides.',
    },
    'ARN',
  ),
  awsCredentials: choice(
    {
      input: 'aws-credentials',
      option: 'aws-credentials',
      description: '`none` reads public buckets without a signature.',
    },
    ['default', 'none'],
    'default',
  ),
  requesterPays: yesOrNo(
    {
      input: 'requester-pays',
      option: 'requester-pays',
      description: 'Read S3 buckets whose owner lets the reader pay for requests and traffic.',
    },
    false,
  ),
  hubToken: text(
    {
      input: 'hf-token',
      description: 'Token for private and gated repositories of `hf://`; by default HF_TOKEN.',
    },
    'TOKEN',
  ),
  hubEndpoint: text(
    {
      input: 'hf-endpoint',
      option: 'hf-endpoint',
      description: 'Address of a hub other than huggingface.co; by default HF_ENDPOINT.',
    },
    'URL',
  ),
  allowPrivateAddresses: yesOrNo(
    {
      input: 'allow-private-addresses',
      option: 'allow-private-addresses',
      description:
        'Let `https://` references, and where they redirect to, lead to this machine and its own network, and let them be `http://`.',
    },
    false,
  ),
};
