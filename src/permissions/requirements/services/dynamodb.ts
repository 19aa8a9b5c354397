import type { Call, Json, Requirement } from '../call.js';
import { items, named, structure, text } from '../members.js';
import { leadingKeys } from './leading-keys.js';
import { statementOf } from './partiql.js';
import type { Rule, ServiceRules } from './rule.js';

function tableOf(call: Call, name: Json | undefined): string | undefined {
  return named(call, 'dynamodb', 'table/', text(name));
}

/** A request for an index is one for the index, and not for its table. */
const onTableOrIndex: Rule = (call) => {
  const table = tableOf(call, call.members['TableName']);
  const index = text(call.members['IndexName']);
  const resource = table === undefined || index === undefined ? table : `${table}/index/${index}`;
  return [{ action: `dynamodb:${call.operation}`, resource, context: contextOf(call.members) }];
};

/** Requests for items of several tables, by the names of the tables. */
const onEachTable: Rule = (call) =>
  Object.entries(structure(call.members['RequestItems'])).map(([name, request]) => ({
    action: `dynamodb:${call.operation}`,
    resource: tableOf(call, name),
    context: contextOf(structure(request)),
  }));

/** What each member of an item of a transaction does. */
const transacted: Readonly<Record<string, string>> = {
  ConditionCheck: 'dynamodb:ConditionCheckItem',
  Delete: 'dynamodb:DeleteItem',
  Get: 'dynamodb:GetItem',
  Put: 'dynamodb:PutItem',
  Update: 'dynamodb:UpdateItem',
};

const transaction: Rule = (call) =>
  items(call.members['TransactItems']).flatMap((item) =>
    Object.entries(structure(item)).flatMap(([kind, request]) => {
      const action = transacted[kind];
      const members = structure(request);
      if (action === undefined) return [];
      return [{ action, resource: tableOf(call, members['TableName']), context: contextOf(members) }];
    }),
  );

function partiql(call: Call, statement: Json | undefined): Requirement {
  const { action, table, index } = statementOf(text(statement) ?? '');
  const resource = tableOf(call, table);
  return {
    action: `dynamodb:${action}`,
    resource: resource === undefined || index === undefined ? resource : `${resource}/index/${index}`,
  };
}

const statements =
  (list: string): Rule =>
  (call) =>
    items(call.members[list]).map((item) => partiql(call, structure(item)['Statement']));

/** Records are read by an iterator, which begins with the ARN of its stream. */
const byIterator: Rule = (call) => {
  const [stream] = (text(call.members['ShardIterator']) ?? '').split('|');
  return [{ action: 'dynamodb:GetRecords', resource: stream?.startsWith('arn:') ? stream : undefined }];
};

/** Keys of the context that a request tells of itself. */
function contextOf(members: { readonly [name: string]: Json }): Readonly<Record<string, string | readonly string[]>> {
  const { Key: key, Item: item, Select: select, ReturnValues: returned, ReturnConsumedCapacity: consumed } = members;
  const leading = leadingKeys(members);
  const asked = new Set([...Object.keys(structure(key)), ...Object.keys(structure(item)), ...projected(members)]);
  return {
    ...(leading === undefined ? {} : { 'dynamodb:LeadingKeys': leading }),
    ...(asked.size > 0 && isComplete(members) ? { 'dynamodb:Attributes': [...asked] } : {}),
    ...(text(select) === undefined ? {} : { 'dynamodb:Select': String(select) }),
    ...(text(returned) === undefined ? {} : { 'dynamodb:ReturnValues': String(returned) }),
    ...(text(consumed) === undefined ? {} : { 'dynamodb:ReturnConsumedCapacity': String(consumed) }),
  };
}

/** The attributes of a projection; a part of a document is asked for by its first attribute. */
function projected(members: { readonly [name: string]: Json }): string[] {
  const names = structure(members['ExpressionAttributeNames']);
  const expression = text(members['ProjectionExpression'])?.split(',') ?? [];
  const attributes = items(members['AttributesToGet']).map(String);
  return [...expression, ...attributes].map((path) => {
    const [name = ''] = path.trim().split(/[.[]/);
    return text(names[name]) ?? name;
  });
}

/** Expressions of other kinds name attributes too, which are not looked for. */
function isComplete(members: { readonly [name: string]: Json }): boolean {
  return !Object.keys(members).some((name) => /^(?:Condition|Filter|KeyCondition|Update)Expression$/.test(name));
}

/** Source: Amazon DynamoDB developer guide, "DynamoDB API permissions: Actions, resources, and conditions reference". */
export const dynamodb: ServiceRules = {
  free: ['DescribeEndpoints'],
  resource: (call) => tableOf(call, call.members['TableName']) ?? text(call.members['StreamArn']),
  rules: {
    BatchExecuteStatement: statements('Statements'),
    BatchGetItem: onEachTable,
    BatchWriteItem: onEachTable,
    DeleteItem: onTableOrIndex,
    ExecuteStatement: (call) => [partiql(call, call.members['Statement'])],
    ExecuteTransaction: statements('TransactStatements'),
    GetItem: onTableOrIndex,
    GetRecords: byIterator,
    PutItem: onTableOrIndex,
    Query: onTableOrIndex,
    Scan: onTableOrIndex,
    TransactGetItems: transaction,
    TransactWriteItems: transaction,
    UpdateItem: onTableOrIndex,
  },
};
