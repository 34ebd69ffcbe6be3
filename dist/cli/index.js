import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  PLOT_KINDS,
  kindOf,
  onlyOutcome
} from "../chunks/chunk-NUM7MGY6.js";
import {
  mergeShards
} from "../chunks/chunk-HOIAFHFO.js";
import {
  EXIT,
  exitCodeOf,
  worstExitCode
} from "../chunks/chunk-AYGXQNTL.js";
import {
  record,
  remember
} from "../chunks/chunk-ZCYJ6PCG.js";
import {
  writeDocument
} from "../chunks/chunk-U4NYYKY2.js";
import "../chunks/chunk-4ITS5HHA.js";
import {
  describeCacheUse
} from "../chunks/chunk-GXLWKDE5.js";
import {
  endedBy,
  leaveSoon,
  startDeadline
} from "../chunks/chunk-NFD3U5NA.js";
import {
  helpFor
} from "../chunks/chunk-CPWGSIY3.js";
import {
  DOCUMENT_FORMATS,
  render,
  renderComparison
} from "../chunks/chunk-UDF76EPD.js";
import "../chunks/chunk-4XHA2FX4.js";
import "../chunks/chunk-YT5I2F6Z.js";
import "../chunks/chunk-RA4HOYB2.js";
import {
  renderJson
} from "../chunks/chunk-IZLUWDFI.js";
import {
  loadTemplate
} from "../chunks/chunk-NYIOJVUR.js";
import {
  judgeReports,
  locateReports
} from "../chunks/chunk-DIIEAUAQ.js";
import {
  analyzeReferences,
  compareReferences,
  smoothReference
} from "../chunks/chunk-2MI6TJI6.js";
import {
  describeReference,
  renderDescriptions
} from "../chunks/chunk-F2HDQBH3.js";
import "../chunks/chunk-3P33FSHE.js";
import {
  locator,
  threadsOf
} from "../chunks/chunk-NUHIWQ25.js";
import "../chunks/chunk-WJ3RAWXL.js";
import {
  alignColumns,
  nameCell
} from "../chunks/chunk-WPHFRZYX.js";
import {
  compareNaturally,
  compilePatterns,
  literalPattern
} from "../chunks/chunk-H7ORSOLD.js";
import "../chunks/chunk-I46AYHW6.js";
import "../chunks/chunk-G4E7BUYX.js";
import "../chunks/chunk-RQ5MN7VV.js";
import "../chunks/chunk-NL772UJH.js";
import {
  buildTrend,
  foundIn
} from "../chunks/chunk-7Q3HDJ4U.js";
import "../chunks/chunk-Z2QRIJIB.js";
import {
  layerShape
} from "../chunks/chunk-2UK5UDTN.js";
import {
  digits
} from "../chunks/chunk-5EWVQSMP.js";
import {
  count
} from "../chunks/chunk-RI7JASEA.js";
import "../chunks/chunk-JUDLKW4K.js";
import "../chunks/chunk-NBCO2E7D.js";
import {
  rowName
} from "../chunks/chunk-WA4HYSTF.js";
import "../chunks/chunk-F6C45J7V.js";
import "../chunks/chunk-OWMJVC3D.js";
import "../chunks/chunk-UEJXIGCQ.js";
import "../chunks/chunk-ABIR6PBA.js";
import "../chunks/chunk-TUQPTYWI.js";
import "../chunks/chunk-CN75QAP5.js";
import {
  CONFIG_FILE_NAME,
  loadConfig
} from "../chunks/chunk-HHKVI2NH.js";
import {
  noReport
} from "../chunks/chunk-M5MCOTWB.js";
import {
  plainText
} from "../chunks/chunk-X3MXISDX.js";
import {
  VERSION
} from "../chunks/chunk-ACWPGXX5.js";
import "../chunks/chunk-RFOEC4WV.js";
import "../chunks/chunk-M257ZRI6.js";
import "../chunks/chunk-TCZKHMDB.js";
import "../chunks/chunk-NLMVWZFG.js";
import "../chunks/chunk-MU35MNOC.js";
import "../chunks/chunk-4MIY2QKT.js";
import {
  fittedAlpha
} from "../chunks/chunk-QD66ABUT.js";
import {
  SETTINGS,
  SETTING_NAMES,
  completeSettings,
  parseNumber,
  parseText,
  settingOf
} from "../chunks/chunk-CFYXJZWH.js";
import "../chunks/chunk-56UKHU64.js";
import {
  printableReference
} from "../chunks/chunk-XJUTMDZ7.js";
import "../chunks/chunk-CG7EU4JQ.js";
import "../chunks/chunk-MW4IX57J.js";
import "../chunks/chunk-ET7JD5AR.js";
import "../chunks/chunk-JXTWGQ7Y.js";
import {
  AlphagateError,
  ConfigError
} from "../chunks/chunk-LSZFXY6A.js";
import "../chunks/chunk-4MUT4G64.js";

// src/report/smoothing.ts
function smoothingTable({ model, output, method, layers }) {
  const rows = layers.map((layer) => {
    const { longname, M, kept, clipped, norm, new_norm, distance, remark } = layer;
    return [
      nameCell(longname),
      layerShape(layer),
      remark !== "" ? `as it was: ${remark}` : kept !== null ? `${kept} of ${M} kept` : `${clipped} clipped`,
      ...[norm, new_norm, distance].map(digits)
    ];
  });
  return `${[
    `${plainText(model)}, ${method}, written to ${plainText(output)}`,
    "",
    ...alignColumns([["layer", "N\xD7M", "singular values", "\u2016W\u2016", "then", "\u2016\u0394W\u2016"], ...rows], 3)
  ].join("\n")}
`;
}

