import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { PLOT_KINDS } from '../../src/report/plots/plot-kinds.ts';
import { PROJECT, runCli } from '../support/cli.ts';
import { seededNormals } from '../support/random.ts';
import { runProgram } from '../support/run-program.ts';
import { buildSafetensors, float32Bytes } from '../support/safetensors-builder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const MODEL = `${PROJECT}examples/demo/mlp3-overtrained.safetensors`;
const BASELINE = `${PROJECT}examples/demo/mlp3-healthy.safetensors`;

const folder = temporaryFolder();

const plot = (...args: string[]) => runCli(['plot', MODEL, ...args], { cwd: folder });

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The elements of an XML document, which has to be well-formed. */
function elementsOf(xml: string): Element[] {
  const elements: Element[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => elements.push({ name, attributes }));
  parser.write(xml).close();
  return elements;
}

/** Width, height and the bytes of the pixels of a PNG; source: PNG specification, sections 11.2.1 and 11.2.3. */
function pixelsOf(png: Buffer): { width: number; height: number; pixels: Buffer } {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const data: Buffer[] = [];
  for (let offset = 8; offset < png.length; ) {
    const length = png.readUInt32BE(offset);
    if (png.toString('latin1', offset + 4, offset + 8) === 'IDAT')
      data.push(png.subarray(offset + 8, offset + 8 + length));
    offset += length + 12;
  }
  const pixels = inflateSync(Buffer.concat(data));
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), pixels };
}

