import { bodyBase64, bodyText, md5 } from './encode-body.js';
import { isObject, mergeMembers } from './merge-members.js';
import { type Members, recordSample, type Sample, type Setter } from './sample.js';

/** A setter that merges a value into a nested member. */
const within =
  (holder: string, name: string, encode: (value: unknown) => unknown = (value) => value): Setter =>
  (record, value) => {
    record[holder] = mergeMembers(record[holder], { [name]: encode(value) });
  };

/** The resource's name: the last part of an ARN. */
const named =
  (member: string, service: string): Setter =>
  (record, value, { region, accountId }) => {
    record[member] = `arn:aws:${service}:${region}:${accountId}:${String(value)}`;
  };

/** "Using Lambda with Amazon SQS". */
const sqs = recordSample({
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
    queue: named('eventSourceARN', 'sqs'),
  },
});

/** "Using Lambda with Amazon SNS". */
const sns = recordSample({
  name: 'sns',
  title: 'SNS',
  list: 'Records',
  record: ({ region, accountId }) => ({
    EventSource: 'aws:sns',
    EventVersion: '1.0',
    EventSubscriptionArn: `arn:aws:sns:${region}:${accountId}:topic:21be56ed-a058-49f5-8c98-aedd2564c486`,
    Sns: {
      Type: 'Notification',
      MessageId: '95df01b4-ee98-5cb9-9903-4c221d41eb5e',
      TopicArn: `arn:aws:sns:${region}:${accountId}:topic`,
      Subject: 'subject',
      Message: '{}',
      Timestamp: '2026-01-01T12:00:00.000Z',
      SignatureVersion: '1',
      Signature: 'EXAMPLE',
      SigningCertUrl: `https://sns.${region}.amazonaws.com/SimpleNotificationService-0.pem`,
      UnsubscribeUrl: `https://sns.${region}.amazonaws.com/?Action=Unsubscribe`,
      MessageAttributes: {},
    },
  }),
  setters: {
    Message: within('Sns', 'Message', bodyText),
    message: within('Sns', 'Message', bodyText),
    subject: within('Sns', 'Subject'),
    messageAttributes: within('Sns', 'MessageAttributes'),
    topicArn: (record, value) => {
      within('Sns', 'TopicArn')(record, value, { region: '', accountId: '' });
      record['EventSubscriptionArn'] = `${String(value)}:21be56ed-a058-49f5-8c98-aedd2564c486`;
    },
    topic: (record, value, { region, accountId }) => {
      const arn = `arn:aws:sns:${region}:${accountId}:${String(value)}`;
      record['Sns'] = mergeMembers(record['Sns'], { TopicArn: arn });
      record['EventSubscriptionArn'] = `${arn}:21be56ed-a058-49f5-8c98-aedd2564c486`;
    },
  },
});

