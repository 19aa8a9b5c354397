import type { FunctionTrigger } from '../../../../lambda/function/function-trigger.js';
import { userPoolEvent } from '../../../cloudformation/triggers/user-pool.js';
import { isMapping } from '../../../document/config-node.js';
import { eventOfPattern } from '../../../event-pattern.js';

type Settings = Readonly<Record<string, unknown>>;
type Event = FunctionTrigger['event'];

/**
 * For each kind of trigger: what its settings tell about the events that it sends. Source: Serverless Framework
 * documentation, "Events".
 */
const kinds: Readonly<Record<string, (settings: Settings, written: unknown) => Event | undefined>> = {
  http: (settings, written) => httpEvent('apigateway-rest', settings, written),
  httpApi: (settings, written) => httpEvent('apigateway-http', settings, written),
  websocket: (settings, written) => sample('apigateway-websocket', { route: text(written) ?? text(settings['route']) }),
  alb: ({ conditions }) => {
    const { path, method } = isMapping(conditions) ? conditions : {};
    return sample('alb', { path: first(path)?.replaceAll('*', '1'), method: first(method) });
  },
  sqs: (settings, written) => sample('sqs', { eventSourceARN: arnIn(written) ?? arnIn(settings['arn']) }),
  sns: snsEvent,
  stream: streamEvent,
  s3: s3Event,
  kafka: ({ topic }) => sample('kafka-self-managed', { topic: text(topic) }),
  msk: ({ topic, arn }) => sample('kafka-msk', { topic: text(topic), eventSourceArn: arnIn(arn) }),
  activemq: ({ queue, arn }) => sample('mq-activemq', { queue: text(queue), eventSourceArn: arnIn(arn) }),
  rabbitmq: ({ queue, virtualHost, arn }) =>
    sample('mq-rabbitmq', { queue: text(queue), virtualHost: text(virtualHost), eventSourceArn: arnIn(arn) }),
  schedule: ({ input }) => (input === undefined ? sample('schedule', {}) : { value: jsonOf(input) }),
  eventBridge: ({ pattern, schedule, input }) => {
    if (input !== undefined) return { value: jsonOf(input) };
    return schedule === undefined ? sample('eventbridge', eventOfPattern(pattern)) : sample('schedule', {});
  },
  cloudwatchEvent: ({ event, input }) =>
    input === undefined ? sample('eventbridge', eventOfPattern(event)) : { value: jsonOf(input) },
  cloudwatchLog: (settings, written) =>
    sample('cloudwatch-logs', { logGroup: text(written) ?? text(settings['logGroup']) }),
  iot: () => sample('iot', {}),
  cognitoUserPool: ({ trigger }) => userPoolEvent(trigger),
  cloudFront: ({ eventType }) => sample(`cloudfront-${text(eventType) ?? 'viewer-request'}`, {}),
};

/** The event that a kind of trigger sends; `undefined` if there is no sample for it. */
export function triggerOf(type: string, written: unknown): FunctionTrigger | undefined {
  const kind = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
  const event = kind?.(isMapping(written) ? written : {}, written);
  return event === undefined ? undefined : { type, event };
}

function sample(name: string, given: Readonly<Record<string, unknown>>): Event {
  return { sample: name, given: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) };
}

/** `GET /orders/{id}`, or `method` and `path`; `*` and `any` mean every method and path. */
function httpEvent(name: string, settings: Settings, written: unknown): Event {
  const [method, path] =
    typeof written === 'string' ? splitRoute(written) : [text(settings['method']), text(settings['path'])];
  const isAny = method === undefined || method === '*' || method.toLowerCase() === 'any';
  const route = path === undefined || path === '*' ? '$default' : `/${path.replace(/^\//, '')}`;
  if (name === 'apigateway-rest')
    return sample(name, { ...(isAny ? {} : { method }), ...(path === undefined ? {} : { route }) });
  return sample(name, { ...(isAny ? {} : { method }), route });
}

function splitRoute(written: string): [string | undefined, string | undefined] {
  const [method, path] = written.trim().split(/\s+/);
  return path === undefined ? [undefined, method] : [method, path];
}

function snsEvent(settings: Settings, written: unknown): Event {
  const [arn, name] = [arnIn(written) ?? arnIn(settings['arn']), text(written) ?? text(settings['topicName'])];
  return arn === undefined ? sample('sns', { topic: name }) : sample('sns', { topicArn: arn });
}

function streamEvent(settings: Settings, written: unknown): Event | undefined {
  const arn = arnIn(written) ?? arnIn(settings['arn']);
  const type = text(settings['type']) ?? arn?.split(':')[2];
  if (type !== 'dynamodb' && type !== 'kinesis') return undefined;
  return sample(type, { eventSourceARN: arn });
}

/** A bucket, its kinds of events, and the prefix and suffix of their keys. */
function s3Event(settings: Settings, written: unknown): Event {
  const rules = Array.isArray(settings['rules']) ? settings['rules'].filter(isMapping) : [];
  const rule = (name: string): string => rules.map((each) => text(each[name])).find((each) => each !== undefined) ?? '';
  const key = rules.length === 0 ? undefined : `${rule('prefix')}object${rule('suffix')}`;
  const event = text(settings['event'])?.replace(/^s3:/, '').replace(/\*$/, 'Put');
  return sample('s3', { bucket: text(written) ?? text(settings['bucket']), key, eventName: event });
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function arnIn(value: unknown): string | undefined {
  return typeof value === 'string' && value.startsWith('arn:') ? value : undefined;
}

function first(value: unknown): string | undefined {
  return text(Array.isArray(value) ? value[0] : value);
}

/** An input is written as a mapping, or as JSON text. */
function jsonOf(input: unknown): unknown {
  if (typeof input !== 'string') return input;
  try {
    return JSON.parse(input);
  } catch {
    return input;
  }
}
