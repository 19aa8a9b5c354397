import type { Call, Json } from '../call.js';
import { arn, items, named, structure, text } from '../members.js';
import type { Rule, ServiceRules } from './rule.js';

/** The ARN of a queue by its URL, `https://…/account/name`, or by its name. */
function queueOf(call: Call): string | undefined {
  const url = text(call.members['QueueUrl']);
  const [, account = text(call.members['QueueOwnerAWSAccountId'])] = /\/(\d{12})\/[^/]+$/.exec(url ?? '') ?? [];
  const name = text(call.members['QueueName']) ?? url?.split('/').at(-1);
  return name === undefined ? undefined : arn({ ...call, account: account ?? call.account }, 'sqs', name);
}

/** Batches need what single requests need. Source: Amazon SQS developer guide, "API permissions". */
export const sqs: ServiceRules = {
  actions: {
    ChangeMessageVisibilityBatch: 'ChangeMessageVisibility',
    DeleteMessageBatch: 'DeleteMessage',
    SendMessageBatch: 'SendMessage',
  },
  resource: queueOf,
};

function topicOf(call: Call): string | undefined {
  const { TopicArn: topic, TargetArn: target, ResourceArn: resource, SubscriptionArn: subscription } = call.members;
  const found = text(topic) ?? text(target) ?? text(resource) ?? text(subscription)?.replace(/:[^:]*$/, '');
  return found ?? named(call, 'sns', '', text(call.members['Name']));
}

/** A text message to a telephone has no resource. */
const publish: Rule = (call) => [
  { action: 'sns:Publish', resource: text(call.members['PhoneNumber']) === undefined ? topicOf(call) : '*' },
];

export const sns: ServiceRules = {
  actions: { PublishBatch: 'Publish' },
  resource: topicOf,
  rules: { Publish: publish, PublishBatch: publish },
};

function busOf(call: Call, name: Json | undefined): string | undefined {
  return named(call, 'events', 'event-bus/', text(name) ?? 'default');
}

/** Each event goes to a bus of its own. */
const putEvents: Rule = (call) =>
  items(call.members['Entries']).map((entry) => {
    const { EventBusName: bus, Source: source, DetailType: type } = structure(entry);
    return {
      action: 'events:PutEvents',
      resource: busOf(call, bus),
      context: {
        ...(text(source) === undefined ? {} : { 'events:source': String(source) }),
        ...(text(type) === undefined ? {} : { 'events:detail-type': String(type) }),
      },
    };
  });

export const events: ServiceRules = {
  rules: {
    PutEvents: putEvents,
    PutTargets: (call) => {
      const bus = text(call.members['EventBusName']);
      const rule = text(call.members['Rule']);
      const path = bus === undefined || bus === 'default' ? rule : `${bus.split('/').at(-1)}/${rule}`;
      return [
        { action: 'events:PutTargets', resource: rule === undefined ? undefined : arn(call, 'events', `rule/${path}`) },
        ...items(call.members['Targets']).flatMap((target) => {
          const role = text(structure(target)['RoleArn']);
          return role === undefined ? [] : [passRole(role, 'events.amazonaws.com')];
        }),
      ];
    },
  },
};

/** Handing a role to a service is a permission of its own. Source: IAM user guide, "Grant a user permissions to pass a role". */
export function passRole(role: string, service: string) {
  return { action: 'iam:PassRole', resource: role, context: { 'iam:PassedToService': service } };
}

function scheduleOf(call: Call): string | undefined {
  const name = text(call.members['Name']);
  const group = text(call.members['GroupName']) ?? 'default';
  return name === undefined ? undefined : arn(call, 'scheduler', `schedule/${group}/${name}`);
}

const withRole: Rule = (call) => {
  const role = text(structure(call.members['Target'])['RoleArn']);
  return [
    { action: `scheduler:${call.operation}`, resource: scheduleOf(call) },
    ...(role === undefined ? [] : [passRole(role, 'scheduler.amazonaws.com')]),
  ];
};

export const scheduler: ServiceRules = {
  resource: scheduleOf,
  rules: { CreateSchedule: withRole, UpdateSchedule: withRole },
};

function streamOf(call: Call): string | undefined {
  return text(call.members['StreamARN']) ?? named(call, 'kinesis', 'stream/', text(call.members['StreamName']));
}

export const kinesis: ServiceRules = { resource: streamOf };

export const firehose: ServiceRules = {
  resource: (call) => named(call, 'firehose', 'deliverystream/', text(call.members['DeliveryStreamName'])),
};