// src/report/trends/checkpoint-steps.ts
var WORDS = [
  /step(s)?[^a-z0-9]?$/i,
  /iter(s|ations?)?[^a-z0-9]?$/i,
  /epochs?[^a-z0-9]?$/i
];
function checkpointSteps(names) {
  const numbered = names.map(numbersIn);
  const rules = [
    ...WORDS.map((word) => () => numbered.map((name) => lastAfter(word, name))),
    () => firstThatDiffers(numbered),
    () => numbered.map(({ numbers }) => numbers.at(-1))
  ];
  for (const rule of rules) {
    const steps = rule().filter((step) => step !== void 0 && Number.isSafeInteger(step));
    if (steps.length === names.length && new Set(steps).size === steps.length) return steps;
  }
  return void 0;
}
var SUFFIX = /\.[a-z][a-z0-9]*$/i;
function numbersIn(name) {
  const parts = name.replace(SUFFIX, "").split(/(\d+)/);
  return {
    texts: parts.filter((_, index) => index % 2 === 0),
    numbers: parts.filter((_, index) => index % 2 === 1).map(Number)
  };
}
function lastAfter(word, { texts, numbers }) {
  return numbers.findLast((_, index) => word.test(texts[index]));
}
function firstThatDiffers(names) {
  const [first, ...others] = names;
  const shape = (name) => JSON.stringify(name.texts);
  if (first === void 0 || others.some((other) => shape(other) !== shape(first))) return [];
  const differing = first.numbers.findIndex(
    (number, index) => others.some(({ numbers }) => numbers[index] !== number)
  );
  return names.map(({ numbers }) => numbers[differing]);
}

// src/report/trends/series.ts
var MOST_CURVES = 1e3;
function seriesOf(outcomes) {
  const names = outcomes.map(nameOf);
  const steps = checkpointSteps(names);
  const order = names.map((name, index) => ({ name, index, at: steps?.[index] ?? 0 })).sort((a, b) => a.at - b.at || compareNaturally(a.name, b.name)).map(({ index, name, at }, position) => ({
    name,
    at: steps === void 0 ? position + 1 : at,
    outcome: outcomes[index]
  }));
  const runs = order.flatMap(
    ({ outcome, at, name }) => outcome.kind === "report" ? [{ at, name, ...foundIn(outcome.report) }] : []
  );
  const thresholds2 = new Map(
    order.flatMap(
      ({ outcome }) => outcome.kind === "report" ? outcome.report.layers.map((layer) => [rowName(layer), layer.threshold]) : []
    )
  );
  return {
    outcomes: withoutManyCurves(order.map(({ outcome }) => outcome)),
    trend: buildTrend(steps === void 0 ? "checkpoint" : "step", runs, thresholds2)
  };
}
function nameOf(outcome) {
  return outcome.kind === "report" ? outcome.report.model.source : outcome.reference;
}
function withoutManyCurves(outcomes) {
  const total = outcomes.reduce(
    (sum, outcome) => sum + (outcome.kind === "report" ? outcome.report.layers.length : 0),
    0
  );
  if (total <= MOST_CURVES) return [...outcomes];
  const last = outcomes.findLastIndex(({ kind }) => kind === "report");
  return outcomes.map((outcome, index) => {
    if (outcome.kind !== "report" || index === last) return outcome;
    const layers = outcome.report.layers.map(({ curves: _, ...layer }) => layer);
    return { ...outcome, report: { ...outcome.report, layers } };
  });
}

// src/entry/cli/arguments.ts
import { parseArgs } from "node:util";

