/** A comment as GitHub shows it: its Markdown, its colours, Mermaid for the charts. For pictures only. */

import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** The titles of GitHub's alerts, and their colours on light and on dark ground. */
const ALERTS = {
  NOTE: ['Note', '#0969da', '#4493f8'],
  TIP: ['Tip', '#1a7f37', '#3fb950'],
  IMPORTANT: ['Important', '#8250df', '#ab7df8'],
  WARNING: ['Warning', '#9a6700', '#d29922'],
  CAUTION: ['Caution', '#d1242f', '#f85149'],
} as const;

type AlertKind = keyof typeof ALERTS;

export function githubPage(markdown: string): string {
  const body = micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  })
    .replace(
      /<blockquote>\s*<p>\[!([A-Z]+)\]\s*/g,
      (_, kind: string) => `<blockquote class="alert ${kind}"><p class="title">${titleOf(kind)}</p><p>`,
    )
    .replace(
      /<pre><code class="language-mermaid">([\s\S]*?)<\/code><\/pre>/g,
      '<pre class="mermaid">$1</pre>',
    );
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}</style>
<article><header><b>github-actions</b> <span class="bot">bot</span> commented</header><main>${body}</main></article>`;
}

function titleOf(kind: string): string {
  return ALERTS[kind as AlertKind]?.[0] ?? kind;
}

const alertColours = (index: 1 | 2) =>
  Object.entries(ALERTS)
    .map(([kind, colours]) => `.${kind} { --alert: ${colours[index]}; }`)
    .join('\n');

/** GitHub's own measures and colours (primer/css), as far as a comment needs them. */
const STYLE = `
:root { color-scheme: light dark; --ground: #fff; --text: #1f2328; --muted: #59636e; --line: #d1d9e0; --soft: #f6f8fa; --code: #818b981f; }
${alertColours(1)}
@media (prefers-color-scheme: dark) {
  :root { --ground: #0d1117; --text: #f0f6fc; --muted: #9198a1; --line: #3d444d; --soft: #151b23; --code: #656c7633; }
  ${alertColours(2)}
}
body { margin: 0; padding: 16px; background: var(--ground); color: var(--text); font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; }
article { width: 780px; border: 1px solid var(--line); border-radius: 6px; }
header { padding: 8px 16px; background: var(--soft); border-bottom: 1px solid var(--line); border-radius: 6px 6px 0 0; color: var(--muted); }
header b { color: var(--text); }
.bot { border: 1px solid var(--line); border-radius: 2em; padding: 0 7px; font-size: 12px; }
main { padding: 16px; }
main > * { margin: 0 0 16px; }
h2, h3 { font-weight: 600; line-height: 1.25; margin-top: 24px; }
h2 { font-size: 21px; padding-bottom: .3em; border-bottom: 1px solid var(--line); }
h2:first-child { margin-top: 0; }
h3 { font-size: 17.5px; }
code { font: 85% ui-monospace, "DejaVu Sans Mono", monospace; background: var(--code); border-radius: 6px; padding: .2em .4em; white-space: break-spaces; }
table { display: block; width: max-content; max-width: 100%; overflow: auto; border-spacing: 0; border-collapse: collapse; }
th, td { padding: 6px 13px; border: 1px solid var(--line); }
tr:nth-child(2n) td { background: var(--soft); }
blockquote.alert { border-left: .25em solid var(--alert); padding: 8px 16px; }
blockquote.alert p { margin: 0; }
blockquote.alert .title { color: var(--alert); font-weight: 500; margin-bottom: 12px; }
pre.mermaid { margin: 0; text-align: center; }
details { display: block; }
details > *:not(summary) { margin-top: 16px; }
ul { padding-left: 2em; }
sub { font-size: 75%; vertical-align: baseline; line-height: 1.5; display: inline-block; }
a { color: #4493f8; }
`;
