import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import { escapeXml } from './escape-xml.ts';

/** A plot, described; numbers are in the units of its axes. */
export interface Plot {
  readonly title: string;
  /** What a reader who cannot see it is told. */
  readonly description: string;
  readonly x: Axis;
  readonly y: Axis;
  /** The later ones lie over the earlier ones. */
  readonly marks: readonly Mark[];
  /** Width and height in pixels [360 by 260]. */
  readonly size?: readonly [width: number, height: number];
}

export interface Axis {
  readonly label: string;
  readonly scale: 'linear' | 'log';
  /** The smallest and the largest value shown; of a logarithmic axis above 0. */
  readonly domain: readonly [number, number];
  /** Whether its values are whole numbers, such as counts. */
  readonly whole?: boolean;
}

export type Point = readonly [x: number, y: number];

/** What is drawn. `kind` and `role` are also its classes, by which a style gives it its colours. */
export type Mark = { readonly role: Role; readonly label?: string } & (
  | { readonly kind: 'points' | 'line'; readonly points: readonly Point[] }
  | { readonly kind: 'bars'; readonly bars: readonly Bar[] }
  | { readonly kind: 'vertical'; readonly x: number }
  | { readonly kind: 'horizontal'; readonly y: number }
);

/** A mark unless it has no points: an empty one would have a name in the legend. */
export function ifAny(mark: Mark & { readonly points: readonly Point[] }): Mark[] {
  return mark.points.length === 0 ? [] : [mark];
}

export type Role =
  | 'data'
  | 'baseline'
  | 'fit'
  | 'xmin'
  | 'bound'
  | 'pass'
  | 'warn'
  | 'fail'
  | 'inconclusive'
  | 'random'
  /** One of several series of the same kind, in their order. */
  | `line-${number}`;

export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly height: number;
}

const MARGIN = { top: 42, right: 14, bottom: 40, left: 54 } as const;
const CHARACTER = 5.5;
const SWATCH = 18;
const LEGEND_GAP = 12;
/** Height of a further line of the legend. */
const LEGEND_LINE = 14;
const DOT = 2.2;
/** Of plots in which a point is a layer. */
const LARGE_DOT = 3;

type Scale = ScaleContinuousNumeric<number, number>;

/** The plot as an SVG element that takes its colours from the document around it. */
export function drawPlot(plot: Plot): string {
  const { width, height, label, content } = plotParts(plot);
  return `<svg xmlns="http://www.w3.org/2000/svg" class="plot" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeXml(label)}">${content}</svg>`;
}

/** What is inside a plot's SVG element, how large that is in pixels, and what it shows in words. */
export interface PlotParts {
  readonly width: number;
  readonly height: number;
  readonly label: string;
  readonly content: string;
}

export function plotParts(plot: Plot): PlotParts {
  const [width, wanted] = plot.size ?? [360, 260];
  const keys = legend(plot.marks, width - MARGIN.right);
  // A legend of several lines makes the plot higher, and leaves what is drawn as it is.
  const top = MARGIN.top + keys.furtherLines * LEGEND_LINE;
  const height = wanted + keys.furtherLines * LEGEND_LINE;
  const x = scaleOf(plot.x, [MARGIN.left, width - MARGIN.right]);
  const y = scaleOf(plot.y, [height - MARGIN.bottom, top]);
  const frame = { x, y, top, width, height };
  const content = [
    `<text class="title" x="${MARGIN.left}" y="16">${escapeXml(plot.title)}</text>`,
    ...axes(plot, frame),
    ...plot.marks.map((mark) => drawMark(mark, frame)),
    ...keys.drawn,
  ].join('');
  return { width, height, label: `${plot.title}. ${plot.description}`, content };
}

