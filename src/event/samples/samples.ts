import { nearestName } from '../../diagnostics/nearest-name.js';
import { UserError } from '../../diagnostics/user-error.js';
import { alb } from './http/alb.js';
import { cloudFrontSamples } from './http/cloudfront.js';
import { functionUrl, httpApi, httpAuthorizer } from './http/http-api.js';
import { requestAuthorizer, restApi, tokenAuthorizer } from './http/rest-api.js';
import { websocket } from './http/websocket.js';
import { msk, selfManagedKafka } from './messaging/kafka.js';
import { firehose, kinesis } from './messaging/kinesis.js';
import { activeMq, rabbitMq } from './messaging/mq.js';
import { sns } from './messaging/sns.js';
import { sqs } from './messaging/sqs.js';
import { iot, stepFunctions } from './operations/any-object.js';
import { cloudWatchLogs } from './operations/cloudwatch-logs.js';
import { codePipeline } from './operations/codepipeline.js';
import { config } from './operations/config.js';
import { eventBridge, schedule } from './operations/eventbridge.js';
import { customResource, rotation } from './operations/secrets-and-resources.js';
import { ses } from './operations/ses.js';
import type { Members, Sample, SamplePlace } from './sample.js';
import { dynamodb } from './storage/dynamodb.js';
import { s3, s3Batch } from './storage/s3.js';
import { appSync, appSyncAuthorizer } from './users/appsync.js';
import { cognitoSamples } from './users/cognito.js';
import { connect } from './users/connect.js';
import { lex, lexV1 } from './users/lex.js';

/** The default region and account of a sample's source; the account is AWS's own example. */
export const somewhere: SamplePlace = { region: 'us-east-1', accountId: '123456789012' };

/** The samples, in the order of the list. */
export const samples: readonly Sample[] = [
  restApi,
  httpApi,
  functionUrl,
  alb,
  websocket,
  requestAuthorizer,
  tokenAuthorizer,
  httpAuthorizer,
  sqs,
  sns,
  kinesis,
  firehose,
  activeMq,
  rabbitMq,
  msk,
  selfManagedKafka,
  s3,
  s3Batch,
  dynamodb,
  eventBridge,
  schedule,
  cloudWatchLogs,
  iot,
  stepFunctions,
  ses,
  codePipeline,
  config,
  rotation,
  customResource,
  ...cognitoSamples,
  ...cloudFrontSamples,
  appSync,
  appSyncAuthorizer,
  connect,
  lex,
  lexV1,
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