// src/entry/cli/commands.ts
var PLOT_WIDTH_MM = { least: 20, most: 500, default: 88 };
var COMMANDS = [
  { name: "analyze", synopsis: "analyze MODEL...", description: "analyse models, report, and gate on alpha" },
  {
    name: "describe",
    synopsis: "describe MODEL...",
    description: "list layers with their cost and memory, analysing nothing"
  },
  {
    name: "compare",
    synopsis: "compare BASE MODEL",
    description: "analyse both, and say how far each layer has moved; gates MODEL against BASE"
  },
  {
    name: "smooth",
    synopsis: "smooth MODEL -o OUT",
    description: "smooth or sharpen the layers, and write them to OUT.safetensors"
  },
  {
    name: "plot",
    synopsis: "plot MODEL --layer NAME --kind KIND",
    description: "draw one plot as SVG or PNG, for a paper"
  },
  {
    name: "init",
    synopsis: "init MODEL",
    description: "write .alphagate.yml from a model's state of today"
  },
  {
    name: "merge",
    synopsis: "merge REPORT.json...",
    description: "join the reports of shards into one, report, and gate"
  },
  {
    name: "publish",
    synopsis: "publish REPORT.json...",
    description: "gate reports that exist, and post them to their pull request on GitHub"
  },
  { name: "demo", synopsis: "demo", description: "analyse the two bundled networks, offline" }
];
var FORMATS_OF = {
  compare: ["table", "json", "markdown"],
  describe: ["table", "json"],
  smooth: ["table", "json"]
};
var COMMAND_OPTIONS = [
  {
    name: "config",
    placeholder: "FILE",
    description: "Read settings from FILE instead of .alphagate.yml."
  },
  {
    name: "format",
    placeholder: DOCUMENT_FORMATS.map(({ name }) => name).join("|"),
    description: "What to print on standard output [table]."
  },
  {
    name: "output",
    short: "o",
    placeholder: "PATH",
    repeatable: true,
    description: `Also write the report to PATH, in the format of its suffix (${DOCUMENT_FORMATS.map(({ suffix }) => suffix).join(" ")}). May be repeated.`
  },
  {
    name: "series",
    only: ["analyze"],
    description: "The models are checkpoints of one training: put them into the order of their steps, and show alpha over the steps."
  },
  {
    name: "open",
    only: ["analyze", "merge", "publish"],
    description: "Show the report as a page in the browser."
  },
  {
    name: "layer",
    only: ["plot"],
    placeholder: "NAME",
    description: "The layer to plot, by the name that reports give it."
  },
  {
    name: "kind",
    only: ["plot"],
    placeholder: Object.keys(PLOT_KINDS).join("|"),
    description: "What to plot [esd]."
  },
  {
    name: "width",
    only: ["plot"],
    placeholder: "MM",
    description: `How wide the plot is on paper, in millimetres, from ${PLOT_WIDTH_MM.least} to ${PLOT_WIDTH_MM.most} [${PLOT_WIDTH_MM.default}].`
  },
  { name: "force", description: "Let init replace a configuration." },
  { name: "quiet", short: "q", description: "Print no progress and no remarks." },
  {
    name: "verbose",
    short: "v",
    description: "Print passing layers, skipped tensors and, of errors, where they arose."
  },
  { name: "help", short: "h", description: "Print this." },
  { name: "version", description: "Print the version." }
];

// src/entry/cli/usage.ts
function usage(code, subject, problem, cure, cause) {
  return new ConfigError({ code, subject, problem, cure, cause });
}

// src/entry/cli/plot-arguments.ts
function plotArguments(values, paths) {
  if (values["format"] !== void 0)
    throw usage("UNKNOWN_FORMAT", "option --format", "plot draws SVG and PNG", "Name a file with --output");
  const kind = readKind(values["kind"] ?? "esd");
  const layer = values["layer"] ?? "";
  if (layer === "" && kindOf(kind).spectrum !== void 0)
    throw usage(
      "NO_SUCH_LAYER",
      "plot",
      `needs a layer to draw the plot ${kind} of`,
      "Name one with --layer; alphagate describe lists them"
    );
  return { kind, layer, widthMm: readWidth(values["width"]), file: fileOf(paths) };
}
function readKind(word) {
  if (Object.hasOwn(PLOT_KINDS, word)) return word;
  throw usage(
    "NO_SUCH_PLOT",
    "option --kind",
    `${JSON.stringify(word)} is not a plot`,
    `It must be one of ${Object.keys(PLOT_KINDS).join(", ")}`
  );
}
function readWidth(text) {
  const { least, most, default: usual } = PLOT_WIDTH_MM;
  const width = text === void 0 ? usual : parseNumber(text);
  if (width !== void 0 && width >= least && width <= most) return width;
  throw usage(
    "BAD_OPTION",
    "option --width",
    `${JSON.stringify(text)} is not a width`,
    `It must be a number of millimetres from ${least} to ${most}`
  );
}
function fileOf(paths) {
  const [path3] = paths;
  if (path3 === void 0) return void 0;
  const format = /\.(?<format>svg|png)$/i.exec(path3)?.groups?.["format"]?.toLowerCase();
  if (paths.length === 1 && (format === "svg" || format === "png")) return { path: path3, format };
  throw usage(
    "UNKNOWN_FORMAT",
    "option --output",
    `plot cannot write ${JSON.stringify(paths.join(", "))}`,
    "Name one file that ends in .svg or .png"
  );
}

