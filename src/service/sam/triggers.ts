import type { FunctionTrigger } from '../../lambda/function/function-trigger.js';
import type { DeclaredFunction } from '../cloudformation/functions/declared-function.js';
import { knownParts } from '../cloudformation/known-parts.js';
import { isMapping } from '../cloudformation/values.js';
import { eventOfPattern } from '../event-pattern.js';

type Settings = Readonly<Record<string, unknown>>;
type Event = FunctionTrigger['event'];

/** For each type of event source, what its properties tell about its events. Source: AWS SAM specification, "EventSource". */
const kinds: Readonly<Record<string, (properties: Settings) => Event | undefined>> = {
  Api: ({ Method, Path }) => sample('apigateway-rest', { method: method(Method), route: text(Path) }),
  HttpApi: ({ Method, Path }) => sample('apigateway-http', { method: method(Method), route: text(Path) ?? '$default' }),
  SQS: ({ Queue }) => sample('sqs', { eventSourceARN: text(Queue) }),
  SNS: ({ Topic }) => sample('sns', { topicArn: text(Topic) }),
  S3: ({ Bucket, Events }) =>
    sample('s3', {
      bucket: text(Bucket),
      eventName: text(Array.isArray(Events) ? Events[0] : Events)
        ?.replace(/^s3:/, '')
        .replace(/\*$/, 'Put'),
    }),
  DynamoDB: ({ Stream }) => sample('dynamodb', { eventSourceARN: text(Stream) }),
  Kinesis: ({ Stream }) => sample('kinesis', { eventSourceARN: text(Stream) }),
  MSK: ({ Stream, Topics }) => sample('kafka-msk', { eventSourceArn: text(Stream), topic: firstText(Topics) }),
  SelfManagedKafka: ({ Topics }) => sample('kafka-self-managed', { topic: firstText(Topics) }),
  MQ: ({ Broker, Queues }) => sample('mq-activemq', { eventSourceArn: text(Broker), queue: firstText(Queues) }),
  EventBridgeRule: ruleEvent,
  CloudWatchEvent: ruleEvent,
  Schedule: scheduleEvent,
  ScheduleV2: scheduleEvent,
  CloudWatchLogs: ({ LogGroupName }) => sample('cloudwatch-logs', { logGroup: text(LogGroupName) }),
  IoTRule: () => sample('iot', {}),
};

/** The triggers of a function: its `Events`, in their order, and its URL. What only a deploy knows is left out. */
export async function readSamTriggers({ properties, stack }: DeclaredFunction): Promise<FunctionTrigger[]> {
  const events = properties.get('Events')?.value;
  const entries = isMapping(events) ? Object.values(events) : [];
  const triggers = await Promise.all(
    entries.map(async (event) => {
      const type = isMapping(event) ? event['Type'] : undefined;
      const kind = typeof type === 'string' && Object.hasOwn(kinds, type) ? kinds[type] : undefined;
      if (!isMapping(event) || kind === undefined || typeof type !== 'string') return [];
      const known = await knownParts(event['Properties'], stack.evaluation);
      const found = kind(isMapping(known) ? known : {});
      return found === undefined ? [] : [{ type, event: found }];
    }),
  );
  const url =
    properties.get('FunctionUrlConfig') === undefined ? [] : [{ type: 'url', event: sample('function-url', {}) }];
  return [...triggers.flat(), ...url];
}

function ruleEvent({ Pattern, Input }: Settings): Event {
  return typeof Input === 'string' ? { value: jsonOf(Input) } : sample('eventbridge', eventOfPattern(Pattern));
}

function scheduleEvent({ Input }: Settings): Event {
  return typeof Input === 'string' ? { value: jsonOf(Input) } : sample('schedule', {});
}

function sample(name: string, given: Settings): Event {
  return { sample: name, given: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
}

function method(value: unknown): string | undefined {
  const name = text(value)?.toUpperCase();
  return name === undefined || name === 'ANY' || name === 'X-AMAZON-APIGATEWAY-ANY-METHOD' ? undefined : name;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function firstText(value: unknown): string | undefined {
  return text(Array.isArray(value) ? value[0] : value);
}

function jsonOf(input: string): unknown {
  try {
    return JSON.parse(input);
  } catch {
    return input;
  }
}