interface Frame {
  readonly x: Scale;
  readonly y: Scale;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A report may come from anybody: an axis without an end would have ticks without end. */
const SMALLEST = 1e-300;
const LARGEST = 1e300;

function scaleOf({ scale, domain }: Axis, range: [number, number]): Scale {
  const least = scale === 'log' ? SMALLEST : -LARGEST;
  const within = (value: number) => (Number.isNaN(value) ? 1 : Math.min(Math.max(value, least), LARGEST));
  const [from, to] = [within(domain[0]), within(domain[1])];
  // A domain of one value has no length: it gets some on both sides.
  if (scale === 'log') {
    const domain = from < to ? [from, to] : [from / 2, from * 2];
    return scaleLog(domain, range).clamp(true);
  }
  return scaleLinear(from < to ? [from, to] : [from - 1, from + 1], range).clamp(true);
}

function axes(plot: Plot, { x, y, top, width, height }: Frame): string[] {
  const bottom = height - MARGIN.bottom;
  const right = width - MARGIN.right;
  const ticksX = ticksOf(x, plot.x, Math.max(3, Math.floor(width / 70)));
  const ticksY = ticksOf(y, plot.y, 5);
  return [
    '<g class="axis">',
    ...ticksX.map(
      ({ at, text }) =>
        `<line class="grid" x1="${at}" x2="${at}" y1="${top}" y2="${bottom}"/><text x="${at}" y="${bottom + 14}" text-anchor="middle">${text}</text>`,
    ),
    ...ticksY.map(
      ({ at, text }) =>
        `<line class="grid" x1="${MARGIN.left}" x2="${right}" y1="${at}" y2="${at}"/><text x="${MARGIN.left - 5}" y="${px(at + 3.5)}" text-anchor="end">${text}</text>`,
    ),
    `<path class="frame" d="M${MARGIN.left},${top}V${bottom}H${right}"/>`,
    `<text class="label" x="${px((MARGIN.left + right) / 2)}" y="${height - 8}" text-anchor="middle">${escapeXml(plot.x.label)}</text>`,
    `<text class="label" transform="translate(12,${px((top + bottom) / 2)}) rotate(-90)" text-anchor="middle">${escapeXml(plot.y.label)}</text>`,
    '</g>',
  ];
}

function ticksOf(scale: Scale, { scale: kind, whole }: Axis, wanted: number): { at: number; text: string }[] {
  if (kind === 'linear') {
    const ticks = scale.ticks(wanted).filter((tick) => whole !== true || Number.isInteger(tick));
    return ticks.map((tick) => ({ at: px(scale(tick)), text: short(tick) }));
  }
  const powers = scale.ticks().filter((tick) => Number.isInteger(Math.round(Math.log10(tick) * 1e9) / 1e9));
  const sparse = powers.filter((_, index) => index % Math.ceil(powers.length / wanted) === 0);
  // Within one decade powers of ten are too few to read a position from.
  return (powers.length >= 2 ? sparse : thin(scale.ticks(), wanted)).map((tick) => ({
    at: px(scale(tick)),
    text: powers.length >= 2 ? power(tick) : short(tick),
  }));
}

function thin(ticks: readonly number[], wanted: number): number[] {
  return ticks.filter((_, index) => index % Math.ceil(ticks.length / wanted) === 0);
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function power(value: number): string {
  const exponent = Math.round(Math.log10(value));
  const digits = [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[Number(digit)]).join('');
  return `10${exponent < 0 ? '⁻' : ''}${digits}`;
}

function short(value: number): string {
  const size = Math.abs(value);
  return size !== 0 && (size >= 1e5 || size < 1e-3)
    ? value.toExponential().replace('e+', 'e')
    : String(Number(value.toPrecision(4)));
}

function drawMark(mark: Mark, { x, y, top, width, height }: Frame): string {
  const name = `class="${mark.kind} ${mark.role}"`;
  switch (mark.kind) {
    case 'points': {
      const radius = mark.role === 'data' || mark.role === 'baseline' ? DOT : LARGE_DOT;
      const dots = mark.points.map(([a, b]) => `<circle cx="${px(x(a))}" cy="${px(y(b))}" r="${radius}"/>`);
      return `<g ${name}>${dots.join('')}</g>`;
    }
    case 'line':
      return `<path ${name} d="${lineOf(mark.points, x, y)}"/>`;
    case 'bars':
      return `<g ${name}>${mark.bars.map((bar) => drawBar(bar, x, y)).join('')}</g>`;
    case 'vertical':
      return `<line ${name} x1="${px(x(mark.x))}" x2="${px(x(mark.x))}" y1="${top}" y2="${height - MARGIN.bottom}"/>`;
    case 'horizontal':
      return `<line ${name} x1="${MARGIN.left}" x2="${width - MARGIN.right}" y1="${px(y(mark.y))}" y2="${px(y(mark.y))}"/>`;
  }
}

function lineOf(points: readonly Point[], x: Scale, y: Scale): string {
  const path = line<Point>(
    ([a]) => px(x(a)),
    ([, b]) => px(y(b)),
  );
  return path([...points]) ?? '';
}

function drawBar({ from, to, height }: Bar, x: Scale, y: Scale): string {
  const [left, right, top, bottom] = [x(from), x(to), y(height), y.range()[0]!];
  return `<rect x="${px(left)}" y="${px(top)}" width="${px(Math.max(right - left, 0.5))}" height="${px(bottom - top)}"/>`;
}

/** Names of the marks that have one, between title and plot, in as many lines as they take. */
function legend(marks: readonly Mark[], end: number): { drawn: string[]; furtherLines: number } {
  let left: number = MARGIN.left;
  let furtherLines = 0;
  const drawn = marks.flatMap(({ kind, role, label }) => {
    if (label === undefined) return [];
    const length = SWATCH + label.length * CHARACTER;
    if (left > MARGIN.left && left + length > end) {
      left = MARGIN.left;
      furtherLines++;
    }
    const middle = 28 + furtherLines * LEGEND_LINE;
    const swatch =
      kind === 'points'
        ? `<circle cx="${left + 7}" cy="${middle}" r="3"/>`
        : kind === 'bars'
          ? `<rect x="${left + 2}" y="${middle - 4}" width="10" height="9"/>`
          : `<path d="M${left},${middle}h14"/>`;
    const key = `<g class="key ${kind} ${role}">${swatch}<text x="${left + SWATCH}" y="${middle + 4}">${escapeXml(label)}</text></g>`;
    left += length + LEGEND_GAP;
    return [key];
  });
  return { drawn, furtherLines };
}

/** A coordinate in hundredths of a pixel: more digits cannot be seen and take room. */
function px(value: number): number {
  return Math.round(value * 100) / 100;
}
