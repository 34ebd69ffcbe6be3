import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  array,
  int,
  number,
  object,
  string
} from "./chunk-56UKHU64.js";
import {
  FormatError
} from "./chunk-LSZFXY6A.js";

// src/entry/lambda/run-input.ts
var model = object({
  bucket: string().min(1),
  key: string().min(1),
  versionId: string().min(1).optional(),
  /** Without quotes. */
  etag: string().min(1)
});
var target = object({
  repository: string(),
  sha: string(),
  pullRequest: int().positive().optional()
});
var place = object({ bucket: string().min(1), key: string().min(1) });
var runInput = object({ model, target, run: string().regex(/^[0-9a-f]{64}$/) });
var item = object({
  /** Counted from 1. */
  item: int().positive(),
  /** Into how many items the model is divided. */
  of: int().positive(),
  run: string(),
  layers: array(string()),
  estimatedBytes: number(),
  estimatedSeconds: number()
});
var analyzeInput = object({ ...runInput.shape, item });
var reportInput = object({
  ...runInput.shape,
  manifest: place.optional(),
  /** What the state machine has caught: the name of an error, and its cause as text. */
  error: object({ Error: string().optional(), Cause: string().optional() }).optional()
});
var itemFailure = object({ error: string().optional(), cause: string().optional() });
var manifest = array(item).min(1);
var parseRunInput = (value) => check(runInput, value, "the input of the function");
var parseAnalyzeInput = (value) => check(analyzeInput, value, "the input of the function");
var parseReportInput = (value) => check(reportInput, value, "the input of the function");
var parseItemFailure = (value, subject) => check(itemFailure, value, subject);
var parseManifest = (value, subject) => check(manifest, value, subject);
function check(schema, value, subject) {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new FormatError({
    code: "BAD_INPUT",
    subject,
    problem: `${issue?.path.join(".") || "the whole"} is not what the state machine passes on: ${issue?.message}`,
    cure: "Deploy functions and state machine of the same version together"
  });
}

export {
  parseRunInput,
  parseAnalyzeInput,
  parseReportInput,
  parseItemFailure,
  parseManifest
};
