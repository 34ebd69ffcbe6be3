import { writeFile } from 'node:fs/promises';
import { analyze, render } from 'alphagate';

const reports = await analyze('models/*.safetensors', { minAlpha: 2, exclude: ['*.pooler.*'] });
for (const { model, summary, layers } of reports) {
  console.log(`${model.source}: ${summary.verdict}. ${summary.reason}`);
  for (const { longname, alpha, verdict } of layers) console.log(`  ${longname}: alpha ${alpha}, ${verdict}`);
}
await writeFile('report.md', await render(reports, 'markdown'));
process.exitCode = reports.every(({ summary }) => summary.passed) ? 0 : 1;
