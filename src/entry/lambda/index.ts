import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';

/** The functions on AWS Lambda. What a function needs is loaded when it is first called, and nothing of the others. */

/** Takes uploads from the queue: small models are analysed at once, larger ones handed to the state machine. */
export async function artifact(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  return (await import('./artifact.ts')).handleUploads(event, context);
}

/** Divides a model into items of about the same cost, reading nothing but structure. */
export async function plan(input: unknown, context: Context): Promise<object> {
  return (await import('./plan.ts')).planRun(input, context);
}

/** Analyses one item of a model. */
export async function analyze(input: unknown, context: Context): Promise<object> {
  return (await import('./analyze.ts')).analyzeItem(input, context);
}

/** Joins what the items have come to, judges it and publishes it. */
export async function report(input: unknown, context: Context): Promise<object> {
  return (await import('./report.ts')).reportRun(input, context);
}
