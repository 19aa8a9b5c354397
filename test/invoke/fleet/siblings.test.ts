import { getMaxListeners } from 'node:events';
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { InvocationRequest } from '../../../src/invoke/request.js';
import { type Run, runFunction } from '../../services/run-function.js';
import { siblingsService } from './siblings-service.js';

const service = await siblingsService();
if ('unavailable' in service) console.warn(`The SDK is not available: ${service.unavailable}`);
const folder = 'folder' in service ? service.folder : '';
const withSdk = 'folder' in service ? test : test.skip;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const aws = (written: Partial<NonNullable<InvocationRequest['aws']>> = {}): Partial<InvocationRequest> => ({
  aws: { aws: 'none', ...written, folder, named: (name) => `the input \`${name}\`` },
});

/** Has the function `call` send commands to Lambda, and gives what its SDK made of the answers. */
async function call(
  commands: readonly (readonly [command: string, input: object])[],
  request: Partial<InvocationRequest> = aws(),
): Promise<{ readonly answers: readonly Record<string, unknown>[]; readonly run: Run }> {
  const event = { commands: commands.map(([command, input]) => ({ command, input })) };
  const run = await runFunction(folder, 'call', { event, request });
  return { answers: run.answer as Record<string, unknown>[], run };
}

const payloadOf = (answer: Record<string, unknown> | undefined): unknown => JSON.parse(String(answer?.['Payload']));
const arn = 'arn:aws:lambda:eu-west-1:123456789012:function:shop-dev-greet';

