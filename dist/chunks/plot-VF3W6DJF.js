import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  alphaByDepth,
  alphaHistogram,
  ifAny,
  plotParts
} from "./chunk-M23HOEGM.js";
import {
  PLOT_KINDS,
  kindOf,
  onlyOutcome
} from "./chunk-NUM7MGY6.js";
import {
  writeDocument
} from "./chunk-U4NYYKY2.js";
import {
  escapeXml
} from "./chunk-YT5I2F6Z.js";
import {
  matchBaseline
} from "./chunk-3P33FSHE.js";
import {
  boundsOf
} from "./chunk-Z2QRIJIB.js";
import {
  rowName
} from "./chunk-WA4HYSTF.js";
import "./chunk-F6C45J7V.js";
import {
  describeNames
} from "./chunk-ABIR6PBA.js";
import {
  fittedAlpha
} from "./chunk-QD66ABUT.js";
import {
  printableReference
} from "./chunk-XJUTMDZ7.js";
import "./chunk-CG7EU4JQ.js";
import "./chunk-MW4IX57J.js";
import "./chunk-ET7JD5AR.js";
import "./chunk-JXTWGQ7Y.js";
import {
  ConfigError
} from "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";

// src/report/plots/esd-plot.ts
var EIGENVALUE = "eigenvalue \u03BB";
function logBars({ from, to, counts }) {
  const step = (to - from) / counts.length;
  return barsOf(counts, (edge) => 10 ** (from + edge * step));
}
function linearBars({ to, counts }) {
  const step = to / counts.length;
  return barsOf(counts, (edge) => edge * step);
}
function barsOf(counts, edgeAt) {
  const total = totalOf(counts);
  return counts.map((count, index) => ({
    from: edgeAt(index),
    to: edgeAt(index + 1),
    height: count / total
  }));
}
function totalOf(counts) {
  return counts.reduce((sum, count) => sum + count, 0) || 1;
}
function extent(values) {
  return [Math.min(...values), Math.max(...values)];
}
function outline(bars) {
  return bars.flatMap(({ from, to, height }) => [
    [from, height],
    [to, height]
  ]);
}
function esdPlot({ title, description, scale, bars, other, marks }) {
  const all = [...bars, ...other];
  return {
    title,
    description,
    x: { label: EIGENVALUE, scale, domain: extent(all.flatMap(({ from, to }) => [from, to])) },
    y: {
      label: "share of eigenvalues",
      scale: "linear",
      domain: [0, Math.max(...all.map(({ height }) => height))]
    },
    marks: [{ kind: "bars", role: "data", bars: bars.filter(({ height }) => height > 0) }, ...marks]
  };
}

