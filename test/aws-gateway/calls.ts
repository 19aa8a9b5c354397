/** A value for an SDK: bytes and times are `{ $bytes: text }` and `{ $time: text }`, `{ $of: [call, ...path] }` is of an earlier answer. */
export type Input = Readonly<Record<string, unknown>>;

/** A call that every SDK makes: the service as the AWS CLI names it, the operation, and its input. */
export interface SdkCall {
  readonly call: string;
  readonly input: Input;
}

const bytes = (text: string): Input => ({ $bytes: text });
const time = (text: string): Input => ({ $time: text });
const of = (call: string, ...path: readonly (string | number)[]): Input => ({ $of: [call, ...path] });

const table = 'orders';
const bucket = 'orders-bucket';
const role = 'arn:aws:iam::123456789012:role/a-role';

/** Calls of every service that has a model, in an order in which they work on an empty moto. Some fail on purpose. */
export const sdkCalls: readonly SdkCall[] = Object.entries({
  's3:CreateBucket': { Bucket: bucket, CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' } },
  's3:ListBuckets': {},
  's3:PutObject': { Bucket: bucket, Key: 'a b/ü+&.txt', Body: bytes('content'), Metadata: { owner: 'me' } },
  's3:GetObject': { Bucket: bucket, Key: 'a b/ü+&.txt' },
  's3:HeadObject': { Bucket: bucket, Key: 'a b/ü+&.txt' },
  's3:HeadObject#missing': { Bucket: bucket, Key: 'nothing' },
  's3:GetObject#missing': { Bucket: bucket, Key: 'nothing' },
  's3:PutObject#plain': { Bucket: bucket, Key: 'plain', Body: bytes('plain') },
  's3:CopyObject': { Bucket: bucket, Key: 'copy', CopySource: `${bucket}/plain` },
  's3:ListObjectsV2': { Bucket: bucket, Prefix: 'a ' },
  's3:PutObjectTagging': { Bucket: bucket, Key: 'copy', Tagging: { TagSet: [{ Key: 'a', Value: 'b c' }] } },
  's3:GetObjectTagging': { Bucket: bucket, Key: 'copy' },
  's3:GetBucketLocation': { Bucket: bucket },
  's3:CreateMultipartUpload': { Bucket: bucket, Key: 'parts' },
  's3:UploadPart': {
    Bucket: bucket,
    Key: 'parts',
    PartNumber: 1,
    UploadId: of('s3:CreateMultipartUpload', 'UploadId'),
    Body: bytes('part'),
  },
  's3:ListParts': { Bucket: bucket, Key: 'parts', UploadId: of('s3:CreateMultipartUpload', 'UploadId') },
  's3:CompleteMultipartUpload': {
    Bucket: bucket,
    Key: 'parts',
    UploadId: of('s3:CreateMultipartUpload', 'UploadId'),
    MultipartUpload: { Parts: [{ PartNumber: 1, ETag: of('s3:UploadPart', 'ETag') }] },
  },
  's3:DeleteObjects': { Bucket: bucket, Delete: { Objects: [{ Key: 'copy' }, { Key: 'parts' }] } },
  'dynamodb:CreateTable': {
    TableName: table,
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    BillingMode: 'PAY_PER_REQUEST',
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
  },
  'dynamodb:PutItem': {
    TableName: table,
    Item: { id: { S: '7' }, picture: { B: bytes('\u0000\u0001') }, n: { N: '5' } },
  },
  'dynamodb:GetItem': { TableName: table, Key: { id: { S: '7' } } },
  'dynamodb:GetItem#missing': { TableName: 'missing', Key: { id: { S: '7' } } },
  'dynamodb:Query': {
    TableName: table,
    KeyConditionExpression: 'id = :id',
    ExpressionAttributeValues: { ':id': { S: '7' } },
  },
  'dynamodb:BatchGetItem': { RequestItems: { [table]: { Keys: [{ id: { S: '7' } }] } } },
  'dynamodb:PutItem#condition': {
    TableName: table,
    Item: { id: { S: '7' } },
    ConditionExpression: 'attribute_not_exists(id)',
  },
  'dynamodbstreams:ListStreams': { TableName: table },
  'sqs:CreateQueue': { QueueName: 'jobs', Attributes: { VisibilityTimeout: '30' } },
  'sqs:GetQueueUrl#missing': { QueueName: 'missing' },
  'sns:CreateTopic': { Name: 'news' },
  'sns:Publish': {
    TopicArn: of('sns:CreateTopic', 'TopicArn'),
    Message: 'hello & <you>',
    MessageAttributes: {
      a: { DataType: 'String', StringValue: 'b' },
      c: { DataType: 'Binary', BinaryValue: bytes('\u0000x') },
    },
  },
  'sns:PublishBatch': {
    TopicArn: of('sns:CreateTopic', 'TopicArn'),
    PublishBatchRequestEntries: [
      { Id: '1', Message: 'a' },
      { Id: '2', Message: 'b' },
    ],
  },
  'sns:Publish#missing': { TopicArn: 'arn:aws:sns:eu-west-1:123456789012:missing', Message: 'hello' },
  'ssm:PutParameter': { Name: '/app/url', Value: 'https://example.com', Type: 'String' },
  'ssm:GetParameter': { Name: '/app/url' },
  'ssm:GetParameter#missing': { Name: '/app/missing' },
  'secretsmanager:ListSecrets': {},
  'secretsmanager:GetSecretValue#missing': { SecretId: 'missing' },
  'sts:GetCallerIdentity': {},
  'kms:CreateKey': { Description: 'a key' },
  'kms:DescribeKey': { KeyId: of('kms:CreateKey', 'KeyMetadata', 'KeyId') },
  'lambda:ListFunctions': {},
  'lambda:Invoke#missing': { FunctionName: 'missing', Payload: bytes('{"a":1}') },
  'events:PutEvents': {
    Entries: [{ Source: 'shop', DetailType: 'order', Detail: '{"id":7}', Time: time('2026-01-01T00:00:00Z') }],
  },
  'scheduler:CreateScheduleGroup': { Name: 'group' },
  'scheduler:CreateSchedule': {
    Name: 'daily',
    GroupName: 'group',
    ScheduleExpression: 'rate(1 day)',
    FlexibleTimeWindow: { Mode: 'OFF' },
    StartDate: time('2027-01-01T00:00:00Z'),
    Target: { Arn: 'arn:aws:sqs:eu-west-1:123456789012:jobs', RoleArn: role },
  },
  'scheduler:GetSchedule': { Name: 'daily', GroupName: 'group' },
  'kinesis:CreateStream': { StreamName: 'stream', ShardCount: 1 },
  'kinesis:PutRecord': { StreamName: 'stream', Data: bytes('data'), PartitionKey: 'p' },
  'firehose:ListDeliveryStreams': {},
  'firehose:PutRecord#missing': { DeliveryStreamName: 'missing', Record: { Data: bytes('x') } },
  'stepfunctions:CreateStateMachine': {
    name: 'machine',
    definition: '{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}',
    roleArn: role,
  },
  'stepfunctions:StartExecution': {
    stateMachineArn: of('stepfunctions:CreateStateMachine', 'stateMachineArn'),
    input: '{"id":7}',
  },
  'ses:VerifyEmailIdentity': { EmailAddress: 'a@example.com' },
  'ses:SendEmail': {
    Source: 'a@example.com',
    Destination: { ToAddresses: ['b@example.com', 'c@example.com'] },
    Message: { Subject: { Data: 's' }, Body: { Text: { Data: 't' } } },
  },
  'sesv2:CreateEmailIdentity': { EmailIdentity: 'd@example.com' },
  'sesv2:SendEmail': {
    FromEmailAddress: 'a@example.com',
    Destination: { ToAddresses: ['b@example.com'] },
    Content: { Simple: { Subject: { Data: 's' }, Body: { Text: { Data: 't' } } } },
  },
  'cloudwatch:PutMetricData': {
    Namespace: 'shop',
    MetricData: [{ MetricName: 'orders', Value: 1.5, Timestamp: time('2026-01-01T00:00:00Z') }],
  },
  'cloudwatch:GetMetricStatistics': {
    Namespace: 'shop',
    MetricName: 'orders',
    StartTime: time('2025-12-31T00:00:00Z'),
    EndTime: time('2026-01-02T00:00:00Z'),
    Period: 86400,
    Statistics: ['Sum'],
  },
  'logs:CreateLogGroup': { logGroupName: 'group' },
  'logs:CreateLogStream': { logGroupName: 'group', logStreamName: 'stream' },
  'logs:DescribeLogStreams': { logGroupName: 'group' },
  'cognito-idp:CreateUserPool': { PoolName: 'pool' },
  'cognito-idp:ListUserPools': { MaxResults: 1 },
  'cognito-identity:CreateIdentityPool': { IdentityPoolName: 'pool', AllowUnauthenticatedIdentities: true },
  'appconfigdata:StartConfigurationSession#unsupported': {
    ApplicationIdentifier: 'a',
    EnvironmentIdentifier: 'e',
    ConfigurationProfileIdentifier: 'c',
  },
  'apigatewaymanagementapi:PostToConnection': { ConnectionId: 'abc=', Data: bytes('hello') },
  'athena:ListWorkGroups': {},
  'athena:StartQueryExecution': {
    QueryString: 'select 1',
    ResultConfiguration: { OutputLocation: `s3://${bucket}/` },
  },
  'bedrock-runtime:InvokeModel': { modelId: 'anthropic.claude:0', body: bytes('{}') },
  'iot-data:Publish': { topic: 'a/b', payload: bytes('x') },
  'iot-data:GetThingShadow#missing': { thingName: 'missing' },
  'rds-data:ExecuteStatement': {
    resourceArn: 'arn:aws:rds:eu-west-1:123456789012:cluster:c',
    secretArn: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:s',
    sql: 'select :id',
    parameters: [{ name: 'id', value: { longValue: 7 } }],
  },
  'xray:PutTraceSegments': { TraceSegmentDocuments: ['{}'] },
  'cloudformation:ListStacks': {},
  'cloudformation:DescribeStacks#missing': { StackName: 'missing' },
}).map(([call, input]) => ({ call, input }));
