/** Trains, analyses, and writes `docs/calibration.md`: `npm run calibrate`. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PROJECT } from '../../test/support/cli.ts';
import { collect } from './collect.ts';
import { calibrationPage } from './page.ts';

const collection = await collect((done) => console.log(done));
await writeFile(path.join(PROJECT, 'docs/calibration.md'), calibrationPage(collection));
