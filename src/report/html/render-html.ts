import Handlebars from 'handlebars/runtime.js';
import { SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH } from '../../generated/page.ts';
import { page } from '../../generated/templates.ts';
import { VERDICTS } from '../../verdict/verdict.ts';
import { visible } from '../escape.ts';
import { historyTrend } from '../history/history-trend.ts';
import type { AnalyzedModel, ReportedOutcome } from '../outcome.ts';
import { boundsOf } from '../plots/alpha-axis.ts';
import { alphaByDepth, alphaHistogram } from '../plots/model-plots.ts';
import { drawPlot } from '../plots/plot.ts';
import type { Report } from '../report.ts';
import type { Trend } from '../trends/trend.ts';
import { buildView, type ModelView, reportsOf } from '../view-model.ts';
import { buildPageModel } from './build-page-data.ts';
import type { PageData } from './page-data.ts';
import { TrendSections } from './trend-sections.ts';

const template = Handlebars.create().template(page);

/**
 * The report as one page of HTML that needs nothing else: no network, no other file. Its policy lets nothing run but
 * its own script, and all that comes from a model is text.
 *
 * @param series how alpha has moved over the models, where they are the checkpoints of one training;
 * they then keep their order.
 */
export function renderHtml(outcomes: readonly ReportedOutcome[], series?: Trend): string {
  const { status, headline, version, models } = buildView(outcomes);
  const trends = new TrendSections();
  const seriesSection =
    series &&
    trends.add('Series of checkpoints', series, boundsOf(reportsOf(outcomes).at(-1)?.settings ?? {}), false);
  const ordered = series === undefined ? models : models.toSorted((a, b) => a.index - b.index);
  const sections = ordered.map((model, index) => sectionOf(model, index, outcomes[model.index]!, trends));
  const data: PageData = {
    models: ordered.map((model) => {
      const outcome = outcomes[model.index]!;
      return outcome.kind === 'report' ? buildPageModel(outcome) : null;
    }),
    trends: trends.data,
  };
  return template({
    policy: `default-src 'none'; script-src '${SCRIPT_HASH}'; style-src '${STYLE_HASH}'; img-src data:; base-uri 'none'; form-action 'none'`,
    style: STYLE,
    script: SCRIPT,
    data: scriptData(data),
    ...visible({ status, headline, version, series: seriesSection ?? null, models: sections }),
  });
}

function sectionOf(view: ModelView, index: number, outcome: ReportedOutcome, trends: TrendSections): object {
  const { name, status, worst, error, facts, seconds, skipped, skippedCount, changedSettings } = view;
  const { untrustedRun } = view;
  return {
    index,
    name,
    status,
    error,
    worst,
    untrustedRun,
    facts: [...facts, seconds].join(' · '),
    changedSettings,
    skippedCount,
    skipped: skipped.map(({ reason, names }) => ({ reason, names: names.join(', ') })),
    ...(outcome.kind === 'report' && {
      counts: countsOf(outcome.report),
      plots: plotsOf(outcome.report),
      history: historySection(outcome, trends),
    }),
  };
}

/** @returns null where there is no earlier run. */
function historySection({ report, history = [] }: AnalyzedModel, trends: TrendSections): object | null {
  if (history.length === 0) return null;
  const title = `Alpha over the last ${history.length + 1} runs`;
  return trends.add(title, historyTrend(report, history), boundsOf(report.settings), true);
}

function countsOf({ summary: { counts } }: Report): { word: string; count: number }[] {
  return (['layers', ...VERDICTS, 'skipped'] as const).map((word) => ({
    word,
    count: counts[word],
  }));
}

function plotsOf({ layers, settings }: Report): string[] {
  const bounds = boundsOf(settings);
  return [alphaByDepth(layers, bounds), alphaHistogram(layers, bounds)].map(drawPlot);
}

/** JSON that cannot end the element that holds it, nor begin a comment in it. */
function scriptData(data: PageData): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