describe('plot', () => {
  test.each(Object.keys(PLOT_KINDS))(
    'draws %s as SVG on white ground, with text that is text',
    async (kind) => {
      const { exitCode, stdout, stderr } = await plot('--layer', 'fc2', '--kind', kind);
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
      const elements = elementsOf(stdout);
      const [svg, , ground] = elements;
      expect(svg).toMatchObject({ name: 'svg', attributes: { width: '88mm' } });
      expect(ground).toMatchObject({ name: 'rect', attributes: { fill: '#ffffff' } });
      expect(elements.filter(({ name }) => name === 'text').length).toBeGreaterThan(5);
      expect(stdout).not.toMatch(/NaN|Infinity|undefined|var\(|<image|href/);
    },
  );

  test('draws the law of the bulk, and the spectrum of the weights in random order, with their edges', async () => {
    const [mp, random] = await Promise.all(
      ['mp', 'random'].map((kind) => plot('--layer', 'fc2', '--kind', kind)),
    );
    expect(mp!.stdout).toMatch(/<path class="line fit".*<line class="vertical bound".*>Marchenko-Pastur</);
    expect(random!.stdout).toMatch(
      /<path class="line random".*<line class="vertical random".*>in random order</,
    );
  });

  test('draws a point for each bin, those of the baseline under them', async () => {
    const pointsIn = (svg: string, role: string) =>
      new RegExp(`<g class="points ${role}">(.*?)</g>`).exec(svg)?.[1]?.match(/<circle/g)?.length;
    const alone = await plot('--layer', 'fc2');
    expect(pointsIn(alone.stdout, 'data')).toBeGreaterThan(20);
    expect(pointsIn(alone.stdout, 'baseline')).toBeUndefined();
    const compared = await plot('--layer', 'fc2', '--baseline', BASELINE);
    expect(pointsIn(compared.stdout, 'data')).toBe(pointsIn(alone.stdout, 'data'));
    expect(pointsIn(compared.stdout, 'baseline')).toBeGreaterThan(20);
  });

  test('is as wide as it is asked to be, in its own proportions', async () => {
    await plot('--kind', 'alpha-depth', '--width', '180', '-o', 'out/depth.svg');
    const [svg] = elementsOf(await readFile(path.join(folder, 'out/depth.svg'), 'utf8'));
    const [, , width, height] = svg!.attributes['viewBox']!.split(' ').map(Number);
    expect(svg!.attributes['width']).toBe('180mm');
    expect(Number.parseFloat(svg!.attributes['height']!)).toBeCloseTo((180 * height!) / width!, 2);
  });

  test('takes a layer whose name is markup for what it is', async () => {
    const layer = `</svg><script>&"'`;
    const normal = seededNormals(1);
    const bytes = float32Bytes(Float64Array.from({ length: 60 * 80 }, normal));
    const file = path.join(folder, 'hostile.safetensors');
    await writeFile(file, buildSafetensors({ [`${layer}.weight`]: { shape: [80, 60], bytes } }));
    const { exitCode, stdout } = await runCli(['plot', file, '--layer', layer]);
    expect(exitCode).toBe(0);
    expect(elementsOf(stdout).map(({ name }) => name)).not.toContain('script');
  });

  test.each<[string, string[], RegExp]>([
    ['no layer', [], /plot: needs a layer .*alphagate describe lists them/],
    ['a layer that is not there', ['--layer', 'fc22'], /has no layer "fc22" that is analysed\. It has "fc2"/],
    [
      'a kind that is not there',
      ['--layer', 'fc2', '--kind', 'pie'],
      /"pie" is not a plot\. It must be one of esd,/,
    ],
    ['a width that is none', ['--layer', 'fc2', '--width', '0'], /option --width: "0" is not a width/],
    [
      'a suffix that is none',
      ['--layer', 'fc2', '-o', 'x.pdf'],
      /plot cannot write "x\.pdf"\. Name one file/,
    ],
    ['a format', ['--layer', 'fc2', '--format', 'json'], /option --format: plot draws SVG and PNG/],
  ])('refuses %s in one line', async (_, args, message) => {
    const { exitCode, stdout, stderr } = await plot(...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test('says why a layer has no such plot', async () => {
    const file = path.join(folder, 'zero.safetensors');
    const bytes = float32Bytes(new Float64Array(60 * 80));
    await writeFile(file, buildSafetensors({ 'fc.weight': { shape: [80, 60], bytes } }));
    const { exitCode, stderr } = await runCli(['plot', file, '--layer', 'fc', '--kind', 'ks', '--verbose']);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/has no plot of the kind ks: .*zero.*NO_SUCH_PLOT/s);
    const absent = await runCli(['plot', file, '--layer', 'fd', '--verbose']);
    expect(absent.stderr).toContain('NO_SUCH_LAYER');
  });

  test('shows one model', async () => {
    const several = await runCli(['plot', 'examples/demo/*.safetensors', '--layer', 'fc2']);
    expect(several.exitCode).toBe(2);
    expect(several.stderr).toMatch(/stands for 2 models, and a plot shows one/);
  });
});

describe('plot as PNG', () => {
  test('has 300 dots an inch, and the same picture', async () => {
    const { exitCode, stderr } = await plot('--layer', 'fc2', '-o', 'esd.png');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const { width, height, pixels } = pixelsOf(await readFile(path.join(folder, 'esd.png')));
    expect([width, height]).toEqual([1039, 750]);
    expect(new Set(pixels).size).toBeGreaterThan(50);
  });

  test('needs a package that is installed beside alphagate, and takes it from nowhere else', async () => {
    const home = path.join(folder, 'installed');
    await cp(path.join(PROJECT, 'dist'), path.join(home, 'dist'), { recursive: true });
    // What lies beside a model is not to be run.
    const foreign = path.join(folder, 'download/node_modules/@resvg/resvg-js');
    await mkdir(foreign, { recursive: true });
    await writeFile(path.join(foreign, 'package.json'), '{"name":"@resvg/resvg-js","main":"index.js"}');
    await writeFile(path.join(foreign, 'index.js'), "require('node:fs').writeFileSync('owned', '')");
    const draw = () =>
      runProgram(
        process.execPath,
        [path.join(home, 'dist/cli/index.js'), 'plot', MODEL, '--layer', 'fc2', '-o', 'p.png', '--verbose'],
        { cwd: path.join(folder, 'download') },
      );
    const without = await draw();
    expect(without.exitCode).toBe(2);
    expect(without.stderr).toMatch(
      /PNG: is drawn by the package @resvg\/resvg-js, which is not installed\. Install it beside alphagate, with npm install @resvg\/resvg-js, or write an \.svg/,
    );
    expect(without.stderr).toContain('NO_RASTERIZER');
    expect(await readdir(path.join(folder, 'download'))).toEqual(['node_modules']);

    await mkdir(path.join(home, 'node_modules'));
    await symlink(path.join(PROJECT, 'node_modules/@resvg'), path.join(home, 'node_modules/@resvg'));
    expect((await draw()).exitCode).toBe(0);
    expect(pixelsOf(await readFile(path.join(folder, 'download/p.png'))).width).toBe(1039);
  });
});
