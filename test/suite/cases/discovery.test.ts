import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { chooseFunctions } from '../../../src/suite/cases/discovery/choose-functions.js';
import { folderWith } from '../folder.js';
import { collect, refusalOf } from './collecting.js';

/** The cases of functions and their events, by name. */
async function discover(files: Readonly<Record<string, string>>, events: readonly string[] = [], functions = ['*']) {
  const folder = folderWith(files);
  const { cases, uncovered } = await collect(folder, { functions, events });
  return { folder, cases, uncovered, names: cases.map(({ name }) => name) };
}

const some = {
  'events/price/small.json': '{"items":[]}',
  'events/price/big.json': '{"items":[1]}',
  'events/order/new.json': '{}',
};

describe('functions', () => {
  test('are each invoked with every event of their own, and those without one are named', async () => {
    const { folder, cases, names, uncovered } = await discover(some);
    expect(names).toEqual(['price big', 'price small', 'order new']);
    expect(uncovered).toEqual(['legacy-import']);
    const file = join(folder, 'events', 'price', 'big.json');
    expect(cases[0]).toMatchObject({
      function: 'price',
      event: { kind: 'path', path: file },
      expect: { status: 'success' },
      origin: { file },
    });
    expect(cases[0]?.origin.of([])).toEqual({ file, line: 1 });
  });

  test('are chosen by globs, and taken away by `!`', async () => {
    expect((await discover(some, [], ['*', '!legacy-*', '!order'])).names).toEqual(['price big', 'price small']);
    expect((await discover(some, [], ['!order'])).uncovered).toEqual(['legacy-import']);
    expect((await discover(some, [], ['order'])).names).toEqual(['order new']);
  });

  test.each([
    [['*'], ['Prod/Api/Handler', 'Api/Handler', 'Api/Nested/Worker']],
    [['Api/*'], ['Api/Handler', 'Api/Nested/Worker']],
    [['*/Handler', '!Prod/*'], ['Api/Handler']],
  ])('whose keys are paths are chosen by %j, whatever is in between', (patterns, expected) => {
    expect(chooseFunctions(patterns, ['Prod/Api/Handler', 'Api/Handler', 'Api/Nested/Worker'])).toEqual(expected);
  });

  test('that no function is named by are refused', async () => {
    const refused = collect(folderWith({}), { functions: ['prize', '*'] });
    expect(await refusalOf(refused)).toMatchObject({
      code: 'functions-unmatched',
      message: 'No function of the service is named by prize.',
      hint: 'Did you mean price?',
    });
  });

  test('without an event are invoked with none where `events` says so', async () => {
    const { cases, uncovered } = await discover(some, ['events/{function}/*.json', 'none']);
    expect(uncovered).toEqual([]);
    expect(cases.at(-1)).toMatchObject({ name: 'legacy-import', function: 'legacy-import', event: { kind: 'none' } });
  });
});

test('functions with cases of their own are covered', async () => {
  const folder = folderWith({ ...some, 'suite.yml': '- { name: a, function: legacy-import }' });
  const sources = { files: ['suite.yml'], functions: ['*'], events: ['events/{function}/*.json', 'none'] };
  const { cases, uncovered } = await collect(folder, sources);
  expect(cases.map(({ name }) => name)).toEqual(['a', 'price big', 'price small', 'order new']);
  expect(uncovered).toEqual([]);
});

describe('events', () => {
  test('are where the globs say, and may be in any format that an event file has', async () => {
    const files = { 'test/price.yml': 'a: 1', 'test/order.js': 'module.exports = {}', 'test/order-b.txt': 'text' };
    const { names } = await discover(files, ['test/{function}*.*', '!**/*.txt']);
    expect(names).toEqual(['price price', 'order order']);
  });

  test('of the same name in several folders are told apart by their paths', async () => {
    const files = { 'a/price/x.json': '{}', 'b/price/x.json': '{}', 'b/price/y.json': '{}' };
    const { names } = await discover(files, ['a/{function}/*.json', 'b/{function}/*.json']);
    expect(names).toEqual(['price x (a/price/x.json)', 'price x (b/price/x.json)', 'price y']);
  });

  test('of a name with what is special in a glob are found', async () => {
    const folder = folderWith({ 'events/a[b]/x.json': '{}' });
    const { cases } = await collect(folder, { functions: ['*'] }, ['a[b]']);
    expect(cases.map(({ name }) => name)).toEqual(['a[b] x']);
  });

  test('that are shareable, as SAM and the console keep them, are a case each', async () => {
    const registry = JSON.stringify({
      openapi: '3.0.0',
      info: { version: '1.0.0', title: 'Event' },
      paths: {},
      components: {
        schemas: { Event: { type: 'object' } },
        examples: { small: { value: { items: [] } }, big: { value: { id: 1 } } },
      },
    });
    const { cases } = await discover({ 'events/price/shared.json': registry });
    expect(cases.map(({ name, event }) => [name, event])).toEqual([
      ['price shared small', { kind: 'data', text: '{"items":[]}' }],
      ['price shared big', { kind: 'data', text: '{"id":1}' }],
    ]);
  });

  test('of a `sam init` project, of the console, of serverless invoke and of serverless-offline are taken as they are', async () => {
    const files = {
      'events/event.json': '{"body": "{\\"message\\": \\"hello world\\"}", "resource": "/hello", "httpMethod": "GET"}',
      'console/price-test.json': '{"key1": "value1"}',
      'sls/price.yml': 'id: 1',
      'sls/price.js': 'module.exports = { id: 1 };',
    };
    const events = ['events/*.json', 'console/{function}-*.json', 'sls/{function}.*'];
    const { cases } = await discover(files, events, ['price']);
    expect(cases.map(({ name, event }) => [name, event.kind])).toEqual([
      ['price event', 'path'],
      ['price price-test', 'path'],
      ['price price (sls/price.js)', 'path'],
      ['price price (sls/price.yml)', 'path'],
    ]);
  });

  test('that only look like them are events', async () => {
    const { cases } = await discover({ 'events/price/a.json': '{"openapi": "3.0.0"}' });
    expect(cases).toMatchObject([{ name: 'price a', event: { kind: 'path' } }]);
  });
});

