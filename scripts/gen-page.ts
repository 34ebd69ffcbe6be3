/** Bundles the script and the style of the HTML report into a module, with the hashes that its policy names. */

import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

const PAGE = 'src/report/html/page';

const script = await bundle(`${PAGE}/page.ts`);
const style = await bundle(`${PAGE}/style.css`);

await writeFile(
  'src/generated/page.ts',
  [
    '// Made by scripts/gen-page.ts.',
    constant('SCRIPT', script),
    constant('SCRIPT_HASH', hashOf(script)),
    constant('STYLE', style),
    constant('STYLE_HASH', hashOf(style)),
    '',
  ].join('\n'),
);

async function bundle(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    // The page declares UTF-8, and says so in a test.
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });
  return outputFiles[0]!.text.trim();
}

function constant(name: string, value: string): string {
  return `export const ${name} = ${JSON.stringify(value)};`;
}

/** As a Content-Security-Policy names what may run. */
function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
