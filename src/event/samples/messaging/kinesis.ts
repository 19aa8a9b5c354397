import { bodyBase64 } from '../encode-body.js';
import { recordSample } from '../sample.js';
import { within } from './within.js';

/** "Using Lambda with Amazon Kinesis". */
export const kinesis = recordSample({
  name: 'kinesis',
  title: 'Kinesis data stream',
  list: 'Records',
  record: ({ region, accountId }) => ({
    kinesis: {
      kinesisSchemaVersion: '1.0',
      partitionKey: '1',
      sequenceNumber: '49590338271490256608559692538361571095921575989136588898',
      data: bodyBase64({}),
      approximateArrivalTimestamp: 1_767_268_800.123,
    },
    eventSource: 'aws:kinesis',
    eventVersion: '1.0',
    eventID: 'shardId-000000000006:49590338271490256608559692538361571095921575989136588898',
    eventName: 'aws:kinesis:record',
    invokeIdentityArn: `arn:aws:iam::${accountId}:role/lambda-role`,
    awsRegion: region,
    eventSourceARN: `arn:aws:kinesis:${region}:${accountId}:stream/stream`,
  }),
  setters: {
    data: within('kinesis', 'data', bodyBase64),
    partitionKey: within('kinesis', 'partitionKey'),
    stream: (record, value, { region, accountId }) => {
      record['eventSourceARN'] = `arn:aws:kinesis:${region}:${accountId}:stream/${String(value)}`;
    },
  },
});

/** "Amazon Data Firehose Data Transformation". */
export const firehose = recordSample({
  name: 'firehose',
  title: 'Data Firehose, transformation',
  list: 'records',
  envelope: ({ region, accountId }) => ({
    invocationId: 'a7234216-12b6-4bc0-96d7-82606c0e80cf',
    deliveryStreamArn: `arn:aws:firehose:${region}:${accountId}:deliverystream/delivery`,
    region,
  }),
  record: () => ({
    recordId: '49546986683135544286507457936321625675700192471156785154000000',
    approximateArrivalTimestamp: 1_767_268_800_123,
    data: bodyBase64({}),
  }),
  optional: ['kinesisRecordMetadata'],
  setters: {
    data: (record, value) => {
      record['data'] = bodyBase64(value);
    },
  },
});