describe('what must come of an event', () => {
  test('stands beside it: the response, the error, or everything', async () => {
    const { folder, cases } = await discover({
      'events/price/a.json': '{}',
      'events/price/a.expected.json': '{"total": 5,\n "currency": "any(string)"}',
      'events/price/b.json': '{}',
      'events/price/b.error.json': '{"errorType": "RangeError",\n "errorMessage": "/too many/", "trace": ["…"]}',
      'events/price/c.json': '{}',
      'events/price/c.expect.yml': 'max-duration-ms: 100\nerror:\n  message: no items',
      'events/price/d.json': '{}',
      'events/price/d.expected.yml': '- 1',
      'events/price/e.json': '{}',
      'events/price/e.error.yml': 'no items',
    });
    expect(cases.map(({ name, expect: expected }) => [name, expected])).toEqual([
      [
        'price a',
        {
          status: 'success',
          output: {
            kind: 'object',
            exact: false,
            members: new Map<string, unknown>([
              ['total', { kind: 'scalar', value: 5 }],
              ['currency', { kind: 'any', type: 'string' }],
            ]),
          },
        },
      ],
      [
        'price b',
        {
          status: 'failure',
          error: { type: { kind: 'scalar', value: 'RangeError' }, message: { kind: 'regex', regex: /too many/ } },
        },
      ],
      ['price c', { status: 'failure', maxDurationMs: 100, error: { message: { kind: 'scalar', value: 'no items' } } }],
      ['price d', { status: 'success', output: { kind: 'list', items: [{ kind: 'scalar', value: 1 }] } }],
      ['price e', { status: 'failure', error: { message: { kind: 'scalar', value: 'no items' } } }],
    ]);
    const place = (index: number, ...path: (string | number)[]) => {
      const { file = '', line } = cases[index]?.origin.of(['expect', ...path]) ?? {};
      return [file.slice(folder.length + 1), line];
    };
    expect(place(0, 'output', 'currency')).toEqual(['events/price/a.expected.json', 2]);
    expect(place(1, 'error', 'message')).toEqual(['events/price/b.error.json', 2]);
    expect(place(2, 'error', 'message')).toEqual(['events/price/c.expect.yml', 3]);
    expect(place(3, 'output', 0)).toEqual(['events/price/d.expected.yml', 1]);
    expect(cases[0]?.origin.of(['function'])?.file).toBe(join(folder, 'events/price/a.json'));
  });

  test.each([
    [
      'an expectation that belongs to no event',
      { 'events/price/a.json': '{}', 'events/price/b.expected.json': '1' },
      'events/price/b.expected.json says what must come of the event b, and there is no such event beside it.',
    ],
    [
      'an expectation that belongs to no event, and is in another format than the events',
      { 'events/price/a.json': '{}', 'events/price/b.expect.yml': 'status: error' },
      'events/price/b.expect.yml says what must come of the event b, and there is no such event beside it.',
    ],
    [
      'two expectations of one event',
      { 'events/price/a.json': '{}', 'events/price/a.expected.json': '1', 'events/price/a.error.json': '"x"' },
      'a.expected.json both say what must come of the event a.',
    ],
    [
      'a key that an error has not',
      { 'events/price/a.json': '{}', 'events/price/a.error.json': '{"errorMesage": "x"}' },
      'a.error.json: the unknown key `errorMesage` is there.',
    ],
    [
      'a mistake in an expectation',
      { 'events/price/a.json': '{}', 'events/price/a.expect.yml': 'statos: error' },
      'a.expect.yml: the file has the unknown key `statos`.',
    ],
    [
      'a matcher that is malformed',
      { 'events/price/a.json': '{}', 'events/price/a.expected.json': '{"id": "any(x)"}' },
      'a.expected.json: `any(x)` names no type.',
    ],
  ])('is refused where it is %s', async (_, files, message) => {
    const folder = folderWith(files);
    const refusal = await refusalOf(collect(folder, { functions: ['price'] }));
    expect(refusal.message.replaceAll(`${folder}/`, '')).toContain(message);
    expect(refusal.location?.file).toContain(join(folder, 'events', 'price'));
  });
});
