import type {
  FunctionPermissions,
  ResourcePolicy,
  WrittenStatement,
} from '../../../lambda/function/function-permissions.js';
import { isMapping } from '../values.js';
import { addGap, type Collected, documentStatements, listed, newCollection } from './collect.js';
import { encryptions } from './encryptions.js';
import type { PlacedValue } from './placed-value.js';
import { type PlacedResource, type PlacedTemplate, referredId } from './read-role.js';

/** Where a type of resource has a policy, and what that is about. */
interface PolicyType {
  /** The prefix of the actions that it is about. */
  readonly service: string;
  /** The property with the policy's document. */
  readonly document: string;
  /** The property that names what the policy is attached to; by default it is the resource itself. */
  readonly subject?: string;
  /** The ARNs of a subject that is written by its name rather than its ARN. */
  readonly arns: (name: string) => readonly string[];
  /** Whether the policies of roles count only as far as it lets them. */
  readonly isRequired?: boolean;
}

const arnOf =
  (service: string, resource: (name: string) => string) =>
  (name: string): readonly string[] => [`arn:*:${service}:*:*:${resource(name)}`];

const queue: PolicyType = { service: 'sqs', document: 'PolicyDocument', subject: 'Queues', arns: arnOf('sqs', lastOf) };
const topic: PolicyType = {
  service: 'sns',
  document: 'PolicyDocument',
  subject: 'Topics',
  arns: arnOf('sns', (name) => name),
};

/** The policies of resources that functions call. */
const policyTypes: Readonly<Record<string, PolicyType>> = {
  'AWS::S3::BucketPolicy': {
    service: 's3',
    document: 'PolicyDocument',
    subject: 'Bucket',
    arns: (name) => [`arn:*:s3:::${name}`, `arn:*:s3:::${name}/*`],
  },
  'AWS::SQS::QueuePolicy': queue,
  'AWS::SQS::QueueInlinePolicy': { ...queue, subject: 'Queue' },
  'AWS::SNS::TopicPolicy': topic,
  'AWS::SNS::TopicInlinePolicy': { ...topic, subject: 'TopicArn' },
  'AWS::SecretsManager::ResourcePolicy': {
    service: 'secretsmanager',
    document: 'ResourcePolicy',
    subject: 'SecretId',
    // A reference is the ARN.
    arns: (name) => [name.startsWith('${') ? name : `arn:*:secretsmanager:*:*:secret:${name}*`],
  },
  'AWS::DynamoDB::Table': {
    service: 'dynamodb',
    document: 'ResourcePolicy.PolicyDocument',
    arns: (name) => [`arn:*:dynamodb:*:*:table/${name}`, `arn:*:dynamodb:*:*:table/${name}/index/*`],
  },
  'AWS::Kinesis::ResourcePolicy': {
    service: 'kinesis',
    document: 'ResourcePolicy',
    subject: 'ResourceArn',
    arns: arnOf('kinesis', (name) => `stream/${name}`),
  },
  'AWS::KMS::Key': {
    service: 'kms',
    document: 'KeyPolicy',
    arns: arnOf('kms', (name) => `key/${name}`),
    isRequired: true,
  },
  'AWS::IAM::Role': {
    service: 'sts',
    document: 'AssumeRolePolicyDocument',
    arns: (name) => [`arn:*:iam::*:role/${name}`],
    isRequired: true,
  },
};

/** The types of resources that have such policies, or are one. */
const types: ReadonlySet<string> = new Set(Object.keys(policyTypes));

/** A function's permissions with the policies that the template attaches to its resources, and the keys that these are encrypted with. */
export async function withResourcePolicies(
  permissions: FunctionPermissions,
  template: PlacedTemplate,
  names: Collected['names'],
): Promise<FunctionPermissions> {
  const { role } = permissions;
  const arn = role.kind === 'made' ? await names.evaluate({ 'Fn::GetAtt': [role.logicalId, 'Arn'] }) : undefined;
  return {
    ...permissions,
    ...(typeof arn === 'string' ? { roleArn: arn } : {}),
    resourcePolicies: await resourcePolicies(template, names),
    encryptions: await encryptions(template, names),
  };
}

async function resourcePolicies(
  template: PlacedTemplate,
  names: Collected['names'],
): Promise<readonly ResourcePolicy[]> {
  const found: ResourcePolicy[] = [];
  for (const resource of await template.ofTypes(types)) {
    const policy = await policyOf(resource, policyTypes[resource.type], names);
    if (policy !== undefined) found.push(policy);
  }
  return found;
}

async function policyOf(
  { logicalId, properties, type: typeName }: PlacedResource,
  type: PolicyType | undefined,
  names: Collected['names'],
): Promise<ResourcePolicy | undefined> {
  if (type === undefined || properties === undefined) return undefined;
  const document = await memberAt(properties, type.document);
  if (document === undefined) return undefined;
  const into = newCollection(names);
  const source = `the ${typeName === 'AWS::IAM::Role' ? 'trust policy' : 'policy'} ${type.subject === undefined ? 'of ' : ''}${logicalId}`;
  const written = await documentStatements(document, source, into);
  const own = type.subject === undefined ? undefined : await properties.member(type.subject);
  const subjects = type.subject === undefined ? [{ Ref: logicalId }] : listed(own?.value);
  const resources: string[] = [];
  for (const subject of subjects) {
    const name = await names.evaluate(subject, (reason) => addGap(document, source, reason, into));
    const id = referredId(subject);
    // The attribute is how statements name a resource, too.
    const arn = id === undefined ? undefined : await names.evaluate({ 'Fn::GetAtt': [id, 'Arn'] });
    if (typeof name === 'string') resources.push(...arnsOf(name, arn, type));
  }
  return {
    service: type.service,
    resources: [...new Set(resources)],
    statements: written.map(withResource),
    gaps: into.gaps,
    ...(type.isRequired === true ? { isRequired: true } : {}),
  };
}

function arnsOf(name: string, arn: unknown, type: PolicyType): readonly string[] {
  const known = [name, arn].filter((text): text is string => typeof text === 'string' && text.startsWith('arn:'));
  return known.length > 0 ? known.flatMap((each) => [each, ...below(each)]) : type.arns(name);
}

/** The objects of a bucket, and the indexes of a table. */
function below(arn: string): readonly string[] {
  if (/^arn:[^:]*:s3:/.test(arn)) return [`${arn}/*`];
  return /^arn:[^:]*:dynamodb:/.test(arn) ? [`${arn}/index/*`] : [];
}

/** Policies of trust name no resources: they are about their own. */
function withResource(statement: WrittenStatement): WrittenStatement {
  const { value } = statement;
  return 'Resource' in value || 'NotResource' in value
    ? statement
    : { ...statement, value: { ...value, Resource: '*' } };
}

async function memberAt(properties: PlacedValue, path: string): Promise<PlacedValue | undefined> {
  let found: PlacedValue | undefined = properties;
  for (const name of path.split('.')) found = isMapping(found?.value) ? await found.member(name) : undefined;
  return found;
}

/** A queue is named by its URL. */
function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
