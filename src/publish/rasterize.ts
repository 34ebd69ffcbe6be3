import { ConfigError } from '../errors.ts';

/** What draws SVG as pixels: 3 MB of machine code for each system, and so not part of Alphagate. */
const RASTERIZER = '@resvg/resvg-js';

const MM_PER_INCH = 25.4;

/** What printers ask of pictures. */
const DOTS_PER_INCH = 300;

/**
 * An SVG document as PNG, at 300 dots per inch.
 *
 * @throws ConfigError `NO_RASTERIZER` where the package that can do it is not installed.
 */
export async function rasterize(svg: string, widthMm: number): Promise<Uint8Array> {
  const { Resvg } = await load();
  const picture = new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'width', value: Math.round((widthMm / MM_PER_INCH) * DOTS_PER_INCH) },
  });
  return picture.render().asPng();
}

async function load(): Promise<typeof import('@resvg/resvg-js')> {
  try {
    // Found beside Alphagate only: a folder with a model in it must not bring code of its own.
    return await import('@resvg/resvg-js');
  } catch (cause) {
    throw new ConfigError({
      code: 'NO_RASTERIZER',
      subject: 'PNG',
      problem: `is drawn by the package ${RASTERIZER}, which is not installed`,
      cure: `Install it beside alphagate, with npm install ${RASTERIZER}, or write an .svg`,
      cause,
    });
  }
}
