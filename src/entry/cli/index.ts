/** The command line. */

import type { WriteStream } from 'node:tty';
import { AlphagateError, ConfigError } from '../../errors.ts';
import { describeReference, type Outcome } from '../../pipeline.ts';
import { writeDocument } from '../../publish/files.ts';
import { type Description, renderDescriptions } from '../../report/description.ts';
import { plainText } from '../../report/escape.ts';
import { mergeShards } from '../../report/merge-shards.ts';
import { smoothingTable } from '../../report/smoothing.ts';
import { seriesOf } from '../../report/trends/series.ts';
import { completeSettings } from '../../settings/resolve.ts';
import { SETTINGS, type Settings } from '../../settings/schema.ts';
import { VERSION } from '../../version.ts';
import { type AnalyzeOptions, analyzeReferences, compareReferences, smoothReference } from '../analyze.ts';
import { type CacheUse, describeCacheUse } from '../cache/cache-use.ts';
import { endedBy, leaveSoon, startDeadline } from '../deadline.ts';
import { EXIT, type ExitCode, worstExitCode } from '../exit-code.ts';
import { helpFor } from '../help-link.ts';
import { judgeReports, locateReports } from '../judge-reports.ts';
import { loadConfig } from '../load-config.ts';
import { loadTemplate } from '../load-template.ts';
import { locator, threadsOf } from '../local-ports.ts';
import { type DocumentFormat, type Layout, render, renderComparison } from '../render.ts';
import { type Arguments, parseArguments } from './arguments.ts';
import type { CommandName } from './commands.ts';
import { runDemo } from './demo.ts';
import { helpText } from './help.ts';
import { showWithHistory } from './history.ts';
import { runInit } from './init.ts';
import { ProgressBar } from './progress.ts';
import { showPage } from './show-page.ts';

const interruption = new AbortController();
process.once('SIGINT', () => interruption.abort());
process.once('SIGTERM', () => interruption.abort());
// A reader that has seen enough (`| head`) closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await main(process.argv.slice(2));
if (interruption.signal.aborted) leaveSoon();

async function main(argv: readonly string[]): Promise<ExitCode> {
  try {
    const args = parseArguments(argv);
    if (args.version) return say(`${VERSION}\n`);
    if (args.help || args.command === undefined) return say(helpText(), args.help ? EXIT.pass : EXIT.usage);
    startDeadline(interruption, args.settings.timeoutMinutes ?? SETTINGS.timeoutMinutes.default);
    return await endedBy(interruption.signal, runCommand(args.command, args));
  } catch (error) {
    const { aborted, reason } = interruption.signal;
    if (aborted && !(reason instanceof AlphagateError)) {
      complain('interrupted');
      return EXIT.interrupted;
    }
    complainOf(error, argv.includes('--verbose') || argv.includes('-v'));
    return error instanceof ConfigError ? EXIT.usage : EXIT.unreadable;
  }
}

async function runCommand(command: CommandName, args: Arguments): Promise<ExitCode> {
  switch (command) {
    case 'analyze':
      return analyze(args);
    case 'compare':
      return compare(args);
    case 'smooth':
      return smooth(args);
    case 'describe':
      return describe(args);
    case 'merge':
      return merge(args);
    case 'publish':
      return publish(args);
    case 'demo':
      await runDemo((models) => run(args, models), args);
      return EXIT.pass;
    case 'plot':
      return plot(args);
    case 'init':
      await runInit(args.models[0]!, args.force, (models) => run(args, models));
      return EXIT.pass;
  }
}

async function analyze(args: Arguments): Promise<ExitCode> {
  const settings = await settingsOf(args);
  const template = await loadTemplate(settings.template);
  const outcomes = await runWith(settings, args, args.models);
  const { shard } = settings;
  if (args.series) {
    const series = seriesOf(outcomes);
    return show(series.outcomes, args, { series });
  }
  if (shard === null)
    return showWithHistory(outcomes, settings, interruption.signal, (known) =>
      show(known, args, { template }),
    );
  const code = await show(outcomes, args, { template });
  if (code !== EXIT.pass && code !== EXIT.gateFailed) return code;
  if (!args.quiet)
    complain(`part ${shard.index} of ${shard.count} is not judged: alphagate merge judges them all`);
  return EXIT.pass;
}

async function merge(args: Arguments): Promise<ExitCode> {
  const settings = completeSettings(await loadConfig(args.config), args.settings);
  const template = await loadTemplate(settings.template);
  const parts = await locateReports(args.models, settings, interruption.signal);
  const outcomes = await judgeReports(mergeShards(parts), settings, interruption.signal);
  return showWithHistory(outcomes, settings, interruption.signal, (known) => show(known, args, { template }));
}

async function publish(args: Arguments): Promise<ExitCode> {
  const { runPublish } = await import('./publish.ts');
  const { delivery, comment } = await runPublish(args, interruption.signal);
  const code = await show(delivery.outcomes, args, { template: delivery.template });
  const { status, url, reason, code: failure } = comment;
  if (failure !== undefined) complain(`${plainText(reason ?? '')} (${helpFor(failure)})`);
  else if (!args.quiet) complain(plainText(`comment ${[status, url, reason].filter(Boolean).join(', ')}`));
  return code;
}

