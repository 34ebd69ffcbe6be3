import Handlebars from 'handlebars/runtime.js';
import { markdownCode, markdownCodeCell, markdownText } from './escape.ts';
import type { Status } from './outcome.ts';

const ICONS: Readonly<Record<Status, string>> = {
  error: '💥',
  fail: '❌',
  inconclusive: '❓',
  warn: '⚠️',
  pass: '✅',
};

/** GitHub's kinds of alert. */
const ALERTS: Readonly<Record<Status, string>> = {
  error: 'CAUTION',
  fail: 'CAUTION',
  inconclusive: 'WARNING',
  warn: 'WARNING',
  pass: 'TIP',
};

/** What Markdown templates may call. Whatever comes from a model passes through one of the first four. */
export const TEMPLATE_HELPERS = {
  code: markdownCode,
  codes: (names: readonly string[]) => names.map(markdownCode).join(', '),
  cell: markdownCodeCell,
  text: (words: string | readonly string[]) =>
    markdownText(typeof words === 'string' ? words : words.join(' · ')),
  icon: (status: Status) => ICONS[status],
  alert: (status: Status) => ALERTS[status],
} as const;

/** A precompiled template of ours that writes Markdown. */
export function markdownTemplate(precompiled: unknown): (view: object) => string {
  const handlebars = Handlebars.create();
  handlebars.registerHelper(TEMPLATE_HELPERS);
  return handlebars.template(precompiled);
}