// src/entry/cli/arguments.ts
function parseArguments(argv) {
  const { values, positionals } = tokenize(argv);
  const [word, ...models] = positionals;
  const help = values["help"] === true;
  const command = word === void 0 ? void 0 : commandOf(word);
  if (!help) checkModels(command, models);
  if (!help) checkOptions(command, values);
  const format = readFormat(values["format"] ?? "table");
  const paths = values["output"] ?? [];
  const isSmooth = command === "smooth" && !help;
  const weights = isSmooth ? weightsPath(paths) : void 0;
  const isPlot = command === "plot" && !help;
  const plot2 = isPlot ? plotArguments(values, paths) : void 0;
  const outputs = isSmooth || isPlot ? [] : paths.map((path3) => ({ path: path3, format: formatOfPath(path3) }));
  checkFormats(command, [format, ...outputs.map((output) => output.format)]);
  return {
    command,
    models,
    settings: readSettings(values),
    config: values["config"],
    format,
    outputs,
    plot: plot2,
    weights,
    series: values["series"] === true,
    open: values["open"] === true,
    force: values["force"] === true,
    quiet: values["quiet"] === true,
    verbose: values["verbose"] === true,
    help,
    version: values["version"] === true
  };
}
function checkOptions(command, values) {
  for (const { name, only } of COMMAND_OPTIONS) {
    if (only === void 0 || command === void 0 || values[name] === void 0) continue;
    if (only.includes(command)) continue;
    throw usage(
      "BAD_OPTION",
      `option --${name}`,
      `belongs to ${only.join(", ")}, not to ${command}`,
      "Leave it out"
    );
  }
}
function checkFormats(command, formats) {
  const known = command && FORMATS_OF[command];
  const unknown = known && formats.find((format) => !known.includes(format));
  if (unknown === void 0) return;
  throw usage(
    "UNKNOWN_FORMAT",
    unknown === formats[0] ? "option --format" : "option --output",
    `${command} has no ${unknown}`,
    `It must be one of ${known.join(", ")}`
  );
}
function checkModels(command, models) {
  if ((command === "merge" || command === "publish") && models.length === 0)
    throw noReport(command, "no report is named");
  if (command !== void 0 && command !== "demo" && models.length === 0) {
    throw usage(
      "NO_MODEL",
      command,
      "no model is named",
      "Name a file, a directory, a glob or s3://bucket/key"
    );
  }
  if (command === "compare" && models.length !== 2) {
    throw usage(
      "TWO_MODELS",
      command,
      `takes two models, not ${models.length}`,
      "Name the one to compare with, then the one to compare"
    );
  }
  if ((command === "init" || command === "smooth" || command === "plot") && models.length > 1) {
    throw usage(
      "ONE_MODEL",
      command,
      `takes one model, not ${models.length}`,
      command === "init" ? "Name the model that the gate begins with" : `Name the model to ${command}`
    );
  }
  if (command === "demo" && models.length > 0) {
    throw usage("DEMO_TAKES_NO_MODEL", command, "takes no model", `Try: alphagate analyze ${models[0]}`);
  }
}
function tokenize(argv) {
  const options = {};
  for (const { name, placeholder, repeatable, short } of COMMAND_OPTIONS) {
    options[name] = {
      type: placeholder === void 0 ? "boolean" : "string",
      ...repeatable && { multiple: true },
      ...short !== void 0 && { short }
    };
  }
  for (const name of SETTING_NAMES) {
    const { option, repeatable } = settingOf(name);
    if (option !== void 0) options[option] = { type: "string", multiple: repeatable === true };
  }
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (cause) {
    const problem = cause.message.split(/[.\n] ?/)[0];
    throw usage("BAD_OPTION", "command line", lowerFirst(problem), "See alphagate --help", cause);
  }
}
function commandOf(word) {
  const command = COMMANDS.find(({ name }) => name === word);
  if (command !== void 0) return command.name;
  const names = COMMANDS.map(({ name }) => name).join(", ");
  throw usage(
    "UNKNOWN_COMMAND",
    JSON.stringify(word),
    "is not a command",
    `Commands are ${names}; see alphagate --help`
  );
}
function readSettings(values) {
  const settings = {};
  for (const name of SETTING_NAMES) {
    const { option, repeatable } = settingOf(name);
    const value = option === void 0 ? void 0 : values[option];
    if (value === void 0) continue;
    const text = repeatable ? value.join("\n") : value;
    settings[name] = parseText(name, text, `option --${option}`);
  }
  return settings;
}
function readFormat(word) {
  const format = DOCUMENT_FORMATS.find(({ name }) => name === word);
  if (format !== void 0) return format.name;
  const names = DOCUMENT_FORMATS.map(({ name }) => name).join(", ");
  throw usage(
    "UNKNOWN_FORMAT",
    "option --format",
    `${JSON.stringify(word)} is not a format`,
    `It must be one of ${names}`
  );
}
function weightsPath(paths) {
  const [path3] = paths;
  if (path3 !== void 0 && paths.length === 1 && path3.toLowerCase().endsWith(".safetensors")) return path3;
  throw usage(
    "UNKNOWN_FORMAT",
    "option --output",
    path3 === void 0 ? "smooth has nowhere to write to" : `smooth cannot write ${JSON.stringify(paths.join(", "))}`,
    "Name one file that ends in .safetensors"
  );
}
function formatOfPath(path3) {
  const format = DOCUMENT_FORMATS.find(({ suffix }) => path3.toLowerCase().endsWith(suffix));
  if (format !== void 0) return format.name;
  const suffixes = DOCUMENT_FORMATS.map(({ suffix }) => suffix).join(", ");
  throw usage(
    "UNKNOWN_FORMAT",
    "option --output",
    `${JSON.stringify(path3)} has a suffix that no report has`,
    `It must end in ${suffixes}`
  );
}
function lowerFirst(text) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

// src/entry/cli/demo.ts
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

// src/entry/project-root.ts
var PROJECT_ROOT = new URL("../../", import.meta.url);