// src/report/plots/bulk-plots.ts
function bulkPlots({ curves, bulk_max, bulk_min, rand_bulk_max }) {
  const { log_bins, random_log_bins } = curves;
  return {
    ...bulk_max != null && bulk_min != null && bulk_max > bulk_min && bulk_min >= 0 && { "marchenko-pastur": marchenkoPastur(log_bins, bulk_min, bulk_max) },
    ...random_log_bins !== void 0 && {
      randomized: randomized(log_bins, random_log_bins, rand_bulk_max ?? void 0)
    }
  };
}
function marchenkoPastur(bins, bulkMin, bulkMax) {
  const bars = logBars(bins);
  const law = bars.map(({ from, to }) => ({ from, to, height: shareOfLaw(from, to, bulkMin, bulkMax) }));
  return esdPlot({
    title: "Marchenko-Pastur fit",
    description: `The spectrum and the law of Marchenko and Pastur with edges ${bulkMin.toPrecision(3)} and ${bulkMax.toPrecision(3)}, as shares of the eigenvalues in bins of their logarithm.`,
    scale: "log",
    bars,
    other: law,
    marks: [
      { kind: "line", role: "fit", points: outline(law), label: "Marchenko-Pastur" },
      { kind: "vertical", role: "bound", x: bulkMax, label: "MP edge" }
    ]
  });
}
function randomized(bins, random, edge) {
  const other = logBars(random);
  return esdPlot({
    title: "Randomised spectrum",
    description: `The spectrum, and that of the same weights in random order${edge === void 0 ? "" : `, whose bulk ends at ${edge.toPrecision(3)}`}, as shares of the eigenvalues in bins of their logarithm.`,
    scale: "log",
    bars: logBars(bins),
    other,
    marks: [
      { kind: "line", role: "random", points: outline(other), label: "in random order" },
      ...edge === void 0 ? [] : [{ kind: "vertical", role: "random", x: edge, label: "rand. edge" }]
    ]
  });
}
var STEPS = 16;
function shareOfLaw(from, to, bulkMin, bulkMax) {
  const [lower, upper] = [Math.max(from, bulkMin), Math.min(to, bulkMax)];
  if (!(lower < upper && lower > 0)) return 0;
  const [rootMin, rootMax] = [Math.sqrt(bulkMin), Math.sqrt(bulkMax)];
  const sigma = (rootMax + rootMin) / 2;
  const aspect = (rootMax - rootMin) / (rootMax + rootMin);
  const step = Math.log(upper / lower) / STEPS;
  let sum = 0;
  for (let index = 0; index < STEPS; index++) {
    const at = lower * Math.exp((index + 0.5) * step);
    sum += Math.sqrt((bulkMax - at) * (at - bulkMin));
  }
  return sum * step / (2 * Math.PI * (sigma * aspect) ** 2);
}

