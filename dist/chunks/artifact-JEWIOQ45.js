import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  membersOf,
  modelReference
} from "./chunk-KRNQD5WO.js";
import {
  deliverRun,
  doneOnce,
  fewAtATime,
  isComplete,
  targetOf
} from "./chunk-WE3Y7Q7G.js";
import {
  TimeoutError,
  count,
  deadlineOf,
  gateSettings,
  getStringFromEnv,
  getText,
  isTimeout,
  logger,
  objectFacts,
  objectTags,
  parseUpload,
  publishCounts,
  readDeployment,
  runFile,
  shouldUseInvokeStore
} from "./chunk-KYAPFQ2X.js";
import "./chunk-NZ5IAXRY.js";
import "./chunk-PZXKFEJJ.js";
import "./chunk-U6Z2XPHY.js";
import "./chunk-HKKCZVCL.js";
import "./chunk-ZJWCIM7T.js";
import "./chunk-VCFUFMY4.js";
import "./chunk-6XYATBHJ.js";
import "./chunk-5OSO5CJY.js";
import "./chunk-KKHAMUS3.js";
import "./chunk-4NKKKYHG.js";
import "./chunk-P7NXJABB.js";
import "./chunk-P5DTRODU.js";
import "./chunk-HWQSLUA6.js";
import "./chunk-FUPZABJY.js";
import "./chunk-7BKRKR5Z.js";
import "./chunk-QMMMBYL2.js";
import {
  defaultProvider
} from "./chunk-N2XP66CH.js";
import "./chunk-G7XFHQDN.js";
import "./chunk-I575ZOJA.js";
import {
  AwsJson1_0Protocol,
  AwsSdkSigV4Signer,
  NODE_AUTH_SCHEME_PREFERENCE_OPTIONS,
  resolveAwsSdkSigV4Config
} from "./chunk-T2MO56AV.js";
import {
  Sha256Node
} from "./chunk-QUXJR2CA.js";
import {
  NodeHttpHandler
} from "./chunk-BKUSOC3V.js";
import {
  BinaryDecisionDiagram,
  Client,
  DEFAULT_RETRY_MODE,
  DefaultIdentityProviderConfig,
  EndpointCache,
  NODE_APP_ID_CONFIG_OPTIONS,
  NODE_MAX_ATTEMPT_CONFIG_OPTIONS,
  NODE_RETRY_MODE_CONFIG_OPTIONS,
  NoOpLogger,
  ServiceException,
  awsEndpointFunctions,
  createDefaultUserAgentProvider,
  customEndpointFunctions,
  decideEndpoint,
  emitWarningIfUnsupportedVersion,
  emitWarningIfUnsupportedVersion2,
  getAwsRegionExtensionConfiguration,
  getDefaultExtensionConfiguration,
  getDefaultSocketTimeout,
  getEndpointPlugin,
  getHostHeaderPlugin,
  getHttpAuthSchemeEndpointRuleSetPlugin,
  getHttpSigningPlugin,
  getLoggerPlugin,
  getRecursionDetectionPlugin,
  getRetryPlugin,
  getUserAgentPlugin,
  loadConfigsForDefaultMode,
  makeBuilder,
  resolveAwsRegionExtensionConfiguration,
  resolveDefaultRuntimeConfig,
  resolveEndpointConfig,
  resolveHostHeaderConfig,
  resolveRetryConfig,
  resolveUserAgentConfig
} from "./chunk-476TMGWT.js";
import "./chunk-WIG33IT3.js";
import {
  NODE_REGION_CONFIG_FILE_OPTIONS,
  NODE_REGION_CONFIG_OPTIONS,
  NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,
  NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,
  getContentLengthPlugin,
  getHttpHandlerExtensionConfiguration,
  loadConfig,
  resolveDefaultsModeConfig,
  resolveHttpHandlerRuntimeConfig,
  resolveRegionConfig
} from "./chunk-HH6ICRID.js";
import {
  TypeRegistry,
  calculateBodyLength,
  fromBase64,
  fromUtf8,
  getSchemaSerdePlugin,
  getSmithyContext,
  normalizeProvider,
  parseUrl,
  streamCollector,
  toBase64,
  toUtf8
} from "./chunk-JH6BF3KG.js";
import "./chunk-AYGXQNTL.js";
import {
  endedBy
} from "./chunk-NFD3U5NA.js";
import "./chunk-IZLUWDFI.js";
import {
  analyzeReferences
} from "./chunk-2MI6TJI6.js";
import {
  parseReports
} from "./chunk-F2HDQBH3.js";
import "./chunk-3P33FSHE.js";
import {
  locator
} from "./chunk-NUHIWQ25.js";
import "./chunk-WJ3RAWXL.js";
import "./chunk-WPHFRZYX.js";
import {
  isWeightFile
} from "./chunk-H7ORSOLD.js";
import "./chunk-I46AYHW6.js";
import "./chunk-G4E7BUYX.js";
import "./chunk-RQ5MN7VV.js";
import "./chunk-NL772UJH.js";
import "./chunk-7Q3HDJ4U.js";
import "./chunk-Z2QRIJIB.js";
import "./chunk-2UK5UDTN.js";
import "./chunk-5EWVQSMP.js";
import "./chunk-RI7JASEA.js";
import "./chunk-JUDLKW4K.js";
import "./chunk-NBCO2E7D.js";
import "./chunk-WA4HYSTF.js";
import "./chunk-F6C45J7V.js";
import "./chunk-OWMJVC3D.js";
import {
  baseName
} from "./chunk-UEJXIGCQ.js";
import "./chunk-ABIR6PBA.js";
import "./chunk-TUQPTYWI.js";
import "./chunk-CN75QAP5.js";
import "./chunk-X3MXISDX.js";
import "./chunk-ACWPGXX5.js";
import "./chunk-RFOEC4WV.js";
import "./chunk-M257ZRI6.js";
import "./chunk-TCZKHMDB.js";
import "./chunk-NLMVWZFG.js";
import "./chunk-MU35MNOC.js";
import "./chunk-4MIY2QKT.js";
import "./chunk-QD66ABUT.js";
import "./chunk-FLGHD2RI.js";
import "./chunk-CFYXJZWH.js";
import "./chunk-56UKHU64.js";
import {
  s3Name
} from "./chunk-XJUTMDZ7.js";
import "./chunk-CG7EU4JQ.js";
import "./chunk-MW4IX57J.js";
import "./chunk-ET7JD5AR.js";
import "./chunk-JXTWGQ7Y.js";
import "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";

