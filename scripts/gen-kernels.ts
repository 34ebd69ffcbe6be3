/**
 * Compiles the AssemblyScript kernels to WebAssembly, once with relaxed SIMD and once without, and writes both, as
 * base64, into the module that the engine imports: no file to find at run time, in a bundle or in a worker.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
// As a program: the compiler's type definitions would redefine globals such as `console` for the whole project.
const asc = fileURLToPath(import.meta.resolve('assemblyscript/bin/asc.js'));

const BUILDS = { simd: ['threads', 'simd'], 'relaxed-simd': ['threads', 'simd', 'relaxed-simd'] };

const lines = [
  '// Made by scripts/gen-kernels.ts from src/spectrum/kernels/.',
  '/** Each build of the kernels: a WebAssembly module in base64. */',
  'export const KERNELS = {',
];
const scratch = await mkdtemp(join(tmpdir(), 'kernels-'));
try {
  for (const [name, features] of Object.entries(BUILDS)) {
    const outFile = join(scratch, `${name}.wasm`);
    const enabled = features.flatMap((feature) => ['--enable', feature]);
    const options = ['--runtime', 'stub', '--noAssert', '-O3', '--outFile', outFile];
    // Shared, so that several threads can work on one matrix; TypeScript makes it (src/spectrum/team-memory.ts).
    options.push('--importMemory', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '65536');
    execFileSync(process.execPath, [asc, 'src/spectrum/kernels/index.ts', ...options, ...enabled], {
      cwd: root,
      stdio: 'inherit',
    });
    const wasm = await readFile(outFile);
    lines.push(`  '${name}':`, `    '${wasm.toString('base64')}',`);
    console.log(`kernels, ${name}: ${wasm.length} bytes`);
  }
} finally {
  await rm(scratch, { recursive: true });
}
lines.push('} as const;', '');
await mkdir(join(root, 'src/generated'), { recursive: true });
await writeFile(join(root, 'src/generated/kernels.ts'), lines.join('\n'));