// src/report/plots/spectrum-plots.ts
function spectrumPlots(layer, before) {
  if (!hasCurves(layer)) return {};
  const baseline = before !== void 0 && hasCurves(before) ? before : void 0;
  const bulk = bulkPlots(layer);
  const esds = {
    "log-log": logLog(layer, baseline),
    "log-linear": logLinear(layer, baseline),
    linear: linear(layer, baseline)
  };
  if (fittedAlpha(layer) === null || layer.xmin === null || layer.curves.scan.xmin.length === 0)
    return { ...esds, ...bulk };
  return { ...esds, ...scans(layer, layer.xmin), ...bulk };
}
function hasCurves(layer) {
  return layer.curves !== void 0;
}
function logLog(layer, baseline) {
  const points = densityOf(layer);
  const others = baseline === void 0 ? [] : densityOf(baseline);
  const all = [...points, ...others];
  return {
    title: "Log-log ESD",
    description: `${describe(layer)} Probability density of the eigenvalues, both axes logarithmic.`,
    x: { label: EIGENVALUE, scale: "log", domain: extent(all.map(([x]) => x)) },
    y: { label: "density", scale: "log", domain: extent(all.map(([, y]) => y)) },
    marks: [
      ...ifAny({ kind: "points", role: "baseline", points: others, label: "baseline" }),
      { kind: "points", role: "data", points },
      ...fittedLine(layer, points),
      ...edges(layer)
    ]
  };
}
function fittedLine(layer, points) {
  const { xmin, num_pl_spikes, curves } = layer;
  const alpha = fittedAlpha(layer);
  if (alpha === null || xmin === null || num_pl_spikes === null) return [];
  const share = num_pl_spikes / totalOf(curves.log_bins.counts);
  const density = (x) => share * (alpha - 1) / xmin * (x / xmin) ** -alpha;
  const lowest = Math.min(...points.map(([, y]) => y));
  const end = Math.min(10 ** curves.log_bins.to, xmin * (density(xmin) / lowest) ** (1 / alpha));
  if (!(end > xmin)) return [];
  return [
    {
      kind: "line",
      role: "fit",
      points: [
        [xmin, density(xmin)],
        [end, density(end)]
      ],
      label: `\u03B1 = ${alpha.toFixed(2)}`
    }
  ];
}
function logLinear(layer, baseline) {
  const other = baseline === void 0 ? [] : logBars(baseline.curves.log_bins);
  return esdPlot({
    title: "Log-linear ESD",
    description: `${describe(layer)} Share of the eigenvalues in bins of their logarithm.`,
    scale: "log",
    bars: logBars(layer.curves.log_bins),
    other,
    marks: [...baselineOutline(other), ...edges(layer)]
  });
}
function linear(layer, baseline) {
  const other = baseline === void 0 ? [] : linearBars(baseline.curves.bins);
  return esdPlot({
    title: "Linear ESD",
    description: `${describe(layer)} Share of the eigenvalues in bins of equal width.`,
    scale: "linear",
    bars: linearBars(layer.curves.bins),
    other,
    marks: [...baselineOutline(other), ...edges(layer)]
  });
}
function baselineOutline(bars) {
  return ifAny({ kind: "line", role: "baseline", points: outline(bars), label: "baseline" });
}
function edges({ xmin, bulk_max, rand_bulk_max }) {
  return [
    { role: "xmin", x: xmin, label: "xmin" },
    { role: "bound", x: bulk_max, label: "MP edge" },
    { role: "random", x: rand_bulk_max, label: "rand. edge" }
  ].flatMap(
    ({ role, x, label }) => (
      // An eigenvalue is not negative: WeightWatcher writes −1 where there is none.
      x == null || x < 0 ? [] : [{ kind: "vertical", role, x, label }]
    )
  );
}
function scans(layer, xmin) {
  const { scan } = layer.curves;
  const x = { label: "xmin", scale: "log", domain: extent(scan.xmin) };
  const marks = (values, highest2 = Infinity) => [
    {
      kind: "line",
      role: "data",
      points: scan.xmin.flatMap(
        (at, index) => values[index] <= highest2 ? [[at, values[index]]] : []
      )
    },
    { kind: "vertical", role: "xmin", x: xmin, label: "chosen" }
  ];
  const highest = highestShown(scan.alpha, layer.alpha ?? 0);
  return {
    "ks-distance": {
      title: "KS distance over xmin",
      description: `${describe(layer)} The fit chosen is the one of the smallest distance.`,
      x,
      y: { label: "D", scale: "linear", domain: [0, Math.max(...scan.D)] },
      marks: marks(scan.D)
    },
    "alpha-over-xmin": {
      title: "Alpha over xmin",
      description: `${describe(layer)} A plateau around the chosen xmin makes alpha reliable.`,
      x,
      y: { label: "alpha", scale: "linear", domain: [1, highest] },
      marks: marks(scan.alpha, highest)
    }
  };
}
function highestShown(alphas, alpha) {
  const sorted = [...alphas].sort((a, b) => a - b);
  const most = sorted[Math.floor(sorted.length * 0.9)] ?? alpha;
  return Math.max(2, 1.1 * alpha, Math.min(most, 4 * alpha));
}
function describe(layer) {
  const { D, xmin, num_pl_spikes, num_evals } = layer;
  const alpha = fittedAlpha(layer);
  if (alpha === null || xmin === null || D === null) return `${num_evals} eigenvalues, no power law fitted.`;
  return `${num_evals} eigenvalues, of which ${num_pl_spikes} from xmin ${xmin.toPrecision(3)} on follow a power law of alpha ${alpha.toFixed(2)} at distance ${D.toFixed(3)}.`;
}
function densityOf({ curves }) {
  return logBars(curves.log_bins).flatMap(({ from, to, height }) => {
    if (height === 0) return [];
    const width = to > from ? to - from : from;
    return [[Math.sqrt(from * to), height / width]];
  });
}