/** "Using Lambda with Amazon Kinesis". */
const kinesis = recordSample({
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
const firehose = recordSample({
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

/** The ARN of a broker of Amazon MQ, whichever engine it runs. */
const brokerArn = 'arn:aws:mq:REGION:ACCOUNT:broker:broker:b-9bcfa592-423a-4942-879d-eb284b418fc8';

function arnOf({ region, accountId }: { readonly region: string; readonly accountId: string }): string {
  return brokerArn.replace('REGION', region).replace('ACCOUNT', accountId);
}

/** "Using Lambda with Amazon MQ", Apache ActiveMQ. */
const activeMq = recordSample({
  name: 'mq-activemq',
  title: 'Amazon MQ, ActiveMQ',
  list: 'messages',
  envelope: (place) => ({ eventSource: 'aws:amq', eventSourceArn: arnOf(place) }),
  record: () => ({
    messageID: 'ID:b-9bcfa592-423a-4942-879d-eb284b418fc8-1.mq.amazonaws.com-37557-1234520418293-4:1:1:1:1',
    messageType: 'jms/text-message',
    deliveryMode: 1,
    replyTo: null,
    type: null,
    expiration: '60000',
    priority: 1,
    correlationId: 'correlation',
    redelivered: false,
    destination: { physicalName: 'queue' },
    data: bodyBase64({}),
    timestamp: 1_767_268_800_000,
    brokerInTime: 1_767_268_800_001,
    brokerOutTime: 1_767_268_800_002,
    properties: {},
  }),
  setters: {
    data: (record, value) => {
      record['data'] = bodyBase64(value);
    },
    queue: (record, value) => {
      record['destination'] = { physicalName: String(value) };
    },
  },
});

/** "Using Lambda with Amazon MQ", RabbitMQ: the messages are by queue and virtual host. */
const rabbitMq: Sample = (() => {
  const messages = recordSample({
    name: 'mq-rabbitmq',
    title: 'Amazon MQ, RabbitMQ',
    list: 'messages',
    envelope: (place) => ({ eventSource: 'aws:rmq', eventSourceArn: arnOf(place) }),
    record: () => ({
      basicProperties: {
        contentType: 'application/json',
        contentEncoding: null,
        headers: {},
        deliveryMode: 1,
        priority: 34,
        correlationId: null,
        replyTo: null,
        expiration: '60000',
        messageId: null,
        timestamp: 'Jan 1, 2026, 12:00:00 PM',
        type: null,
        userId: 'user',
        appId: null,
        clusterId: null,
        bodySize: 2,
      },
      redelivered: false,
      data: bodyBase64({}),
    }),
    setters: {
      data: (record, value) => {
        const text = bodyText(value);
        record['data'] = bodyBase64(value);
        record['basicProperties'] = mergeMembers(record['basicProperties'], { bodySize: Buffer.byteLength(text) });
      },
    },
  });
  return {
    ...messages,
    members: [...messages.members, 'queue', 'virtualHost'],
    make: (given, place) => {
      const { queue = 'queue', virtualHost = '/', ...rest } = given;
      const { messages: listed, ...around } = messages.make(rest, place) as Members;
      return { ...around, rmqMessagesByQueue: { [`${String(queue)}::${String(virtualHost)}`]: listed } };
    },
  };
})();

/** Kafka's records by topic and partition ("Using Lambda with Amazon MSK", "… with self-managed Apache Kafka"). */
function kafka(name: string, title: string, envelope: Parameters<typeof recordSample>[0]['envelope']): Sample {
  const records = recordSample({
    name,
    title,
    list: 'records',
    ...(envelope === undefined ? {} : { envelope }),
    record: () => ({
      topic: 'topic',
      partition: 0,
      offset: 15,
      timestamp: 1_767_268_800_000,
      timestampType: 'CREATE_TIME',
      key: bodyBase64('key'),
      value: bodyBase64({}),
      headers: [],
    }),
    setters: {
      key: (record, value) => {
        record['key'] = bodyBase64(value);
      },
      value: (record, value) => {
        record['value'] = bodyBase64(value);
      },
      headers: (record, value) => {
        record['headers'] = isObject(value)
          ? Object.entries(value).map(([header, text]) => ({ [header]: [...Buffer.from(String(text))] }))
          : value;
      },
    },
  });
  return {
    ...records,
    make: (given, place) => {
      const { records: listed, ...around } = records.make(given, place) as { records: readonly Members[] };
      const byPartition: Record<string, Members[]> = {};
      for (const record of listed) {
        const partition = `${String(record['topic'])}-${String(record['partition'])}`;
        byPartition[partition] = [...(byPartition[partition] ?? []), record];
      }
      return { ...around, records: byPartition };
    },
  };
}

const bootstrapServers = 'b-1.cluster.kafka.example.com:9092,b-2.cluster.kafka.example.com:9092';

const msk = kafka('kafka-msk', 'Kafka, MSK', ({ region, accountId }) => ({
  eventSource: 'aws:kafka',
  eventSourceArn: `arn:aws:kafka:${region}:${accountId}:cluster/cluster/751d2973-a626-431c-9d4e-d7975eb44dd7-2`,
  bootstrapServers,
}));

const selfManagedKafka = kafka('kafka-self-managed', 'Kafka, self-managed', () => ({
  eventSource: 'SelfManagedKafka',
  bootstrapServers,
}));

export const queueSamples: readonly Sample[] = [sqs, sns, kinesis, firehose, activeMq, rabbitMq, msk, selfManagedKafka];
