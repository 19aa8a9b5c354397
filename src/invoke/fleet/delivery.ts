import type { Delivery } from '../../aws-gateway/run/deliver.js';

/** What Lambda hands over at the end of an event that nobody waited for. */
export interface Handed {
  /** The function's ARN, with its version or alias. */
  readonly functionArn: string;
  readonly isSuccess: boolean;
  /** The record of the event, or for dead letters the event itself. */
  readonly text: string;
  /** What stands beside dead letters; a record has it in itself. */
  readonly failure?: { readonly requestId: string; readonly message: string };
}

/**
 * The request with which Lambda hands a record to a queue, a topic, a bus or a function, or dead letters to a queue or a topic. Source: Lambda
 * developer guide, "Capturing records of Lambda asynchronous invocations" and "Adding a dead-letter queue".
 * @returns `undefined` for anything else, such as a bucket
 */
export function deliveryTo(destination: string, handed: Handed): Delivery | undefined {
  const [, partition = '', service, region = '', account = '', resource = ''] =
    /^arn:([^:]*):([^:]*):([^:]*):([^:]*):(.+)$/.exec(destination) ?? [];
  switch (service) {
    case 'sqs': {
      const domain = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
      const url = `https://sqs.${region}.${domain}/${account}/${resource}`;
      return json('sqs', region, 'AmazonSQS.SendMessage', '1.0', {
        QueueUrl: url,
        MessageBody: handed.text,
        ...(handed.failure === undefined ? {} : { MessageAttributes: attributesOf(handed.failure) }),
      });
    }
    case 'sns':
      return { signingName: 'sns', region, headers: form, body: publish(destination, handed).toString() };
    case 'events': {
      const detailType = `Lambda Function Invocation Result - ${handed.isSuccess ? 'Success' : 'Failure'}`;
      const entry = {
        EventBusName: destination,
        Source: 'lambda',
        DetailType: detailType,
        Detail: handed.text,
        Resources: [handed.functionArn, destination],
      };
      return handed.failure === undefined
        ? json('events', region, 'AWSEvents.PutEvents', '1.1', { Entries: [entry] })
        : undefined;
    }
    case 'lambda':
      return handed.failure === undefined ? invocationOf(destination, region, handed.text) : undefined;
    default:
      return undefined;
  }
}

/**
 * The request with which Lambda hands a record to a function.
 * @param functionName its name or its ARN, with a version or an alias where there is one
 */
export function invocationOf(functionName: string, region: string, record: string): Delivery {
  return {
    signingName: 'lambda',
    region,
    path: `/2015-03-31/functions/${encodeURIComponent(functionName)}/invocations`,
    headers: { 'content-type': 'application/json', 'x-amz-invocation-type': 'Event' },
    body: record,
  };
}

const form = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };

function json(signingName: string, region: string, target: string, version: string, members: object): Delivery {
  const headers = { 'content-type': `application/x-amz-json-${version}`, 'x-amz-target': target };
  return { signingName, region, headers, body: JSON.stringify(members) };
}

function publish(topic: string, { text, failure }: Handed): URLSearchParams {
  const asked = new URLSearchParams({ Action: 'Publish', Version: '2010-03-31', TopicArn: topic, Message: text });
  if (failure === undefined) return asked;
  for (const [index, [name, value]] of Object.entries(attributesOf(failure)).entries()) {
    const entry = `MessageAttributes.entry.${index + 1}`;
    asked.set(`${entry}.Name`, name);
    asked.set(`${entry}.Value.DataType`, value.DataType);
    asked.set(`${entry}.Value.StringValue`, value.StringValue);
  }
  return asked;
}

/** An error of the function is one of status 200. Of its message there are 1 KB. */
function attributesOf({ requestId, message }: NonNullable<Handed['failure']>) {
  const text = Buffer.from(message)
    .subarray(0, 1024)
    .toString('utf8')
    .replace(/\uFFFD$/, '');
  return {
    RequestID: { DataType: 'String', StringValue: requestId },
    ErrorCode: { DataType: 'Number', StringValue: '200' },
    ErrorMessage: { DataType: 'String', StringValue: text === '' ? 'unknown' : text },
  };
}
