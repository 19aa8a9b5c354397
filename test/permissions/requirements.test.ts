import { describe, expect, test } from '@jest/globals';
import { loadModel, servicesMetadata } from '../../src/aws-gateway/models/load-model.js';
import type { ServiceModel } from '../../src/aws-gateway/models/service-model.js';
import { inputOf, membersOf, shapeOf } from '../../src/aws-gateway/protocols/shapes.js';
import { resourcesOf } from '../../src/aws-gateway/resources/resources-of.js';
import type { Call } from '../../src/permissions/requirements/call.js';
import { hasFormat, loadActionFacts } from '../../src/permissions/requirements/facts.js';
import { requirementsOf } from '../../src/permissions/requirements/requirements-of.js';
import { serviceRules } from '../../src/permissions/requirements/services/all-rules.js';

const facts = await loadActionFacts();

function call(asked: string, members: Call['members'], more: Partial<Call> = {}): Call {
  const [iamPrefix = '', operation = ''] = asked.split(':');
  return {
    service: iamPrefix,
    iamPrefix,
    operation,
    region: 'eu-west-1',
    account: '111122223333',
    resources: [],
    members,
    ...more,
  };
}

/** What a call needs, an action and a resource in a line. */
function needs(asked: Call): string[] | string {
  const found = requirementsOf(asked, facts);
  if (found.kind === 'unknown') return found.reason;
  return found.requirements.map(({ action, resource, orOn = [] }) => [action, resource ?? '?', ...orOn].join(' '));
}

const arn = (service: string, resource: string): string => `arn:aws:${service}:eu-west-1:111122223333:${resource}`;
const table = arn('dynamodb', 'table/orders');

