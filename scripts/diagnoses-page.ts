/** The manual's page about diagnoses: the texts that reports quote, their reasons and sources, and what was found. */

import { DIAGNOSES, DIAGNOSIS_NAMES, type DiagnosisName } from '../src/verdict/diagnoses.ts';
import { code, table } from './markdown-table.ts';

/** The layers of a model by the diagnosis that they have; tests hold the built command line against it. */
export type FoundDiagnoses = Readonly<Partial<Record<DiagnosisName, readonly string[]>>>;

/** @param found by the model's id. */
export function diagnosesPage(found: Readonly<Record<string, FoundDiagnoses>>): string {
  return `<!-- Made by "npm run gen:docs" from src/verdict/diagnoses.ts and test/golden/diagnoses.json. -->

# What is wrong with a layer

A layer that is out of its bounds, or sick in another way, gets one or more of these diagnoses. They are in the JSON report
(\`diagnosis\`, and with what was found in \`reasons\`), in the comment and in the terminal. A diagnosis says what the weights
look like and what that often comes of; it has seen no data. Only *not finite* decides a verdict; the others explain one.

${INDEX}

${DIAGNOSIS_NAMES.map(section).join('\n')}
## The numbers behind them

| Column | What it is | For which layers |
|---|---|---|
| \`numerical_rank\` | singular values that are more than rounding makes of zeros: above u·(√N + √M) times the root mean square of the weights, u the unit roundoff of the stored dtype. Weights that were quantised and stored in blocks count as 32 bits, so that their rounding looks like rank | all |
| \`outliers\`, \`alpha_without_outliers\` | how many of the 5 largest eigenvalues lie above a gap that no power law has, and the fit without them | those that get a trust label |
| \`correlation_traps\` | eigenvalues far above the bulk in each of 5 shuffles of the weights, the fewest of all | those that get one, up to 4 million weights; no LoRA products |

\`analysis.trust\` says which layers get a trust label: by default those out of bounds, with \`all\` every one.

## What they say of real models

By default settings. That the published models are sound is an assumption; for those that are, a diagnosis in this table is a
false alarm.

${foundTable(found)}

In these models ${soundness(found)}

Of 22 perceptrons trained by the recipes of [the calibration](calibration.md) and analysed with \`analysis.trust: all\`, *correlation trap* is found in
all five that were trained with batches of 1 or 2 images (in 9 of their 10 layers of at least 50 eigenvalues), and in none of the 17 others
(34 layers), among them those that learned random labels by heart. No layer of any of them, and none of the models above, is
*finger*, *rank collapse* or *duplicate*: of these there are planted cases only, in the tests. Of 1,600 samples of pure power laws
(30 to 300 values, alpha 1.6 to 4) less than 1 % have an outlier.
`;
}

const INDEX = table(
  ['Diagnosis', 'What it means'],
  DIAGNOSIS_NAMES.map((name) => [`[${DIAGNOSES[name].title}](#${name})`, DIAGNOSES[name].meaning]),
);

function section(name: DiagnosisName): string {
  const { title, meaning, remedies, detection, literature } = DIAGNOSES[name];
  return `## ${title}

${meaning}

**What people do about it.** ${remedies.join(' ')}

**When a layer gets it.** ${detection}

${literature.map(({ what, url }) => `- [${what}](${url})`).join('\n')}
`;
}

function foundTable(found: Readonly<Record<string, FoundDiagnoses>>): string {
  const rows = Object.entries(found).flatMap(([model, diagnoses]) =>
    DIAGNOSIS_NAMES.flatMap((name) => {
      const layers = diagnoses[name];
      return layers === undefined ? [] : [[model, DIAGNOSES[name].title, layers.map(code).join(', ')]];
    }),
  );
  return table(['Model', 'Diagnosis', 'Layers'], rows);
}

function soundness(found: Readonly<Record<string, FoundDiagnoses>>): string {
  const without = Object.entries(found)
    .filter(([, diagnoses]) => Object.keys(diagnoses).length === 0)
    .map(([model]) => model);
  return `no layer has a diagnosis: ${without.join(', ')}.`;
}
