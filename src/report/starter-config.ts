import { compilePatterns, literalPattern } from '../layers/name-pattern.ts';
import { fittedAlpha } from '../metrics/fitted-alpha.ts';
import { count } from '../verdict/format.ts';
import { plainText } from './escape.ts';
import type { Report, ReportLayer } from './report.ts';

/** Kinds of layers that people set thresholds for, by the words that frameworks put into their names. */
const GROUPS = [
  { what: 'embeddings', pattern: '*{embed,Embed,wte,wpe}*' },
  { what: 'attention', pattern: '*{attn,attention,Attention,query,key,value,q_proj,k_proj,v_proj,o_proj}*' },
  { what: 'convolutions', pattern: '*{conv,Conv}*' },
  { what: 'head', pattern: '*{head,classifier,logits,pooler}*' },
  { what: 'MLP', pattern: '*{mlp,ffn,fc,feed_forward,intermediate,dense,linear}*' },
] as const;

/** How far a layer's alpha may fall below its state of today in a gate that begins with one. */
const MAX_ALPHA_DROP = 0.4;

/** How many standard errors a new gate lets an alpha lie below its threshold, where the user has not asked for more. */
const RECOMMENDED_CONFIDENCE = 1;

/**
 * A first `.alphagate.yml` for a model: its groups of layers with their alphas of today, whatever is below its
 * threshold today as accepted, and today's report as baseline, so that the gate starts green and turns red only
 * when something gets worse.
 *
 * @param report the model under the settings that the file is to begin with.
 * @param baselineFile where that report is kept, beside the configuration.
 */
export function starterConfig({ model, layers, summary, settings }: Report, baselineFile: string): string {
  const failing = layers.filter(({ verdict, alpha }) => verdict === 'fail' && alpha !== null);
  const lines = [
    `# Alphagate's configuration, begun from ${plainText(model.source)} (${model.identity}).`,
    '# A layer whose alpha is below min-alpha fails the check; one above max-alpha warns.',
    `min-alpha: ${settings['min-alpha']}`,
    `max-alpha: ${settings['max-alpha']}`,
    '',
    '# Alpha is an estimate: a layer below its threshold by less than this many standard errors warns. In the calibration',
    '# (docs/calibration.md) 1 removes a third of the false alarms and misses nothing more; 0 is the strict rule.',
    `confidence: ${settings['confidence'] || RECOMMENDED_CONFIDENCE}`,
    '',
    '# A layer that loses more than this against the baseline fails, wherever its alpha lies. After a retraining that',
    '# you are content with, write the baseline anew: alphagate analyze MODEL --output FILE.',
    `baseline: ${quote(baselineFile)}`,
    `max-alpha-drop: ${MAX_ALPHA_DROP}`,
    '',
    ...thresholds(layers, settings['min-alpha']),
    ...accepted(failing),
  ];
  if (summary.verdict === 'inconclusive') {
    lines.push(
      '# No layer of this model can be judged today; without this line the check would be red.',
      'on-inconclusive: pass',
      '',
    );
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function thresholds(layers: readonly ReportLayer[], minAlpha: unknown): string[] {
  const groupOf = compilePatterns(GROUPS.map(({ pattern }) => pattern));
  const entries = GROUPS.flatMap(({ what, pattern }, index) => {
    const members = layers.filter(({ longname }) => groupOf(longname) === index);
    if (members.length === 0) return [];
    return [
      `  # ${what}: ${count(members.length, 'layer')}, ${range(members)} today`,
      `  - layers: ${quote(pattern)}`,
      `    min-alpha: ${minAlpha}`,
    ];
  });
  if (entries.length === 0) return [];
  return [
    '# The first entry that matches a layer counts. Raise or lower them group by group.',
    'thresholds:',
    ...entries,
    '',
  ];
}

function accepted(failing: readonly ReportLayer[]): string[] {
  if (failing.length === 0) return [];
  // A kernel whose matrices are rows of their own has one entry for all of them.
  const lowest = new Map<string, number>();
  for (const { longname, alpha } of failing)
    lowest.set(longname, Math.min(alpha!, lowest.get(longname) ?? Infinity));
  return [
    '# Below the threshold already. They warn, and fail when alpha falls further; the report says when one has recovered.',
    'accepted:',
    ...[...lowest].flatMap(([longname, alpha]) => [
      `  - layers: ${quote(literalPattern(longname))}`,
      `    alpha: ${Math.floor(alpha * 1000) / 1000}`,
    ]),
    '',
  ];
}

function range(layers: readonly ReportLayer[]): string {
  const alphas = layers.flatMap((layer) => fittedAlpha(layer) ?? []);
  if (alphas.length === 0) return 'no alpha';
  const [least, most] = [Math.min(...alphas).toFixed(2), Math.max(...alphas).toFixed(2)];
  return least === most ? `alpha ${least}` : `alpha ${least} to ${most}`;
}

/** A JSON string is a double-quoted scalar of YAML. */
function quote(text: string): string {
  return JSON.stringify(text);
}