describe('a call needs', () => {
  test.each<[string, Call['members'], readonly string[], Partial<Call>?]>([
    ['s3:GetObject', { Bucket: 'b', Key: 'a/k' }, ['s3:GetObject arn:aws:s3:::b/a/k']],
    ['s3:GetObject', { Bucket: 'b', Key: 'k', VersionId: '1' }, ['s3:GetObjectVersion arn:aws:s3:::b/k']],
    ['s3:HeadObject', { Bucket: 'b', Key: 'k' }, ['s3:GetObject arn:aws:s3:::b/k']],
    [
      's3:GetObject',
      { Bucket: 'b', Key: 'k' },
      ['s3:GetObject arn:aws:s3:::b/k', `kms:Decrypt ${arn('kms', 'key/1')}`],
      { answer: { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: arn('kms', 'key/1') } },
    ],
    ['s3:ListObjectsV2', { Bucket: 'b', Prefix: 'a/' }, ['s3:ListBucket arn:aws:s3:::b']],
    ['s3:ListBuckets', {}, ['s3:ListAllMyBuckets *']],
    ['s3:HeadBucket', { Bucket: 'b' }, ['s3:ListBucket arn:aws:s3:::b']],
    ['s3:GetBucketCors', { Bucket: 'b' }, ['s3:GetBucketCORS arn:aws:s3:::b']],
    [
      's3:PutObject',
      { Bucket: 'b', Key: 'k', ACL: 'private', Tagging: 'a=b' },
      ['s3:PutObject', 's3:PutObjectAcl', 's3:PutObjectTagging'].map((action) => `${action} arn:aws:s3:::b/k`),
    ],
    [
      's3:PutObject',
      { Bucket: 'b', Key: 'k', ServerSideEncryption: 'aws:kms', SSEKMSKeyId: arn('kms', 'key/1') },
      ['s3:PutObject arn:aws:s3:::b/k', `kms:GenerateDataKey ${arn('kms', 'key/1')}`],
    ],
    [
      's3:CopyObject',
      { Bucket: 'b', Key: 'k', CopySource: '/from/a%20b?versionId=1' },
      ['s3:GetObjectVersion arn:aws:s3:::from/a b', 's3:PutObject arn:aws:s3:::b/k'],
    ],
    [
      's3:DeleteObjects',
      { Bucket: 'b', Delete: { Objects: [{ Key: 'a' }, { Key: 'b', VersionId: '1' }] } },
      ['s3:DeleteObject arn:aws:s3:::b/a', 's3:DeleteObjectVersion arn:aws:s3:::b/b'],
    ],
    ['s3:UploadPart', { Bucket: 'b', Key: 'k' }, ['s3:PutObject arn:aws:s3:::b/k']],
    ['dynamodb:GetItem', { TableName: 'orders' }, [`dynamodb:GetItem ${table}`]],
    ['dynamodb:GetItem', { TableName: table }, [`dynamodb:GetItem ${table}`]],
    ['dynamodb:Query', { TableName: 'orders', IndexName: 'by' }, [`dynamodb:Query ${table}/index/by`]],
    [
      'dynamodb:BatchWriteItem',
      { RequestItems: { orders: [], lines: [] } },
      [`dynamodb:BatchWriteItem ${table}`, `dynamodb:BatchWriteItem ${arn('dynamodb', 'table/lines')}`],
    ],
    [
      'dynamodb:TransactWriteItems',
      {
        TransactItems: [
          { Put: { TableName: 'orders' } },
          { ConditionCheck: { TableName: 'lines' } },
          { Delete: { TableName: 'orders' } },
        ],
      },
      [
        `dynamodb:PutItem ${table}`,
        `dynamodb:ConditionCheckItem ${arn('dynamodb', 'table/lines')}`,
        `dynamodb:DeleteItem ${table}`,
      ],
    ],
    [
      'dynamodb:ExecuteStatement',
      { Statement: 'SELECT * FROM "orders"."by" WHERE id = ?' },
      [`dynamodb:PartiQLSelect ${table}/index/by`],
    ],
    [
      'dynamodb:ExecuteStatement',
      { Statement: "insert into orders value {'id': 1}" },
      [`dynamodb:PartiQLInsert ${table}`],
    ],
    [
      'dynamodb:BatchExecuteStatement',
      { Statements: [{ Statement: 'UPDATE "orders" SET a=1' }, { Statement: 'DELETE FROM orders WHERE id=1' }] },
      [`dynamodb:PartiQLUpdate ${table}`, `dynamodb:PartiQLDelete ${table}`],
    ],
    [
      'dynamodb:GetRecords',
      { ShardIterator: `${table}/stream/2026|1|AAAA` },
      [`dynamodb:GetRecords ${table}/stream/2026`],
    ],
    ['dynamodb:ListTables', {}, ['dynamodb:ListTables *']],
    [
      'sqs:SendMessageBatch',
      { QueueUrl: 'http://localhost:4566/000000000000/jobs' },
      [`sqs:SendMessage ${arn('sqs', 'jobs')}`],
    ],
    ['sns:Publish', { TopicArn: 'arn:aws:sns:eu-west-1:000000000000:news' }, [`sns:Publish ${arn('sns', 'news')}`]],
    ['sns:Publish', { PhoneNumber: '+15555550100' }, ['sns:Publish *']],
    [
      'ssm:GetParameter',
      { Name: '/app/key:3', WithDecryption: true },
      [`ssm:GetParameter ${arn('ssm', 'parameter/app/key')}`, 'kms:Decrypt ?'],
      { answer: { Parameter: { Type: 'SecureString' } } },
    ],
    ['ssm:GetParameter', { Name: 'key' }, [`ssm:GetParameter ${arn('ssm', 'parameter/key')}`]],
    [
      'ssm:GetParameters',
      { Names: ['/a', 'b'] },
      [`ssm:GetParameters ${arn('ssm', 'parameter/a')}`, `ssm:GetParameters ${arn('ssm', 'parameter/b')}`],
    ],
    ['ssm:GetParametersByPath', { Path: '/app/' }, [`ssm:GetParametersByPath ${arn('ssm', 'parameter/app/')}`]],
    [
      'secretsmanager:GetSecretValue',
      { SecretId: 'db' },
      [`secretsmanager:GetSecretValue ${arn('secretsmanager', 'secret:db-Ab12Cd')}`],
      { answer: { ARN: arn('secretsmanager', 'secret:db-Ab12Cd') } },
    ],
    ['kms:Decrypt', { CiphertextBlob: 'AAAA' }, ['kms:Decrypt ?']],
    ['kms:Encrypt', { KeyId: '1234' }, [`kms:Encrypt ${arn('kms', 'key/1234')}`]],
    ['kms:Encrypt', { KeyId: 'alias/app' }, ['kms:Encrypt ?']],
    [
      'lambda:Invoke',
      { FunctionName: 'other', Qualifier: 'live' },
      [`lambda:InvokeFunction ${arn('lambda', 'function:other:live')}`],
    ],
    [
      'lambda:Invoke',
      { FunctionName: '111122223333:function:other' },
      [`lambda:InvokeFunction ${arn('lambda', 'function:other')}`],
    ],
    [
      'events:PutEvents',
      { Entries: [{ Source: 's' }, { EventBusName: 'orders' }] },
      [
        `events:PutEvents ${arn('events', 'event-bus/default')}`,
        `events:PutEvents ${arn('events', 'event-bus/orders')}`,
      ],
    ],
    [
      'scheduler:CreateSchedule',
      { Name: 's', Target: { RoleArn: 'arn:aws:iam::111122223333:role/r' } },
      [
        `scheduler:CreateSchedule ${arn('scheduler', 'schedule/default/s')}`,
        'iam:PassRole arn:aws:iam::111122223333:role/r',
      ],
    ],
    [
      'states:StartExecution',
      { stateMachineArn: arn('states', 'stateMachine:m') },
      [`states:StartExecution ${arn('states', 'stateMachine:m')}`],
    ],
    [
      'states:CreateStateMachine',
      { name: 'm', roleArn: 'arn:aws:iam::111122223333:role/r' },
      [`states:CreateStateMachine ${arn('states', 'stateMachine:m')}`, 'iam:PassRole arn:aws:iam::111122223333:role/r'],
    ],
    ['states:SendTaskSuccess', { taskToken: 't' }, ['states:SendTaskSuccess ?']],
    ['kinesis:PutRecord', { StreamName: 's' }, [`kinesis:PutRecord ${arn('kinesis', 'stream/s')}`]],
    [
      'firehose:PutRecordBatch',
      { DeliveryStreamName: 's' },
      [`firehose:PutRecordBatch ${arn('firehose', 'deliverystream/s')}`],
    ],
    [
      'logs:PutLogEvents',
      { logGroupName: '/a', logStreamName: 's' },
      [`logs:PutLogEvents ${arn('logs', 'log-group:/a:log-stream:s')}`],
    ],
    [
      'ses:SendEmail',
      { FromEmailAddress: 'Shop <shop@example.com>' },
      [`ses:SendEmail ${arn('ses', 'identity/shop@example.com')} ${arn('ses', 'identity/example.com')}`],
    ],
    ['sts:GetCallerIdentity', {}, []],
    [
      'sts:AssumeRole',
      { RoleArn: 'arn:aws:iam::111122223333:role/r' },
      ['sts:AssumeRole arn:aws:iam::111122223333:role/r'],
    ],
    ['cognito-idp:InitiateAuth', {}, []],
    [
      'cognito-idp:AdminGetUser',
      { UserPoolId: 'eu-west-1_a' },
      [`cognito-idp:AdminGetUser ${arn('cognito-idp', 'userpool/eu-west-1_a')}`],
    ],
    [
      'bedrock:Converse',
      { modelId: 'anthropic.claude-3' },
      ['bedrock:InvokeModel arn:aws:bedrock:eu-west-1::foundation-model/anthropic.claude-3'],
    ],
    [
      'rds-data:ExecuteStatement',
      { resourceArn: arn('rds', 'cluster:c'), secretArn: arn('secretsmanager', 'secret:s') },
      [
        `rds-data:ExecuteStatement ${arn('rds', 'cluster:c')}`,
        `secretsmanager:GetSecretValue ${arn('secretsmanager', 'secret:s')}`,
      ],
    ],
    ['cloudwatch:PutMetricData', { Namespace: 'n' }, ['cloudwatch:PutMetricData *']],
    ['xray:PutTraceSegments', {}, ['xray:PutTraceSegments *']],
    [
      's3:GetObject',
      { Bucket: arn('s3', 'accesspoint/ap'), Key: 'k' },
      [`s3:GetObject ${arn('s3', 'accesspoint/ap/object/k')}`],
    ],
    ['s3:ListObjectsV2', { Bucket: arn('s3', 'accesspoint/ap') }, [`s3:ListBucket ${arn('s3', 'accesspoint/ap')}`]],
    ['s3:GetObject', { Bucket: 'ap-0a1b-s3alias', Key: 'k' }, ['s3:GetObject ?']],
    [
      'ses:SendTemplatedEmail',
      { Source: 'a@example.com', Template: 'hello', ConfigurationSetName: 'set' },
      [
        `ses:SendTemplatedEmail ${arn('ses', 'identity/a@example.com')} ${arn('ses', 'identity/example.com')}`,
        `ses:SendTemplatedEmail ${arn('ses', 'configuration-set/set')}`,
        `ses:SendTemplatedEmail ${arn('ses', 'template/hello')}`,
      ],
    ],
    [
      'ses:SendBulkEmail',
      { FromEmailAddress: 'a@example.com', DefaultContent: { Template: { TemplateName: 'hello' } } },
      [
        `ses:SendBulkEmail ${arn('ses', 'identity/a@example.com')} ${arn('ses', 'identity/example.com')}`,
        `ses:SendBulkEmail ${arn('ses', 'template/hello')}`,
      ],
    ],
    [
      'secretsmanager:GetSecretValue',
      { SecretId: arn('secretsmanager', 'secret:db') },
      [`secretsmanager:GetSecretValue ${arn('secretsmanager', 'secret:db-AAAAAA')}`],
    ],
    [
      'logs:StartQuery',
      { logGroupNames: ['/a', '/b'] },
      ['/a', '/b'].map((name) => `logs:StartQuery ${arn('logs', `log-group:${name}`)}`),
      { resources: ['/a', '/b'].map((name) => arn('logs', `log-group:${name}`)) },
    ],
    ['iot:Publish', { topic: 'a/b' }, [`iot:Publish ${arn('iot', 'topic/a/b')}`]],
    [
      'execute-api:PostToConnection',
      { ConnectionId: 'c' },
      [`execute-api:ManageConnections ${arn('execute-api', 'api/dev/POST/@connections/c')}`],
      { resources: [arn('execute-api', 'api/dev/POST/@connections/c')] },
    ],
    [
      'cloudformation:DescribeStacks',
      { StackName: 's' },
      [`cloudformation:DescribeStacks ${arn('cloudformation', 'stack/s/1')}`],
      { resources: [arn('cloudformation', 'stack/s/1')] },
    ],
  ])('%s of %j: %j', (...row) => {
    const [asked, members, expected, more] = row;
    expect(needs(call(asked, members, more))).toEqual(expected);
  });

  test('what is not known, where the service or the operation is not', () => {
    expect(needs(call('s3:InventObject', {}))).toBe('which permission s3:InventObject needs is not known here');
    expect(needs(call('quicksight:ListUsers', {}))).toContain('is not known here');
  });

  test.each<[string, Call['members'], readonly string[] | undefined]>([
    ['Query', { KeyConditionExpression: 'pk = :p', ExpressionAttributeValues: { ':p': { S: 'ada' } } }, ['ada']],
    [
      'Query',
      {
        KeyConditionExpression: '#p=:p AND sk <= :s',
        ExpressionAttributeValues: { ':p': { N: '7' }, ':s': { S: 'bob' } },
      },
      ['7'],
    ],
    [
      'Query',
      {
        KeyConditionExpression: 'pk = :p AND sk = :s',
        ExpressionAttributeValues: { ':p': { S: 'ada' }, ':s': { S: 'bob' } },
      },
      undefined,
    ],
    [
      'Query',
      {
        IndexName: 'by-name',
        KeyConditionExpression: 'name = :p',
        ExpressionAttributeValues: { ':p': { S: 'ada' } },
      },
      undefined,
    ],
    ['Query', { KeyConditions: { pk: { ComparisonOperator: 'EQ', AttributeValueList: [{ S: 'ada' }] } } }, ['ada']],
    [
      'BatchGetItem',
      { RequestItems: { orders: { Keys: [{ pk: { S: 'ada' } }, { pk: { S: 'bob' } }] } } },
      ['ada', 'bob'],
    ],
    ['BatchGetItem', { RequestItems: { orders: { Keys: [{ pk: { S: 'ada' }, sk: { S: 'x' } }] } } }, undefined],
    ['UpdateItem', { Key: { pk: { S: 'ada' }, sk: { S: 'x' } } }, undefined],
    ['Scan', {}, undefined],
  ])('the partition keys of %s of %j: %j', (operation, members, expected) => {
    const found = requirementsOf(call(`dynamodb:${operation}`, { TableName: 'orders', ...members }), facts);
    const [first] = found.kind === 'needs' ? found.requirements : [];
    expect(first?.context?.['dynamodb:LeadingKeys']).toEqual(expected);
  });

  test('the keys of the context that it tells itself', () => {
    const found = requirementsOf(
      call('dynamodb:GetItem', {
        TableName: 'orders',
        Key: { id: { S: 'ada' } },
        ProjectionExpression: '#n, address.city',
        ExpressionAttributeNames: { '#n': 'name' },
      }),
      facts,
    );
    expect(found).toMatchObject({
      requirements: [
        { context: { 'dynamodb:LeadingKeys': ['ada'], 'dynamodb:Attributes': ['id', 'name', 'address'] } },
      ],
    });
  });
});

