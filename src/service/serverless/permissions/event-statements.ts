import { intrinsicIn } from '../../cloudformation/values.js';
import { isMapping } from '../../document/config-node.js';
import { logicalName } from '../stack/logical-name.js';
import { allow, functionArn, type MadeStatement } from './made-statement.js';

const networkActions = [
  'ec2:CreateNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeVpcs',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeSubnets',
  'ec2:DescribeSecurityGroups',
];

type Settings = Readonly<Record<string, unknown>>;

/** What the framework allows for the events of a function, by their type. Source: `plugins/aws/package/compile/events/`. */
const kinds: Readonly<Record<string, (settings: Settings, owner: EventOwner) => MadeStatement[]>> = {
  stream: streamStatements,
  sqs: ({ arn }) => [allow('events', ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], arn)],
  msk: ({ arn }) => [
    allow('events', ['kafka:DescribeCluster', 'kafka:GetBootstrapBrokers'], arn),
    allow('events', networkActions, '*'),
  ],
  activemq: brokerStatements,
  rabbitmq: brokerStatements,
  kafka: kafkaStatements,
  websocket: () => [
    allow('events', ['execute-api:ManageConnections'], {
      'Fn::Sub': 'arn:${AWS::Partition}:execute-api:*:*:*/@connections/*',
    }),
  ],
  schedule: ({ method }, { name }) =>
    method === 'scheduler'
      ? [allow('events', ['lambda:InvokeFunction'], [functionArn(name), functionArn(`${name}:*`)])]
      : [],
  cloudFront: () => [
    allow('events', ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents', 'logs:TagResource'], {
      'Fn::Sub': 'arn:${AWS::Partition}:logs:*:*:*',
    }),
  ],
};

/** The function that has events: its key, and its name in AWS. */
export interface EventOwner {
  readonly key: string;
  readonly name: string;
}

/** The statements for a function's events. */
export function eventStatements(events: unknown, owner: EventOwner): MadeStatement[] {
  const list = Array.isArray(events) ? (events as readonly unknown[]) : [];
  return list.flatMap((event) => {
    const [type, settings] = typeof event === 'string' ? [event, {}] : isMapping(event) ? entryOf(event) : [];
    const kind = type !== undefined && Object.hasOwn(kinds, type) ? kinds[type] : undefined;
    // Short forms are a mere ARN, or an intrinsic function that gives one.
    return kind?.(isLong(settings) ? settings : { arn: settings }, owner) ?? [];
  });
}

function entryOf(event: Settings): readonly [string | undefined, unknown] {
  const [entry] = Object.entries(event);
  return [entry?.[0], entry?.[1]];
}

function isLong(settings: unknown): settings is Settings {
  return isMapping(settings) && !Object.keys(settings).some((key) => key === 'Ref' || key.startsWith('Fn::'));
}

/** The service in an ARN; a function of CloudFormation needs the setting `type`. */
function serviceIn(arn: unknown): string | undefined {
  return typeof arn === 'string' ? arn.split(':')[2] : undefined;
}

function streamStatements({ arn, type, consumer, destinations }: Settings, { key }: EventOwner): MadeStatement[] {
  const read =
    (type ?? serviceIn(arn)) === 'dynamodb'
      ? ['dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:DescribeStream', 'dynamodb:ListStreams']
      : consumer
        ? ['kinesis:GetRecords', 'kinesis:GetShardIterator', 'kinesis:DescribeStreamSummary', 'kinesis:ListShards']
        : ['kinesis:GetRecords', 'kinesis:GetShardIterator', 'kinesis:DescribeStream', 'kinesis:ListStreams'];
  const statements = [allow('events', read, arn)];
  if (consumer === true) {
    const made = { Ref: `${logicalName(`${key}${streamName(arn)}Consumer`)}StreamConsumer` };
    statements.push(allow('events', ['kinesis:SubscribeToShard'], made));
  } else if (consumer !== undefined && consumer !== false) {
    statements.push(allow('events', ['kinesis:SubscribeToShard'], consumer));
  }
  const failure = isMapping(destinations) ? destinations['onFailure'] : undefined;
  if (failure !== undefined) {
    const target = isLong(failure) ? failure['arn'] : failure;
    const kind = isLong(failure) ? failure['type'] : serviceIn(failure);
    statements.push(
      kind === 'sns'
        ? allow('events', ['sns:Publish'], target)
        : allow('events', ['sqs:ListQueues', 'sqs:SendMessage'], target),
    );
  }
  return statements;
}

/** The name of a stream, as the framework takes it for the names of what it makes. */
function streamName(arn: unknown): string {
  if (typeof arn === 'string') return arn.split('/')[1] ?? '';
  const { name, argument } = intrinsicIn(arn) ?? {};
  if (name === 'Fn::Join' && Array.isArray(argument) && Array.isArray(argument[1])) {
    return String(argument[1].at(-1)).split('/').at(-1) ?? '';
  }
  return String(name === 'Fn::GetAtt' && Array.isArray(argument) ? argument[0] : argument);
}

function brokerStatements({ arn, basicAuthArn }: Settings): MadeStatement[] {
  return [
    allow('events', ['secretsmanager:GetSecretValue'], basicAuthArn),
    allow('events', ['mq:DescribeBroker'], arn),
    allow('events', networkActions, '*'),
  ];
}

const secretsOfKafka = [
  'saslPlainAuth',
  'saslScram256Auth',
  'saslScram512Auth',
  'clientCertificateTlsAuth',
  'serverRootCaCertificate',
];

function kafkaStatements({ accessConfigurations }: Settings): MadeStatement[] {
  const access = isMapping(accessConfigurations) ? accessConfigurations : {};
  const secrets = secretsOfKafka.flatMap((key) => access[key] ?? []);
  const isInNetwork = access['vpcSubnet'] !== undefined || access['vpcSecurityGroup'] !== undefined;
  return [
    ...(secrets.length === 0 ? [] : [allow('events', ['secretsmanager:GetSecretValue'], secrets)]),
    ...(isInNetwork ? [allow('events', networkActions, '*')] : []),
  ];
}
