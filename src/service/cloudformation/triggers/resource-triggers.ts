import type { FunctionTrigger } from '../../../lambda/function/function-trigger.js';
import { eventOfPattern } from '../../event-pattern.js';
import type { DeclaredFunction } from '../functions/declared-function.js';
import { knownParts } from '../known-parts.js';
import { isMapping } from '../values.js';
import { authorizer, definedRoutes, integrationRoutes, restMethod } from './api-routes.js';
import { eventSourceMapping } from './event-sources.js';
import { functionReferences, type RefersToFunction } from './function-references.js';
import { s3Notifications } from './s3-notifications.js';
import { type Settings, sample, type TriggerEvent, text, writtenEvent } from './trigger-event.js';
import { userPoolTriggers } from './user-pool.js';

/** A resource that may send events to a function. */
interface Sender {
  readonly logicalId: string;
  readonly type: string;
  /** Its properties, not evaluated. */
  readonly written: Settings;
  readonly resources: ReadonlyMap<string, Settings>;
  readonly refers: RefersToFunction;
  /** Evaluates a value as far as it is known. */
  readonly known: (value: unknown) => Promise<unknown>;
}

type ReadTriggers = (sender: Sender) => Promise<readonly (FunctionTrigger | undefined)[]>;

/**
 * The triggers of a function that other resources of its template are: event source mappings, integrations of APIs, rules,
 * notifications and so on, in the order of the template. What only a deploy knows is left out. Their types have SAM's names.
 */
export async function resourceTriggers({ stack, logicalId }: DeclaredFunction): Promise<FunctionTrigger[]> {
  const resources = await stack.resources();
  const refers = await functionReferences(stack, logicalId);
  const found: FunctionTrigger[] = [];
  for (const [id, resource] of resources) {
    const { Type: type, Properties: properties } = resource;
    const read = typeof type === 'string' && Object.hasOwn(kinds, type) ? kinds[type] : undefined;
    if (read === undefined || typeof type !== 'string' || !isMapping(properties) || !refers(properties)) continue;
    const known = (value: unknown): Promise<unknown> => knownParts(value, stack.evaluation);
    const triggers = await read({ logicalId: id, type, written: properties, resources, refers, known });
    found.push(...triggers.filter((trigger) => trigger !== undefined));
  }
  return found;
}

const openApi =
  (member: string, isHttpApi: boolean): ReadTriggers =>
  async ({ written, refers }) =>
    definedRoutes(written[member], isHttpApi, refers);

const readNotifications: ReadTriggers = ({ type, written, refers, known }) =>
  s3Notifications(type, written, refers, known);

const readAuthorizer: ReadTriggers = async ({ type, written }) => [authorizer(type, written)];

/** For each type of resource: the triggers that it is. Source: CloudFormation template reference. */
const kinds: Readonly<Record<string, ReadTriggers>> = {
  'AWS::Lambda::EventSourceMapping': async ({ written, resources, known }) => [
    eventSourceMapping(await settings(known(written)), written, resources),
  ],
  'AWS::Lambda::Url': async () => [{ type: 'url', event: sample('function-url') }],
  'AWS::ApiGateway::Method': async ({ written, resources, refers }) =>
    refers(written['Integration']) ? [restMethod(written, resources)] : [],
  'AWS::ApiGateway::RestApi': openApi('Body', false),
  'AWS::Serverless::Api': openApi('DefinitionBody', false),
  'AWS::ApiGatewayV2::Api': openApi('Body', true),
  'AWS::Serverless::HttpApi': openApi('DefinitionBody', true),
  'AWS::ApiGatewayV2::Integration': async ({ logicalId, written, resources }) =>
    integrationRoutes(logicalId, written['ApiId'], resources),
  'AWS::ApiGateway::Authorizer': readAuthorizer,
  'AWS::ApiGatewayV2::Authorizer': readAuthorizer,
  'AWS::Events::Rule': ruleTriggers,
  'AWS::Scheduler::Schedule': async ({ written, known }) => {
    const { Input: input } = await settings(known(written['Target']));
    return [{ type: 'ScheduleV2', event: scheduled(input) }];
  },
  'AWS::S3::Bucket': readNotifications,
  'Custom::S3BucketNotifications': readNotifications,
  'AWS::SNS::Subscription': async ({ written, known }) => [
    { type: 'SNS', event: sample('sns', { topicArn: text(await known(written['TopicArn'])) }) },
  ],
  'AWS::SNS::Topic': async ({ written, known }) => [
    { type: 'SNS', event: sample('sns', { topic: text(await known(written['TopicName'])) }) },
  ],
  'AWS::Logs::SubscriptionFilter': async ({ written, known }) => [
    {
      type: 'CloudWatchLogs',
      event: sample('cloudwatch-logs', { logGroup: text(await known(written['LogGroupName'])) }),
    },
  ],
  'AWS::IoT::TopicRule': async () => [{ type: 'IoTRule', event: sample('iot') }],
  'AWS::Cognito::UserPool': async ({ written, refers }) => userPoolTriggers(written, refers),
  'AWS::ElasticLoadBalancingV2::TargetGroup': async () => [{ type: 'ALB', event: sample('alb') }],
  'AWS::Config::ConfigRule': async () => [{ type: 'ConfigRule', event: sample('config') }],
  'AWS::AppSync::DataSource': async () => [{ type: 'AppSync', event: sample('appsync') }],
};

async function settings(value: Promise<unknown>): Promise<Settings> {
  const found = await value;
  return isMapping(found) ? found : {};
}

function scheduled(input: unknown): TriggerEvent {
  return typeof input === 'string' ? writtenEvent(input) : sample('schedule');
}

async function ruleTriggers({ written, refers, known }: Sender): Promise<FunctionTrigger[]> {
  const targets = Array.isArray(written['Targets']) ? written['Targets'].filter(refers) : [];
  const pattern = await known(written['EventPattern']);
  return Promise.all(
    targets.map(async (target) => {
      const { Input: input } = await settings(known(target));
      if (pattern === undefined) return { type: 'Schedule', event: scheduled(input) };
      const event = typeof input === 'string' ? writtenEvent(input) : sample('eventbridge', eventOfPattern(pattern));
      return { type: 'EventBridgeRule', event };
    }),
  );
}
