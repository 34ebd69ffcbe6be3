import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What every room may use and nobody has to be told of. */
const EVERYWHERE: ReadonlySet<string> = new Set(['errors.ts', 'limits.ts', 'version.ts', 'generated']);

interface Cruised {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly {
      readonly resolved: string;
      readonly dependencyTypes: readonly string[];
    }[];
  }[];
}

/**
 * A Mermaid flowchart of the rooms of `src/` and what they import of each other when they run, read from the imports
 * themselves. An arrow that follows from others is left out: where a imports b and b imports c, a may import c.
 */
export async function architectureDiagram(): Promise<string> {
  const imports = await importsBetweenRooms();
  const arrows = [...imports].flatMap(([from, targets]) =>
    [...targets]
      .filter((to) => ![...targets].some((other) => other !== to && reaches(imports, other, to)))
      .map((to) => `    ${from} --> ${to}`),
  );
  return ['```mermaid', 'flowchart TD', ...arrows.toSorted(), '```'].join('\n');
}

async function importsBetweenRooms(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const command = [
    'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    'src',
    '--output-type',
    'json',
  ];
  const { stdout } = await promisify(execFile)(process.execPath, command, { maxBuffer: 2 ** 28 });
  const { modules }: Cruised = JSON.parse(stdout);
  const imports = new Map<string, Set<string>>();
  for (const { source, dependencies } of modules) {
    for (const { resolved, dependencyTypes } of dependencies) {
      const [from, to] = [roomOf(source), roomOf(resolved)];
      if (from === undefined || to === undefined || from === to || dependencyTypes.includes('type-only'))
        continue;
      imports.set(from, (imports.get(from) ?? new Set()).add(to));
    }
  }
  return imports;
}

/** The folder of a module of ours; `pipeline.ts` is of the folder with its parts. */
function roomOf(file: string): string | undefined {
  const [root, name] = file.split('/');
  if (root !== 'src' || name === undefined || EVERYWHERE.has(name)) return undefined;
  return name === 'pipeline.ts' ? 'pipeline' : name;
}

function reaches(
  imports: ReadonlyMap<string, ReadonlySet<string>>,
  from: string,
  to: string,
  passed: ReadonlySet<string> = new Set(),
): boolean {
  return [...(imports.get(from) ?? [])].some(
    (next) => next === to || (!passed.has(next) && reaches(imports, next, to, new Set([...passed, from]))),
  );
}

const MARKS = ['<!-- diagram:imports -->', '<!-- /diagram:imports -->'] as const;

/** Puts the diagram into a page that has a place for it. */
export function withDiagram(page: string, diagram: string): string {
  const [from, to] = MARKS.map((mark) => page.indexOf(mark)) as [number, number];
  if (from === -1 || to < from) throw new Error('the page has no place for the diagram');
  return `${page.slice(0, from + MARKS[0].length)}\n${diagram}\n${page.slice(to)}`;
}