describe('a function that invokes another one of its service', () => {
  withSdk(
    'has it run here, by its name, its ARN and parts of that, warm from the second time on',
    async () => {
      const names = ['shop-dev-greet', arn, '123456789012:function:shop-dev-greet', 'shop-dev-greet:live', `${arn}:7`];
      const { answers, run } = await call(
        names.map((FunctionName) => ['Invoke', { FunctionName, Payload: { name: 'Ada' } }]),
      );
      const payloads = answers.map((answer) => payloadOf(answer) as Record<string, unknown>);
      expect(payloads.map(({ hello }) => hello)).toEqual(names.map(() => 'Ada'));
      expect(payloads.map(({ count }) => count)).toEqual([1, 2, 3, 4, 5]);
      expect(payloads.map((payload) => payload['arn'])).toEqual([arn, arn, arn, `${arn}:live`, `${arn}:7`]);
      expect(answers.map(({ StatusCode }) => StatusCode)).toEqual(names.map(() => 200));
      expect(answers.map(({ ExecutedVersion }) => ExecutedVersion)).toEqual([
        '$LATEST',
        '$LATEST',
        '$LATEST',
        '$LATEST',
        '7',
      ]);
      expect(answers.map(({ requestId }) => requestId)).toEqual(payloads.map(({ requestId }) => requestId));
      expect(run.result.siblings?.map(({ calledBy, result }) => [calledBy, result.function.key])).toEqual(
        names.map(() => ['call', 'greet']),
      );
      expect(run.log).toMatch(/^greet \| .*greeting Ada$/m);
      expect(run.result.aws?.calls.map(({ answeredBy }) => answeredBy)).toEqual(names.map(() => 'sibling'));
    },
    60_000,
  );

  withSdk(
    'gets the end of its log, and hands it a client context and its trace',
    async () => {
      const ClientContext = Buffer.from('{"custom":{"a":"é"}}').toString('base64');
      const { answers } = await call([
        ['Invoke', { FunctionName: 'shop-dev-greet', LogType: 'Tail', ClientContext, Payload: { name: 'Ada' } }],
      ]);
      const log = Buffer.from(String(answers[0]?.['LogResult']), 'base64').toString();
      expect(log).toMatch(/START RequestId: .*\n.*greeting Ada\nEND RequestId: .*\nREPORT RequestId: /s);
      const { clientContext, trace } = payloadOf(answers[0]) as Record<string, unknown>;
      expect(clientContext).toEqual({ custom: { a: 'é' } });
      expect(trace).toMatch(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};/);
    },
    60_000,
  );

  withSdk(
    'gets the error of one that fails, times out or can not be loaded, as Lambda gives it',
    async () => {
      const { answers, run } = await call([
        ['Invoke', { FunctionName: 'shop-dev-boom', Payload: {} }],
        ['Invoke', { FunctionName: 'shop-dev-slow', Payload: {} }],
        ['Invoke', { FunctionName: 'shop-dev-missing', Payload: {} }],
      ]);
      expect(answers.map(({ StatusCode, FunctionError }) => [StatusCode, FunctionError])).toEqual([
        [200, 'Unhandled'],
        [200, 'Unhandled'],
        [200, 'Unhandled'],
      ]);
      expect(answers.map(payloadOf)).toEqual([
        { errorType: 'RangeError', errorMessage: 'no more apples', trace: expect.any(Array) },
        { errorType: 'Sandbox.Timedout', errorMessage: expect.stringMatching(/Task timed out after 1\.00 seconds$/) },
        {
          errorType: 'Runtime.ImportModuleError',
          errorMessage: expect.stringContaining('missing'),
          trace: expect.any(Array),
        },
      ]);
      expect(run.result.status).toBe('success');
      expect(run.result.siblings?.map(({ result }) => result.status)).toEqual(['error', 'timeout', 'error']);
    },
    60_000,
  );

  withSdk(
    'C111 is answered at once where it does not wait, and the work is done before the run ends; DryRun runs nothing',
    async () => {
      const { answers, run } = await call([
        ['Invoke', { FunctionName: 'shop-dev-third-time', InvocationType: 'Event', Payload: {} }],
        ['InvokeAsync', { FunctionName: 'shop-dev-greet', Payload: { name: 'later' } }],
        ['Invoke', { FunctionName: 'shop-dev-boom', InvocationType: 'Event', Payload: {} }],
        ['Invoke', { FunctionName: 'shop-dev-once', InvocationType: 'Event', Payload: {} }],
        ['Invoke', { FunctionName: 'shop-dev-greet', InvocationType: 'DryRun', Payload: {} }],
      ]);
      expect(answers.map(({ StatusCode, Status }) => StatusCode ?? Status)).toEqual([202, 202, 202, 202, 204]);
      expect(answers[0]?.['Payload']).toBe('');
      const of = (key: string) => run.result.siblings?.filter(({ result }) => result.function.key === key) ?? [];
      expect(of('third-time').map(({ attempt, result }) => [attempt, result.status])).toEqual([
        [1, 'error'],
        [2, 'error'],
        [3, 'success'],
      ]);
      expect(new Set(of('third-time').map(({ result }) => result.requestId))).toEqual(
        new Set([answers[0]?.['requestId']]),
      );
      expect(of('greet').map(({ type, result }) => [type, result.status])).toEqual([['Event', 'success']]);
      expect(of('boom')).toHaveLength(3);
      const failed = run.diagnostics.filter(({ code }) => code === 'async-invocation-failed');
      expect(failed.map(({ severity, message }) => `${severity}: ${message}`).toSorted()).toEqual([
        'warning: The function boom, which call invoked without waiting for it, failed 3 times: RangeError: no more apples',
        'warning: The function once, which call invoked without waiting for it, failed once: RangeError: no more apples',
      ]);
    },
    60_000,
  );

  withSdk(
    'has a destination that is a function of the service told of an event that nobody waits for',
    async () => {
      const { answers, run } = await call([
        ['Invoke', { FunctionName: 'shop-dev-done-told', InvocationType: 'Event', Payload: { name: 'Ada' } }],
        ['Invoke', { FunctionName: 'shop-dev-failed-told:live', InvocationType: 'Event', Payload: { id: 7 } }],
        ['Invoke', { FunctionName: 'shop-dev-failed-queue', InvocationType: 'Event', Payload: {} }],
        ['Invoke', { FunctionName: 'shop-dev-failed-told', Payload: {} }],
      ]);
      const all = run.result.siblings ?? [];
      const told = all.filter(({ result }) => result.function.key === 'told');
      const recordOf = (key: string): unknown =>
        told.flatMap(({ calledBy, result }) => (calledBy === key ? [JSON.parse(String(result.event))] : []))[0];
      expect(told.map(({ calledBy, type }) => [calledBy, type]).toSorted()).toEqual([
        ['done-told', 'Event'],
        ['failed-told', 'Event'],
      ]);
      expect(recordOf('done-told')).toEqual({
        version: '1.0',
        timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
        requestContext: {
          requestId: answers[0]?.['requestId'],
          functionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:shop-dev-done-told:$LATEST',
          condition: 'Success',
          approximateInvokeCount: 1,
        },
        requestPayload: { name: 'Ada' },
        responseContext: { statusCode: 200, executedVersion: '$LATEST' },
        responsePayload: expect.objectContaining({ hello: 'Ada' }),
      });
      expect(recordOf('failed-told')).toMatchObject({
        requestContext: {
          requestId: answers[1]?.['requestId'],
          functionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:shop-dev-failed-told:live',
          condition: 'RetriesExhausted',
          approximateInvokeCount: 2,
        },
        requestPayload: { id: 7 },
        responseContext: { functionError: 'Unhandled' },
        responsePayload: { errorType: 'RangeError', errorMessage: 'no more apples' },
      });
      const failed = run.diagnostics.filter(({ code }) => code === 'async-invocation-failed');
      expect(failed.map(({ hint }) => hint).toSorted()).toEqual([
        'Its record went to the function told, its destination for failures. The configuration sends the event to arn:aws:sns:eu-west-1:123456789012:dead, for dead letters; here nothing took it.',
        'The configuration sends the event to arn:aws:sqs:eu-west-1:123456789012:failures, its destination for failures; here nothing took it.',
      ]);
    },
    60_000,
  );

  withSdk(
    'hands the record of an event to a queue, and dead letters to a topic, as the calls are answered',
    async () => {
      const stubs = 'service: sqs\noperation: SendMessage\nresponse: { MessageId: m }\n';
      const { run } = await call(
        [
          ['Invoke', { FunctionName: 'shop-dev-failed-queue', InvocationType: 'Event', Payload: { id: 7 } }],
          ['Invoke', { FunctionName: 'shop-dev-failed-told', InvocationType: 'Event', Payload: { id: 8 } }],
        ],
        { ...aws(), aws: { aws: 'none', stubs, folder, named: (name) => name }, permissions: 'audit' },
      );
      const madeBy = (key: string) =>
        (run.result.siblings ?? []).flatMap(({ result }) => (result.function.key === key ? [result.aws] : []));
      const [queued] = madeBy('failed-queue');
      expect(queued?.calls).toMatchObject([
        {
          service: 'sqs',
          operation: 'SendMessage',
          answeredBy: 'stub',
          members: { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/failures' },
        },
      ]);
      expect(JSON.parse(String(queued?.calls[0]?.members['MessageBody']))).toMatchObject({
        requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 1 },
        requestPayload: { id: 7 },
        responsePayload: { errorType: 'RangeError' },
      });
      expect(queued?.audit?.verdicts.map(({ kind }) => kind)).toEqual(['allowed']);
      const [first, second] = madeBy('failed-told');
      expect(first?.calls).toEqual([]);
      expect(second?.calls).toMatchObject([
        { service: 'lambda', operation: 'Invoke', members: { InvocationType: 'Event' } },
        {
          service: 'sns',
          operation: 'Publish',
          members: {
            TopicArn: 'arn:aws:sns:eu-west-1:123456789012:dead',
            Message: '{"id":8}',
            MessageAttributes: { ErrorMessage: { DataType: 'String', StringValue: 'no more apples' } },
          },
        },
      ]);
      const failed = run.diagnostics.filter(({ code }) => code === 'async-invocation-failed');
      expect(failed.map(({ hint }) => hint).toSorted()).toEqual([
        'Its record went to the function told, its destination for failures. The configuration sends the event to arn:aws:sns:eu-west-1:123456789012:dead, for dead letters; here nothing took it.',
        'The event went to arn:aws:sqs:eu-west-1:123456789012:failures, its destination for failures.',
      ]);
      expect(run.diagnostics.filter(({ code }) => code === 'aws-call-unanswered')).toEqual([]);
    },
    60_000,
  );

  withSdk.each([
    [
      'audit',
      'sibling',
      ['bare-told', 'done-told'],
      'Its record went to the function told, its destination for failures.',
    ],
    [
      'enforce',
      'none',
      ['done-told'],
      'The configuration sends the event to told, its destination for failures; here nothing took it.',
    ],
  ] as const)(
    'has a destination told only as the role of the function lets Lambda (%s)',
    async (permissions, answeredBy, tells, hint) => {
      const { run } = await call(
        [
          ['Invoke', { FunctionName: 'shop-dev-done-told', InvocationType: 'Event', Payload: { name: 'Ada' } }],
          ['Invoke', { FunctionName: 'shop-dev-bare-told', InvocationType: 'Event', Payload: { id: 9 } }],
        ],
        { ...aws(), permissions },
      );
      const all = run.result.siblings ?? [];
      const madeBy = (key: string) => all.find(({ result }) => result.function.key === key)?.result.aws;
      const told = all.filter(({ result }) => result.function.key === 'told');
      expect(told.map(({ calledBy }) => calledBy).toSorted()).toEqual(tells);
      expect(madeBy('done-told')?.calls).toMatchObject([{ operation: 'Invoke', answeredBy: 'sibling' }]);
      expect(madeBy('done-told')?.audit?.verdicts.map(({ kind }) => kind)).toEqual(['allowed']);
      expect(madeBy('bare-told')?.calls).toMatchObject([{ operation: 'Invoke', answeredBy }]);
      expect(madeBy('bare-told')?.audit?.verdicts.map(({ kind }) => kind)).toEqual(['denied']);
      const codes = run.diagnostics.map(({ code }) => code);
      expect(codes.filter((code) => code.startsWith('aws-call-'))).toEqual(['aws-call-denied']);
      expect(run.diagnostics.find(({ code }) => code === 'async-invocation-failed')?.hint).toBe(hint);
    },
    60_000,
  );

  withSdk(
    'C112 is refused what Lambda refuses: a payload that is too large, or no JSON, and a qualifier that differs',
    async () => {
      const { answers } = await call([
        ['Invoke', { FunctionName: 'shop-dev-greet', payloadBytes: 6_291_457 }],
        ['Invoke', { FunctionName: 'shop-dev-greet', InvocationType: 'Event', payloadBytes: 1_048_577 }],
        ['Invoke', { FunctionName: 'shop-dev-greet', ClientContext: 'bm8=', Payload: {} }],
        ['Invoke', { FunctionName: 'shop-dev-greet:a', Qualifier: 'b', Payload: {} }],
      ]);
      expect(answers).toEqual([
        {
          error: 'RequestTooLargeException',
          message: '6291457 byte payload is too large for the RequestResponse invocation type (limit 6291456 bytes)',
          status: 413,
        },
        {
          error: 'RequestTooLargeException',
          message: '1048577 byte payload is too large for the Event invocation type (limit 1048576 bytes)',
          status: 413,
        },
        {
          error: 'InvalidRequestContentException',
          message: 'Client context must be a valid Base64-encoded JSON object.',
          status: 400,
        },
        {
          error: 'InvalidParameterValueException',
          message: 'The derived qualifier from the function name does not match the specified qualifier.',
          status: 400,
        },
      ]);
    },
    60_000,
  );

  withSdk(
    'gets a streamed response as events, and the error of one that breaks',
    async () => {
      const { answers } = await call([
        ['InvokeWithResponseStream', { FunctionName: 'shop-dev-stream', LogType: 'Tail', Payload: { plain: true } }],
        ['InvokeWithResponseStream', { FunctionName: 'shop-dev-stream', Payload: { plain: true, fails: true } }],
        ['InvokeWithResponseStream', { FunctionName: 'shop-dev-greet', Payload: { name: 'Ada' } }],
        ['Invoke', { FunctionName: 'shop-dev-stream', Payload: {} }],
      ]);
      const events = answers.map(({ EventStream }) => EventStream as unknown[]);
      expect(events[0]?.slice(0, -1)).toEqual(['one ', 'two']);
      expect(events[0]?.at(-1)).toEqual({ LogResult: expect.any(String) });
      expect(events[1]?.at(0)).toBe('one ');
      expect(events[1]?.at(-1)).toMatchObject({
        ErrorCode: 'Error',
        ErrorDetails: expect.stringContaining('the stream broke'),
      });
      expect(JSON.parse(String(events[2]?.[0]))).toMatchObject({ hello: 'Ada' });
      expect(events[2]?.at(-1)).toEqual({});
      expect(answers[3]?.['Payload']).toBe(
        `{"statusCode":201,"headers":{"x-flavour":"sour"},"cookies":["a=1","b=2"]}${'\0'.repeat(8)}one two`,
      );
    },
    60_000,
  );

  withSdk(
    'is stopped in a loop after 16 invocations, as by Lambda',
    async () => {
      const { signal } = new AbortController();
      const { answer, diagnostics, result } = await runFunction(folder, 'again', { request: aws(), signal });
      expect(getMaxListeners(signal)).toBe(Number.POSITIVE_INFINITY);
      expect(answer).toEqual({
        depth: 16,
        name: 'RecursiveInvocationException',
        message:
          "Lambda has detected your function being invoked in a recursive loop with other AWS resources and stopped your function's invocation.",
      });
      expect(result.siblings).toHaveLength(15);
      expect(diagnostics.map(({ code }) => code)).toContain('invocation-loop');
    },
    120_000,
  );

  withSdk(
    'is stopped in a loop that nobody waits for, too',
    async () => {
      const run = await runFunction(folder, 'again', { event: { type: 'Event' }, request: aws() });
      expect(run.answer).toEqual({ depth: 1, status: 202 });
      expect(run.result.siblings).toHaveLength(15);
      expect(run.diagnostics.map(({ code }) => code)).toContain('invocation-loop');
    },
    120_000,
  );

  withSdk(
    'shares its stubs with it, and its calls are told as its own',
    async () => {
      const stub = 'service: dynamodb\noperation: GetItem\nresponse: { Item: { sku: { S: apple } } }\n';
      const told: (readonly [string, readonly string[]])[] = [];
      const { answers, run } = await call(
        [['Invoke', { FunctionName: 'shop-dev-table', Payload: { sku: 'apple' } }]],
        aws({ stubs: stub }),
      );
      expect(payloadOf(answers[0])).toEqual({ status: 200, body: { Item: { sku: { S: 'apple' } } } });
      for (const { function: fn, aws: calls } of [
        run.result,
        ...(run.result.siblings ?? []).map(({ result }) => result),
      ]) {
        told.push([fn.key, calls?.calls.map(({ service, operation }) => `${service}:${operation}`) ?? []]);
      }
      expect(told).toEqual([
        ['call', ['lambda:Invoke']],
        ['table', ['dynamodb:GetItem']],
      ]);
    },
    60_000,
  );

  withSdk(
    'fails where it calls what no recording has',
    async () => {
      const { run } = await call(
        [['Invoke', { FunctionName: 'shop-dev-table', Payload: { sku: 'apple' } }]],
        aws({ aws: 'replay' }),
      );
      const error = run.diagnostics.find(({ code }) => code === 'aws-call-unanswered');
      expect(error).toMatchObject({ severity: 'error', message: expect.stringContaining('dynamodb:GetItem') });
    },
    60_000,
  );

  withSdk(
    'goes on to a stub first; and to what else there is where the function is none of the service, or siblings are off',
    async () => {
      const names = ['shop-dev-greet', 'shop-dev-boom', 'greet', 'other', `${arn.replace('eu-west-1', 'us-east-1')}`];
      const stub =
        'service: lambda\noperation: Invoke\nrequest: { FunctionName: shop-dev-boom }\nresponse: { StatusCode: 200, Payload: { stubbed: true } }\n';
      const commands = names.map((FunctionName) => ['Invoke', { FunctionName, Payload: { name: 'Ada' } }] as const);
      const on = await call(commands, aws({ stubs: stub }));
      expect(on.run.result.aws?.calls.map(({ answeredBy }) => answeredBy)).toEqual([
        'sibling',
        'stub',
        'none',
        'none',
        'none',
      ]);
      const off = await call(commands.slice(0, 1), aws({ siblings: false }));
      expect(off.answers).toEqual([expect.objectContaining({ error: 'NotRecorded', status: 400 })]);
      expect(off.run.result.siblings).toBeUndefined();
    },
    60_000,
  );
});