// src/entry/cli/demo.ts
var HEALTHY = "mlp3-healthy";
var OVERTRAINED = "mlp3-overtrained";
var REPORT_FILE = "alphagate-demo.md";
async function runDemo(analyze2, { format, verbose, outputs }) {
  const healthy = await readExample(HEALTHY);
  const overtrained = await readExample(OVERTRAINED);
  const outcomes = await analyze2(
    [healthy, overtrained].map(({ name }) => exampleFile(`${name}.safetensors`))
  );
  for (const outcome of outcomes) if (outcome.kind === "error") throw outcome.error;
  process.stdout.write(await render(outcomes, format, process.stdout, verbose));
  const documents = outputs.length > 0 ? outputs : [{ path: REPORT_FILE, format: "markdown" }];
  for (const document of documents) {
    await writeDocument(document.path, await render(outcomes, document.format, void 0, verbose));
  }
  if (format !== "table") return;
  const [healthyReport, overtrainedReport] = outcomes.map(
    (outcome) => outcome.report
  );
  const codes = outcomes.map((outcome, index) => `${[HEALTHY, OVERTRAINED][index]} ${exitCodeOf(outcome)}`).join(", ");
  process.stdout.write(
    `${explain(healthy, healthyReport, overtrained, overtrainedReport)}

Exit codes that analyze would return: ${codes}
Report written to ${documents.map(({ path: path3 }) => path3).join(", ")}
`
  );
}
function explain(healthy, healthyReport, overtrained, overtrainedReport) {
  const failing = overtrainedReport.layers.filter((layer) => layer.verdict === "fail");
  const sameLayer = (name) => healthyReport.layers.find((layer) => layer.name === name)?.alpha;
  const found = failing.map(({ name, N, M, alpha }) => {
    const before = sameLayer(name);
    const compared = before == null ? "" : ` (${before.toFixed(2)} in ${healthy.name})`;
    return `its layer ${name}, ${N}\xD7${M}, has alpha ${alpha?.toFixed(2)}${compared}`;
  }).join("; ");
  return `What was found
  Both are the same perceptron, trained on the same 5,000 images of handwritten digits. Only the batch size differs.
    ${describe(healthy)}
    ${describe(overtrained)}
  ${found === "" ? `No layer of ${overtrained.name} is below its threshold.` : `${overtrained.name} fails: ${found}.`}
  Its test accuracy is ${points(healthy.testAccuracy, overtrained.testAccuracy)} than ${healthy.name}'s, and the gate saw it without any data.
  Do not read too much into one pair: its training accuracy is ${points(healthy.trainAccuracy, overtrained.trainAccuracy)} too. It fits
  the images it has seen worse as well, so this is a training run that went wrong, not pure memorising.`;
}
function describe({ name, what, trainAccuracy, testAccuracy }) {
  const batchSize = /batch size \d+/.exec(what)?.[0] ?? what;
  return `${name}: ${batchSize}, right on ${percent(trainAccuracy)} of the training and ${percent(testAccuracy)} of the test images`;
}
function points(before, after) {
  const difference = 100 * (after - before);
  return `${Math.abs(difference).toFixed(1)} points ${difference < 0 ? "lower" : "higher"}`;
}
function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}
function exampleFile(fileName) {
  return fileURLToPath(new URL(`examples/demo/${fileName}`, PROJECT_ROOT));
}
async function readExample(name) {
  const path3 = exampleFile(`${name}.json`);
  try {
    const meta = JSON.parse(await readFile(path3, "utf8"));
    return { name, what: meta.what, trainAccuracy: meta.train_accuracy, testAccuracy: meta.test_accuracy };
  } catch (cause) {
    throw new AlphagateError({
      code: "DEMO_INCOMPLETE",
      subject: path3,
      problem: "the bundled example cannot be read",
      cure: "Clone the repository again: examples/demo belongs to it",
      cause
    });
  }
}

// src/entry/cli/help.ts
var COLUMN = 30;
var WIDTH = 100;
function helpText() {
  const settings = SETTING_NAMES.map(settingOf).filter(({ option }) => option !== void 0);
  return `alphagate: fails when a layer of a trained model has an alpha below a threshold

Usage
  alphagate analyze MODEL...    exit 0 pass, 1 gate failed, 2 usage, 3 a model could not be read
  alphagate analyze CHECKPOINT... --series
  alphagate describe MODEL...
  alphagate compare BASE MODEL
  alphagate smooth MODEL -o OUT.safetensors
  alphagate plot MODEL --layer NAME --kind KIND -o FILE.svg
  alphagate init MODEL
  alphagate merge REPORT.json...
  alphagate publish REPORT.json...    with GITHUB_TOKEN and GITHUB_REPOSITORY in the environment
  alphagate demo

MODEL is a file, a directory, a glob, s3://bucket/key-or-prefix[?versionId=ID], https://host/path,
artifact://NAME[/PATH][?run-id=ID | ?commit=SHA], or hf://ORGANISATION/NAME[@REVISION][/PATH].

Commands
${COMMANDS.map(({ synopsis, description }) => entry(synopsis, description)).join("\n")}

Options
${COMMAND_OPTIONS.map((option) => entry(left(option), option.description)).join("\n")}

Settings (each also a key of .alphagate.yml; an option wins over the file)
${settings.map((setting) => entry(left({ name: setting.option, ...setting }), `${setting.description.replaceAll("`", "")} ${fallback(setting.default)}`)).join("\n")}
`;
}
function left({ name, short, placeholder }) {
  const value = placeholder === void 0 ? "" : ` ${placeholder}`;
  return `${short === void 0 ? "" : `-${short}, `}--${name}${value}`;
}
function fallback(value) {
  return value === "" || value === null || Array.isArray(value) && value.length === 0 ? "" : `[${value}]`;
}
function entry(word, meaning) {
  const lines = [];
  let line = "";
  for (const piece of meaning.trim().split(" ")) {
    if (line !== "" && COLUMN + line.length + piece.length + 1 > WIDTH) {
      lines.push(line);
      line = piece;
    } else {
      line = line === "" ? piece : `${line} ${piece}`;
    }
  }
  lines.push(line);
  const indent = " ".repeat(COLUMN);
  const head = `  ${word}`;
  const first = head.length < COLUMN ? [head.padEnd(COLUMN) + lines.shift()] : [head];
  return [...first, ...lines.map((text) => indent + text)].join("\n");
}