describe('an operation of a service that the gateway knows', () => {
  const where = { region: 'eu-west-1', account: '111122223333' };

  test.each(Object.keys(servicesMetadata()))('of %s is about a resource of a type that its action has', (service) => {
    const model = loadModel(service) as ServiceModel;
    const wrong = Object.entries(model.operations).flatMap(([operation, shape]) => {
      const names = membersOf(inputOf(model, shape)).filter(([, member]) => shapeOf(model, member).type === 'string');
      const named = names.filter(([name]) => !/arn$|^(?:CopySource|PhoneNumber)$/i.test(name));
      const members = Object.fromEntries(named.map(([name]) => [name, 'x']));
      const resources = resourcesOf(service, operation, members, where);
      const found = requirementsOf(
        { service, iamPrefix: model.iamPrefix, operation, ...where, members, resources },
        facts,
      );
      const requirements = found.kind === 'needs' ? found.requirements : [];
      return requirements.filter(({ action, resource }) => resource !== undefined && !hasTypeOf(action, resource));
    });
    expect(wrong).toEqual([]);
  });

  function hasTypeOf(action: string, resource: string): boolean {
    const [prefix = '', name = ''] = action.split(':');
    const { arns = [], actions = {} } = facts[prefix] ?? {};
    const formats = actions[name] ?? [];
    if (resource === '*') return formats.every((index) => index < 0);
    return formats.some((index) => hasFormat(resource, arns[index < 0 ? -index - 1 : index] ?? ''));
  }
});

describe('the table of exceptions', () => {
  const actions = Object.entries(serviceRules).flatMap(([prefix, { actions: own = {} }]) =>
    Object.values(own).map((action) => [prefix, action] as const),
  );

  test.each(actions)('%s names the action %s, which exists', (prefix, action) => {
    expect(Object.keys(facts[prefix]?.actions ?? {})).toContain(action);
  });

  test('has no operation that is an action of its own name', () => {
    const names = Object.entries(serviceRules).flatMap(([prefix, { actions: own = {} }]) =>
      Object.keys(own)
        .filter((operation) => own[operation] !== operation && Object.hasOwn(facts[prefix]?.actions ?? {}, operation))
        .map((operation) => `${prefix}:${operation}`),
    );
    expect(names).toEqual([]);
  });
});
