import type { readTemplate } from './template.ts';

type Template = Awaited<ReturnType<typeof readTemplate>>;

/** Which resources a resource needs to exist first, by references in its text. */
function needsOf({ Resources, Globals }: Template): ReadonlyMap<string, readonly string[]> {
  const names = new Set(Object.keys(Resources));
  return new Map(
    Object.entries(Resources).map(([id, resource]) => {
      const isFunction = resource['Type'] === 'AWS::Serverless::Function';
      const text = JSON.stringify(isFunction ? [resource, Globals.Function] : resource);
      const referred = [
        ...text.matchAll(/"(?:Ref|Fn::GetAtt)":"(\w+)/g),
        // Those inside a text that has to be filled in.
        ...text.matchAll(/\$\{(\w+)/g),
      ].map(([, name]) => name!);
      return [id, [...new Set(referred)].filter((name) => names.has(name))];
    }),
  );
}

/** Resources that need each other, so that none can be the first; the first cycle that is found, or nothing. */
export function findCycle(template: Template): readonly string[] | undefined {
  const needs = needsOf(template);
  const done = new Set<string>();
  const visit = (id: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
    if (done.has(id)) return undefined;
    for (const needed of needs.get(id)!) {
      const cycle = visit(needed, [...path, id]);
      if (cycle) return cycle;
    }
    done.add(id);
    return undefined;
  };
  for (const id of needs.keys()) {
    const cycle = visit(id, []);
    if (cycle) return cycle;
  }
  return undefined;
}
