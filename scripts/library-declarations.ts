/**
 * The declarations of the library in one file that stands alone: functions and errors as the compiler writes them, reports
 * and settings written out from their schemas, because what is inferred from a schema needs the schema's package.
 */

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { LIBRARY_SETTINGS } from '../src/entry/library/check-settings.ts';
import { DOCUMENT_FORMATS } from '../src/entry/render.ts';
import { reportSchema } from '../src/report/report.ts';
import { settingOf } from '../src/settings/resolve.ts';
import { type Declaration, declarationsIn } from './declarations-in.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

const COMPILER = path.resolve('node_modules/typescript/bin/tsc');

/** What of other modules the library gives on, and where it is declared. */
const FROM_ELSEWHERE: readonly (readonly [file: string, names: readonly string[]])[] = [
  ['pipeline', ['Progress']],
  ['errors', ['AlphagateError', 'ConfigError', 'SourceError', 'FormatError', 'NumericError', 'ErrorParts']],
];

export async function libraryDeclarations(): Promise<string> {
  const emitted = await emittedDeclarations();
  const parts = [
    ...(await emitted('entry/library/index')),
    ...(await Promise.all(
      FROM_ELSEWHERE.map(async ([file, names]) =>
        (await emitted(file)).filter(({ name }) => names.includes(name)),
      ),
    )),
  ].flat();
  const texts = [
    ...parts.map(({ doc, code }) => (doc === '' ? code : `${doc}\n${code}`)),
    formatsType(),
    settingsInterface(),
    ...reportInterfaces(),
  ];
  return `// Made by "npm run build" from src/entry/library and the schemas of settings and reports.\n\n${texts.join('\n\n')}\n`;
}

/** Has the compiler declare the library; gives what one module declares, without what it imports. */
async function emittedDeclarations(): Promise<(file: string) => Promise<Declaration[]>> {
  // In the project, so that the compiler finds the types of Node.
  const folder = await mkdtemp(path.resolve('node_modules/.declarations-'));
  try {
    const config = {
      extends: path.resolve('tsconfig.json'),
      // `npm run check` has checked.
      compilerOptions: {
        ...{ noEmit: false, emitDeclarationOnly: true, noCheck: true },
        ...{ rootDir: path.resolve('.'), outDir: folder },
      },
      include: [path.resolve('src/entry/library/index.ts')],
    };
    const configFile = path.join(folder, 'tsconfig.json');
    await writeFile(configFile, JSON.stringify(config));
    await promisify(execFile)(process.execPath, [COMPILER, '-p', configFile]);
    const files = ['entry/library/index', ...FROM_ELSEWHERE.map(([file]) => file)];
    const texts = new Map<string, string>();
    for (const file of files) texts.set(file, await readFile(path.join(folder, `src/${file}.d.ts`), 'utf8'));
    return async (file) => declarationsIn(texts.get(file)!);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function formatsType(): string {
  const names = DOCUMENT_FORMATS.map(({ name }) => `'${name}'`);
  return `/** The formats of documents. */\nexport type DocumentFormat = ${names.join(' | ')};`;
}

function settingsInterface(): string {
  const members = LIBRARY_SETTINGS.map((name) => {
    const { schema, description, expects, default: fallback } = settingOf(name);
    const type = typeOf(z.toJSONSchema(schema), '  ');
    const isNothing =
      fallback === '' || fallback === null || (Array.isArray(fallback) && fallback.length === 0);
    const doc = `${description} Must be ${expects}${isNothing ? '' : ` [${fallback}]`}.`;
    return `${comment(doc, '  ')}  readonly ${name}?: ${type.endsWith('[]') ? `readonly ${type}` : type} | undefined;\n`;
  });
  const doc =
    'What is to be other than the default. What a configuration file may say of publishing is let pass, and means nothing here.';
  return `${comment(doc, '')}export interface Settings {\n${members.join('')}}`;
}

function reportInterfaces(): string[] {
  const { properties, ...report } = z.toJSONSchema(reportSchema);
  const { layers } = properties as { layers: JsonSchema };
  const layer = layers.items as JsonSchema;
  // Written by its name.
  const named = {
    ...report,
    properties: { ...properties, layers: { ...layers, items: { id: 'ReportLayer' } } },
  };
  return [
    `/** The report of a model; a value that does not exist is null. The schema is \`report.schema.json\`. */\nexport interface Report ${typeOf(named, '')}`,
    `/** One layer, under the names of WeightWatcher's columns. */\nexport interface ReportLayer ${typeOf(layer, '')}`,
  ];
}

/** A schema as a type; of objects each field with what the schema says of it. */
function typeOf(schema: JsonSchema, indent: string): string {
  if (schema.id !== undefined) return schema.id;
  if (schema.const !== undefined) return quoted(schema.const);
  if (schema.enum !== undefined) return schema.enum.map(quoted).join(' | ');
  if (schema.anyOf !== undefined) return schema.anyOf.map((one) => typeOf(one, indent)).join(' | ');
  if (Array.isArray(schema.type))
    return schema.type.map((type) => typeOf({ ...schema, type }, indent)).join(' | ');
  if (schema.type === 'array') {
    const item = typeOf(schema.items as JsonSchema, indent);
    return item.includes(' | ') && !item.startsWith('{') ? `(${item})[]` : `${item}[]`;
  }
  if (schema.type === 'integer') return 'number';
  if (schema.type !== 'object') return schema.type ?? 'unknown';
  if (schema.properties === undefined) return 'Record<string, unknown>';
  const inner = `${indent}  `;
  const members = Object.entries(schema.properties).map(([name, member]) => {
    const field = member as JsonSchema;
    const key = /^\w+$/.test(name) ? name : quoted(name);
    const type = typeOf(field, inner);
    const isOptional = !schema.required?.includes(name);
    const doc = field.description === undefined ? '' : comment(`${field.description}.`, inner);
    return `${doc}${inner}${key}${isOptional ? '?' : ''}: ${type}${isOptional ? ' | undefined' : ''};\n`;
  });
  return `{\n${members.join('')}${indent}}`;
}

function quoted(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
}

function comment(text: string, indent: string): string {
  return `${indent}/** ${text} */\n`;
}
