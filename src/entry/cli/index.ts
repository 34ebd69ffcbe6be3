/** The command line. */

import { AlphagateError, ConfigError } from '../../errors.ts';
import { describeReference, type Outcome } from '../../pipeline.ts';
import { writeDocument } from '../../publish/files.ts';
import { type Description, renderDescriptions } from '../../report/description.ts';
import { plainText } from '../../report/escape.ts';
import type { ChosenTemplate } from '../../report/markdown.ts';
import { mergeShards } from '../../report/merge-shards.ts';
import { smoothingTable } from '../../report/smoothing.ts';
import { completeSettings } from '../../settings/resolve.ts';
import type { Settings } from '../../settings/schema.ts';
import { VERSION } from '../../version.ts';
import { type AnalyzeOptions, analyzeReferences, compareReferences, smoothReference } from '../analyze.ts';
import { EXIT, type ExitCode, worstExitCode } from '../exit-code.ts';
import { helpFor } from '../help-link.ts';
import { judgeReports, locateReports } from '../judge-reports.ts';
import { loadConfig } from '../load-config.ts';
import { loadTemplate } from '../load-template.ts';
import { locator, threadsOf } from '../local-ports.ts';
import { type Arguments, parseArguments } from './arguments.ts';
import type { CommandName } from './commands.ts';
import { runDemo } from './demo.ts';
import { helpText } from './help.ts';
import { runInit } from './init.ts';
import { ProgressBar } from './progress.ts';
import { runPublish } from './publish.ts';
import { render, renderComparison } from './render.ts';

const interruption = new AbortController();
process.once('SIGINT', () => interruption.abort());
process.once('SIGTERM', () => interruption.abort());
// A reader that has seen enough (`| head`) closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await main(process.argv.slice(2));

async function main(argv: readonly string[]): Promise<ExitCode> {
  try {
    const args = parseArguments(argv);
    if (args.version) return say(`${VERSION}\n`);
    if (args.help || args.command === undefined) return say(helpText(), args.help ? EXIT.pass : EXIT.usage);
    return await runCommand(args.command, args);
  } catch (error) {
    if (interruption.signal.aborted) {
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
    case 'init':
      await runInit(args.models[0]!, args.force, (models) => run(args, models));
      return EXIT.pass;
  }
}

async function analyze(args: Arguments): Promise<ExitCode> {
  const template = await loadTemplate((await settingsOf(args)).template);
  const code = await show(await run(args, args.models), args, template);
  const { shard } = args.settings;
  if (shard == null || (code !== EXIT.pass && code !== EXIT.gateFailed)) return code;
  if (!args.quiet)
    complain(`part ${shard.index} of ${shard.count} is not judged: alphagate merge judges them all`);
  return EXIT.pass;
}

async function merge(args: Arguments): Promise<ExitCode> {
  const settings = completeSettings(await loadConfig(args.config), args.settings);
  const template = await loadTemplate(settings.template);
  const parts = await locateReports(args.models, settings, interruption.signal);
  return show(await judgeReports(mergeShards(parts), settings, interruption.signal), args, template);
}

async function publish(args: Arguments): Promise<ExitCode> {
  const { delivery, comment } = await runPublish(args, interruption.signal);
  const code = await show(delivery.outcomes, args, delivery.template);
  const { status, url, reason, code: failure } = comment;
  if (failure !== undefined) complain(`${plainText(reason ?? '')} (${helpFor(failure)})`);
  else if (!args.quiet) complain(plainText(`comment ${[status, url, reason].filter(Boolean).join(', ')}`));
  return code;
}

/** Prints and writes what became of models. */
async function show(
  outcomes: readonly Outcome[],
  args: Arguments,
  template?: ChosenTemplate,
): Promise<ExitCode> {
  if (outcomes.some(({ kind }) => kind === 'report')) {
    process.stdout.write(await render(outcomes, args.format, process.stdout, args.verbose, template));
  }
  for (const { path, format } of args.outputs)
    await writeDocument(path, await render(outcomes, format, undefined, args.verbose, template));
  for (const outcome of outcomes) if (outcome.kind === 'error') complainOf(outcome.error, args.verbose);
  return worstExitCode(outcomes);
}

async function compare(args: Arguments): Promise<ExitCode> {
  const settings = await settingsOf(args);
  const [base, model] = args.models as [string, string];
  const comparison = await withProgress(args, (options) => compareReferences(base, model, settings, options));
  process.stdout.write(renderComparison(comparison, args.format));
  for (const { path, format } of args.outputs)
    await writeDocument(path, renderComparison(comparison, format));
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

async function describe(args: Arguments): Promise<ExitCode> {
  const settings = await settingsOf(args);
  const ports = { locate: locator(settings, interruption.signal), signal: interruption.signal };
  const descriptions: Description[] = [];
  for (const model of args.models) descriptions.push(...(await describeReference(model, settings, ports)));
  const json = () =>
    `${JSON.stringify(descriptions.length === 1 ? descriptions[0] : descriptions, null, 2)}\n`;
  return say(args.format === 'json' ? json() : renderDescriptions(descriptions, threadsOf(settings)));
}

async function run(args: Arguments, models: readonly string[]): Promise<Outcome[]> {
  const settings = await settingsOf(args);
  return withProgress(args, (options) =>
    analyzeReferences(models, settings, { ...options, curves: plotsAreWanted(args) }),
  );
}

function plotsAreWanted({ format, outputs }: Arguments): boolean {
  return [format, ...outputs.map((output) => output.format)].includes('html');
}

async function settingsOf(args: Arguments): Promise<Settings> {
  return completeSettings(await loadConfig(args.config), args.settings);
}

/** Runs what can be interrupted, with a bar on a terminal that shows how far it is. */
async function withProgress<Result>(
  { quiet }: Arguments,
  work: (options: AnalyzeOptions) => Promise<Result>,
): Promise<Result> {
  const bar = process.stderr.isTTY && !quiet ? new ProgressBar(process.stderr) : undefined;
  try {
    return await work({
      signal: interruption.signal,
      ...(bar !== undefined && { onProgress: (progress) => bar.update(progress) }),
    });
  } finally {
    bar?.clear();
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
