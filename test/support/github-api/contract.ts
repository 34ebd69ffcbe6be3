import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  createInstance,
  getHttpOperationsFromSpec,
  type IHttpRequest,
  type IHttpResponse,
} from '@stoplight/prism-http';
import { type Answer, JSON_CONTENT, NOT_FOUND, validationFailed } from './answer.ts';

const DESCRIPTION = path.join(import.meta.dirname, 'github.openapi.json');

/** A request as GitHub's description talks about it. */
export interface ApiRequest {
  /** In capitals. */
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; undefined where there is none. */
  readonly body: unknown;
}

/** Something that GitHub's description does not allow. */
export interface Violation {
  readonly where: 'request' | 'response';
  readonly method: string;
  readonly path: string;
  readonly problem: string;
}

/** The operation that a request is for. */
export interface Operation {
  /** GitHub's own name for it, such as `issues/create-comment`. */
  readonly name: string;
  /** Values of the path's parameters, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
}

export interface Checked {
  readonly answer: Answer;
  readonly violations: readonly Violation[];
}

/** GitHub's OpenAPI description, as Prism enforces it. */
export interface Contract {
  /**
   * Checks a request, has it answered, and checks the answer.
   *
   * @param respond answers a request that keeps to the description; is not called for any other.
   */
  enforce(request: ApiRequest, respond: (operation: Operation) => Answer): Promise<Checked>;
}

type PrismOperation = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number];
type PrismComponents = Parameters<typeof createInstance>[1];
type Diagnostic = Parameters<NonNullable<PrismComponents['forward']>>[0]['validations'][number];

/** Prism's severity of what the description forbids; it also warns of error statuses that GitHub leaves out. */
const FORBIDDEN = 0;

const CONFIG: Parameters<typeof createInstance>[0] = {
  isProxy: true,
  // Never asked: requests are answered by `forward` below.
  upstream: new URL('http://127.0.0.1'),
  upstreamProxy: undefined,
  checkSecurity: false,
  validateRequest: true,
  validateResponse: true,
  errors: true,
  mock: { dynamic: false },
};

const SILENT_LOGGER = {
  child: () => SILENT_LOGGER,
  info: () => {},
} as unknown as PrismComponents['logger'];

let operations: Promise<readonly PrismOperation[]> | undefined;

/** Loads GitHub's description, once a process. */
export async function loadContract(): Promise<Contract> {
  operations ??= readFile(DESCRIPTION, 'utf8').then((text) => getHttpOperationsFromSpec(JSON.parse(text)));
  const known = await operations;
  return { enforce: (request, respond) => enforce(known, request, respond) };
}

async function enforce(
  known: readonly PrismOperation[],
  request: ApiRequest,
  respond: (operation: Operation) => Answer,
): Promise<Checked> {
  const violations: Violation[] = [];
  const blame = (where: Violation['where'], problems: readonly string[]): void => {
    violations.push(
      ...problems.map((problem) => ({ where, method: request.method, path: request.path, problem })),
    );
  };
  let answer: Answer = NOT_FOUND;
  const forward: PrismComponents['forward'] =
    ({ validations }, _upstream, _proxy, operation) =>
    () =>
    async () => {
      if (operation === undefined) throw new Error('Prism forwards only what it has found an operation for');
      const problems = [...validations.map(describe), ...undeclaredParameters(operation, request)];
      blame('request', problems);
      answer =
        problems.length === 0
          ? respond({ name: operation.iid ?? '', parameters: pathParameters(operation.path, request.path) })
          : validationFailed(problems.map((message) => ({ resource: 'Request', code: 'invalid', message })));
      return { _tag: 'Right', right: prismResponse(answer) };
    };

  const prism = createInstance(CONFIG, { logger: SILENT_LOGGER, forward });
  const outcome = await prism.request(prismRequest(request), [...known])();
  if (outcome._tag === 'Left') blame('request', [outcome.left.message]);
  else blame('response', outcome.right.validations.output.filter(isForbidden).map(describe));
  return { answer, violations };
}

function prismRequest({ method, path, query, headers, body }: ApiRequest): IHttpRequest {
  const lowered = method.toLowerCase() as IHttpRequest['method'];
  return { method: lowered, url: { path, query: { ...query } }, headers: { ...headers }, body };
}

function prismResponse({ status, headers, body }: Answer): IHttpResponse {
  return { statusCode: status, headers: { ...(body === undefined ? {} : JSON_CONTENT), ...headers }, body };
}

function isForbidden(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === FORBIDDEN;
}

function describe({ path: place, message }: Diagnostic): string {
  return place === undefined || place.length === 0 ? message : `${place.join('.')}: ${message}`;
}

/** OpenAPI allows parameters that it does not know; in a client they are misspelt names. */
function undeclaredParameters(operation: PrismOperation, request: ApiRequest): string[] {
  const declared = new Set(operation.request?.query?.map(({ name }) => name));
  return Object.keys(request.query)
    .filter((name) => !declared.has(name))
    .map((name) => `query.${name}: the operation has no such parameter`);
}

function pathParameters(template: string, actual: string): Record<string, string> {
  const values = actual.split('/');
  const named = template.split('/').flatMap((segment, index) => {
    const name = /^\{(.+)\}$/.exec(segment)?.[1];
    return name === undefined ? [] : [[name, decodeURIComponent(values[index]!)]];
  });
  return Object.fromEntries(named);
}