// src/entry/cli/history.ts
async function showWithHistory(outcomes, settings, signal, show2) {
  const { outcomes: known, history, failure } = await remember(outcomes, settings, signal);
  const result = await show2(known);
  const mayWrite = history !== void 0 && settings.historyWrite !== "never";
  const facts = { time: /* @__PURE__ */ new Date(), commit: commitOf(process.env) };
  const problem = failure ?? (mayWrite ? await record(known, facts, settings, signal) : void 0);
  if (problem !== void 0) {
    const text = `the history is not kept: ${problem.reason} (${helpFor(problem.code)})`;
    process.stderr.write(`alphagate: ${plainText(text)}
`);
  }
  return result;
}
function commitOf(env) {
  const commit = env["GITHUB_SHA"] || env["CI_COMMIT_SHA"];
  return commit !== void 0 && /^[0-9a-f]{7,64}$/i.test(commit) ? commit : void 0;
}

// src/entry/cli/init.ts
import { access } from "node:fs/promises";

// src/report/starter-config.ts
var GROUPS = [
  { what: "embeddings", pattern: "*{embed,Embed,wte,wpe}*" },
  { what: "attention", pattern: "*{attn,attention,Attention,query,key,value,q_proj,k_proj,v_proj,o_proj}*" },
  { what: "convolutions", pattern: "*{conv,Conv}*" },
  { what: "head", pattern: "*{head,classifier,logits,pooler}*" },
  { what: "MLP", pattern: "*{mlp,ffn,fc,feed_forward,intermediate,dense,linear}*" }
];
var MAX_ALPHA_DROP = 0.4;
var RECOMMENDED_CONFIDENCE = 1;
function starterConfig({ model, layers, summary, settings }, baselineFile) {
  const failing = layers.filter(({ verdict, alpha }) => verdict === "fail" && alpha !== null);
  const lines = [
    `# Alphagate's configuration, begun from ${plainText(model.source)} (${model.identity}).`,
    "# A layer whose alpha is below min-alpha fails the check; one above max-alpha warns.",
    `min-alpha: ${settings["min-alpha"]}`,
    `max-alpha: ${settings["max-alpha"]}`,
    "",
    "# Alpha is an estimate: a layer below its threshold by less than this many standard errors warns. In the calibration",
    "# (docs/calibration.md) 1 removes a third of the false alarms and misses nothing more; 0 is the strict rule.",
    `confidence: ${settings["confidence"] || RECOMMENDED_CONFIDENCE}`,
    "",
    "# A layer that loses more than this against the baseline fails, wherever its alpha lies. After a retraining that",
    "# you are content with, write the baseline anew: alphagate analyze MODEL --output FILE.",
    `baseline: ${quote(baselineFile)}`,
    `max-alpha-drop: ${MAX_ALPHA_DROP}`,
    "",
    ...thresholds(layers, settings["min-alpha"]),
    ...accepted(failing)
  ];
  if (summary.verdict === "inconclusive") {
    lines.push(
      "# No layer of this model can be judged today; without this line the check would be red.",
      "on-inconclusive: pass",
      ""
    );
  }
  return `${lines.join("\n").trimEnd()}
`;
}
function thresholds(layers, minAlpha) {
  const groupOf = compilePatterns(GROUPS.map(({ pattern }) => pattern));
  const entries = GROUPS.flatMap(({ what, pattern }, index) => {
    const members = layers.filter(({ longname }) => groupOf(longname) === index);
    if (members.length === 0) return [];
    return [
      `  # ${what}: ${count(members.length, "layer")}, ${range(members)} today`,
      `  - layers: ${quote(pattern)}`,
      `    min-alpha: ${minAlpha}`
    ];
  });
  if (entries.length === 0) return [];
  return [
    "# The first entry that matches a layer counts. Raise or lower them group by group.",
    "thresholds:",
    ...entries,
    ""
  ];
}
function accepted(failing) {
  if (failing.length === 0) return [];
  const lowest = /* @__PURE__ */ new Map();
  for (const { longname, alpha } of failing)
    lowest.set(longname, Math.min(alpha, lowest.get(longname) ?? Infinity));
  return [
    "# Below the threshold already. They warn, and fail when alpha falls further; the report says when one has recovered.",
    "accepted:",
    ...[...lowest].flatMap(([longname, alpha]) => [
      `  - layers: ${quote(literalPattern(longname))}`,
      `    alpha: ${Math.floor(alpha * 1e3) / 1e3}`
    ]),
    ""
  ];
}
function range(layers) {
  const alphas = layers.flatMap((layer) => fittedAlpha(layer) ?? []);
  if (alphas.length === 0) return "no alpha";
  const [least, most] = [Math.min(...alphas).toFixed(2), Math.max(...alphas).toFixed(2)];
  return least === most ? `alpha ${least}` : `alpha ${least} to ${most}`;
}
function quote(text) {
  return JSON.stringify(text);
}

