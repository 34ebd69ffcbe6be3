import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);

// src/errors.ts
var AlphagateError = class extends Error {
  code;
  subject;
  problem;
  cure;
  details;
  constructor(parts) {
    const sentence = `${parts.subject}: ${parts.problem}.`;
    super(parts.cure === void 0 ? sentence : `${sentence} ${parts.cure}.`, { cause: parts.cause });
    this.name = new.target.name;
    this.code = parts.code;
    this.subject = parts.subject;
    this.problem = parts.problem;
    this.cure = parts.cure;
    this.details = parts.details ?? {};
  }
};
var ConfigError = class extends AlphagateError {
};
var SourceError = class extends AlphagateError {
};
var FormatError = class extends AlphagateError {
};
var NumericError = class extends AlphagateError {
};

export {
  AlphagateError,
  ConfigError,
  SourceError,
  FormatError,
  NumericError
};
