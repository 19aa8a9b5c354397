import type { FunctionTrigger } from '../../lambda/function/function-trigger.js';
import type { DeclaredFunction } from '../cloudformation/functions/declared-function.js';
import { knownParts } from '../cloudformation/known-parts.js';
import { resourceTriggers } from '../cloudformation/triggers/resource-triggers.js';
import {
  firstText,
  methodOf,
  type Settings,
  s3EventName,
  sample,
  type TriggerEvent,
  text,
  writtenEvent,
} from '../cloudformation/triggers/trigger-event.js';
import { userPoolEvent } from '../cloudformation/triggers/user-pool.js';
import { isMapping } from '../cloudformation/values.js';
import { eventOfPattern } from '../event-pattern.js';

/** For each type of event source, what its properties tell about its events. Source: AWS SAM specification, "EventSource". */
const kinds: Readonly<Record<string, (properties: Settings) => TriggerEvent | undefined>> = {
  Api: ({ Method, Path }) => sample('apigateway-rest', { method: methodOf(Method), route: text(Path) }),
  HttpApi: ({ Method, Path }) =>
    sample('apigateway-http', { method: methodOf(Method), route: text(Path) ?? '$default' }),
  SQS: ({ Queue }) => sample('sqs', { eventSourceARN: text(Queue) }),
  SNS: ({ Topic }) => sample('sns', { topicArn: text(Topic) }),
  S3: ({ Bucket, Events }) =>
    sample('s3', {
      bucket: text(Bucket),
      eventName: s3EventName(Events),
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
  IoTRule: () => sample('iot'),
  Cognito: ({ Trigger }) => userPoolEvent(firstText(Trigger)),
};

/**
 * The triggers of a function: its `Events`, in their order, its URL, and what other resources of the template send to it. What only a
 * deploy knows is left out.
 */
export async function readSamTriggers(declared: DeclaredFunction): Promise<FunctionTrigger[]> {
  const { properties, stack } = declared;
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
  const url = properties.get('FunctionUrlConfig') === undefined ? [] : [{ type: 'url', event: sample('function-url') }];
  return [...triggers.flat(), ...url, ...(await resourceTriggers(declared))];
}

function ruleEvent({ Pattern, Input }: Settings): TriggerEvent {
  return typeof Input === 'string' ? writtenEvent(Input) : sample('eventbridge', eventOfPattern(Pattern));
}

function scheduleEvent({ Input }: Settings): TriggerEvent {
  return typeof Input === 'string' ? writtenEvent(Input) : sample('schedule');
}
