import type { Context } from 'aws-lambda';
import { NumericError } from '../../errors.ts';
import type { Outcome } from '../../pipeline.ts';
import { type AbsentPart, mergeShards, type NamedReport } from '../../report/merge-shards.ts';
import { parseReport } from '../../report/parse-report.ts';
import type { Settings } from '../../settings/schema.ts';
import { s3Name } from '../../sources/reference.ts';
import { parseJson } from '../../sources/web/read-text.ts';
import { judgeReports } from '../judge-reports.ts';
import { getText } from './bucket.ts';
import { deadlineOf } from './deadline.ts';
import { type Delivered, deliverRun } from './deliver-run.ts';
import { type Deployment, readDeployment } from './deployment.ts';
import { fewAtATime } from './few-at-a-time.ts';
import { gateSettings } from './gate-settings.ts';
import { doneOnce } from './once.ts';
import { failureFile, rowsFile } from './run-files.ts';
import {
  type Item,
  parseItemFailure,
  parseManifest,
  parseReportInput,
  type ReportInput,
} from './run-input.ts';
import { count, logger, publishCounts } from './telemetry.ts';

/** Rows that are read side by side. */
const CONCURRENCY = 16;

/** Names of layers in one message. */
const MOST_NAMED = 20;

interface Reported extends Delivered {
  /** Items without rows, counted from 1. */
  readonly failedItems: readonly number[];
}

/**
 * Joins the rows of a run, judges them and publishes the report; where the state machine could not get that far, what
 * has failed. Which items have failed is told by the rows that are missing, whatever the state machine makes of it.
 *
 * @throws DeliveryError when GitHub could not be told.
 */
export async function reportRun(value: unknown, context: Context): Promise<Reported> {
  logger.addContext(context);
  const deployment = readDeployment(process.env);
  const input = parseReportInput(value);
  const settings = await gateSettings(deployment);
  try {
    const { parts, failed } = await rowsOf(input, deployment);
    const failedItems = failed.map(({ item }) => item);
    count('ItemsFailed', failed.length);
    const once = doneOnce<Reported>('report', deployment, context);
    // Items that are done again after a failure make another report.
    return await once({ run: input.run, items: parts.length, failedItems }, async () => {
      const outcomes = await outcomesOf(input, { parts, failed }, settings, deployment, context);
      return { ...(await deliverRun(input, outcomes, settings, deployment)), failedItems };
    });
  } finally {
    publishCounts();
  }
}

interface Rows {
  readonly parts: readonly NamedReport[];
  readonly failed: readonly Item[];
}

async function rowsOf({ manifest, run }: ReportInput, deployment: Deployment): Promise<Rows> {
  if (manifest === undefined) return { parts: [], failed: [] };
  const name = s3Name(manifest.bucket, manifest.key);
  const text = await getText(manifest);
  const items = parseManifest(parseJson(text), name);
  const parts = await fewAtATime(CONCURRENCY, items, async ({ item }): Promise<NamedReport | undefined> => {
    const place = rowsFile(deployment, run, item);
    const rows = await getText(place);
    const subject = s3Name(place.bucket, place.key);
    return rows === undefined ? undefined : { name: subject, report: parseReport(rows, subject) };
  });
  return {
    parts: parts.filter((part) => part !== undefined),
    failed: items.filter((_, index) => parts[index] === undefined),
  };
}

async function outcomesOf(
  input: ReportInput,
  { parts, failed }: Rows,
  settings: Settings,
  deployment: Deployment,
  context: Context,
): Promise<Outcome[]> {
  const { toleratedFailurePercentage } = deployment;
  const reference = s3Name(input.model.bucket, input.model.key);
  const refused = (error: NumericError): Outcome[] => [{ kind: 'error', reference, error }];
  const cause =
    causeOf(input.error?.Error, input.error?.Cause) ?? (await causeOfItem(input, failed[0], deployment));
  if (parts.length === 0) return refused(runFailed(reference, input, failed, cause));
  const share = (100 * failed.length) / (parts.length + failed.length);
  if (share > toleratedFailurePercentage)
    return refused(
      tooManyFailed(reference, failed, parts.length + failed.length, toleratedFailurePercentage, cause),
    );
  const absent = failed.map(
    ({ item, layers }): AbsentPart => ({
      index: item,
      layers,
      reason: 'its analysis failed, which this deployment tolerates of some layers',
    }),
  );
  return judgeReports(mergeShards(parts, absent), settings, deadlineOf(context));
}

/** What functions and the state machine call a time that was not enough. */
const TIMEOUTS: ReadonlySet<string | undefined> = new Set([
  'TimeoutError',
  'States.Timeout',
  'Sandbox.Timedout',
]);

/** Nothing was analysed: what the state machine has caught says why. */
function runFailed(
  subject: string,
  { error }: ReportInput,
  failed: readonly Item[],
  cause = 'the state machine does not say why',
): NumericError {
  const items = failed.length === 0 ? '' : `, of ${failed.length} items`;
  return new NumericError({
    code: TIMEOUTS.has(error?.Error) ? 'TIMED_OUT' : 'RUN_FAILED',
    subject,
    problem: `nothing of it was analysed${items}: ${cause}`,
    details: { error: error?.Error },
  });
}

function tooManyFailed(
  subject: string,
  failed: readonly Item[],
  items: number,
  tolerated: number,
  cause: string | undefined,
): NumericError {
  const layers = failed.flatMap((item) => item.layers);
  const more = layers.length > MOST_NAMED ? ` and ${layers.length - MOST_NAMED} more` : '';
  return new NumericError({
    code: 'LAYERS_FAILED',
    subject,
    problem: `${failed.length} of ${items} items failed, more than the ${tolerated} % that are tolerated. Not analysed: ${layers.slice(0, MOST_NAMED).join(', ')}${more}${cause === undefined ? '' : `. ${cause}`}`,
    cure: 'See the log of the function that analyses items, then start the state machine again with the same input',
    details: { failedItems: failed.map(({ item }) => item), layers },
  });
}

/** What the state machine has written of an item that it has given up. */
async function causeOfItem(
  { run }: ReportInput,
  item: Item | undefined,
  deployment: Deployment,
): Promise<string | undefined> {
  if (item === undefined) return undefined;
  const place = failureFile(deployment, run, item.item);
  const text = await getText(place);
  if (text === undefined) return undefined;
  const { error, cause } = parseItemFailure(parseJson(text), s3Name(place.bucket, place.key));
  return causeOf(error, cause);
}

/** What a function has thrown, in its words. Lambda hands it on as JSON within the text of the cause. */
function causeOf(name: string | undefined, cause: string | undefined): string | undefined {
  if (cause === undefined) return name;
  const { errorMessage } = (parseJson(cause) ?? {}) as { errorMessage?: unknown };
  return withoutFinalPeriod(typeof errorMessage === 'string' ? errorMessage : `${name ?? 'error'}: ${cause}`);
}

function withoutFinalPeriod(text: string): string {
  return text.trim().replace(/\.$/, '');
}
