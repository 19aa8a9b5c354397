import type { FunctionTrigger } from '../../../lambda/function/function-trigger.js';
import { isMapping } from '../values.js';
import { referencesIn } from './function-references.js';
import { firstText, type Settings, sample, text } from './trigger-event.js';

/** The services that Lambda polls, by their name in an ARN, with the type of resource that they are in a template. */
const services: Readonly<Record<string, RegExp>> = {
  sqs: /^AWS::SQS::Queue$/,
  dynamodb: /^AWS::DynamoDB::(?:Global)?Table$/,
  kinesis: /^AWS::Kinesis::Stream(?:Consumer)?$/,
  kafka: /^AWS::MSK::(?:Serverless)?Cluster$/,
  mq: /^AWS::AmazonMQ::Broker$/,
};

/**
 * An event source mapping. Source: CloudFormation template reference, "AWS::Lambda::EventSourceMapping".
 * @param properties as far as they are known
 * @param written the same, not evaluated
 * @returns `undefined` where its source is not known, or there is no sample of it
 */
export function eventSourceMapping(
  properties: Settings,
  written: Settings,
  resources: ReadonlyMap<string, Settings>,
): FunctionTrigger | undefined {
  const arn = text(properties['EventSourceArn']);
  const [id = ''] = referencesIn(written['EventSourceArn']);
  const source = resources.get(id);
  const type = String(source?.['Type'] ?? '');
  const service = arn?.split(':')[2] ?? Object.entries(services).find(([, pattern]) => pattern.test(type))?.[0];
  const topic = firstText(properties['Topics']);
  if (properties['SelfManagedEventSource'] !== undefined) {
    return { type: 'SelfManagedKafka', event: sample('kafka-self-managed', { topic }) };
  }
  switch (service) {
    case 'sqs':
      return { type: 'SQS', event: sample('sqs', { eventSourceARN: arn }) };
    case 'dynamodb':
      return { type: 'DynamoDB', event: sample('dynamodb', { eventSourceARN: arn }) };
    case 'kinesis':
      return { type: 'Kinesis', event: sample('kinesis', { eventSourceARN: arn }) };
    case 'kafka':
      return { type: 'MSK', event: sample('kafka-msk', { eventSourceArn: arn, topic }) };
    case 'mq': {
      const kind = isRabbitMq(properties, source) ? 'mq-rabbitmq' : 'mq-activemq';
      return { type: 'MQ', event: sample(kind, { eventSourceArn: arn, queue: firstText(properties['Queues']) }) };
    }
    default:
      return undefined;
  }
}

function isRabbitMq(properties: Settings, broker: Settings | undefined): boolean {
  const engine = isMapping(broker?.['Properties']) ? broker['Properties']['EngineType'] : undefined;
  const access = properties['SourceAccessConfigurations'];
  const hasHost = Array.isArray(access) && access.some((each) => isMapping(each) && each['Type'] === 'VIRTUAL_HOST');
  return hasHost || String(engine).toUpperCase() === 'RABBITMQ';
}
