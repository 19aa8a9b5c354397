import { bodyText, md5 } from '../encode-body.js';
import { recordSample } from '../sample.js';

/** "Using Lambda with Amazon SQS". */
export const sqs = recordSample({
  name: 'sqs',
  title: 'SQS',
  list: 'Records',
  record: ({ region, accountId }) => ({
    messageId: '059f36b4-87a3-44ab-83d2-661975830a7d',
    receiptHandle: 'AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a',
    body: '{}',
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '1767268800000',
      SenderId: 'AIDAIENQZJOLO23YVJ4VO',
      ApproximateFirstReceiveTimestamp: '1767268800001',
    },
    messageAttributes: {},
    md5OfBody: md5('{}'),
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:${region}:${accountId}:queue`,
    awsRegion: region,
  }),
  optional: ['md5OfMessageAttributes'],
  setters: {
    body: (record, value) => {
      const body = bodyText(value);
      record['body'] = body;
      record['md5OfBody'] = md5(body);
    },
    queue: (record, value, { region, accountId }) => {
      record['eventSourceARN'] = `arn:aws:sqs:${region}:${accountId}:${String(value)}`;
    },
  },
});