// src/entry/cli/init.ts
var BASELINE_FILE = ".alphagate-baseline.json";
async function runInit(model, force, analyze2) {
  if (!force && await exists(CONFIG_FILE_NAME)) {
    throw new ConfigError({
      code: "CONFIG_EXISTS",
      subject: CONFIG_FILE_NAME,
      problem: "is there already",
      cure: "Delete it, or give --force to write it anew"
    });
  }
  const outcome = onlyOutcome(model, await analyze2([model]), "a configuration begins with one");
  if (outcome.kind === "error") throw outcome.error;
  await writeDocument(BASELINE_FILE, renderJson([outcome.report]));
  await writeDocument(CONFIG_FILE_NAME, starterConfig(outcome.report, BASELINE_FILE));
  const failing = outcome.report.layers.filter(({ verdict }) => verdict === "fail");
  const accepted2 = failing.filter(({ alpha }) => alpha !== null).length;
  const broken = failing.length - accepted2;
  process.stdout.write(`Wrote ${CONFIG_FILE_NAME} and ${BASELINE_FILE}: ${outcome.report.layers.length} layers, ${accepted2} of them accepted below the threshold.
${broken > 0 ? `${broken} with weights that are not finite will fail: no configuration accepts them.
` : ""}
Commit both, and add this step to a workflow that runs on pull_request:

      - uses: alphagate/alphagate@v0
        with:
          model: ${JSON.stringify(plainText(printableReference(model)))}

and these permissions to its job:

    permissions:
      contents: read
      pull-requests: write
`);
}
async function exists(file) {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}