// node_modules/@aws-lambda-powertools/batch/lib/esm/BatchProcessingStore.js
var BatchProcessingStore = class {
  #recordsKey = /* @__PURE__ */ Symbol("powertools.batch.records");
  #handlerKey = /* @__PURE__ */ Symbol("powertools.batch.handler");
  #optionsKey = /* @__PURE__ */ Symbol("powertools.batch.options");
  #failureMessagesKey = /* @__PURE__ */ Symbol("powertools.batch.failureMessages");
  #successMessagesKey = /* @__PURE__ */ Symbol("powertools.batch.successMessages");
  #batchResponseKey = /* @__PURE__ */ Symbol("powertools.batch.batchResponse");
  #errorsKey = /* @__PURE__ */ Symbol("powertools.batch.errors");
  #fallbackRecords = [];
  #fallbackHandler = () => {
  };
  #fallbackOptions;
  #fallbackFailureMessages = [];
  #fallbackSuccessMessages = [];
  #fallbackBatchResponse = {
    batchItemFailures: []
  };
  #fallbackErrors = [];
  getRecords() {
    if (!shouldUseInvokeStore()) {
      return this.#fallbackRecords;
    }
    if (globalThis.awslambda?.InvokeStore === void 0) {
      throw new Error("InvokeStore is not available");
    }
    const store = globalThis.awslambda.InvokeStore;
    return store.get(this.#recordsKey) ?? [];
  }
  setRecords(records) {
    if (!shouldUseInvokeStore()) {
      this.#fallbackRecords = records;
      return;
    }
    if (globalThis.awslambda?.InvokeStore === void 0) {
      throw new Error("InvokeStore is not available");
    }
    const store = globalThis.awslambda.InvokeStore;
    store.set(this.#recordsKey, records);
  }
  getHandler() {
    if (!shouldUseInvokeStore()) {
      return this.#fallbackHandler;
    }
    return globalThis.awslambda?.InvokeStore?.get(this.#handlerKey) ?? (() => {
    });
  }
  setHandler(handler) {
    if (!shouldUseInvokeStore()) {
      this.#fallbackHandler = handler;
      return;
    }
    globalThis.awslambda?.InvokeStore?.set(this.#handlerKey, handler);
  }
  getOptions() {
    if (!shouldUseInvokeStore()) {
      return this.#fallbackOptions;
    }
    return globalThis.awslambda?.InvokeStore?.get(this.#optionsKey);
  }
  setOptions(options) {
    if (!shouldUseInvokeStore()) {
      this.#fallbackOptions = options;
      return;
    }
    globalThis.awslambda?.InvokeStore?.set(this.#optionsKey, options);
  }
  getFailureMessages() {
    if (!shouldUseInvokeStore()) {
      return this.#fallbackFailureMessages;
    }
    return globalThis.awslambda?.InvokeStore?.get(this.#failureMessagesKey) ?? [];
  }
  setFailureMessages(messages) {
    if (!shouldUseInvokeStore()) {
      this.#fallbackFailureMessages = messages;
      return;
    }
    globalThis.awslambda?.InvokeStore?.set(this.#failureMessagesKey, messages);
  }
  getSuccessMessages() {
    if (!shouldUseInvokeStore()) {
      return this.#fallbackSuccessMessages;
    }
    return globalThis.awslambda?.InvokeStore?.get(this.#successMessagesKey) ?? [];
  }
  setSuccessMessages(messages) {
    if (!shouldUseInvokeStore()) {
      this.#fallbackSuccessMessages = messages;
      return;
    }
    globalThis.awslambda?.InvokeStore?.set(this.#successMessagesKey, messages);
  }
  getBatchResponse() {
    if (!shouldUseInvokeStore()) {
      return this.#fallbackBatchResponse;
    }
    return globalThis.awslambda?.InvokeStore?.get(this.#batchResponseKey) ?? { batchItemFailures: [] };
  }
  setBatchResponse(response) {
    if (!shouldUseInvokeStore()) {
      this.#fallbackBatchResponse = response;
      return;
    }
    globalThis.awslambda?.InvokeStore?.set(this.#batchResponseKey, response);
  }
  getErrors() {
    if (!shouldUseInvokeStore()) {
      return this.#fallbackErrors;
    }
    return globalThis.awslambda?.InvokeStore?.get(this.#errorsKey) ?? [];
  }
  setErrors(errors) {
    if (!shouldUseInvokeStore()) {
      this.#fallbackErrors = errors;
      return;
    }
    globalThis.awslambda?.InvokeStore?.set(this.#errorsKey, errors);
  }
};

// node_modules/@aws-lambda-powertools/batch/lib/esm/BasePartialProcessor.js
var BasePartialProcessor = class {
  /**
   * Store for managing invocation-specific state
   */
  #store = new BatchProcessingStore();
  get errors() {
    return this.#store.getErrors();
  }
  set errors(errors) {
    this.#store.setErrors(errors);
  }
  get failureMessages() {
    return this.#store.getFailureMessages();
  }
  set failureMessages(messages) {
    this.#store.setFailureMessages(messages);
  }
  get handler() {
    return this.#store.getHandler();
  }
  set handler(handler) {
    this.#store.setHandler(handler);
  }
  get options() {
    return this.#store.getOptions();
  }
  set options(options) {
    this.#store.setOptions(options);
  }
  get records() {
    return this.#store.getRecords();
  }
  set records(records) {
    this.#store.setRecords(records);
  }
  get successMessages() {
    return this.#store.getSuccessMessages();
  }
  set successMessages(messages) {
    this.#store.setSuccessMessages(messages);
  }
  get batchResponse() {
    return this.#store.getBatchResponse();
  }
  set batchResponse(response) {
    this.#store.setBatchResponse(response);
  }
  /**
   * Method to handle a record that failed processing
   *
   * This method should be called when a record fails processing so that
   * the processor can keep track of the error and the record that failed.
   *
   * @param record - Record that failed processing
   * @param error - Error that was thrown
   */
  failureHandler(record, error) {
    const entry = ["fail", error.message, record];
    this.errors.push(error);
    this.failureMessages.push(record);
    return entry;
  }
  /**
   * Process all records with an asynchronous handler
   *
   * Once called, the processor will create an array of promises to process each record
   * and wait for all of them to settle before returning the results.
   *
   * Before and after processing, the processor will call the prepare and clean methods respectively.
   */
  async process() {
    this.prepare();
    const processInParallel = this.options?.processInParallel ?? true;
    const processedRecords = processInParallel ? await this.#processRecordsInParallel() : await this.#processRecordsSequentially();
    this.clean();
    return processedRecords;
  }
  /**
   * Orchestrate the processing of a batch of records synchronously
   * and sequentially.
   *
   * The method is responsible for calling the prepare method before
   * processing the records and the clean method after processing the records.
   *
   * In the middle, the method will iterate over the records and call the
   * processRecordSync method for each record.
   *
   * @returns List of processed records
   */
  processSync() {
    if (this.constructor.name === "BatchProcessor") {
      this.processRecordSync(this.records[0]);
    }
    this.prepare();
    const processedRecords = [];
    for (const record of this.records) {
      processedRecords.push(this.processRecordSync(record));
    }
    this.clean();
    return processedRecords;
  }
  /**
   * Set up the processor with the records and the handler
   *
   * This method should be called before processing the records to
   * bind the records and the handler for a specific invocation to
   * the processor.
   *
   * We use a separate method to do this rather than the constructor
   * to allow for reusing the processor instance across multiple invocations
   * by instantiating the processor outside the Lambda function handler.
   *
   * @param records - Array of records to be processed
   * @param handler - CallableFunction to process each record from the batch
   * @param options - Options to be used during processing (optional)
   */
  register(records, handler, options) {
    this.records = records;
    this.handler = handler;
    if (options) {
      this.options = options;
    }
    return this;
  }
  /**
   * Method to handle a record that succeeded processing
   *
   * This method should be called when a record succeeds processing so that
   * the processor can keep track of the result and the record that succeeded.
   *
   * @param record - Record that succeeded processing
   * @param result - Result from record handler
   */
  successHandler(record, result) {
    const entry = ["success", result, record];
    this.successMessages.push(record);
    return entry;
  }
  /**
   * Processes records in parallel using `Promise.all`.
   */
  #processRecordsInParallel() {
    return Promise.all(this.records.map((record) => this.processRecord(record)));
  }
  /**
   * Processes records sequentially, ensuring that each record is processed one after the other.
   */
  async #processRecordsSequentially() {
    const processedRecords = [];
    for (const record of this.records) {
      processedRecords.push(await this.processRecord(record));
    }
    return processedRecords;
  }
};

// node_modules/@aws-lambda-powertools/batch/lib/esm/constants.js
var EventType = {
  SQS: "SQS",
  KinesisDataStreams: "KinesisDataStreams",
  DynamoDBStreams: "DynamoDBStreams"
};
var DEFAULT_RESPONSE = {
  batchItemFailures: []
};
var DATA_CLASS_MAPPING = {
  [EventType.SQS]: (record) => record,
  [EventType.KinesisDataStreams]: (record) => record,
  [EventType.DynamoDBStreams]: (record) => record
};

// node_modules/@aws-lambda-powertools/batch/lib/esm/errors.js
var BatchProcessingError = class extends Error {
  constructor(message) {
    super(message);
    this.name = "BatchProcessingError";
  }
};
var FullBatchFailureError = class extends BatchProcessingError {
  recordErrors;
  constructor(childErrors) {
    super("All records failed processing. See individual errors below.");
    this.recordErrors = childErrors;
    this.name = "FullBatchFailureError";
  }
};
var UnexpectedBatchTypeError = class extends BatchProcessingError {
  constructor() {
    super(`Unexpected batch type. Possible values are: ${Object.values(EventType).join(", ")}`);
    this.name = "UnexpectedBatchTypeError";
  }
};

// node_modules/@aws-lambda-powertools/batch/lib/esm/BasePartialBatchProcessor.js
var BasePartialBatchProcessor = class extends BasePartialProcessor {
  /**
   * Mapping of event types to their respective failure collectors
   *
   * Each service expects a different format for partial failure reporting,
   * this mapping ensures that the correct format is used for each event type.
   */
  COLLECTOR_MAPPING;
  /**
   * Type of event that the processor is handling
   */
  eventType;
  /**
   * A logger instance to be used for logging debug, warning, and error messages.
   *
   * When no logger is provided, we'll only log warnings and errors using the global `console` object.
   */
  logger;
  /**
   * The configuration options for the parser integration
   */
  parserConfig;
  /**
   * Initializes base batch processing class
   *
   * @param eventType The type of event to process (SQS, Kinesis, DynamoDB)
   */
  constructor(eventType, parserConfig) {
    super();
    this.eventType = eventType;
    this.batchResponse = DEFAULT_RESPONSE;
    this.COLLECTOR_MAPPING = {
      [EventType.SQS]: () => this.collectSqsFailures(),
      [EventType.KinesisDataStreams]: () => this.collectKinesisFailures(),
      [EventType.DynamoDBStreams]: () => this.collectDynamoDBFailures()
    };
    this.parserConfig = parserConfig;
    const alcLogLevel = getStringFromEnv({
      key: "AWS_LAMBDA_LOG_LEVEL",
      defaultValue: ""
    });
    this.logger = parserConfig?.logger ?? {
      debug: alcLogLevel === "DEBUG" ? console.debug : () => void 0,
      error: console.error,
      warn: console.warn
    };
  }
  /**
   * Clean up logic to be run after processing a batch
   *
   * If the entire batch failed this method will throw a {@link FullBatchFailureError | `FullBatchFailureError`} with the list of
   * errors that occurred during processing, unless the `throwOnFullBatchFailure` option is set to `false`.
   *
   * Otherwise, it will build the partial failure response based on the event type.
   */
  clean() {
    if (!this.hasMessagesToReport()) {
      return;
    }
    if (this.options?.throwOnFullBatchFailure !== false && this.entireBatchFailed()) {
      throw new FullBatchFailureError(this.errors);
    }
    const messages = this.getMessagesToReport();
    this.batchResponse = { batchItemFailures: messages };
  }
  /**
   * Collect the identifiers of failed items for a DynamoDB stream
   *
   * The failures are collected based on the sequence number of the record
   * and formatted as a list of objects with the key `itemIdentifier` as
   * expected by the service.
   */
  collectDynamoDBFailures() {
    const failures = [];
    for (const msg of this.failureMessages) {
      const msgId = msg.dynamodb?.SequenceNumber;
      if (msgId) {
        failures.push({ itemIdentifier: msgId });
      }
    }
    return failures;
  }
  /**
   * Collect identifiers of failed items for a Kinesis batch
   *
   * The failures are collected based on the sequence number of the record
   * and formatted as a list of objects with the key `itemIdentifier` as
   * expected by the service.
   */
  collectKinesisFailures() {
    const failures = [];
    for (const msg of this.failureMessages) {
      const msgId = msg.kinesis.sequenceNumber;
      failures.push({ itemIdentifier: msgId });
    }
    return failures;
  }
  /**
   * Collect identifiers of failed items for an SQS batch
   *
   * The failures are collected based on the message ID of the record
   * and formatted as a list of objects with the key `itemIdentifier` as
   * expected by the service.
   */
  collectSqsFailures() {
    const failures = [];
    for (const msg of this.failureMessages) {
      const msgId = msg.messageId;
      failures.push({ itemIdentifier: msgId });
    }
    return failures;
  }
  /**
   * Determine if the entire batch failed
   *
   * If the number of errors is equal to the number of records, then the
   * entire batch failed and this method will return `true`.
   */
  entireBatchFailed() {
    return this.errors.length === this.records.length;
  }
  /**
   * Collect identifiers for failed batch items
   *
   * The method will call the appropriate collector based on the event type
   * and return the list of failed items.
   */
  getMessagesToReport() {
    return this.COLLECTOR_MAPPING[this.eventType]();
  }
  /**
   * Determine if there are any failed records to report
   *
   * If there are no failed records, then the batch was successful
   * and this method will return `false`.
   */
  hasMessagesToReport() {
    return this.failureMessages.length !== 0;
  }
  /**
   * Set up the processor with the initial state ready for processing
   */
  prepare() {
    this.successMessages = [];
    this.failureMessages = [];
    this.errors = [];
    this.batchResponse = DEFAULT_RESPONSE;
  }
  /**
   * Get the response from the batch processing
   */
  response() {
    return this.batchResponse;
  }
  /**
   * Forward a record to the appropriate batch type
   *
   * Based on the event type that the processor was initialized with, this method
   * will cast the record to the appropriate batch type handler.
   *
   * @param record The record to be processed
   * @param eventType The type of event to process
   */
  toBatchType(record, eventType) {
    return DATA_CLASS_MAPPING[eventType](record);
  }
};

// node_modules/@aws-lambda-powertools/batch/lib/esm/BatchProcessor.js
var BatchProcessor = class extends BasePartialBatchProcessor {
  /**
   * Handle a record asynchronously with the instance handler provided.
   *
   * This method implements the abstract method from the parent class,
   * and orchestrates the processing of a single record.
   *
   * First, it converts the record to the appropriate type for the batch processor.
   * Then, it calls the handler function with the record data and context.
   *
   * If the handler function completes successfully, the method returns a success response.
   * Otherwise, it returns a failure response with the error that occurred during processing.
   *
   * @param record - The record to be processed
   */
  async processRecord(record) {
    try {
      const recordToProcess = this.parserConfig?.parser ? await this.parserConfig.parser(record, this.eventType, this.logger, this.parserConfig) : record;
      const data = this.toBatchType(recordToProcess, this.eventType);
      const result = await this.handler(data, this.options?.context);
      return this.successHandler(record, result);
    } catch (error) {
      return this.failureHandler(record, error);
    }
  }
  /**
   * @throws {BatchProcessingError} This method is not implemented for synchronous processing.
   *
   * @param _record - The record to be processed
   */
  processRecordSync(_record) {
    throw new BatchProcessingError("Not implemented. Use asyncProcess() instead.");
  }
};

// node_modules/@aws-lambda-powertools/batch/lib/esm/processPartialResponse.js
var processPartialResponse = async (event, recordHandler, processor, options) => {
  if (!event.Records || !Array.isArray(event.Records)) {
    throw new UnexpectedBatchTypeError();
  }
  processor.register(event.Records, recordHandler, options);
  await processor.process();
  return processor.response();
};

// src/entry/lambda/find-run.ts
import { createHash } from "node:crypto";
var CONCURRENCY = 8;
async function findRun(upload, deployment) {
  if (!isWeightFile(upload.key)) return { kind: "ignored", reason: "its name is not one of a model" };
  const facts = await objectFacts(upload);
  if (facts?.etag !== upload.etag)
    return {
      kind: "ignored",
      reason: "it has been replaced or removed; a newer upload has a run of its own"
    };
  const answer = await labelled({ address: upload, facts }, deployment);
  if ("missing" in answer)
    return { kind: "ignored", reason: `neither metadata, tags nor key tell ${answer.missing}` };
  const { target } = answer;
  if (!deployment.repositories.has(target.repository.toLowerCase()))
    return { kind: "ignored", reason: `${target.repository} is not one of ALPHAGATE_REPOSITORIES` };
  const { main, all } = await membersOf(upload);
  const model = main.key;
  if (all === void 0) return { kind: "waiting", model, missing: [baseName(main.key)] };
  const members = await fewAtATime(CONCURRENCY, all, async (address) => {
    const found = await objectFacts(address);
    if (found === void 0) return baseName(address.key);
    const member = { address, facts: found };
    const other = await labelled(member, deployment);
    const same = "target" in other && other.target.sha === target.sha && other.target.repository === target.repository;
    return same ? member : `${baseName(address.key)} of ${target.sha.slice(0, 7)}`;
  });
  const missing = members.filter((member) => typeof member === "string");
  if (missing.length > 0) return { kind: "waiting", model, missing };
  const present = members.filter((member) => typeof member !== "string");
  const named = present.find(({ address }) => address.key === main.key);
  const { bucket, key, versionId } = named.address;
  return {
    kind: "run",
    input: {
      model: { bucket, key, ...versionId !== void 0 && { versionId }, etag: named.facts.etag },
      target,
      run: runId(present, target)
    },
    sizeBytes: present.reduce((sum, { facts: { sizeBytes } }) => sum + sizeBytes, 0)
  };
}
async function labelled({ address, facts }, { keyTemplate }) {
  const { metadata } = facts;
  const tags = isComplete(metadata) ? {} : await objectTags(address);
  return targetOf({ metadata, tags, key: keyTemplate?.(address.key) });
}
function runId(members, { repository, sha, pullRequest }) {
  const objects = members.map(({ address, facts }) => [
    address.bucket,
    address.key,
    // A replay of an event names the version that it was about, a sibling's event does not.
    facts.etag,
    facts.storedMs
  ]);
  return createHash("sha256").update(JSON.stringify([objects, repository.toLowerCase(), sha, pullRequest ?? null])).digest("hex");
}

// node_modules/@aws-sdk/client-sfn/dist-es/auth/httpAuthSchemeProvider.js
var defaultSFNHttpAuthSchemeParametersProvider = async (config, context, input) => {
  return {
    operation: getSmithyContext(context).operation,
    region: await normalizeProvider(config.region)() || (() => {
      throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
    })()
  };
};
function createAwsAuthSigv4HttpAuthOption(authParameters) {
  return {
    schemeId: "aws.auth#sigv4",
    signingProperties: {
      name: "states",
      region: authParameters.region
    },
    propertiesExtractor: (config, context) => ({
      signingProperties: {
        config,
        context
      }
    })
  };
}
var defaultSFNHttpAuthSchemeProvider = (authParameters) => {
  const options = [];
  switch (authParameters.operation) {
    default: {
      options.push(createAwsAuthSigv4HttpAuthOption(authParameters));
    }
  }
  return options;
};
var resolveHttpAuthSchemeConfig = (config) => {
  const config_0 = resolveAwsSdkSigV4Config(config);
  return Object.assign(config_0, {
    authSchemePreference: normalizeProvider(config.authSchemePreference ?? [])
  });
};

// node_modules/@aws-sdk/client-sfn/dist-es/endpoint/EndpointParameters.js
var resolveClientEndpointParameters = (options) => {
  return Object.assign(options, {
    useDualstackEndpoint: options.useDualstackEndpoint ?? false,
    useFipsEndpoint: options.useFipsEndpoint ?? false,
    defaultSigningName: "states"
  });
};
var commonParams = {
  UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
  Endpoint: { type: "builtInParams", name: "endpoint" },
  Region: { type: "builtInParams", name: "region" },
  UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" }
};

// node_modules/@aws-sdk/client-sfn/package.json
var package_default = {
  name: "@aws-sdk/client-sfn",
  version: "3.1164.0",
  description: "AWS SDK for JavaScript Sfn Client for Node.js, Browser and React Native",
  homepage: "https://github.com/aws/aws-sdk-js-v3/tree/main/clients/client-sfn",
  license: "Apache-2.0",
  author: {
    name: "AWS SDK for JavaScript Team",
    url: "https://aws.amazon.com/sdk-for-javascript/"
  },
  repository: {
    type: "git",
    url: "https://github.com/aws/aws-sdk-js-v3.git",
    directory: "clients/client-sfn"
  },
  files: [
    "dist-*/**"
  ],
  sideEffects: false,
  main: "./dist-cjs/index.js",
  module: "./dist-es/index.js",
  browser: {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.browser"
  },
  types: "./dist-types/index.d.ts",
  typesVersions: {
    "<4.5": {
      "dist-types/*": [
        "dist-types/ts3.4/*"
      ]
    }
  },
  "react-native": {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.native"
  },
  scripts: {
    build: "concurrently 'yarn:build:types' 'yarn:build:es' && yarn build:cjs",
    "build:cjs": "node ../../scripts/compilation/inline",
    "build:es": "premove dist-es && tsc -p tsconfig.es.json",
    "build:include:deps": 'yarn g:turbo run build -F="$npm_package_name"',
    "build:types": "premove dist-types && tsc -p tsconfig.types.json",
    "build:types:downlevel": "downlevel-dts dist-types dist-types/ts3.4",
    clean: "premove dist-cjs dist-es dist-types",
    "extract:docs": "api-extractor run --local",
    "generate:client": "node ../../scripts/generate-clients/single-service",
    "test:index": "tsc -p tsconfig.test.json && node ./test/index-objects.spec.mjs"
  },
  dependencies: {
    "@aws-sdk/core": "^3.980.1",
    "@aws-sdk/credential-provider-node": "^3.972.94",
    "@aws-sdk/types": "^3.975.0",
    "@smithy/core": "^3.38.0",
    "@smithy/fetch-http-handler": "^5.8.0",
    "@smithy/node-http-handler": "^4.14.0",
    "@smithy/types": "^4.19.0",
    tslib: "^2.6.2"
  },
  devDependencies: {
    "@tsconfig/node20": "20.1.8",
    "@types/node": "^20.14.8",
    concurrently: "7.0.0",
    "downlevel-dts": "0.10.1",
    premove: "4.0.0",
    typescript: "~7.0.2"
  },
  engines: {
    node: ">=20.0.0"
  }
};

// node_modules/@aws-sdk/client-sfn/dist-es/endpoint/bdd.js
var m = "ref";
var a = -1;
var b = true;
var c = "isSet";
var d = "PartitionResult";
var e = "booleanEquals";
var f = "stringEquals";
var g = "getAttr";
var h = { [m]: "Endpoint" };
var i = { [m]: "Region" };
var j = { [m]: d };
var k = {};
var l = [i];
var _data = {
  conditions: [
    [c, [h]],
    [c, l],
    ["aws.partition", l, d],
    [e, [{ [m]: "UseFIPS" }, b]],
    [e, [{ [m]: "UseDualStack" }, b]],
    [f, [i, "us-gov-west-1"]],
    [e, [{ fn: g, argv: [j, "supportsFIPS"] }, b]],
    [f, [{ fn: g, argv: [j, "name"] }, "aws-us-gov"]],
    [e, [{ fn: g, argv: [j, "supportsDualStack"] }, b]]
  ],
  results: [
    [a],
    [a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
    [a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
    [h, k],
    ["https://states.{Region}.{PartitionResult#dnsSuffix}", k],
    ["https://states-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", k],
    [a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
    ["https://states-fips.{Region}.{PartitionResult#dnsSuffix}", k],
    [a, "FIPS is enabled but this partition does not support FIPS"],
    ["https://states.{Region}.{PartitionResult#dualStackDnsSuffix}", k],
    [a, "DualStack is enabled but this partition does not support DualStack"],
    [a, "Invalid Configuration: Missing Region"]
  ]
};
var root = 2;
var r = 1e8;
var nodes = new Int32Array([
  -1,
  1,
  -1,
  0,
  14,
  3,
  1,
  4,
  r + 11,
  2,
  5,
  r + 11,
  3,
  9,
  6,
  4,
  7,
  r + 4,
  7,
  r + 5,
  8,
  8,
  r + 9,
  r + 10,
  4,
  12,
  10,
  5,
  r + 4,
  11,
  6,
  r + 7,
  r + 8,
  6,
  13,
  r + 6,
  8,
  r + 5,
  r + 6,
  3,
  r + 1,
  15,
  4,
  r + 2,
  r + 3
]);
var bdd = BinaryDecisionDiagram.from(nodes, root, _data.conditions, _data.results);

// node_modules/@aws-sdk/client-sfn/dist-es/endpoint/endpointResolver.js
var cache = new EndpointCache({
  size: 50,
  params: ["Endpoint", "Region", "UseDualStack", "UseFIPS"]
});
var defaultEndpointResolver = (endpointParams, context = {}) => {
  return cache.get(endpointParams, () => decideEndpoint(bdd, {
    endpointParams,
    logger: context.logger
  }));
};
customEndpointFunctions.aws = awsEndpointFunctions;

// node_modules/@aws-sdk/client-sfn/dist-es/models/SFNServiceException.js
var SFNServiceException = class _SFNServiceException extends ServiceException {
  static shapeId = "smithy.ts.sdk.synthetic.com.amazonaws.sfn#SFNServiceException";
  constructor(options) {
    super(options);
    Object.setPrototypeOf(this, _SFNServiceException.prototype);
  }
};

// node_modules/@aws-sdk/client-sfn/dist-es/models/errors.js
var ActivityAlreadyExists = class _ActivityAlreadyExists extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#ActivityAlreadyExists";
  name = "ActivityAlreadyExists";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ActivityAlreadyExists",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ActivityAlreadyExists.prototype);
  }
};
var ActivityDoesNotExist = class _ActivityDoesNotExist extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#ActivityDoesNotExist";
  name = "ActivityDoesNotExist";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ActivityDoesNotExist",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ActivityDoesNotExist.prototype);
  }
};
var ActivityLimitExceeded = class _ActivityLimitExceeded extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#ActivityLimitExceeded";
  name = "ActivityLimitExceeded";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ActivityLimitExceeded",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ActivityLimitExceeded.prototype);
  }
};
var ActivityWorkerLimitExceeded = class _ActivityWorkerLimitExceeded extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#ActivityWorkerLimitExceeded";
  name = "ActivityWorkerLimitExceeded";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ActivityWorkerLimitExceeded",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ActivityWorkerLimitExceeded.prototype);
  }
};
var InvalidEncryptionConfiguration = class _InvalidEncryptionConfiguration extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#InvalidEncryptionConfiguration";
  name = "InvalidEncryptionConfiguration";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidEncryptionConfiguration",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidEncryptionConfiguration.prototype);
  }
};
var InvalidName = class _InvalidName extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#InvalidName";
  name = "InvalidName";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidName",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidName.prototype);
  }
};
var KmsAccessDeniedException = class _KmsAccessDeniedException extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#KmsAccessDeniedException";
  name = "KmsAccessDeniedException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "KmsAccessDeniedException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _KmsAccessDeniedException.prototype);
  }
};
var KmsThrottlingException = class _KmsThrottlingException extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#KmsThrottlingException";
  name = "KmsThrottlingException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "KmsThrottlingException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _KmsThrottlingException.prototype);
  }
};
var TooManyTags = class _TooManyTags extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#TooManyTags";
  name = "TooManyTags";
  $fault = "client";
  resourceName;
  constructor(opts) {
    super({
      name: "TooManyTags",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TooManyTags.prototype);
    this.resourceName = opts.resourceName;
  }
};
var ConflictException = class _ConflictException extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#ConflictException";
  name = "ConflictException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ConflictException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ConflictException.prototype);
  }
};
var InvalidArn = class _InvalidArn extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#InvalidArn";
  name = "InvalidArn";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidArn",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidArn.prototype);
  }
};
var InvalidDefinition = class _InvalidDefinition extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#InvalidDefinition";
  name = "InvalidDefinition";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidDefinition",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidDefinition.prototype);
  }
};
var InvalidLoggingConfiguration = class _InvalidLoggingConfiguration extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#InvalidLoggingConfiguration";
  name = "InvalidLoggingConfiguration";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidLoggingConfiguration",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidLoggingConfiguration.prototype);
  }
};
var InvalidTracingConfiguration = class _InvalidTracingConfiguration extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#InvalidTracingConfiguration";
  name = "InvalidTracingConfiguration";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidTracingConfiguration",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidTracingConfiguration.prototype);
  }
};
var StateMachineAlreadyExists = class _StateMachineAlreadyExists extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#StateMachineAlreadyExists";
  name = "StateMachineAlreadyExists";
  $fault = "client";
  constructor(opts) {
    super({
      name: "StateMachineAlreadyExists",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _StateMachineAlreadyExists.prototype);
  }
};
var StateMachineDeleting = class _StateMachineDeleting extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#StateMachineDeleting";
  name = "StateMachineDeleting";
  $fault = "client";
  constructor(opts) {
    super({
      name: "StateMachineDeleting",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _StateMachineDeleting.prototype);
  }
};
var StateMachineLimitExceeded = class _StateMachineLimitExceeded extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#StateMachineLimitExceeded";
  name = "StateMachineLimitExceeded";
  $fault = "client";
  constructor(opts) {
    super({
      name: "StateMachineLimitExceeded",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _StateMachineLimitExceeded.prototype);
  }
};
var StateMachineTypeNotSupported = class _StateMachineTypeNotSupported extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#StateMachineTypeNotSupported";
  name = "StateMachineTypeNotSupported";
  $fault = "client";
  constructor(opts) {
    super({
      name: "StateMachineTypeNotSupported",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _StateMachineTypeNotSupported.prototype);
  }
};
var ValidationException = class _ValidationException extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#ValidationException";
  name = "ValidationException";
  $fault = "client";
  reason;
  constructor(opts) {
    super({
      name: "ValidationException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ValidationException.prototype);
    this.reason = opts.reason;
  }
};
var ResourceNotFound = class _ResourceNotFound extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#ResourceNotFound";
  name = "ResourceNotFound";
  $fault = "client";
  resourceName;
  constructor(opts) {
    super({
      name: "ResourceNotFound",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourceNotFound.prototype);
    this.resourceName = opts.resourceName;
  }
};
var ServiceQuotaExceededException = class _ServiceQuotaExceededException extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#ServiceQuotaExceededException";
  name = "ServiceQuotaExceededException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ServiceQuotaExceededException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ServiceQuotaExceededException.prototype);
  }
};
var ExecutionDoesNotExist = class _ExecutionDoesNotExist extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#ExecutionDoesNotExist";
  name = "ExecutionDoesNotExist";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ExecutionDoesNotExist",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ExecutionDoesNotExist.prototype);
  }
};
var KmsInvalidStateException = class _KmsInvalidStateException extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#KmsInvalidStateException";
  name = "KmsInvalidStateException";
  $fault = "client";
  kmsKeyState;
  constructor(opts) {
    super({
      name: "KmsInvalidStateException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _KmsInvalidStateException.prototype);
    this.kmsKeyState = opts.kmsKeyState;
  }
};
var StateMachineDoesNotExist = class _StateMachineDoesNotExist extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#StateMachineDoesNotExist";
  name = "StateMachineDoesNotExist";
  $fault = "client";
  constructor(opts) {
    super({
      name: "StateMachineDoesNotExist",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _StateMachineDoesNotExist.prototype);
  }
};
var InvalidToken = class _InvalidToken extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#InvalidToken";
  name = "InvalidToken";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidToken",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidToken.prototype);
  }
};
var ExecutionLimitExceeded = class _ExecutionLimitExceeded extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#ExecutionLimitExceeded";
  name = "ExecutionLimitExceeded";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ExecutionLimitExceeded",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ExecutionLimitExceeded.prototype);
  }
};
var ExecutionNotRedrivable = class _ExecutionNotRedrivable extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#ExecutionNotRedrivable";
  name = "ExecutionNotRedrivable";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ExecutionNotRedrivable",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ExecutionNotRedrivable.prototype);
  }
};
var TaskDoesNotExist = class _TaskDoesNotExist extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#TaskDoesNotExist";
  name = "TaskDoesNotExist";
  $fault = "client";
  constructor(opts) {
    super({
      name: "TaskDoesNotExist",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TaskDoesNotExist.prototype);
  }
};
var TaskTimedOut = class _TaskTimedOut extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#TaskTimedOut";
  name = "TaskTimedOut";
  $fault = "client";
  constructor(opts) {
    super({
      name: "TaskTimedOut",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TaskTimedOut.prototype);
  }
};
var InvalidOutput = class _InvalidOutput extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#InvalidOutput";
  name = "InvalidOutput";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidOutput",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidOutput.prototype);
  }
};
var ExecutionAlreadyExists = class _ExecutionAlreadyExists extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#ExecutionAlreadyExists";
  name = "ExecutionAlreadyExists";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ExecutionAlreadyExists",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ExecutionAlreadyExists.prototype);
  }
};
var InvalidExecutionInput = class _InvalidExecutionInput extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#InvalidExecutionInput";
  name = "InvalidExecutionInput";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidExecutionInput",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidExecutionInput.prototype);
  }
};
var MissingRequiredParameter = class _MissingRequiredParameter extends SFNServiceException {
  static shapeId = "com.amazonaws.sfn#MissingRequiredParameter";
  name = "MissingRequiredParameter";
  $fault = "client";
  constructor(opts) {
    super({
      name: "MissingRequiredParameter",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _MissingRequiredParameter.prototype);
  }
};

// node_modules/@aws-sdk/client-sfn/dist-es/schemas/schemas_0.js
var _AAE = "ActivityAlreadyExists";
var _ADNE = "ActivityDoesNotExist";
var _ALE = "ActivityLimitExceeded";
var _AWLE = "ActivityWorkerLimitExceeded";
var _BD = "BillingDetails";
var _CE = "ConflictException";
var _CWEEDD = "CloudWatchEventsExecutionDataDetails";
var _D = "Definition";
var _EAE = "ExecutionAlreadyExists";
var _EDNE = "ExecutionDoesNotExist";
var _EHI = "ExceptionHandlerIndex";
var _ELE = "ExecutionLimitExceeded";
var _ENR = "ExecutionNotRedrivable";
var _IA = "InvalidArn";
var _ID = "InvalidDefinition";
var _IDR = "InspectionDataRequest";
var _IDRn = "InspectionDataResponse";
var _IDn = "InspectionData";
var _IEC = "InvalidEncryptionConfiguration";
var _IED = "InspectionErrorDetails";
var _IEI = "InvalidExecutionInput";
var _ILC = "InvalidLoggingConfiguration";
var _IMC = "InspectionMaxConcurrency";
var _IN = "InvalidName";
var _IO = "InvalidOutput";
var _IT = "InvalidToken";
var _ITC = "InvalidTracingConfiguration";
var _ITFC = "InspectionToleratedFailureCount";
var _ITFP = "InspectionToleratedFailurePercentage";
var _KADE = "KmsAccessDeniedException";
var _KISE = "KmsInvalidStateException";
var _KTE = "KmsThrottlingException";
var _MEO = "MockErrorOutput";
var _MI = "MockInput";
var _MRP = "MissingRequiredParameter";
var _RBIS = "RetryBackoffIntervalSeconds";
var _RNF = "ResourceNotFound";
var _SC = "SensitiveCause";
var _SD = "SensitiveData";
var _SE = "SensitiveError";
var _SEI = "StartExecutionInput";
var _SEO = "StartExecutionOutput";
var _SEt = "StartExecution";
var _SMAE = "StateMachineAlreadyExists";
var _SMD = "StateMachineDeleting";
var _SMDNE = "StateMachineDoesNotExist";
var _SMLE = "StateMachineLimitExceeded";
var _SMTNS = "StateMachineTypeNotSupported";
var _SQEE = "ServiceQuotaExceededException";
var _SSE = "StartSyncExecution";
var _SSEI = "StartSyncExecutionInput";
var _SSEO = "StartSyncExecutionOutput";
var _TDNE = "TaskDoesNotExist";
var _TMT = "TooManyTags";
var _TS = "TestState";
var _TSC = "TestStateConfiguration";
var _TSI = "TestStateInput";
var _TSO = "TestStateOutput";
var _TSSN = "TestStateStateName";
var _TTO = "TaskTimedOut";
var _URI = "UntagResourceInput";
var _VE = "ValidationException";
var _aAf = "afterArguments";
var _aIB = "afterItemBatcher";
var _aIP = "afterInputPath";
var _aIPf = "afterItemsPath";
var _aIPft = "afterItemsPointer";
var _aIS = "afterItemSelector";
var _aP = "afterParameters";
var _aRP = "afterResultPath";
var _aRS = "afterResultSelector";
var _b = "body";
var _bD = "billingDetails";
var _bDIM = "billedDurationInMilliseconds";
var _bMUIMB = "billedMemoryUsedInMB";
var _c = "client";
var _cI = "catchIndex";
var _ca = "cause";
var _co = "context";
var _de = "definition";
var _e = "error";
var _eA = "executionArn";
var _eCBS = "errorCausedByState";
var _eD = "errorDetails";
var _eO = "errorOutput";
var _end = "endpoint";
var _fVM = "fieldValidationMode";
var _h = "headers";
var _hE = "httpError";
var _i = "input";
var _iD = "inputDetails";
var _iDn = "includedData";
var _iDns = "inspectionData";
var _iL = "inspectionLevel";
var _in = "included";
var _kKS = "kmsKeyState";
var _m = "message";
var _mC = "maxConcurrency";
var _mIFC = "mapIterationFailureCount";
var _mIRD = "mapItemReaderData";
var _me = "method";
var _mo = "mock";
var _n = "name";
var _nS = "nextState";
var _o = "output";
var _oD = "outputDetails";
var _pr = "protocol";
var _r = "reason";
var _rA = "roleArn";
var _rAe = "resourceArn";
var _rBIS = "retryBackoffIntervalSeconds";
var _rIe = "retryIndex";
var _rN = "resourceName";
var _rRC = "retrierRetryCount";
var _rSe = "revealSecrets";
var _req = "request";
var _res = "result";
var _resp = "response";
var _s = "smithy.ts.sdk.synthetic.com.amazonaws.sfn";
var _sC = "statusCode";
var _sCt = "stateConfiguration";
var _sD = "startDate";
var _sDt = "stopDate";
var _sM = "statusMessage";
var _sMA = "stateMachineArn";
var _sN = "stateName";
var _st = "status";
var _tFC = "toleratedFailureCount";
var _tFP = "toleratedFailurePercentage";
var _tH = "traceHeader";
var _tK = "tagKeys";
var _u = "url";
var _v = "variables";
var n0 = "com.amazonaws.sfn";
var _s_registry = new TypeRegistry(_s);
var SFNServiceException$ = [-3, _s, "SFNServiceException", 0, [], []];
_s_registry.registerError(SFNServiceException$, SFNServiceException);
var n0_registry = new TypeRegistry(n0);
var ActivityAlreadyExists$ = [
  -3,
  n0,
  _AAE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(ActivityAlreadyExists$, ActivityAlreadyExists);
var ActivityDoesNotExist$ = [
  -3,
  n0,
  _ADNE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(ActivityDoesNotExist$, ActivityDoesNotExist);
var ActivityLimitExceeded$ = [
  -3,
  n0,
  _ALE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(ActivityLimitExceeded$, ActivityLimitExceeded);
var ActivityWorkerLimitExceeded$ = [
  -3,
  n0,
  _AWLE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(ActivityWorkerLimitExceeded$, ActivityWorkerLimitExceeded);
var ConflictException$ = [
  -3,
  n0,
  _CE,
  { [_e]: _c, [_hE]: 409 },
  [_m],
  [0]
];
n0_registry.registerError(ConflictException$, ConflictException);
var ExecutionAlreadyExists$ = [
  -3,
  n0,
  _EAE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(ExecutionAlreadyExists$, ExecutionAlreadyExists);
var ExecutionDoesNotExist$ = [
  -3,
  n0,
  _EDNE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(ExecutionDoesNotExist$, ExecutionDoesNotExist);
var ExecutionLimitExceeded$ = [
  -3,
  n0,
  _ELE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(ExecutionLimitExceeded$, ExecutionLimitExceeded);
var ExecutionNotRedrivable$ = [
  -3,
  n0,
  _ENR,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(ExecutionNotRedrivable$, ExecutionNotRedrivable);
var InvalidArn$ = [
  -3,
  n0,
  _IA,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(InvalidArn$, InvalidArn);
var InvalidDefinition$ = [
  -3,
  n0,
  _ID,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(InvalidDefinition$, InvalidDefinition);
var InvalidEncryptionConfiguration$ = [
  -3,
  n0,
  _IEC,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(InvalidEncryptionConfiguration$, InvalidEncryptionConfiguration);
var InvalidExecutionInput$ = [
  -3,
  n0,
  _IEI,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(InvalidExecutionInput$, InvalidExecutionInput);
var InvalidLoggingConfiguration$ = [
  -3,
  n0,
  _ILC,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(InvalidLoggingConfiguration$, InvalidLoggingConfiguration);
var InvalidName$ = [
  -3,
  n0,
  _IN,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(InvalidName$, InvalidName);
var InvalidOutput$ = [
  -3,
  n0,
  _IO,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(InvalidOutput$, InvalidOutput);
var InvalidToken$ = [
  -3,
  n0,
  _IT,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(InvalidToken$, InvalidToken);
var InvalidTracingConfiguration$ = [
  -3,
  n0,
  _ITC,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(InvalidTracingConfiguration$, InvalidTracingConfiguration);
var KmsAccessDeniedException$ = [
  -3,
  n0,
  _KADE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(KmsAccessDeniedException$, KmsAccessDeniedException);
var KmsInvalidStateException$ = [
  -3,
  n0,
  _KISE,
  { [_e]: _c },
  [_kKS, _m],
  [0, 0]
];
n0_registry.registerError(KmsInvalidStateException$, KmsInvalidStateException);
var KmsThrottlingException$ = [
  -3,
  n0,
  _KTE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(KmsThrottlingException$, KmsThrottlingException);
var MissingRequiredParameter$ = [
  -3,
  n0,
  _MRP,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(MissingRequiredParameter$, MissingRequiredParameter);
var ResourceNotFound$ = [
  -3,
  n0,
  _RNF,
  { [_e]: _c, [_hE]: 404 },
  [_m, _rN],
  [0, 0]
];
n0_registry.registerError(ResourceNotFound$, ResourceNotFound);
var ServiceQuotaExceededException$ = [
  -3,
  n0,
  _SQEE,
  { [_e]: _c, [_hE]: 402 },
  [_m],
  [0]
];
n0_registry.registerError(ServiceQuotaExceededException$, ServiceQuotaExceededException);
var StateMachineAlreadyExists$ = [
  -3,
  n0,
  _SMAE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(StateMachineAlreadyExists$, StateMachineAlreadyExists);
var StateMachineDeleting$ = [
  -3,
  n0,
  _SMD,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(StateMachineDeleting$, StateMachineDeleting);
var StateMachineDoesNotExist$ = [
  -3,
  n0,
  _SMDNE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(StateMachineDoesNotExist$, StateMachineDoesNotExist);
var StateMachineLimitExceeded$ = [
  -3,
  n0,
  _SMLE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(StateMachineLimitExceeded$, StateMachineLimitExceeded);
var StateMachineTypeNotSupported$ = [
  -3,
  n0,
  _SMTNS,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(StateMachineTypeNotSupported$, StateMachineTypeNotSupported);
var TaskDoesNotExist$ = [
  -3,
  n0,
  _TDNE,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(TaskDoesNotExist$, TaskDoesNotExist);
var TaskTimedOut$ = [
  -3,
  n0,
  _TTO,
  { [_e]: _c },
  [_m],
  [0]
];
n0_registry.registerError(TaskTimedOut$, TaskTimedOut);
var TooManyTags$ = [
  -3,
  n0,
  _TMT,
  { [_e]: _c, [_hE]: 400 },
  [_m, _rN],
  [0, 0]
];
n0_registry.registerError(TooManyTags$, TooManyTags);
var ValidationException$ = [
  -3,
  n0,
  _VE,
  { [_e]: _c, [_hE]: 400 },
  [_m, _r],
  [0, 0]
];
n0_registry.registerError(ValidationException$, ValidationException);
var errorTypeRegistries = [
  _s_registry,
  n0_registry
];
var Definition = [0, n0, _D, 8, 0];
var ExceptionHandlerIndex = [0, n0, _EHI, 8, 1];
var InspectionMaxConcurrency = [0, n0, _IMC, 8, 1];
var InspectionToleratedFailureCount = [0, n0, _ITFC, 8, 1];
var InspectionToleratedFailurePercentage = [0, n0, _ITFP, 8, 1];
var RetryBackoffIntervalSeconds = [0, n0, _RBIS, 8, 1];
var SensitiveCause = [0, n0, _SC, 8, 0];
var SensitiveData = [0, n0, _SD, 8, 0];
var SensitiveError = [0, n0, _SE, 8, 0];
var TestStateStateName = [0, n0, _TSSN, 8, 0];
var BillingDetails$ = [
  3,
  n0,
  _BD,
  0,
  [_bMUIMB, _bDIM],
  [1, 1]
];
var CloudWatchEventsExecutionDataDetails$ = [
  3,
  n0,
  _CWEEDD,
  0,
  [_in],
  [2]
];
var InspectionData$ = [
  3,
  n0,
  _IDn,
  8,
  [_i, _aAf, _aIP, _aP, _res, _aRS, _aRP, _req, _resp, _v, _eD, _aIPf, _aIS, _aIB, _aIPft, _tFC, _tFP, _mC],
  [[() => SensitiveData, 0], [() => SensitiveData, 0], [() => SensitiveData, 0], [() => SensitiveData, 0], [() => SensitiveData, 0], [() => SensitiveData, 0], [() => SensitiveData, 0], () => InspectionDataRequest$, () => InspectionDataResponse$, [() => SensitiveData, 0], [() => InspectionErrorDetails$, 0], [() => SensitiveData, 0], [() => SensitiveData, 0], [() => SensitiveData, 0], [() => SensitiveData, 0], [() => InspectionToleratedFailureCount, 0], [() => InspectionToleratedFailurePercentage, 0], [() => InspectionMaxConcurrency, 0]]
];
var InspectionDataRequest$ = [
  3,
  n0,
  _IDR,
  0,
  [_pr, _me, _u, _h, _b],
  [0, 0, 0, 0, 0]
];
var InspectionDataResponse$ = [
  3,
  n0,
  _IDRn,
  0,
  [_pr, _sC, _sM, _h, _b],
  [0, 0, 0, 0, 0]
];
var InspectionErrorDetails$ = [
  3,
  n0,
  _IED,
  0,
  [_cI, _rIe, _rBIS],
  [[() => ExceptionHandlerIndex, 0], [() => ExceptionHandlerIndex, 0], [() => RetryBackoffIntervalSeconds, 0]]
];
var MockErrorOutput$ = [
  3,
  n0,
  _MEO,
  0,
  [_e, _ca],
  [[() => SensitiveError, 0], [() => SensitiveCause, 0]]
];
var MockInput$ = [
  3,
  n0,
  _MI,
  0,
  [_res, _eO, _fVM],
  [[() => SensitiveData, 0], [() => MockErrorOutput$, 0], 0]
];
var StartExecutionInput$ = [
  3,
  n0,
  _SEI,
  0,
  [_sMA, _n, _i, _tH],
  [0, 0, [() => SensitiveData, 0], 0],
  1
];
var StartExecutionOutput$ = [
  3,
  n0,
  _SEO,
  0,
  [_eA, _sD],
  [0, 4],
  2
];
var StartSyncExecutionInput$ = [
  3,
  n0,
  _SSEI,
  0,
  [_sMA, _n, _i, _tH, _iDn],
  [0, 0, [() => SensitiveData, 0], 0, 0],
  1
];
var StartSyncExecutionOutput$ = [
  3,
  n0,
  _SSEO,
  0,
  [_eA, _sD, _sDt, _st, _sMA, _n, _e, _ca, _i, _iD, _o, _oD, _tH, _bD],
  [0, 4, 4, 0, 0, 0, [() => SensitiveError, 0], [() => SensitiveCause, 0], [() => SensitiveData, 0], () => CloudWatchEventsExecutionDataDetails$, [() => SensitiveData, 0], () => CloudWatchEventsExecutionDataDetails$, 0, () => BillingDetails$],
  4
];
var TestStateConfiguration$ = [
  3,
  n0,
  _TSC,
  0,
  [_rRC, _eCBS, _mIFC, _mIRD],
  [1, [() => TestStateStateName, 0], 1, [() => SensitiveData, 0]]
];
var TestStateInput$ = [
  3,
  n0,
  _TSI,
  0,
  [_de, _rA, _i, _iL, _rSe, _v, _sN, _mo, _co, _sCt],
  [[() => Definition, 0], 0, [() => SensitiveData, 0], 0, 2, [() => SensitiveData, 0], [() => TestStateStateName, 0], [() => MockInput$, 0], [() => SensitiveData, 0], [() => TestStateConfiguration$, 0]],
  1
];
var TestStateOutput$ = [
  3,
  n0,
  _TSO,
  0,
  [_o, _e, _ca, _iDns, _nS, _st],
  [[() => SensitiveData, 0], [() => SensitiveError, 0], [() => SensitiveCause, 0], [() => InspectionData$, 0], 0, 0]
];
var UntagResourceInput$ = [
  3,
  n0,
  _URI,
  0,
  [_rAe, _tK],
  [0, 64 | 0],
  2
];
var TagKeyList = 64 | 0;
var StartExecution$ = [
  9,
  n0,
  _SEt,
  2,
  () => StartExecutionInput$,
  () => StartExecutionOutput$
];
var StartSyncExecution$ = [
  9,
  n0,
  _SSE,
  { [_end]: ["sync-"] },
  () => StartSyncExecutionInput$,
  () => StartSyncExecutionOutput$
];
var TestState$ = [
  9,
  n0,
  _TS,
  { [_end]: ["sync-"] },
  () => TestStateInput$,
  () => TestStateOutput$
];

// node_modules/@aws-sdk/client-sfn/dist-es/runtimeConfig.shared.js
var getRuntimeConfig = (config) => {
  return {
    apiVersion: "2016-11-23",
    base64Decoder: config?.base64Decoder ?? fromBase64,
    base64Encoder: config?.base64Encoder ?? toBase64,
    disableHostPrefix: config?.disableHostPrefix ?? false,
    endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
    extensions: config?.extensions ?? [],
    httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultSFNHttpAuthSchemeProvider,
    httpAuthSchemes: config?.httpAuthSchemes ?? [
      {
        schemeId: "aws.auth#sigv4",
        identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
        signer: new AwsSdkSigV4Signer()
      }
    ],
    logger: config?.logger ?? new NoOpLogger(),
    protocol: config?.protocol ?? AwsJson1_0Protocol,
    protocolSettings: config?.protocolSettings ?? {
      defaultNamespace: "com.amazonaws.sfn",
      errorTypeRegistries,
      xmlNamespace: "http://swf.amazonaws.com/doc/2015-07-20/",
      version: "2016-11-23",
      serviceTarget: "AWSStepFunctions"
    },
    serviceId: config?.serviceId ?? "SFN",
    sha256: config?.sha256 ?? Sha256Node,
    urlParser: config?.urlParser ?? parseUrl,
    utf8Decoder: config?.utf8Decoder ?? fromUtf8,
    utf8Encoder: config?.utf8Encoder ?? toUtf8
  };
};

// node_modules/@aws-sdk/client-sfn/dist-es/runtimeConfig.js
var getRuntimeConfig2 = (config) => {
  emitWarningIfUnsupportedVersion2(process.version);
  const defaultsMode = resolveDefaultsModeConfig(config);
  const defaultConfigProvider = () => defaultsMode().then(loadConfigsForDefaultMode);
  const clientSharedValues = getRuntimeConfig(config);
  emitWarningIfUnsupportedVersion(process.version);
  const loaderConfig = {
    profile: config?.profile,
    logger: clientSharedValues.logger
  };
  return {
    ...clientSharedValues,
    ...config,
    runtime: "node",
    defaultsMode,
    authSchemePreference: config?.authSchemePreference ?? loadConfig(NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, loaderConfig),
    bodyLengthChecker: config?.bodyLengthChecker ?? calculateBodyLength,
    credentialDefaultProvider: config?.credentialDefaultProvider ?? defaultProvider,
    defaultSocketTimeout: getDefaultSocketTimeout(config?.requestHandler, 9e5),
    defaultUserAgentProvider: config?.defaultUserAgentProvider ?? createDefaultUserAgentProvider({ serviceId: clientSharedValues.serviceId, clientVersion: package_default.version }),
    maxAttempts: config?.maxAttempts ?? loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS, config),
    region: config?.region ?? loadConfig(NODE_REGION_CONFIG_OPTIONS, { ...NODE_REGION_CONFIG_FILE_OPTIONS, ...loaderConfig }),
    requestHandler: NodeHttpHandler.create(config?.requestHandler ?? defaultConfigProvider),
    retryMode: config?.retryMode ?? loadConfig({
      ...NODE_RETRY_MODE_CONFIG_OPTIONS,
      default: async () => (await defaultConfigProvider()).retryMode || DEFAULT_RETRY_MODE
    }, config),
    streamCollector: config?.streamCollector ?? streamCollector,
    useDualstackEndpoint: config?.useDualstackEndpoint ?? loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
    useFipsEndpoint: config?.useFipsEndpoint ?? loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
    userAgentAppId: config?.userAgentAppId ?? loadConfig(NODE_APP_ID_CONFIG_OPTIONS, loaderConfig)
  };
};

// node_modules/@aws-sdk/client-sfn/dist-es/auth/httpAuthExtensionConfiguration.js
var getHttpAuthExtensionConfiguration = (runtimeConfig) => {
  const _httpAuthSchemes = runtimeConfig.httpAuthSchemes;
  let _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider;
  let _credentials = runtimeConfig.credentials;
  return {
    setHttpAuthScheme(httpAuthScheme) {
      const index = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
      if (index === -1) {
        _httpAuthSchemes.push(httpAuthScheme);
      } else {
        _httpAuthSchemes.splice(index, 1, httpAuthScheme);
      }
    },
    httpAuthSchemes() {
      return _httpAuthSchemes;
    },
    setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
      _httpAuthSchemeProvider = httpAuthSchemeProvider;
    },
    httpAuthSchemeProvider() {
      return _httpAuthSchemeProvider;
    },
    setCredentials(credentials) {
      _credentials = credentials;
    },
    credentials() {
      return _credentials;
    }
  };
};
var resolveHttpAuthRuntimeConfig = (config) => {
  return {
    httpAuthSchemes: config.httpAuthSchemes(),
    httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
    credentials: config.credentials()
  };
};

// node_modules/@aws-sdk/client-sfn/dist-es/runtimeExtensions.js
var resolveRuntimeExtensions = (runtimeConfig, extensions) => {
  const extensionConfiguration = Object.assign(getAwsRegionExtensionConfiguration(runtimeConfig), getDefaultExtensionConfiguration(runtimeConfig), getHttpHandlerExtensionConfiguration(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
  extensions.forEach((extension) => extension.configure(extensionConfiguration));
  return Object.assign(runtimeConfig, resolveAwsRegionExtensionConfiguration(extensionConfiguration), resolveDefaultRuntimeConfig(extensionConfiguration), resolveHttpHandlerRuntimeConfig(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};

// node_modules/@aws-sdk/client-sfn/dist-es/SFNClient.js
var SFNClient = class extends Client {
  config;
  constructor(...[configuration]) {
    const _config_0 = getRuntimeConfig2(configuration || {});
    super(_config_0);
    this.initConfig = _config_0;
    const _config_1 = resolveClientEndpointParameters(_config_0);
    const _config_2 = resolveUserAgentConfig(_config_1);
    const _config_3 = resolveRetryConfig(_config_2);
    const _config_4 = resolveRegionConfig(_config_3);
    const _config_5 = resolveHostHeaderConfig(_config_4);
    const _config_6 = resolveEndpointConfig(_config_5);
    const _config_7 = resolveHttpAuthSchemeConfig(_config_6);
    const _config_8 = resolveRuntimeExtensions(_config_7, configuration?.extensions || []);
    this.config = _config_8;
    this.middlewareStack.use(getSchemaSerdePlugin(this.config));
    this.middlewareStack.use(getUserAgentPlugin(this.config));
    this.middlewareStack.use(getRetryPlugin(this.config));
    this.middlewareStack.use(getContentLengthPlugin(this.config));
    this.middlewareStack.use(getHostHeaderPlugin(this.config));
    this.middlewareStack.use(getLoggerPlugin(this.config));
    this.middlewareStack.use(getRecursionDetectionPlugin(this.config));
    this.middlewareStack.use(getHttpAuthSchemeEndpointRuleSetPlugin(this.config, {
      httpAuthSchemeParametersProvider: defaultSFNHttpAuthSchemeParametersProvider,
      identityProviderConfigProvider: async (config) => new DefaultIdentityProviderConfig({
        "aws.auth#sigv4": config.credentials
      })
    }));
    this.middlewareStack.use(getHttpSigningPlugin(this.config));
  }
  destroy() {
    super.destroy();
  }
};

// node_modules/@aws-sdk/client-sfn/dist-es/commandBuilder.js
var command = makeBuilder(commonParams, "AWSStepFunctions", "SFNClient", getEndpointPlugin);
var _ep0 = {};
var _mw0 = (Command, cs, config, o) => [];

// node_modules/@aws-sdk/client-sfn/dist-es/commands/StartExecutionCommand.js
var StartExecutionCommand = class extends command(_ep0, _mw0, "StartExecution", StartExecution$) {
};

// src/entry/lambda/start-execution.ts
var client;
async function startExecution(stateMachineArn, input) {
  client ??= new SFNClient();
  try {
    await client.send(
      new StartExecutionCommand({ stateMachineArn, name: input.run, input: JSON.stringify(input) })
    );
  } catch (error) {
    if (!(error instanceof ExecutionAlreadyExists)) throw error;
  }
  return input.run;
}

// src/entry/lambda/artifact.ts
async function handleUploads(event, context) {
  logger.addContext(context);
  const deployment = readDeployment(process.env);
  const once = doneOnce("artifact", deployment, context);
  const handle = async ({ body, messageId }) => {
    try {
      const upload = parseUpload(body);
      const place = s3Name(upload.bucket, upload.key);
      const found = await findRun(upload, deployment);
      if (found.kind === "ignored") {
        logger.warn("Upload ignored", { upload: place, reason: found.reason });
        count("UploadsIgnored");
        return;
      }
      if (found.kind === "waiting") {
        logger.info("Waiting for the rest of the model", { model: found.model, missing: found.missing });
        count("ModelsWaiting");
        return;
      }
      logger.info("Model complete", { upload: place, ...found.input });
      await once({ run: found.input.run }, () => carryOut(found.input, found.sizeBytes, deployment, context));
    } catch (error) {
      logger.error("A message has failed", { messageId, error });
      throw error;
    }
  };
  try {
    return await processPartialResponse(event, handle, new BatchProcessor(EventType.SQS), {
      processInParallel: false,
      throwOnFullBatchFailure: false
    });
  } finally {
    publishCounts();
  }
}
async function carryOut(input, sizeBytes, deployment, context) {
  const { stateMachineArn, maxInlineBytes } = deployment;
  if (stateMachineArn !== void 0 && sizeBytes > maxInlineBytes) {
    const execution = await startExecution(stateMachineArn, input);
    logger.info("Handed to the state machine", { execution, sizeBytes });
    count("RunsStarted");
    return { execution };
  }
  const settings = await gateSettings(deployment);
  const outcomes = await storedOutcomes(input, deployment) ?? await analyzeAtOnce(input, deployment, settings, context);
  if (outcomes.some((outcome) => outcome.kind === "error" && outcome.error.code === "SOURCE_CHANGED")) {
    logger.warn("Replaced while it was analysed; the newer upload has a run of its own", { run: input.run });
    count("UploadsIgnored");
    return { comment: "skipped", passed: false };
  }
  const delivered = await deliverRun(input, outcomes, settings, deployment);
  const passing = outcomes.find(mayPass);
  if (passing?.kind === "error") {
    if (isTimeout(passing)) count("RunsTimedOut");
    throw passing.error;
  }
  return delivered;
}
function mayPass(outcome) {
  return isTimeout(outcome) || outcome.kind === "error" && outcome.error.code.startsWith("S3_");
}
async function storedOutcomes({ run }, deployment) {
  const place = runFile(deployment, run, "report.json");
  const text = await getText(place);
  if (text === void 0) return void 0;
  return parseReports(text, s3Name(place.bucket, place.key)).map((report) => ({ kind: "report", report }));
}
async function analyzeAtOnce({ model, target }, deployment, settings, context) {
  const signal = deadlineOf(context);
  const { name, locate } = modelReference(model, locator(settings, signal), signal);
  try {
    const options = { signal, commit: target.sha, curves: true, locate };
    const outcomes = await endedBy(signal, analyzeReferences([name], settings, options));
    count("ModelsAnalyzed", outcomes.length);
    return outcomes;
  } catch (error) {
    if (!signal.aborted) throw error;
    const cure = deployment.stateMachineArn === void 0 ? "Give the function more memory, and with it more processors" : "Lower ALPHAGATE_MAX_INLINE_BYTES, so that the state machine takes models of this size";
    return [{ kind: "error", reference: name, error: new TimeoutError(name, cure) }];
  }
}
export {
  handleUploads
};
