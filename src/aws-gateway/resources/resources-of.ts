import type { Json, Members } from '../aws-call.js';
import { isMembers } from '../protocols/shapes.js';
import { arnTemplates } from './arn-templates.js';

/** Where a request is made. */
export interface Whereabouts {
  readonly region: string;
  readonly account: string;
  /** The API and the stage whose connections are asked for, `abc123/prod`, where the request's address tells them. */
  readonly api?: string | undefined;
}

/** The names of members that name something; an ARN in any other one is data. */
const naming = /(?:arns?|ids?|names?|identifiers?|identity|key|resource|topic|table|lambda)$/i;

/** How deep members are searched for ARNs. */
const maxDepth = 6;

/**
 * The ARNs of what a request names, each once: ARNs as they are written, and the others by their names.
 * @param service by its name in the AWS CLI
 */
export function resourcesOf(
  service: string,
  operation: string,
  members: Members,
  { region, account, api = '*/*' }: Whereabouts,
): string[] {
  const partition = partitionOf(region);
  const fill = (template: string, name: string): string =>
    template.replaceAll(/\bP\b|\bR\b|\bA\b|\{\}/g, (part) =>
      part === '{}' ? name : part === 'P' ? partition : part === 'R' ? region : account,
    );
  const found =
    service === 's3' ? bucketArns(members, partition) : service === 'sqs' ? queueArns(members, partition, region) : [];
  const templates = arnTemplates[service] ?? {};
  const collect = (value: Json, depth: number): void => {
    if (depth > maxDepth) return;
    if (Array.isArray(value)) for (const item of value) collect(item, depth + 1);
    else if (isMembers(value)) {
      for (const [name, member] of Object.entries(value)) {
        const template = Object.hasOwn(templates, name) ? templates[name] : undefined;
        for (const text of textsOf(member)) {
          if (naming.test(name) && isArn(text)) found.push(text);
          else if (service === 'kms' && name === 'KeyId' && text.startsWith('alias/'))
            found.push(fill('arn:P:kms:R:A:{}', text));
          else if (template !== undefined && text !== '') found.push(fill(template, localName(service, name, text)));
        }
        collect(member, depth + 1);
      }
    }
  };
  if (service !== 's3') collect(members, 0);
  const { ConnectionId: connection } = members;
  if (service === 'apigatewaymanagementapi' && typeof connection === 'string') {
    const method = connectionMethods[operation] ?? 'POST';
    found.push(fill(`arn:P:execute-api:R:A:${api}/${method}/@connections/{}`, connection));
  }
  if (service === 'dynamodb') found.push(...tableArns(members, (name) => fill(templates['TableName'] ?? '', name)));
  const { Name: name, EventBusName: busName } = members;
  if (service === 'events' && operation === 'PutEvents' && found.length === 0) {
    found.push(fill(templates['EventBusName'] ?? '', 'default'));
  }
  if (typeof name === 'string') {
    const bus = typeof busName === 'string' && busName !== 'default' ? `${busName.replace(/^.*\//, '')}/` : '';
    const group = typeof members['GroupName'] === 'string' ? members['GroupName'] : 'default';
    if (service === 'sns' && operation === 'CreateTopic') found.push(fill('arn:P:sns:R:A:{}', name));
    if (service === 'events' && /Rule/.test(operation)) found.push(fill('arn:P:events:R:A:rule/{}', `${bus}${name}`));
    if (service === 'scheduler') {
      const isGroup = operation.endsWith('Group');
      found.push(
        isGroup
          ? fill(templates['GroupName'] ?? '', name)
          : fill('arn:P:scheduler:R:A:schedule/{}', `${group}/${name}`),
      );
    }
  }
  return [...new Set(found)];
}

/** How a connection is asked for what is no post. */
const connectionMethods: Readonly<Record<string, string>> = { DeleteConnection: 'DELETE', GetConnection: 'GET' };

/** The API and the stage of a request to connections: by the host of API Gateway, and the path's beginning. */
export function apiOf(host: string, path: string): string | undefined {
  const [, id] = /^([\w-]+)\.execute-api\./.exec(host) ?? [];
  const [, stage] = /^\/([^/]+)\/(?:@|%40)connections\//i.exec(path) ?? [];
  return id === undefined || stage === undefined ? undefined : `${id}/${stage}`;
}

/** The partition of a region. */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

function isArn(text: string): boolean {
  return /^arn:[\w-]+:[\w-]*:[\w-]*:\d*:\S+$/.test(text);
}

function textsOf(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** The part of a name that stands in an ARN. */
function localName(service: string, member: string, text: string): string {
  if (service === 'ssm') return text.replace(/^\//, '');
  if (service === 'lambda' && member === 'FunctionName') return text.replace(/^\d{12}:(?:function:)?/, '');
  return text;
}

function bucketArns(members: Members, partition: string): string[] {
  const { Bucket: bucket, Key: key, CopySource: source, Delete: deleted } = members;
  const found: string[] = [];
  const add = (path: string): void => {
    found.push(path.startsWith('arn:') ? path : `arn:${partition}:s3:::${path}`);
  };
  const keys = isMembers(deleted) && Array.isArray(deleted['Objects']) ? deleted['Objects'].filter(isMembers) : [];
  if (typeof bucket === 'string') {
    if (typeof key === 'string') add(`${bucket}/${key}`);
    else if (keys.length > 0) for (const { Key: name } of keys) add(`${bucket}/${String(name)}`);
    else add(bucket);
  }
  if (typeof source === 'string') add(decodeURIComponent(source.replace(/^\//, '').replace(/\?.*$/, '')));
  return found;
}

/** The queue of a URL such as `https://sqs.eu-west-1.amazonaws.com/123456789012/jobs`. */
function queueArns({ QueueUrl: url }: Members, partition: string, region: string): string[] {
  const [, account, name] = typeof url === 'string' ? (/\/(\d{12})\/([^/]+)$/.exec(url) ?? []) : [];
  return account === undefined ? [] : [`arn:${partition}:sqs:${region}:${account}:${name}`];
}

/** The tables of batches, and the indexes of queries. */
function tableArns(members: Members, arnOf: (name: string) => string): string[] {
  const { RequestItems: items, TableName: table, IndexName: index } = members;
  const batch = isMembers(items) ? Object.keys(items).map((name) => (isArn(name) ? name : arnOf(name))) : [];
  if (typeof table !== 'string' || typeof index !== 'string') return batch;
  return [...batch, `${isArn(table) ? table : arnOf(table)}/index/${index}`];
}
