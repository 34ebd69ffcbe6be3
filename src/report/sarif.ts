import { rowName } from '../metrics/row-name.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { VERSION } from '../version.ts';
import { LONGEST_TEXT, plainText, shorten } from './escape.ts';
import type { ReportedOutcome, UnreadableModel } from './outcome.ts';
import type { Report } from './report.ts';

/** GitHub shows no more results of one run, the gravest first (GitHub docs, "SARIF support for code scanning"). */
const MOST_RESULTS = 5000;

const DOCUMENTATION = 'https://github.com/alphagate/alphagate#readme';

/** What a result can be about. GitHub groups results by these. */
const RULES = [
  {
    id: 'alpha-below-threshold',
    text: 'The layer’s alpha is below its threshold, or has fallen too far',
    help: 'The eigenvalues of the layer’s weights are so heavy-tailed that they may describe the training data and nothing else. Train with more data or more regularisation, or accept the layer in .alphagate.yml.',
  },
  {
    id: 'alpha-out-of-bounds',
    text: 'The layer’s alpha is out of bounds, which is tolerated',
    help: 'Look at the layer before you rely on the model.',
  },
  {
    id: 'alpha-inconclusive',
    text: 'The layer could not be judged',
    help: 'There are too few eigenvalues, or no power law fits them.',
  },
  {
    id: 'model-unreadable',
    text: 'The model could not be analysed',
    help: 'The message says what was read, what is wrong with it and what to do.',
  },
] as const;

type RuleId = (typeof RULES)[number]['id'];
type Level = 'error' | 'warning' | 'note';

interface Finding {
  readonly ruleId: RuleId;
  readonly level: Level;
  readonly file: string;
  readonly layer?: string;
  readonly message: string;
}

const KINDS: Readonly<Record<Exclude<Verdict, 'pass'>, Pick<Finding, 'ruleId' | 'level'>>> = {
  fail: { ruleId: 'alpha-below-threshold', level: 'error' },
  warn: { ruleId: 'alpha-out-of-bounds', level: 'warning' },
  inconclusive: { ruleId: 'alpha-inconclusive', level: 'note' },
};

const LEVELS: readonly Level[] = ['error', 'warning', 'note'];

/**
 * Everything to look at as SARIF 2.1.0, as code scanning takes it: a result for each layer that does not pass, at the
 * model's file, the gravest first.
 */
export function renderSarif(outcomes: readonly ReportedOutcome[]): string {
  const findings = outcomes
    .flatMap((outcome) => (outcome.kind === 'error' ? [unreadable(outcome)] : findingsOf(outcome.report)))
    .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
  const document = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Alphagate',
            semanticVersion: VERSION,
            informationUri: DOCUMENTATION,
            rules: RULES.map(({ id, text, help }) => ({
              id,
              shortDescription: { text },
              help: { text: help },
              helpUri: DOCUMENTATION,
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.slice(0, MOST_RESULTS).map(toResult),
      },
    ],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function unreadable({ reference, error }: UnreadableModel): Finding {
  return { ruleId: 'model-unreadable', level: 'error', file: reference, message: error.message };
}

function findingsOf({ model, layers }: Report): Finding[] {
  return layers.flatMap((layer) => {
    const { verdict, reasons } = layer;
    if (verdict === 'pass') return [];
    const message = reasons.join('; ');
    return [{ ...KINDS[verdict], file: model.source, layer: rowName(layer), message }];
  });
}

function toResult({ ruleId, level, file, layer, message }: Finding): object {
  const name = layer === undefined ? undefined : shorten(plainText(layer));
  return {
    ruleId,
    ruleIndex: RULES.findIndex(({ id }) => id === ruleId),
    level,
    message: {
      text: shorten(plainText(name === undefined ? message : `${name}: ${message}`), LONGEST_TEXT),
    },
    locations: [
      {
        // GitHub shows only results that lie somewhere in a file. Weights have no lines, so that it is the first.
        physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: 1 } },
        ...(layer !== undefined && {
          logicalLocations: [{ fullyQualifiedName: plainText(layer), kind: 'member' }],
        }),
      },
    ],
    // Tells the layers of a model apart: without it GitHub takes all results on one line for the same.
    partialFingerprints: { 'layer/v1': `${ruleId}:${uriOf(file)}:${plainText(layer ?? '')}` },
  };
}

/** A path of the workspace as a relative URI; a reference elsewhere is one already, without its spaces and the like. */
function uriOf(file: string): string {
  const scheme = /^[a-z][a-z0-9+.-]+:\/\//i.exec(file)?.[0] ?? '';
  return (
    scheme +
    file
      .slice(scheme.length)
      .toWellFormed()
      .replaceAll('\\', '/')
      .split('/')
      .map(encodeURIComponent)
      .join('/')
  );
}
