/** The manual's page about the report's fields, made from its schema. */

import * as z from 'zod';
import { MODE_COLUMNS } from '../src/metrics/mode-columns.ts';
import { reportSchema } from '../src/report/report.ts';
import { code, table } from './markdown-table.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

export function reportPage(): string {
  return `<!-- Made by "npm run gen:docs" from src/report/report.ts. -->

# The report as JSON

What \`--format json\` writes, the action's output \`report-json\` names, and [a program](api.md) gets: one object for a model, a list for several. Its
schema is [\`report.schema.json\`](../dist/report.schema.json) in \`dist/\`, and in the package \`alphagate/report.schema.json\`. A value that does
not exist is \`null\`; only with \`analysis.compat: weightwatcher\` does a number stand for it, as there. NaN and infinities do not occur. Whatever reads a report from elsewhere (\`merge\`,
\`publish\`, a baseline) checks it against the schema first. Formulas and sources are in [analysis.md](analysis.md) and
[statistics.md](statistics.md), diagnoses in [diagnoses.md](diagnoses.md).

${sections('', z.toJSONSchema(reportSchema)).join('\n\n')}

Columns of modes are in \`layers[]\` only where the mode was asked for; [analysis.md](analysis.md) has which: ${MODE_COLUMNS.map(code).join(', ')}.
`;
}

/** A table of the fields of an object, and after it those of its parts. */
function sections(path: string, schema: JsonSchema): string[] {
  const below: string[] = [];
  const columns: readonly string[] = MODE_COLUMNS;
  const rows = Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    if (path === 'layers[]' && columns.includes(name)) return [];
    const field = member as JsonSchema;
    const at = path === '' ? name : `${path}.${name}`;
    for (const part of partsOf(field)) below.push(...sections(field.type === 'array' ? `${at}[]` : at, part));
    const isOptional = !schema.required?.includes(name);
    return [[code(name), kindOf(field) + (isOptional ? ', optional' : ''), field.description ?? '']];
  });
  const title = path === '' ? 'All of it' : code(path);
  return [`## ${title}\n\n${table(['Field', 'Kind', ''], rows)}`, ...below];
}

/** The objects that a field is, or is made of. */
function partsOf(field: JsonSchema): JsonSchema[] {
  const inside = field.type === 'array' ? [field.items as JsonSchema] : (field.anyOf ?? [field]);
  return inside.filter(({ properties }) => properties !== undefined);
}

function kindOf(field: JsonSchema): string {
  if (field.const !== undefined) return code(JSON.stringify(field.const));
  if (field.enum !== undefined) return field.enum.map((value) => code(JSON.stringify(value))).join(', ');
  if (field.anyOf !== undefined) return [...new Set(field.anyOf.map(kindOf))].join(' or ');
  if (Array.isArray(field.type)) return field.type.map((type) => kindOf({ ...field, type })).join(' or ');
  if (field.type === 'array') return `list of ${kindOf(field.items as JsonSchema)}`;
  if (field.type === 'integer') return 'whole number';
  if (field.type === 'string') return 'text';
  return field.type ?? 'anything';
}
