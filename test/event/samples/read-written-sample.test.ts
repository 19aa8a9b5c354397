import { describe, expect, test } from '@jest/globals';
import { UserError } from '../../../src/diagnostics/user-error.js';
import type { SampleRequest } from '../../../src/event/request.js';
import { readWrittenSample } from '../../../src/event/samples/read-written-sample.js';

function read(kind: SampleRequest['kind'], text: string): Promise<SampleRequest> {
  return readWrittenSample({ kind, text, asked: 'The input `event`' });
}

test.each<[SampleRequest['kind'], string, SampleRequest]>([
  ['sample', ' sqs\n', { kind: 'sample', sample: 'sqs', with: {} }],
  [
    'sample',
    '{ sample: sqs, with: { body: { id: 7 } } }',
    { kind: 'sample', sample: 'sqs', with: { body: { id: 7 } } },
  ],
  ['sample', '{"sample":"sns"}', { kind: 'sample', sample: 'sns', with: {} }],
  ['sample', 'sample: s3\nwith:\n  key: a b.jpg', { kind: 'sample', sample: 's3', with: { key: 'a b.jpg' } }],
  ['source', 'true', { kind: 'source', with: {} }],
  ['source', 'type: sqs\nnumber: 2', { kind: 'source', type: 'sqs', number: 2, with: {} }],
])('a %s is read from %j', async (kind, text, expected) => {
  expect(await read(kind, text)).toEqual(expected);
});

describe('what is neither is an error that says what to write', () => {
  test.each<[SampleRequest['kind'], string, string]>([
    ['sample', '{ wiht: {} }', 'The input `event` has the unknown key `wiht`. Did you mean `with`?'],
    ['sample', '{ with: {} }', 'The input `event` does not name a `sample`. Write sqs, or { sample: sqs'],
    ['sample', '{ sample: sqs, with: 1 }', 'In the input `event`, `with` is no mapping. Write sqs'],
    ['sample', '- a: 1\n- b', 'The input `event` is no mapping. Write sqs'],
    ['source', 'yes', 'The input `event` is "yes". Write true, or { type: httpApi'],
    ['source', '{ number: 0 }', 'In the input `event`, `number` is no whole number from 1 on. Write true'],
    ['source', '{ type: [a] }', 'In the input `event`, `type` is no text. Write true'],
    ['source', '{ type: ', 'The input `event` is not valid YAML'],
  ])('%s: %j', async (kind, text, message) => {
    const error = await read(kind, text).catch((thrown: unknown) => thrown);
    if (!(error instanceof UserError)) throw error;
    const { message: said, hint = '' } = error.diagnostic;
    expect(`${said} ${hint}`).toContain(message);
  });
});
