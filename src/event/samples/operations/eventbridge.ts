import { eventSample } from '../sample.js';

/** "EventBridge event structure". */
export const eventBridge = eventSample({
  name: 'eventbridge',
  title: 'EventBridge',
  event: ({ region, accountId }) => ({
    version: '0',
    id: '17793124-05d4-b198-2fde-7ededc63b103',
    'detail-type': 'detail type',
    source: 'com.example',
    account: accountId,
    time: '2026-01-01T12:00:00Z',
    region,
    resources: [],
    detail: {},
  }),
  optional: ['replay-name'],
  setters: {
    detail: (event, value) => {
      event['detail'] = value;
    },
    detailType: (event, value) => {
      event['detail-type'] = value;
    },
  },
});

/** A rule of EventBridge with a schedule ("Creating an Amazon EventBridge rule that runs on a schedule"). */
export const schedule = eventSample({
  name: 'schedule',
  title: 'Schedule',
  event: ({ region, accountId }) => ({
    version: '0',
    id: '53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa',
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: accountId,
    time: '2026-01-01T12:00:00Z',
    region,
    resources: [`arn:aws:events:${region}:${accountId}:rule/rule`],
    detail: {},
  }),
  setters: {
    rule: (event, value) => {
      const { account, region } = event as { account: string; region: string };
      event['resources'] = [`arn:aws:events:${region}:${account}:rule/${String(value)}`];
    },
  },
});
