import { IdempotencyConfig, makeIdempotent } from '@aws-lambda-powertools/idempotency';
import { DynamoDBPersistenceLayer } from '@aws-lambda-powertools/idempotency/dynamodb';
import type { Context } from 'aws-lambda';
import type { Deployment } from './deployment.ts';

/** For as long as a message may come back: a queue keeps it 14 days, its dead-letter queue as long. */
const REMEMBERED_SECONDS = 28 * 24 * 60 * 60;

/** What makes two calls the same. */
type Key = Readonly<Record<string, unknown>>;

/**
 * Makes something that is done once for each key, whoever asks for it again, and by one at a time: who comes while it
 * is being done fails, and may try again. What fails, or does not end in the function's time, is done again.
 *
 * @param purpose tells the keys of several such things apart.
 */
export function doneOnce<Result extends object>(
  purpose: 'artifact' | 'report',
  { idempotencyTable }: Pick<Deployment, 'idempotencyTable'>,
  context: Context,
): (key: Key, work: () => Promise<Result>) => Promise<Result> {
  const persistenceStore = new DynamoDBPersistenceLayer({ tableName: idempotencyTable });
  const config = new IdempotencyConfig({
    expiresAfterSeconds: REMEMBERED_SECONDS,
    // Whoever dies with its function blocks others for no longer than the function could have lived.
    lambdaContext: context,
  });
  const once = makeIdempotent((_key: Key, work: () => Promise<Result>) => work(), {
    persistenceStore,
    config,
    dataIndexArgument: 0,
    keyPrefix: `alphagate/${purpose}`,
  });
  return async (key, work) => (await once(key, work)) as Result;
}
