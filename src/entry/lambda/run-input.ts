import * as z from 'zod';
import { FormatError } from '../../errors.ts';

/** What travels from function to function through the state machine. */

const model = z.object({
  bucket: z.string().min(1),
  key: z.string().min(1),
  versionId: z.string().min(1).optional(),
  /** Without quotes. */
  etag: z.string().min(1),
});

const target = z.object({
  repository: z.string(),
  sha: z.string(),
  pullRequest: z.int().positive().optional(),
});

const place = z.object({ bucket: z.string().min(1), key: z.string().min(1) });

const runInput = z.object({ model, target, run: z.string().regex(/^[0-9a-f]{64}$/) });

const item = z.object({
  /** Counted from 1. */
  item: z.int().positive(),
  /** Into how many items the model is divided. */
  of: z.int().positive(),
  run: z.string(),
  layers: z.array(z.string()),
  estimatedBytes: z.number(),
  estimatedSeconds: z.number(),
});

const analyzeInput = z.object({ ...runInput.shape, item });

const reportInput = z.object({
  ...runInput.shape,
  manifest: place.optional(),
  /** What the state machine has caught: the name of an error, and its cause as text. */
  error: z.object({ Error: z.string().optional(), Cause: z.string().optional() }).optional(),
});

/** What the state machine writes of an item that has failed for good. */
const itemFailure = z.object({ error: z.string().optional(), cause: z.string().optional() });

const manifest = z.array(item).min(1);

/** The object that a model is named by: its file, its index, or the first of its shards. */
export type ModelObject = z.infer<typeof model>;
export type RunInput = z.infer<typeof runInput>;
export type Item = z.infer<typeof item>;
export type AnalyzeInput = z.infer<typeof analyzeInput>;
export type ReportInput = z.infer<typeof reportInput>;
export type ItemFailure = z.infer<typeof itemFailure>;
export type StoredPlace = z.infer<typeof place>;

export const parseRunInput = (value: unknown): RunInput =>
  check(runInput, value, 'the input of the function');
export const parseAnalyzeInput = (value: unknown): AnalyzeInput =>
  check(analyzeInput, value, 'the input of the function');
export const parseReportInput = (value: unknown): ReportInput =>
  check(reportInput, value, 'the input of the function');
export const parseItemFailure = (value: unknown, subject: string): ItemFailure =>
  check(itemFailure, value, subject);
export const parseManifest = (value: unknown, subject: string): Item[] => check(manifest, value, subject);

function check<Value>(schema: z.ZodType<Value>, value: unknown, subject: string): Value {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new FormatError({
    code: 'BAD_INPUT',
    subject,
    problem: `${issue?.path.join('.') || 'the whole'} is not what the state machine passes on: ${issue?.message}`,
    cure: 'Deploy functions and state machine of the same version together',
  });
}
