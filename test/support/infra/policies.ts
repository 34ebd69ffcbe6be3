import { physicalName, type Resource } from './template.ts';

export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: unknown;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: unknown;
}

interface Policy {
  readonly PolicyName?: string;
  readonly PolicyDocument: { readonly Statement: readonly Statement[] };
}

export const listed = <T>(value: T | readonly T[]): readonly T[] =>
  Array.isArray(value) ? value : [value as T];

/** Every statement of every policy, with the resource that it is written in. */
export function statementsOf(resources: Readonly<Record<string, Resource>>) {
  return Object.entries(resources).flatMap(([id, { Properties }]) => {
    const policies: Policy[] = [
      ...(Properties?.['PolicyDocument'] ? [Properties as unknown as Policy] : []),
      ...((Properties?.['Policies'] as Policy[] | undefined) ?? []),
    ];
    return policies.flatMap(({ PolicyDocument }) =>
      PolicyDocument.Statement.map((statement) => ({ id, statement })),
    );
  });
}

/** Whether a statement allows whole families of actions on everything. */
export function isTooBroad({ Effect, Action, Resource }: Statement): boolean {
  return (
    Effect === 'Allow' &&
    listed(Action).some((action) => action.includes('*')) &&
    listed(Resource).some((resource) => /^\*$|^arn:aws:[a-z0-9]+:\*?:\*?:\*$/.test(resource))
  );
}

/** The statements that a role has, by policies of its own, shared ones, and those attached to it later. */
export function statementsOfRole(resources: Readonly<Record<string, Resource>>, roleId: string): Statement[] {
  const { ManagedPolicyArns = [] } = resources[roleId]!.Properties;
  const names = new Set((ManagedPolicyArns as string[]).map((arn) => arn.split('/').at(-1)));
  const role = physicalName(roleId);
  return statementsOf(resources)
    .filter(({ id }) => {
      const { Type, Properties } = resources[id]!;
      if (id === roleId) return true;
      if (Type === 'AWS::IAM::ManagedPolicy') return names.has(physicalName(id));
      return Type === 'AWS::IAM::RolePolicy' && Properties['RoleName'] === role;
    })
    .map(({ statement }) => statement);
}

/** What a role may do, as `action resource`, sorted. */
export function grantsOf(statements: readonly Statement[]): string[] {
  return statements
    .flatMap(({ Action, Resource }) =>
      listed(Action).flatMap((action) => listed(Resource).map((resource) => `${action} ${resource}`)),
    )
    .sort();
}

/** Whether a statement allows an action on a resource; its stars stand for any text. Conditions are not looked at. */
export function allows({ Effect, Action, Resource }: Statement, action: string, resource: string): boolean {
  const matches = (pattern: string, text: string): boolean =>
    new RegExp(`^${pattern.replaceAll(/[^\w*]/g, '\\$&').replaceAll('*', '.*')}$`).test(text);
  return (
    Effect === 'Allow' &&
    listed(Action).includes(action) &&
    listed(Resource).some((pattern) => matches(pattern, resource))
  );
}
