/** The reports that the gallery shows: of the bundled networks, and of one that its authors published. */

import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { analyzeReferences, smoothReference } from '../../src/entry/analyze.ts';
import { judgeReports } from '../../src/entry/judge-reports.ts';
import type { DocumentFormat } from '../../src/entry/render.ts';
import type { Outcome } from '../../src/pipeline.ts';
import { compileTemplate } from '../../src/report/template/user-template.ts';
import { takeOverNumbers } from '../../src/report/untrusted.ts';
import { reportsOf } from '../../src/report/view-model.ts';
import { completeSettings } from '../../src/settings/resolve.ts';
import type { Settings } from '../../src/settings/schema.ts';
import { fetchModel, publishedModels } from '../../test/support/published-models.ts';

export interface GalleryReport {
  /** Its files' name before the dot. */
  readonly name: string;
  readonly formats: readonly DocumentFormat[];
  readonly outcomes: readonly Outcome[];
  readonly template?: ReturnType<typeof compileTemplate>;
}

const HEALTHY = 'examples/demo/mlp3-healthy.safetensors';
const OVERTRAINED = 'examples/demo/mlp3-overtrained.safetensors';
const TEMPLATE = 'examples/templates/short.md.hbs';

/** The retention time model of DeepLC: 18 layers, of which some fail and some cannot be judged. */
const PUBLISHED = 'deeplc-fx-pt';

const analyze = (references: readonly string[], settings: Partial<Settings> = {}) =>
  analyzeReferences(references, completeSettings(settings), { curves: true });

/** Reports of models that the repository holds: anybody can make them again, and a test does. */
export async function bundledReports(): Promise<GalleryReport[]> {
  const demo = await analyze([HEALTHY, OVERTRAINED]);
  const compared = await analyze([OVERTRAINED], { baseline: HEALTHY });
  const taken = reportsOf(compared).map((report) =>
    takeOverNumbers(report, OVERTRAINED, {
      run: 'run 123 of somebody/fork',
      commit: undefined,
      trusted: false,
    }),
  );
  return [
    { name: 'demo', formats: ['table', 'markdown', 'csv', 'sarif', 'junit', 'html'], outcomes: demo },
    { name: 'compared', formats: ['markdown', 'html'], outcomes: compared },
    { name: 'passing', formats: ['markdown'], outcomes: await analyze([HEALTHY]) },
    {
      name: 'untrusted',
      formats: ['markdown'],
      outcomes: await judgeReports(taken, completeSettings(), undefined),
    },
    {
      name: 'template',
      formats: ['markdown'],
      outcomes: compared,
      template: compileTemplate(await readFile(TEMPLATE, 'utf8'), TEMPLATE),
    },
  ];
}

/** Reports of a published model, downloaded once, and of itself smoothed. */
export async function publishedReports(): Promise<GalleryReport[]> {
  const models = await publishedModels();
  const file = await fetchModel(PUBLISHED, models[PUBLISHED]!);
  const folder = await mkdtemp(path.join(tmpdir(), 'alphagate-gallery-'));
  const home = process.cwd();
  try {
    await copyFile(file, path.join(folder, 'deeplc.pt'));
    // Reports name models as they were asked for.
    process.chdir(folder);
    const smoothing = completeSettings({ smoothMethod: 'alpha_min' });
    await smoothReference('deeplc.pt', 'deeplc-smooth.safetensors', smoothing);
    return [
      {
        name: 'smoothed',
        formats: ['markdown', 'html'],
        outcomes: await analyze(['deeplc-smooth.safetensors'], { baseline: 'deeplc.pt' }),
      },
      {
        name: 'inconclusive',
        formats: ['markdown'],
        outcomes: await analyze(['deeplc.pt'], { include: ['initializers.onnx_initializer_{0,2,4}'] }),
      },
    ];
  } finally {
    process.chdir(home);
    await rm(folder, { recursive: true });
  }
}