// src/entry/cli/progress.ts
var BAR_CELLS = 24;
var ProgressBar = class {
  #terminal;
  #shown = "";
  constructor(terminal) {
    this.#terminal = terminal;
  }
  update({ layersDone, layers, share }) {
    const filled = Math.round(share * BAR_CELLS);
    const bar = "\u2588".repeat(filled) + "\u2591".repeat(BAR_CELLS - filled);
    const line = `${bar} ${layersDone} of ${layers} layers`;
    if (line === this.#shown) return;
    this.#terminal.cursorTo(0);
    this.#terminal.write(line);
    this.#terminal.clearLine(1);
    this.#shown = line;
  }
  /** Leaves an empty line for what is printed next. */
  clear() {
    if (this.#shown === "") return;
    this.#terminal.cursorTo(0);
    this.#terminal.clearLine(0);
    this.#shown = "";
  }
};

// src/entry/cli/show-page.ts
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path2 from "node:path";

// src/publish/open-in-browser.ts
import { spawn } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
var OPENERS = {
  darwin: ["open"],
  win32: ["rundll32.exe", "url.dll,FileProtocolHandler"]
};
var OPENER_OF_OTHERS = ["xdg-open"];
async function openInBrowser(file, env, platform = process.platform) {
  if (env["CI"]) return "there is nobody to show it to on CI";
  const isOther = OPENERS[platform] === void 0;
  if (isOther && !env["DISPLAY"] && !env["WAYLAND_DISPLAY"]) return "there is no display";
  const [program, ...options] = OPENERS[platform] ?? OPENER_OF_OTHERS;
  const child = spawn(program, [...options, addressOf(file)], {
    detached: true,
    env,
    stdio: "ignore"
  });
  return new Promise((resolve) => {
    child.once(
      "error",
      (error) => resolve(error.code === "ENOENT" ? `there is no ${program}` : error.message)
    );
    child.once("spawn", () => {
      child.unref();
      resolve(void 0);
    });
  });
}
function addressOf(file) {
  return pathToFileURL(path.resolve(file)).href.replace(
    /[^A-Za-z0-9:/_.~%-]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  );
}

// src/entry/cli/show-page.ts
async function showPage(written, render2) {
  const file = written ?? path2.join(await mkdtemp(path2.join(tmpdir(), "alphagate-")), "report.html");
  if (written === void 0) await writeDocument(file, await render2());
  const reason = await openInBrowser(file, process.env);
  const where = `the report is in ${file}`;
  process.stderr.write(
    `alphagate: ${plainText(reason === void 0 ? where : `not opened: ${reason}; ${where}`)}
`
  );
}

// src/entry/cli/index.ts
var interruption = new AbortController();
process.once("SIGINT", () => interruption.abort());
process.once("SIGTERM", () => interruption.abort());
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
});
process.exitCode = await main(process.argv.slice(2));
if (interruption.signal.aborted) leaveSoon();
async function main(argv) {
  try {
    const args = parseArguments(argv);
    if (args.version) return say(`${VERSION}
`);
    if (args.help || args.command === void 0) return say(helpText(), args.help ? EXIT.pass : EXIT.usage);
    startDeadline(interruption, args.settings.timeoutMinutes ?? SETTINGS.timeoutMinutes.default);
    return await endedBy(interruption.signal, runCommand(args.command, args));
  } catch (error) {
    const { aborted, reason } = interruption.signal;
    if (aborted && !(reason instanceof AlphagateError)) {
      complain("interrupted");
      return EXIT.interrupted;
    }
    complainOf(error, argv.includes("--verbose") || argv.includes("-v"));
    return error instanceof ConfigError ? EXIT.usage : EXIT.unreadable;
  }
}
async function runCommand(command, args) {
  switch (command) {
    case "analyze":
      return analyze(args);
    case "compare":
      return compare(args);
    case "smooth":
      return smooth(args);
    case "describe":
      return describe2(args);
    case "merge":
      return merge(args);
    case "publish":
      return publish(args);
    case "demo":
      await runDemo((models) => run(args, models), args);
      return EXIT.pass;
    case "plot":
      return plot(args);
    case "init":
      await runInit(args.models[0], args.force, (models) => run(args, models));
      return EXIT.pass;
  }
}
async function analyze(args) {
  const settings = await settingsOf(args);
  const template = await loadTemplate(settings.template);
  const outcomes = await runWith(settings, args, args.models);
  const { shard } = settings;
  if (args.series) {
    const series = seriesOf(outcomes);
    return show(series.outcomes, args, { series });
  }
  if (shard === null)
    return showWithHistory(
      outcomes,
      settings,
      interruption.signal,
      (known) => show(known, args, { template })
    );
  const code = await show(outcomes, args, { template });
  if (code !== EXIT.pass && code !== EXIT.gateFailed) return code;
  if (!args.quiet)
    complain(`part ${shard.index} of ${shard.count} is not judged: alphagate merge judges them all`);
  return EXIT.pass;
}
async function merge(args) {
  const settings = completeSettings(await loadConfig(args.config), args.settings);
  const template = await loadTemplate(settings.template);
  const parts = await locateReports(args.models, settings, interruption.signal);
  const outcomes = await judgeReports(mergeShards(parts), settings, interruption.signal);
  return showWithHistory(outcomes, settings, interruption.signal, (known) => show(known, args, { template }));
}
async function publish(args) {
  const { runPublish } = await import("../chunks/publish-KLONFDNE.js");
  const { delivery, comment } = await runPublish(args, interruption.signal);
  const code = await show(delivery.outcomes, args, { template: delivery.template });
  const { status, url, reason, code: failure } = comment;
  if (failure !== void 0) complain(`${plainText(reason ?? "")} (${helpFor(failure)})`);
  else if (!args.quiet) complain(plainText(`comment ${[status, url, reason].filter(Boolean).join(", ")}`));
  return code;
}
async function show(outcomes, args, layout = {}) {
  const document = (format, terminal) => render(outcomes, format, terminal, args.verbose, layout);
  if (outcomes.some(({ kind }) => kind === "report"))
    process.stdout.write(await document(args.format, process.stdout));
  for (const { path: path3, format } of args.outputs) await writeDocument(path3, await document(format));
  if (args.open) {
    const page = args.outputs.find(({ format }) => format === "html")?.path;
    await showPage(page, () => document("html"));
  }
  for (const outcome of outcomes) if (outcome.kind === "error") complainOf(outcome.error, args.verbose);
  return worstExitCode(outcomes);
}
async function compare(args) {
  const settings = await settingsOf(args);
  const [base, model] = args.models;
  const comparison = await withProgress(args, (options) => compareReferences(base, model, settings, options));
  process.stdout.write(await renderComparison(comparison, args.format));
  for (const { path: path3, format } of args.outputs)
    await writeDocument(path3, await renderComparison(comparison, format));
  return comparison.summary.passed ? EXIT.pass : EXIT.gateFailed;
}
async function smooth(args) {
  const [model] = args.models;
  const settings = await settingsOf(args);
  const smoothing = await withProgress(
    args,
    (options) => smoothReference(model, args.weights, settings, options)
  );
  return say(args.format === "json" ? `${JSON.stringify(smoothing, null, 2)}
` : smoothingTable(smoothing));
}
async function plot(args) {
  const settings = await settingsOf(args);
  const { runPlot } = await import("../chunks/plot-VF3W6DJF.js");
  await runPlot(args.models[0], args.plot, settings, {
    analyze: (model, narrowed) => withProgress(args, (options) => analyzeReferences([model], narrowed, { ...options, curves: true })),
    describe: (model, all) => describeModels([model], all)
  });
  return EXIT.pass;
}
async function describe2(args) {
  const settings = await settingsOf(args);
  const descriptions = await describeModels(args.models, settings);
  const json = () => `${JSON.stringify(descriptions.length === 1 ? descriptions[0] : descriptions, null, 2)}
`;
  return say(args.format === "json" ? json() : renderDescriptions(descriptions, threadsOf(settings)));
}
async function describeModels(models, settings) {
  const ports = { locate: locator(settings, interruption.signal), signal: interruption.signal };
  const descriptions = [];
  for (const model of models) descriptions.push(...await describeReference(model, settings, ports));
  return descriptions;
}
async function run(args, models) {
  return runWith(await settingsOf(args), args, models);
}
async function runWith(settings, args, models) {
  return withProgress(
    args,
    (options) => analyzeReferences(models, settings, { ...options, curves: plotsAreWanted(args) })
  );
}
function plotsAreWanted({ format, outputs, open }) {
  return open || [format, ...outputs.map((output) => output.format)].includes("html");
}
async function settingsOf(args) {
  return completeSettings(await loadConfig(args.config), args.settings);
}
async function withProgress({ quiet, verbose }, work) {
  const bar = process.stderr.isTTY && !quiet ? new ProgressBar(process.stderr) : void 0;
  let cacheUse;
  try {
    return await work({
      signal: interruption.signal,
      onCacheUse: (use) => {
        cacheUse = use;
      },
      ...bar !== void 0 && { onProgress: (progress) => bar.update(progress) }
    });
  } finally {
    bar?.clear();
    if (cacheUse !== void 0 && (verbose || cacheUse.failure !== void 0))
      complain(plainText(describeCacheUse(cacheUse)));
  }
}
function say(text, exitCode = EXIT.pass) {
  process.stdout.write(text);
  return exitCode;
}
function complain(message) {
  process.stderr.write(`alphagate: ${message}
`);
}
function complainOf(error, verbose) {
  if (error instanceof AlphagateError) {
    complain(plainText(error.message));
    if (verbose && error.cause instanceof Error) complain(`caused by: ${plainText(error.cause.message)}`);
    if (verbose) complain(helpFor(error.code));
  } else {
    complain(
      `this is a bug in alphagate, please report it: ${error instanceof Error ? error.stack : String(error)}`
    );
  }
}
