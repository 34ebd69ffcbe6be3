import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { PROJECT } from '../cli.ts';

export const ACCOUNT = '123456789012';
export const REGION = 'us-east-1';

/** A part of a parsed document, of which tests say what they expect. */
// biome-ignore lint/suspicious/noExplicitAny: unknown would need a check at every step into a document
export type Parsed = any;

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Fields = { readonly [key: string]: Json };

export interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, Parsed>;
  readonly [attribute: string]: unknown;
}

interface Template {
  readonly Parameters: Record<
    string,
    { Type: string; Default?: string | number; Description?: string; AllowedValues?: unknown[] }
  >;
  readonly Mappings: Record<string, Record<string, Record<string, number>>>;
  readonly Conditions: Fields;
  readonly Globals: { readonly Function: Fields };
  readonly Resources: Record<string, Fields>;
}

/** What every deployment has to name. */
export const REQUIRED_PARAMETERS = {
  ModelBucket: 'models',
  Repositories: 'acme/models,acme/more-models',
  GitHubSecretArn: `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:github-AbCdEf`,
};

/** The functions' short forms, of which `!Sub 'x'` stands for `{ 'Fn::Sub': 'x' }`. */
const SHORT_FORMS = ['Ref', 'Sub', 'GetAtt', 'If', 'Join', 'Not', 'Equals', 'FindInMap'].flatMap((name) => {
  const long = name === 'Ref' ? 'Ref' : `Fn::${name}`;
  return [
    { tag: `!${name}`, resolve: (text: string) => ({ [long]: text }) },
    {
      tag: `!${name}`,
      collection: 'seq' as const,
      resolve: (node: { toJSON(): unknown }) => ({ [long]: node.toJSON() }),
    },
  ];
});

/** `infra/template.yaml` as it is written, with the functions in their long form. */
export async function readTemplate(): Promise<Template> {
  const text = await readFile(path.join(PROJECT, 'infra/template.yaml'), 'utf8');
  // Tags inside sequences are only plain data once the whole is.
  return JSON.parse(JSON.stringify(parse(text, { customTags: SHORT_FORMS })));
}

/** Names of resources are their logical ids in kebab case, as buckets want them. */
export const physicalName = (logicalId: string): string =>
  logicalId.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

const ARNS: Readonly<Record<string, (name: string) => string>> = {
  'AWS::S3::Bucket': (name) => `arn:aws:s3:::${name}`,
  'AWS::SQS::Queue': (name) => `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}`,
  'AWS::DynamoDB::Table': (name) => `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${name}`,
  'AWS::Events::Rule': (name) => `arn:aws:events:${REGION}:${ACCOUNT}:rule/${name}`,
  'AWS::IAM::Role': (name) => `arn:aws:iam::${ACCOUNT}:role/${name}`,
  'AWS::IAM::ManagedPolicy': (name) => `arn:aws:iam::${ACCOUNT}:policy/${name}`,
  'AWS::Logs::LogGroup': (name) => `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:${name}:*`,
  'AWS::Serverless::Function': (name) => `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${name}`,
  'AWS::Serverless::StateMachine': (name) => `arn:aws:states:${REGION}:${ACCOUNT}:stateMachine:${name}`,
};
const REFERRED_TO_BY_ARN = ['AWS::IAM::ManagedPolicy', 'AWS::Serverless::StateMachine'];

const NO_VALUE = Symbol('no value');

/**
 * The resources as a deployment with these parameters has them: functions, conditions and globals are resolved.
 *
 * @throws Error on a function or a name that the template does not define, as CloudFormation would.
 */
