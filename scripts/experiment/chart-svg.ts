import { escapeXml } from '../../src/report/plots/escape-xml.ts';
import { drawPlot, type Plot } from '../../src/report/plots/plot.ts';

/** Plots in one picture, two beside each other. */
export interface Chart {
  /** What a reader who cannot see it is told. */
  readonly description: string;
  readonly plots: readonly Plot[];
}

const PLOT_SIZE = [410, 290] as const;

const COLUMNS = 2;

/**
 * Text and ground change together, so that the picture can be read on any page. From the largest batch to the smallest
 * the series go from cold to warm.
 */
const STYLE = `
:root { --ground: #ffffff; --text: #1b1f24; --muted: #565e68; --edge: #d5d9de; --baseline: #6b7280; --bound: #b4231f;
  --line-0: #1f3a93; --line-1: #2380c4; --line-2: #0f8a7e; --line-3: #7a8b00; --line-4: #c76a00; --line-5: #b5179e; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #0d1117; --text: #e6e9ed; --muted: #a5adb7; --edge: #39424c; --baseline: #9aa4b0; --bound: #ff8b80;
    --line-0: #8ea6ff; --line-1: #5cc4f5; --line-2: #4fd1b5; --line-3: #cddc5a; --line-4: #ffab5e; --line-5: #ff8ae8; } }
.ground { fill: var(--ground); }
text { font: 11px system-ui, sans-serif; fill: var(--muted); }
text.title { font-size: 13px; font-weight: 600; fill: var(--text); }
.grid { stroke: var(--edge); stroke-width: 0.5; }
.frame { fill: none; stroke: var(--muted); }
.line-0 { color: var(--line-0); } .line-1 { color: var(--line-1); } .line-2 { color: var(--line-2); }
.line-3 { color: var(--line-3); } .line-4 { color: var(--line-4); } .line-5 { color: var(--line-5); }
.baseline { color: var(--baseline); } .bound { color: var(--bound); }
.points circle { fill: currentColor; fill-opacity: 0.8; }
.points.baseline circle { fill: none; stroke: currentColor; stroke-width: 1.3; }
path.line, .key path { fill: none; stroke: currentColor; stroke-width: 1.3; }
.key.line path { stroke-width: 2.5; }
line.horizontal { stroke: currentColor; stroke-dasharray: 4 3; }
`;

/** The chart as an SVG file that brings its own colours, light and dark. */
export function drawChart({ description, plots }: Chart): string {
  const [plotWidth, plotHeight] = PLOT_SIZE;
  const columns = Math.min(COLUMNS, plots.length);
  const [width, height] = [columns * plotWidth, Math.ceil(plots.length / columns) * plotHeight];
  const placed = plots.map((plot, index) => {
    const [x, y] = [(index % columns) * plotWidth, Math.floor(index / columns) * plotHeight];
    return `<g transform="translate(${x},${y})">${drawPlot({ ...plot, size: PLOT_SIZE })}</g>`;
  });
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeXml(description)}">`,
    `<style>${STYLE}</style>`,
    `<rect class="ground" width="${width}" height="${height}"/>`,
    ...placed,
    '</svg>',
  ].join('\n')}\n`;
}
