/**
 * The services whose calls are decoded, by their names in botocore (which are those of the AWS CLI), each with the prefix of its
 * actions in IAM (Service Authorization Reference).
 * @type {Readonly<Record<string, string>>}
 */
export const services = {
  apigatewaymanagementapi: 'execute-api',
  appconfigdata: 'appconfig',
  athena: 'athena',
  'bedrock-runtime': 'bedrock',
  cloudformation: 'cloudformation',
  cloudwatch: 'cloudwatch',
  'cognito-identity': 'cognito-identity',
  'cognito-idp': 'cognito-idp',
  dynamodb: 'dynamodb',
  dynamodbstreams: 'dynamodb',
  events: 'events',
  firehose: 'firehose',
  'iot-data': 'iot',
  kinesis: 'kinesis',
  kms: 'kms',
  lambda: 'lambda',
  logs: 'logs',
  'rds-data': 'rds-data',
  s3: 's3',
  scheduler: 'scheduler',
  secretsmanager: 'secretsmanager',
  ses: 'ses',
  sesv2: 'ses',
  sns: 'sns',
  sqs: 'sqs',
  ssm: 'ssm',
  stepfunctions: 'states',
  sts: 'sts',
  xray: 'xray',
};
