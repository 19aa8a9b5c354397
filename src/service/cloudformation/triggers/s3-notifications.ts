import type { FunctionTrigger } from '../../../lambda/function/function-trigger.js';
import { isMapping } from '../values.js';
import type { RefersToFunction } from './function-references.js';
import { type Settings, s3EventName, sample, text } from './trigger-event.js';

/** Where the properties of a resource have what they say of notifications. */
interface NotificationMembers {
  readonly list: string;
  readonly target: string;
  readonly events: string;
  readonly filter: readonly [string, string];
}

/** CloudFormation's own ("AWS::S3::Bucket NotificationConfiguration"), and what the CDK makes, which has S3's names. */
const membersOf: Readonly<Record<string, NotificationMembers>> = {
  'AWS::S3::Bucket': {
    list: 'LambdaConfigurations',
    target: 'Function',
    events: 'Event',
    filter: ['S3Key', 'Rules'],
  },
  'Custom::S3BucketNotifications': {
    list: 'LambdaFunctionConfigurations',
    target: 'LambdaFunctionArn',
    events: 'Events',
    filter: ['Key', 'FilterRules'],
  },
};

/** The notifications of a bucket that a function gets. */
export async function s3Notifications(
  type: string,
  written: Settings,
  refers: RefersToFunction,
  known: (value: unknown) => Promise<unknown>,
): Promise<FunctionTrigger[]> {
  const members = membersOf[type];
  const configuration = written['NotificationConfiguration'];
  const list = members && isMapping(configuration) ? configuration[members.list] : undefined;
  if (members === undefined || !Array.isArray(list)) return [];
  const bucket = text(await known(written['BucketName']));
  const [filter, rules] = members.filter;
  return Promise.all(
    list
      .filter((each) => isMapping(each) && refers(each[members.target]))
      .map(async (each): Promise<FunctionTrigger> => {
        const value = await known(each);
        const found = isMapping(value) ? value : {};
        const keys = isMapping(found['Filter']) ? found['Filter'][filter] : undefined;
        const key = keyOf(isMapping(keys) ? keys[rules] : undefined);
        return { type: 'S3', event: sample('s3', { bucket, key, eventName: s3EventName(found[members.events]) }) };
      }),
  );
}

/** A key that fits the rules; `undefined` where there are none. */
function keyOf(rules: unknown): string | undefined {
  const list = Array.isArray(rules) ? rules.filter(isMapping) : [];
  const rule = (name: string): string =>
    text(list.find((each) => String(each['Name']).toLowerCase() === name)?.['Value']) ?? '';
  return list.length === 0 ? undefined : `${rule('prefix')}object${rule('suffix')}`;
}
