import { nearestName } from '../../diagnostics/nearest-name.js';
import { UserError } from '../../diagnostics/user-error.js';
import { cloudFrontSamples } from './cloudfront.js';
import { cognitoSamples } from './cognito.js';
import { conversationSamples } from './conversations.js';
import { eventSamples } from './events.js';
import { httpSamples } from './http-apis.js';
import { queueSamples } from './queues.js';
import type { Members, Sample, SamplePlace } from './sample.js';
import { storageSamples } from './storage.js';
import { websocket } from './websocket.js';

/** The default region and account of a sample's source; the account is AWS's own example. */
export const somewhere: SamplePlace = { region: 'us-east-1', accountId: '123456789012' };

/** The samples, in the order of the list. */
export const samples: readonly Sample[] = [
  ...httpSamples,
  websocket,
  ...queueSamples,
  ...storageSamples,
  ...eventSamples,
  ...cognitoSamples,
  ...cloudFrontSamples,
  ...conversationSamples,
];

const byName = new Map(samples.map((sample) => [sample.name, sample]));

/** Names that other tools have for a sample, such as those of `sam local generate-event`. */
const otherNames: Readonly<Record<string, string>> = {
  http: 'apigateway-rest',
  httpapi: 'apigateway-http',
  apigateway: 'apigateway-rest',
  websocket: 'apigateway-websocket',
  'apigateway-aws-proxy': 'apigateway-rest',
  'apigateway-http-api-proxy': 'apigateway-http',
  'application-load-balancer': 'alb',
  'lambda-url': 'function-url',
  'dynamodb-stream': 'dynamodb',
  'dynamodb-update': 'dynamodb',
  'kinesis-stream': 'kinesis',
  'event-bridge': 'eventbridge',
  'cloudwatch-event': 'eventbridge',
  'cloudwatch-scheduled-event': 'schedule',
  'scheduled-event': 'schedule',
  'cloudwatch-log': 'cloudwatch-logs',
  activemq: 'mq-activemq',
  rabbitmq: 'mq-rabbitmq',
  msk: 'kafka-msk',
  kafka: 'kafka-self-managed',
  'lex-v2': 'lex',
  stepfunctions: 'step-functions',
};

/**
 * The sample of a name.
 * @throws UserError where there is none
 */
export function findSample(name: string): Sample {
  const lower = name.toLowerCase();
  const found = byName.get(lower) ?? byName.get((Object.hasOwn(otherNames, lower) && otherNames[lower]) || '');
  if (found !== undefined) return found;
  const nearest = nearestName(lower, [...byName.keys(), ...Object.keys(otherNames)]);
  throw new UserError({
    code: 'sample-unknown',
    message: `There is no sample event ${name}.`,
    hint:
      nearest === undefined
        ? '`invoke-local event` lists them.'
        : `Did you mean ${nearest}? \`invoke-local event\` lists them all.`,
  });
}

/**
 * A sample event, as JSON.
 * @param given members that are set
 * @throws UserError where there is no such sample, or it has no such member
 */
export function sampleEvent(name: string, given: Readonly<Members> = {}, place: SamplePlace = somewhere): string {
  return JSON.stringify(findSample(name).make(given, place));
}
