import { isMapping } from '../../cloudformation/values.js';

type Settings = Readonly<Record<string, unknown>>;

/** What SAM allows for something: managed policies by their names, and statements. */
export interface Allowance {
  readonly managedPolicies: readonly string[];
  readonly statements: readonly Settings[];
}

const allow = (action: string | readonly string[], resource: unknown): Settings => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
});

/** The managed policies for the events that Lambda polls. Source: aws-sam-translator, `model/eventsources/pull.py`. */
const managed: Readonly<Record<string, string>> = {
  Kinesis: 'service-role/AWSLambdaKinesisExecutionRole',
  DynamoDB: 'service-role/AWSLambdaDynamoDBExecutionRole',
  SQS: 'service-role/AWSLambdaSQSQueueExecutionRole',
  MSK: 'service-role/AWSLambdaMSKExecutionRole',
};

/** What SAM allows for an event of a function. */
export function eventAllowance(event: unknown): Allowance {
  const { Type: type, Properties: written } = isMapping(event) ? event : {};
  const properties = isMapping(written) ? written : {};
  const policy = typeof type === 'string' && Object.hasOwn(managed, type) ? managed[type] : undefined;
  const isPolled = policy !== undefined || ['MQ', 'SelfManagedKafka', 'DocumentDB'].includes(String(type));
  return {
    managedPolicies: policy === undefined ? [] : [policy],
    statements: isPolled ? [...sourceStatements(String(type), properties), ...failureStatements(properties)] : [],
  };
}

const networkActions = [
  'ec2:CreateNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeVpcs',
  'ec2:DescribeSubnets',
  'ec2:DescribeSecurityGroups',
];

function sourceStatements(type: string, properties: Settings): Settings[] {
  const {
    SourceAccessConfigurations: written,
    SecretsManagerKmsKeyId: key,
    Broker: broker,
    Cluster: cluster,
  } = properties;
  const access = Array.isArray(written) ? written.filter(isMapping) : [];
  const isAuth = ({ Type: kind }: Settings): boolean =>
    type === 'MSK' ? kind === 'CLIENT_CERTIFICATE_TLS_AUTH' : /AUTH$/.test(String(kind));
  const secrets = access.filter((each) => isAuth(each) && each['URI'] !== undefined);
  const isInNetwork = type === 'SelfManagedKafka' && access.some(({ Type: kind }) => /^VPC_/.test(String(kind)));
  return [
    ...secrets.map(({ URI: secret }) => allow('secretsmanager:GetSecretValue', secret)),
    ...(isInNetwork ? [allow(networkActions, '*')] : []),
    ...(type === 'MQ' ? [allow('mq:DescribeBroker', broker)] : []),
    ...(type === 'DocumentDB' ? [allow('rds:DescribeDBClusters', cluster), ...documentStatements] : []),
    ...(key === undefined
      ? []
      : [
          allow('kms:Decrypt', {
            'Fn::Sub': `arn:\${AWS::Partition}:kms:\${AWS::Region}:\${AWS::AccountId}:key/${String(key)}`,
          }),
        ]),
  ];
}

const stackArn = (resource: string): Settings => ({
  'Fn::Sub': `arn:\${AWS::Partition}:rds:\${AWS::Region}:\${AWS::AccountId}:${resource}`,
});

const documentStatements: readonly Settings[] = [
  allow('rds:DescribeDBClusterParameters', stackArn('cluster-pg:*')),
  allow('rds:DescribeDBSubnetGroups', stackArn('subgrp:*')),
  allow(networkActions, '*'),
];

function failureStatements({ DestinationConfig: config }: Settings): readonly Settings[] {
  const failure = isMapping(config) ? config['OnFailure'] : undefined;
  return isMapping(failure) ? destinationStatements(failure['Type'], failure['Destination']) : [];
}

/** What SAM allows for a destination of a type. Source: aws-sam-translator, `model/iam.py`. */
export function destinationStatements(type: unknown, destination: unknown): readonly Settings[] {
  if (destination === undefined) return [];
  switch (type) {
    case 'SQS':
      return [allow('sqs:SendMessage', destination)];
    case 'SNS':
      return [allow('sns:Publish', destination)];
    case 'EventBridge':
      return [allow('events:PutEvents', destination)];
    case 'Lambda':
      return [allow('lambda:InvokeFunction', destination)];
    case 'S3':
    case 'S3Bucket':
      return [allow('s3:PutObject', { 'Fn::Join': ['/', [destination, '*']] }), allow('s3:ListBucket', destination)];
    default:
      return [];
  }
}
