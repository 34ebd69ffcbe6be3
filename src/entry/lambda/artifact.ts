import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Outcome } from '../../pipeline.ts';
import { parseReports } from '../../report/parse-report.ts';
import { s3Name } from '../../sources/reference.ts';
import { analyzeReferences } from '../analyze.ts';
import { locator } from '../local-ports.ts';
import { getText } from './bucket.ts';
import { deadlineOf, isTimeout, TimeoutError } from './deadline.ts';
import { type Delivered, deliverRun } from './deliver-run.ts';
import { type Deployment, readDeployment } from './deployment.ts';
import { findRun } from './find-run.ts';
import { gateSettings } from './gate-settings.ts';
import { modelReference } from './model-files.ts';
import { doneOnce } from './once.ts';
import { runFile } from './run-files.ts';
import type { RunInput } from './run-input.ts';
import { startExecution } from './start-execution.ts';
import { count, logger, publishCounts } from './telemetry.ts';
import { parseUpload } from './upload-event.ts';

/**
 * One message after the other, as each may take all of the function's memory. A message that fails comes back by
 * itself, and those beside it do not.
 */
export async function handleUploads(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  logger.addContext(context);
  const deployment = readDeployment(process.env);
  const once = doneOnce<Done>('artifact', deployment, context);
  const handle = async ({ body, messageId }: SQSRecord) => {
    try {
      const upload = parseUpload(body);
      const place = s3Name(upload.bucket, upload.key);
      const found = await findRun(upload, deployment);
      if (found.kind === 'ignored') {
        logger.warn('Upload ignored', { upload: place, reason: found.reason });
        count('UploadsIgnored');
        return;
      }
      if (found.kind === 'waiting') {
        logger.info('Waiting for the rest of the model', { model: found.model, missing: found.missing });
        count('ModelsWaiting');
        return;
      }
      logger.info('Model complete', { upload: place, ...found.input });
      await once({ run: found.input.run }, () => carryOut(found.input, found.sizeBytes, deployment, context));
    } catch (error) {
      logger.error('A message has failed', { messageId, error: error as Error });
      throw error;
    }
  };
  try {
    return await processPartialResponse(event, handle, new BatchProcessor(EventType.SQS), {
      processInParallel: false,
      throwOnFullBatchFailure: false,
    });
  } finally {
    publishCounts();
  }
}

/** What became of a run, as it is kept. */
type Done = { readonly execution: string } | Delivered;

/** Analyses and publishes a model, or hands it on. Its result is kept for messages that ask for the same. */
async function carryOut(
  input: RunInput,
  sizeBytes: number,
  deployment: Deployment,
  context: Context,
): Promise<Done> {
  const { stateMachineArn, maxInlineBytes } = deployment;
  if (stateMachineArn !== undefined && sizeBytes > maxInlineBytes) {
    const execution = await startExecution(stateMachineArn, input);
    logger.info('Handed to the state machine', { execution, sizeBytes });
    count('RunsStarted');
    return { execution };
  }
  const settings = await gateSettings(deployment);
  const outcomes =
    (await storedOutcomes(input, deployment)) ?? (await analyzeAtOnce(input, deployment, settings, context));
  if (outcomes.some((outcome) => outcome.kind === 'error' && outcome.error.code === 'SOURCE_CHANGED')) {
    logger.warn('Replaced while it was analysed; the newer upload has a run of its own', { run: input.run });
    count('UploadsIgnored');
    return { comment: 'skipped', passed: false };
  }
  const delivered = await deliverRun(input, outcomes, settings, deployment);
  const passing = outcomes.find(mayPass);
  if (passing?.kind === 'error') {
    if (isTimeout(passing)) count('RunsTimedOut');
    // The message comes back, and with it another attempt, which puts its verdict in the place of this one.
    throw passing.error;
  }
  return delivered;
}

/** Whether another attempt may end otherwise: it was the place or the time, and not the model. */
function mayPass(outcome: Outcome): boolean {
  return isTimeout(outcome) || (outcome.kind === 'error' && outcome.error.code.startsWith('S3_'));
}

/** What an earlier attempt has analysed, and could not deliver. */
async function storedOutcomes({ run }: RunInput, deployment: Deployment): Promise<Outcome[] | undefined> {
  const place = runFile(deployment, run, 'report.json');
  const text = await getText(place);
  if (text === undefined) return undefined;
  return parseReports(text, s3Name(place.bucket, place.key)).map((report) => ({ kind: 'report', report }));
}

async function analyzeAtOnce(
  { model, target }: RunInput,
  deployment: Deployment,
  settings: Awaited<ReturnType<typeof gateSettings>>,
  context: Context,
): Promise<Outcome[]> {
  const signal = deadlineOf(context);
  const { name, locate } = modelReference(model, locator(settings, signal), signal);
  try {
    const outcomes = await analyzeReferences([name], settings, {
      signal,
      commit: target.sha,
      curves: true,
      locate,
    });
    count('ModelsAnalyzed', outcomes.length);
    return outcomes;
  } catch (error) {
    if (!signal.aborted) throw error;
    const cure =
      deployment.stateMachineArn === undefined
        ? 'Give the function more memory, and with it more processors'
        : 'Lower ALPHAGATE_MAX_INLINE_BYTES, so that the state machine takes models of this size';
    return [{ kind: 'error', reference: name, error: new TimeoutError(name, cure) }];
  }
}