/** Prints and writes what became of models. */
async function show(outcomes: readonly Outcome[], args: Arguments, layout: Layout = {}): Promise<ExitCode> {
  const document = (format: DocumentFormat, terminal?: WriteStream) =>
    render(outcomes, format, terminal, args.verbose, layout);
  if (outcomes.some(({ kind }) => kind === 'report'))
    process.stdout.write(await document(args.format, process.stdout));
  for (const { path, format } of args.outputs) await writeDocument(path, await document(format));
  if (args.open) {
    const page = args.outputs.find(({ format }) => format === 'html')?.path;
    await showPage(page, () => document('html'));
  }
  for (const outcome of outcomes) if (outcome.kind === 'error') complainOf(outcome.error, args.verbose);
  return worstExitCode(outcomes);
}

async function compare(args: Arguments): Promise<ExitCode> {
  const settings = await settingsOf(args);
  const [base, model] = args.models as [string, string];
  const comparison = await withProgress(args, (options) => compareReferences(base, model, settings, options));
  process.stdout.write(await renderComparison(comparison, args.format));
  for (const { path, format } of args.outputs)
    await writeDocument(path, await renderComparison(comparison, format));
  return comparison.summary.passed ? EXIT.pass : EXIT.gateFailed;
}

async function smooth(args: Arguments): Promise<ExitCode> {
  const [model] = args.models as [string];
  const settings = await settingsOf(args);
  const smoothing = await withProgress(args, (options) =>
    smoothReference(model, args.weights!, settings, options),
  );
  return say(args.format === 'json' ? `${JSON.stringify(smoothing, null, 2)}\n` : smoothingTable(smoothing));
}

async function plot(args: Arguments): Promise<ExitCode> {
  const settings = await settingsOf(args);
  const { runPlot } = await import('./plot.ts');
  await runPlot(args.models[0]!, args.plot!, settings, {
    analyze: (model, narrowed) =>
      withProgress(args, (options) => analyzeReferences([model], narrowed, { ...options, curves: true })),
    describe: (model, all) => describeModels([model], all),
  });
  return EXIT.pass;
}

async function describe(args: Arguments): Promise<ExitCode> {
  const settings = await settingsOf(args);
  const descriptions = await describeModels(args.models, settings);
  const json = () =>
    `${JSON.stringify(descriptions.length === 1 ? descriptions[0] : descriptions, null, 2)}\n`;
  return say(args.format === 'json' ? json() : renderDescriptions(descriptions, threadsOf(settings)));
}

async function describeModels(models: readonly string[], settings: Settings): Promise<Description[]> {
  const ports = { locate: locator(settings, interruption.signal), signal: interruption.signal };
  const descriptions: Description[] = [];
  for (const model of models) descriptions.push(...(await describeReference(model, settings, ports)));
  return descriptions;
}

async function run(args: Arguments, models: readonly string[]): Promise<Outcome[]> {
  return runWith(await settingsOf(args), args, models);
}

async function runWith(settings: Settings, args: Arguments, models: readonly string[]): Promise<Outcome[]> {
  return withProgress(args, (options) =>
    analyzeReferences(models, settings, { ...options, curves: plotsAreWanted(args) }),
  );
}

function plotsAreWanted({ format, outputs, open }: Arguments): boolean {
  return open || [format, ...outputs.map((output) => output.format)].includes('html');
}

async function settingsOf(args: Arguments): Promise<Settings> {
  return completeSettings(await loadConfig(args.config), args.settings);
}

/** Runs what can be interrupted, with a bar on a terminal that shows how far it is. */
async function withProgress<Result>(
  { quiet, verbose }: Arguments,
  work: (options: AnalyzeOptions) => Promise<Result>,
): Promise<Result> {
  const bar = process.stderr.isTTY && !quiet ? new ProgressBar(process.stderr) : undefined;
  let cacheUse: CacheUse | undefined;
  try {
    return await work({
      signal: interruption.signal,
      onCacheUse: (use) => {
        cacheUse = use;
      },
      ...(bar !== undefined && { onProgress: (progress) => bar.update(progress) }),
    });
  } finally {
    bar?.clear();
    if (cacheUse !== undefined && (verbose || cacheUse.failure !== undefined))
      complain(plainText(describeCacheUse(cacheUse)));
  }
}

function say(text: string, exitCode: ExitCode = EXIT.pass): ExitCode {
  process.stdout.write(text);
  return exitCode;
}

function complain(message: string): void {
  process.stderr.write(`alphagate: ${message}\n`);
}

/** One line for an error of ours; a bug keeps its stack, for whoever mends it. */
function complainOf(error: unknown, verbose: boolean): void {
  if (error instanceof AlphagateError) {
    complain(plainText(error.message));
    if (verbose && error.cause instanceof Error) complain(`caused by: ${plainText(error.cause.message)}`);
    if (verbose) complain(helpFor(error.code));
  } else {
    complain(
      `this is a bug in alphagate, please report it: ${error instanceof Error ? error.stack : String(error)}`,
    );
  }
}
