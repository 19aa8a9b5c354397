import { describe, expect, test } from '@jest/globals';
import { deliveryTo } from '../../../src/invoke/fleet/delivery.js';

const functionArn = 'arn:aws:lambda:eu-west-1:123456789012:function:f:$LATEST';
const record = { functionArn, isSuccess: true, text: '{"version":"1.0"}' };
const letter = { ...record, isSuccess: false, failure: { requestId: 'id', message: `${'a'.repeat(1023)}é` } };
const json = (destination: string, handed: typeof record): unknown =>
  JSON.parse(deliveryTo(destination, handed)?.body ?? 'null');

describe('what Lambda hands over', () => {
  test('goes to a queue in its region and partition', () => {
    const to = 'arn:aws-cn:sqs:cn-north-1:123456789012:jobs';
    expect(deliveryTo(to, record)).toMatchObject({ signingName: 'sqs', region: 'cn-north-1' });
    expect(json(to, record)).toEqual({
      QueueUrl: 'https://sqs.cn-north-1.amazonaws.com.cn/123456789012/jobs',
      MessageBody: record.text,
    });
  });

  test('has at most 1 KB of the error beside dead letters, in whole characters', () => {
    const asked = json('arn:aws:sqs:eu-west-1:123456789012:jobs', letter) as { MessageAttributes: object };
    expect(asked.MessageAttributes).toEqual({
      RequestID: { DataType: 'String', StringValue: 'id' },
      ErrorCode: { DataType: 'Number', StringValue: '200' },
      ErrorMessage: { DataType: 'String', StringValue: 'a'.repeat(1023) },
    });
    const form = new URLSearchParams(deliveryTo('arn:aws:sns:eu-west-1:123456789012:news', letter)?.body);
    expect(Object.fromEntries(form)).toMatchObject({
      Action: 'Publish',
      TopicArn: 'arn:aws:sns:eu-west-1:123456789012:news',
      Message: record.text,
      'MessageAttributes.entry.3.Name': 'ErrorMessage',
      'MessageAttributes.entry.3.Value.StringValue': 'a'.repeat(1023),
    });
  });

  test.each([
    [true, 'Success'],
    [false, 'Failure'],
  ])('is an event of a bus (%s)', (isSuccess, word) => {
    const bus = 'arn:aws:events:eu-west-1:123456789012:event-bus/own';
    expect(json(bus, { ...record, isSuccess })).toEqual({
      Entries: [
        {
          EventBusName: bus,
          Source: 'lambda',
          DetailType: `Lambda Function Invocation Result - ${word}`,
          Detail: record.text,
          Resources: [functionArn, bus],
        },
      ],
    });
  });

  test('invokes a function without waiting for it, and never with dead letters', () => {
    const to = 'arn:aws:lambda:eu-west-1:123456789012:function:g:live';
    expect(deliveryTo(to, record)).toEqual({
      signingName: 'lambda',
      region: 'eu-west-1',
      path: `/2015-03-31/functions/${encodeURIComponent(to)}/invocations`,
      headers: { 'content-type': 'application/json', 'x-amz-invocation-type': 'Event' },
      body: record.text,
    });
    expect(deliveryTo(to, letter)).toBeUndefined();
  });

  test.each(['arn:aws:s3:::bucket', 'told', ''])('does not go to %j', (destination) => {
    expect(deliveryTo(destination, record)).toBeUndefined();
  });
});
