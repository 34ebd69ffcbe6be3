/**
 * Renders every kind of report into `docs/gallery/`, as files and as pictures. Pictures need Chromium; CHROMIUM names one
 * that is not where Debian puts it. With the argument `files` no pictures are taken.
 */

import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DOCUMENT_FORMATS, render } from '../src/entry/render.ts';
import { type Picture, takePictures } from './preview/pictures.ts';
import { bundledReports, publishedReports } from './preview/reports.ts';

const GALLERY = 'docs/gallery';

const PICTURES: readonly Picture[] = [
  { of: 'smoothed.md', file: 'comment.png' },
  { of: 'smoothed.md', file: 'comment-dark.png', colorScheme: 'dark' },
  { of: 'compared.md', file: 'compared.png' },
  { of: 'demo.md', file: 'several.png' },
  { of: 'passing.md', file: 'passing.png' },
  { of: 'inconclusive.md', file: 'inconclusive.png' },
  { of: 'untrusted.md', file: 'untrusted.png' },
  { of: 'template.md', file: 'template.png' },
  { of: 'demo.html', file: 'report.png', height: 1190 },
  { of: 'demo.html', file: 'report-dark.png', height: 1190, colorScheme: 'dark' },
  { of: 'compared.html', file: 'baseline.png', height: 900, element: '#m0-l0 .plots' },
  { of: 'smoothed.html', file: 'published.png', height: 1000 },
];

const withPictures = process.argv[2] !== 'files';

await mkdir(GALLERY, { recursive: true });
for (const file of await readdir(GALLERY))
  if (withPictures || !file.endsWith('.png')) await rm(path.join(GALLERY, file));

for (const { name, formats, outcomes, template } of [
  ...(await bundledReports()),
  ...(await publishedReports()),
]) {
  for (const { name: format, suffix } of DOCUMENT_FORMATS.filter((known) => formats.includes(known.name))) {
    const text = await render(outcomes, format, undefined, true, { template });
    await writeFile(path.join(GALLERY, `${name}${suffix}`), text);
  }
}
if (withPictures) await takePictures(GALLERY, PICTURES);