// src/report/plots/single-plot.ts
function singlePlot(report, before, name, layerName) {
  const { spectrum } = kindOf(name);
  if (spectrum === void 0) {
    const draw = name === "alpha-depth" ? alphaByDepth : alphaHistogram;
    return draw(report.layers, boundsOf(report.settings));
  }
  const layer = report.layers.find((candidate) => rowName(candidate) === layerName);
  const counterpart = matchBaseline(report.layers, before?.layers ?? []).get(layerName);
  const plot = layer && spectrumPlots(layer, counterpart)[spectrum];
  if (plot !== void 0) return plot;
  throw new ConfigError({
    code: "NO_SUCH_PLOT",
    subject: `layer ${JSON.stringify(layerName)}`,
    problem: `has no plot of the kind ${name}: ${layer?.status ?? "it was not analysed"}`,
    cure: `Choose another layer, or another of ${Object.keys(PLOT_KINDS).join(", ")}`
  });
}

// src/report/plots/standalone-svg.ts
var STYLE = [
  'text{font-family:Helvetica,Arial,"Liberation Sans","DejaVu Sans",sans-serif;font-size:10px;fill:#333333;stroke:none}',
  ".title{font-size:12px;font-weight:bold;fill:#000000}",
  ".grid{stroke:#d9d9d9;stroke-width:0.5}",
  ".frame{fill:none;stroke:#333333}",
  ".data{color:#0b5cad}",
  ".baseline{color:#86660b}",
  ".fit{color:#b4231f}",
  ".xmin,.bound{color:#565e68}",
  ".random{color:#0f6f78}",
  ".pass{color:#17692f}",
  ".warn{color:#855300}",
  ".fail{color:#b4231f}",
  ".inconclusive{color:#6a3fa0}",
  ".points{fill:currentColor}",
  ".bars{fill:currentColor;fill-opacity:0.75}",
  ".line,.vertical,.horizontal{fill:none;stroke:currentColor;stroke-width:1.5}",
  ".line.fit{stroke-width:2.25}",
  ".vertical,.horizontal{stroke-dasharray:5 4}"
].join("");
function standaloneSvg(plot, widthMm) {
  const { width, height, label, content } = plotParts(plot);
  const heightMm = Math.round(widthMm * height * 1e3 / width) / 1e3;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${widthMm}mm" height="${heightMm}mm" role="img" aria-label="${escapeXml(label)}">`,
    `<style>${STYLE}</style>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    content,
    "</svg>",
    ""
  ].join("\n");
}

// src/entry/cli/plot.ts
async function runPlot(model, { kind, layer, widthMm, file }, wanted, ports) {
  const settings = settingsFor(wanted, kind, layer);
  const outcome = onlyOutcome(model, await ports.analyze(model, settings), "a plot shows one");
  if (outcome.kind === "error") {
    throw isWithoutLayers(outcome.error) && layer !== "" ? noSuchLayer(layer, model, await ports.describe(model, wanted)) : outcome.error;
  }
  const svg = standaloneSvg(singlePlot(outcome.report, outcome.before, kind, layer), widthMm);
  if (file === void 0) process.stdout.write(svg);
  else if (file.format === "svg") await writeDocument(file.path, svg);
  else
    await writeDocument(
      file.path,
      await (await import("./rasterize-KMM6KA7L.js")).rasterize(svg, widthMm)
    );
}
var SLICE = / \[\d+\]$/;
function settingsFor(settings, kind, layer) {
  const { spectrum, setting } = kindOf(kind);
  const isOne = spectrum !== void 0 && !settings.intra && !settings.stacked;
  return {
    ...settings,
    ...isOne && { layers: [settings.pool ? layer : layer.replace(SLICE, "")] },
    ...setting !== void 0 && { [setting]: true }
  };
}
function isWithoutLayers(error) {
  return error.code === "NO_LAYERS";
}
function noSuchLayer(layer, model, descriptions) {
  const names = descriptions.flatMap((description) => description.layers.map(({ longname }) => longname));
  return new ConfigError({
    code: "NO_SUCH_LAYER",
    subject: printableReference(model),
    problem: `has no layer ${JSON.stringify(layer)} that is analysed`,
    cure: names.length === 0 ? "Name another model" : `It has ${describeNames(layer, names)}`
  });
}
export {
  runPlot
};