export async function deploy(given: Readonly<Record<string, string | number>> = {}) {
  const template = await readTemplate();
  const parameters: Readonly<Record<string, string | number>> = { ...REQUIRED_PARAMETERS, ...given };

  const reference = (name: string): unknown => {
    if (name === 'AWS::NoValue') return NO_VALUE;
    if (name === 'AWS::Partition') return 'aws';
    if (name === 'AWS::Region') return REGION;
    if (name === 'AWS::AccountId') return ACCOUNT;
    if (name === 'AWS::StackName') return 'alphagate';
    const parameter = template.Parameters[name];
    if (parameter) {
      const value = parameters[name] ?? parameter.Default;
      if (value === undefined) throw new Error(`parameter ${name} has no value`);
      return parameter.Type === 'CommaDelimitedList' ? String(value).split(',') : value;
    }
    const { Type } = resourceOf(name);
    return REFERRED_TO_BY_ARN.includes(Type) ? attribute(name, 'Arn') : physicalName(name);
  };
  const resourceOf = (name: string) => {
    const resource = template.Resources[name];
    if (!resource) throw new Error(`there is no ${name}`);
    return resource as unknown as Resource;
  };
  const attribute = (name: string, key: string): string => {
    if (key === 'Name' || key === 'QueueName') return physicalName(name);
    const arn = ARNS[resourceOf(name).Type];
    if (key !== 'Arn' || !arn) throw new Error(`${name} has no ${key}`);
    return arn(physicalName(name));
  };
  const named = (name: string): unknown => {
    const [resource, key] = name.split('.');
    return key === undefined ? reference(name) : attribute(resource!, key);
  };
  const holds = (condition: string): boolean => resolve(template.Conditions[condition]!) as boolean;

  const FUNCTIONS: Readonly<Record<string, (argument: Parsed) => unknown>> = {
    Ref: reference,
    'Fn::Sub': (text: string) => text.replaceAll(/\$\{([A-Za-z:.]+)\}/g, (_, name) => String(named(name))),
    'Fn::GetAtt': (name: string) => named(name),
    'Fn::If': ([condition, yes, no]) => resolve(holds(condition) ? yes : no),
    'Fn::Join': ([separator, list]) => (resolve(list) as string[]).join(separator),
    'Fn::Not': ([condition]) => !resolve(condition),
    'Fn::Equals': ([one, other]) => String(resolve(one)) === String(resolve(other)),
    'Fn::FindInMap': ([map, key, inner]) => template.Mappings[map]![String(resolve(key))]![inner],
  };

  function resolve(value: Json): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(resolve).filter((item) => item !== NO_VALUE);
    const entries = Object.entries(value);
    const [name, argument] = entries[0] ?? [];
    if (entries.length === 1 && FUNCTIONS[name!]) return FUNCTIONS[name!]!(argument);
    return Object.fromEntries(
      entries.map(([key, item]) => [key, resolve(item)] as const).filter(([, item]) => item !== NO_VALUE),
    );
  }

  const globals = resolve(template.Globals.Function) as Record<string, Parsed>;
  const resources = Object.entries(template.Resources).map(([id, written]) => {
    const resource = resolve(written) as Resource;
    return [
      id,
      resource.Type === 'AWS::Serverless::Function' ? withGlobals(resource, globals) : resource,
    ] as const;
  });
  return Object.fromEntries(resources) as Readonly<Record<string, Resource>>;
}

function withGlobals(resource: Resource, globals: Record<string, Parsed>): Resource {
  const Variables = {
    ...globals['Environment'].Variables,
    ...resource.Properties['Environment']?.Variables,
  };
  return { ...resource, Properties: { ...globals, ...resource.Properties, Environment: { Variables } } };
}

/** The definition of the state machine as deployed: its placeholders are filled in. */
export async function deployedDefinition(resources: Readonly<Record<string, Resource>>): Promise<string> {
  const { DefinitionSubstitutions, DefinitionUri } = resources['StateMachine']!.Properties;
  const text = await readFile(path.join(PROJECT, 'infra', DefinitionUri), 'utf8');
  return text.replaceAll(/\$\{(\w+)\}/g, (_, name) => {
    if (!(name in DefinitionSubstitutions)) throw new Error(`${name} is not among the substitutions`);
    return String(DefinitionSubstitutions[name]);
  });
}
