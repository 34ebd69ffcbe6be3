/**
 * Has NumPy compute the singular values that the spectrum engines are tested against:
 * `node scripts/golden-spectra.ts PYTHON`, a Python with NumPy. Writes test/fixtures/spectrum/numpy.json.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { viewOf } from '../test/support/matrices.ts';
import { SPECTRUM_CASES } from '../test/support/spectrum-cases.ts';

const PROGRAM = `
import json, platform, sys, numpy
cases = json.load(sys.stdin)
spectra = {}
for name, case in cases.items():
    raw = numpy.frombuffer(bytes.fromhex(case["bytes"]), {"F32": "<f4", "F64": "<f8"}[case["dtype"]])
    matrix = raw.reshape(case["rows"], case["cols"]).astype(numpy.float64)
    spectra[name] = numpy.linalg.svd(matrix, compute_uv=False)[::-1].tolist()
json.dump({"oracle": f"numpy.linalg.svd in float64, NumPy {numpy.__version__}, Python {platform.python_version()}", "spectra": spectra}, sys.stdout)
`;

const python = process.argv[2];
if (python === undefined) throw new Error('usage: node scripts/golden-spectra.ts PYTHON');
const cases = Object.fromEntries(
  Object.entries(SPECTRUM_CASES).map(([name, { matrix, dtype }]) => {
    const bytes = Buffer.from(viewOf(matrix, dtype).bytes).toString('hex');
    return [name, { bytes, dtype, rows: matrix.rows, cols: matrix.cols }];
  }),
);
const input = JSON.stringify(cases);
const output = execFileSync(python, ['-c', PROGRAM], { input, encoding: 'utf8', maxBuffer: 2 ** 24 });
const target = new URL('../test/fixtures/spectrum/numpy.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(JSON.parse(output), undefined, 1)}\n`);
