import { ConfigError } from '../../errors.ts';
import { MAX_REPORT_BYTES, MAX_UNTRUSTED_REPORT_BYTES } from '../../limits.ts';
import type { Outcome } from '../../pipeline.ts';
import { mergeShards } from '../../report/merge-shards.ts';
import type { Report } from '../../report/report.ts';
import { takeOverNumbers } from '../../report/untrusted.ts';
import type { Settings } from '../../settings/schema.ts';
import { type AnalyzeOptions, analyzeReferences } from '../analyze.ts';
import type { Environment } from '../github/environment.ts';
import type { Subject } from '../github/subject.ts';
import { judgeReports, locateReports } from '../judge-reports.ts';
import type { ActionInputs } from './inputs.ts';

/** What ends a run, and who is told of what. */
export interface RunControl extends Pick<AnalyzeOptions, 'onCacheUse'> {
  readonly signal: AbortSignal;
}

/** Gets the numbers as the mode says, computed here or taken over, and has them judged. */
export async function judgedNumbers(
  { references, reports }: Pick<ActionInputs, 'references' | 'reports'>,
  settings: Settings,
  subject: Subject,
  env: Environment,
  control: RunControl,
): Promise<Outcome[]> {
  const { signal } = control;
  const options: AnalyzeOptions = { ...control, commit: subject.commit, curves: true };
  switch (settings.mode) {
    case 'check':
      return analyzeReferences(references, settings, options);
    case 'analyze':
      // What there is to compare with is the judge's business.
      return analyzeReferences(references, { ...settings, baseline: '' }, options);
    case 'merge': {
      // What another run has left is believed no further than what is published.
      const mostBytes = subject.source === undefined ? MAX_REPORT_BYTES : MAX_UNTRUSTED_REPORT_BYTES;
      const merged = mergeShards(await locateReports(reports, settings, signal, mostBytes));
      const taken =
        subject.source === undefined
          ? merged
          : merged.map((report) => takeOverNumbers(report, report.model.source, originOf(subject, env)));
      return judgeReports(taken, settings, signal);
    }
    case 'publish': {
      if (settings.reanalyze) return analyzeReferences(references, settings, options);
      const named = await locateReports(reports, settings, signal, MAX_UNTRUSTED_REPORT_BYTES);
      const taken = named.map(({ report, name }) => {
        requireCommit(report, name, subject);
        return takeOverNumbers(report, name, originOf(subject, env));
      });
      return judgeReports(taken, settings, signal);
    }
  }
}

/**
 * Where GitHub does not say which commit the numbers are of, the report's own word has at least to fit the pull
 * request, so that an old one is not published by mistake.
 *
 * @throws ConfigError `OTHER_COMMIT`.
 */
function requireCommit({ commit }: Report, name: string, { source, pull }: Subject): void {
  const head = pull.pull?.headSha;
  if (source !== undefined || commit === undefined || head === undefined || commit === head) return;
  throw new ConfigError({
    code: 'OTHER_COMMIT',
    subject: name,
    problem: `is of commit ${commit.slice(0, 7)}, and the pull request is at ${head.slice(0, 7)}`,
    cure: 'Publish the report of its newest commit',
  });
}

/** Who computed the numbers, by what GitHub says: a report's own word counts for nothing. */
function originOf({ source, pull, commit }: Subject, env: Environment) {
  const repository = source?.head_repository?.full_name ?? pull.pull?.headRepository;
  return {
    run:
      source === undefined
        ? 'a run that is not known'
        : `run ${source.id} of ${repository ?? 'a repository that is gone'}`,
    commit: source?.head_sha ?? pull.pull?.headSha ?? commit,
    trusted: repository !== undefined && repository === env['GITHUB_REPOSITORY'],
  };
}
