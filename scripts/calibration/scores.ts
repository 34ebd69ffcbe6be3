import { judge } from '../../src/verdict/judge.ts';
import type { Rule } from './rules.ts';
import { type Kind, OVER_TRAINED, SOUND, type Subject } from './subjects.ts';

/** What a rule says of a subject, and whether that is right. */
export interface Score {
  readonly subject: Subject;
  readonly colour: 'green' | 'red';
  /** Undefined for a subject that is not counted. */
  readonly isRight: boolean | undefined;
  readonly failingLayers: readonly string[];
}

/** How a rule fares with the subjects of one kind. */
export interface Tally {
  readonly right: number;
  readonly of: number;
  /** Ids of the subjects that it gets wrong. */
  readonly wrong: readonly string[];
}

export function scoreSubjects(rule: Rule, subjects: readonly Subject[]): Score[] {
  return subjects.map((subject) => {
    const { passed, layers } = judge(subject.layers, rule.settings);
    const colour = passed ? 'green' : 'red';
    return {
      subject,
      colour,
      isRight: subject.truth && subject.truth.expected === colour,
      failingLayers: layers.filter(({ verdict }) => verdict === 'fail').map(({ longname }) => longname),
    };
  });
}

export function tallyKinds(scores: readonly Score[], ...kinds: readonly Kind[]): Tally {
  const counted = scores.filter(({ subject }) => subject.truth && kinds.includes(subject.truth.kind));
  const wrong = counted.filter(({ isRight }) => !isRight).map(({ subject }) => subject.id);
  return { right: counted.length - wrong.length, of: counted.length, wrong };
}

/** Red where green is right. */
export function falseAlarms(scores: readonly Score[]): Tally {
  return tallyKinds(scores, ...SOUND);
}

/** Green where red is right. */
export function misses(scores: readonly Score[]): Tally {
  return tallyKinds(scores, ...OVER_TRAINED);
}

/** A rule with what it says of each subject. */
export interface ScoredRule {
  readonly rule: Rule;
  /** In the order of the subjects. */
  readonly scores: readonly Score[];
}

export function scoreRules(rules: readonly Rule[], subjects: readonly Subject[]): ScoredRule[] {
  return rules.map((rule) => ({ rule, scores: scoreSubjects(rule, subjects) }));
}

/** Whether a rule is at least as good as another both in false alarms and in misses, and better in one. */
export function dominates(one: ScoredRule, other: ScoredRule): boolean {
  const [alarms, otherAlarms] = [one, other].map(({ scores }) => falseAlarms(scores).wrong.length);
  const [missed, otherMissed] = [one, other].map(({ scores }) => misses(scores).wrong.length);
  return (
    alarms! <= otherAlarms! && missed! <= otherMissed! && (alarms! < otherAlarms! || missed! < otherMissed!)
  );
}
