import { describe, expect, test } from '@jest/globals';
import { cpuMs } from '../../cpu-time.js';
import { expecting, failed, findings, messages, responded } from './judging.js';

describe('the status', () => {
  test.each([
    ['', responded(1), []],
    ['status: success', responded(1), []],
    ['', failed('TypeError', 'x'), ['The function failed (TypeError: x), and should have succeeded.']],
    ['status: error', failed('TypeError', 'x'), []],
    ['status: error', responded(1), ['The function succeeded, and should have failed with an error.']],
    [
      'status: error',
      failed('T', '', 'timeout'),
      ['The function timed out (T), and should have failed with an error.'],
    ],
    ['status: timeout', failed('Sandbox.Timedout', 'x', 'timeout'), []],
    ['status: crash', failed('Runtime.ExitError', 'x', 'crash'), []],
    ['status: crash', failed('E', 'x'), ['The function failed (E: x), and should have crashed.']],
    ['status: failure', failed('E', 'x', 'crash'), []],
    ['status: failure', responded(1), ['The function succeeded, and should have failed.']],
  ])('expected as `%s`, %#', async (yaml, observed, found) => {
    expect(await messages(yaml === '' ? 'max-memory-mb: 128' : yaml, observed)).toEqual(found);
  });

  test('that is another than was expected is all that is said of what came back', async () => {
    expect(await messages('output: 1\nlog: x', failed('E', 'x'))).toEqual([
      'The function failed (E: x), and should have succeeded.',
      'The log does not contain "x".',
    ]);
  });
});

describe('the error', () => {
  test.each([
    ['error: too many items', failed('RangeError', 'too many items'), []],
    [
      'error: many',
      failed('RangeError', 'too many items'),
      ['error.message is "too many items", and "many" was expected.'],
    ],
    ['error: /^too many/', failed('RangeError', 'too many items'), []],
    ['error: /TOO/i', failed('RangeError', 'too many items'), []],
    [
      'error: /few/',
      failed('E', 'too many'),
      ['error.message is "too many", and a text that matches /few/ was expected.'],
    ],
    ['error: { type: RangeError }', failed('RangeError', 'x'), []],
    [
      'error: { type: RangeError }',
      failed('TypeError', 'x'),
      ['error.type is "TypeError", and "RangeError" was expected.'],
    ],
    ['error: { type: /Error$/, message: /x/ }', failed('TypeError', 'x', 'crash'), []],
    ['error: any(string)', failed('E', 'any(string)'), []],
    ['error: x', responded(1), ['The function succeeded, and should have failed.']],
  ])('expected as `%s`, %#', async (yaml, observed, found) => {
    expect(await messages(yaml, observed)).toEqual(found);
  });
});

describe('the output', () => {
  test.each<[string, unknown, string[]]>([
    // Values
    ['5', 5, []],
    ['5', '5', ['output is "5", and 5 was expected.']],
    ["'5'", 5, ['output is 5, and "5" was expected.']],
    ['null', null, []],
    ['null', {}, ['output is {}, and null was expected.']],
    ['true', false, ['output is false, and true was expected.']],
    ['1.10', 1.1, []],
    ['-0', 0, []],
    ['1e2', 100, []],
    ['text', 'text', []],
    // Objects by subset
    ['{ a: 1 }', { a: 1, b: 2 }, []],
    ['{ a: 1 }', { b: 2 }, ['output.a is missing, and 1 was expected.']],
    ['{ a: 1 }', [1], ['output is [1], and {"a": 1} was expected.']],
    ['{ a: { b: { c: 1 } } }', { a: { b: { c: 1, d: 1 } } }, []],
    ['{ a: { b: 1 } }', { a: { b: 2 } }, ['output.a.b is 2, and 1 was expected.']],
    ['{ a: 1, b: 2 }', { a: 2, b: 3 }, ['output.a is 2, and 1 was expected. (And 1 more place.)']],
    ['{ __proto__: 1 }', JSON.parse('{"__proto__": 1}'), []],
    ['{ __proto__: 1 }', {}, ['output.__proto__ is missing, and 1 was expected.']],
    ['{ toString: 1 }', {}, ['output.toString is missing, and 1 was expected.']],
    ['{ a: null }', {}, ['output.a is missing, and null was expected.']],
    ['{ "x y": 1 }', { 'x y': 2 }, ['output["x y"] is 2, and 1 was expected.']],
    // Lists by length and element
    ['[1, 2]', [1, 2], []],
    ['[1]', [1, 2], ['output has 2 items, and 1 item was expected.']],
    ['[]', [1], ['output has 1 item, and 0 items were expected.']],
    ['[1, 2]', [2, 1], ['output[0] is 2, and 1 was expected. (And 1 more place.)']],
    ['[{ a: 1 }]', [{ a: 1, b: 2 }], []],
    ['[1]', { 0: 1 }, ['output is {"0": 1}, and [1] was expected.']],
    // Matchers
    ['any(string)', 'x', []],
    ['any(string)', 5, ['output is 5, and any(string) was expected.']],
    ['any(number)', 1.5, []],
    ['any(number)', '1', ['output is "1", and any(number) was expected.']],
    ['any(integer)', 2, []],
    ['any(integer)', 2.5, ['output is 2.5, and any(integer) was expected.']],
    ['any(boolean)', false, []],
    ['any(boolean)', 0, ['output is 0, and any(boolean) was expected.']],
    ['any(object)', {}, []],
    ['any(object)', [], ['output is [], and any(object) was expected.']],
    ['any(list)', [], []],
    ['any(array)', [], []],
    ['any(list)', {}, ['output is {}, and any(list) was expected.']],
    ['any(null)', null, []],
    ['any(null)', 0, ['output is 0, and any(null) was expected.']],
    ['any(value)', null, []],
    ['{ a: any() }', {}, ['output.a is missing, and any(value) was expected.']],
    ['/^ord-\\d+$/', 'ord-12', []],
    ['/^ord-\\d+$/', 'ord-x', ['output is "ord-x", and a text that matches /^ord-\\d+$/ was expected.']],
    ['/^A$/i', 'a', []],
    ['/^5$/', 5, ['output is 5, and a text that matches /^5$/ was expected.']],
    ['{ $regex: users }', 'all users', []],
    ['{ $regex: users }', 'all', ['output is "all", and a text that matches /users/ was expected.']],
    ['number(1..10)', 10, []],
    ['number(1..10)', 10.5, ['output is 10.5, and number(1..10) was expected.']],
    ['number(1..10)', '5', ['output is "5", and number(1..10) was expected.']],
    ['number(1..)', 1e9, []],
    ['number(..-1)', 0, ['output is 0, and number(..-1) was expected.']],
    ['number(> 0, < 1)', 0.5, []],
    ['number(> 0, < 1)', 1, ['output is 1, and number(> 0, < 1) was expected.']],
    ['number(>= 1.5)', 1.5, []],
    ['{ a: absent() }', { b: 1 }, []],
    ['{ a: absent() }', { a: null }, ['output.a is null, and no such member was expected.']],
    ['{ a: absent }', { a: 'absent' }, []],
    ['{ $one-of: [1, any(string)] }', 'x', []],
    ['{ $one-of: [1, any(string)] }', 2, ['output is 2, and 1 or any(string) was expected.']],
    ['{ a: { $one-of: [absent(), 1] } }', {}, []],
    ['{ a: { $one-of: [absent(), 1] } }', { a: 2 }, ['output.a is 2, and absent() or 1 was expected.']],
    ['{ $unordered: [1, 2] }', [2, 1], []],
    ['{ $unordered: [1, 1] }', [1, 2], ['output has no item that is 1. (And 1 more place.)']],
    ['{ $unordered: [any(value), 1] }', [1, 2], []],
    ['{ $unordered: [{ a: 1 }, { a: 2 }] }', [{ a: 2, b: 1 }, { a: 1 }], []],
    ['{ $unordered: [1] }', [1, 2], ['output[1] is 2, and no such item was expected.']],
    ['{ $unordered: [1] }', 1, ['output is 1, and [1] in any order was expected.']],
    ['{ $equals: any(string) }', 'any(string)', []],
    ['{ $equals: any(string) }', 'x', ['output is "x", and "any(string)" was expected.']],
    ['{ $equals: { a: 1 } }', { a: 1, b: 2 }, ['output.b is 2, and no further members were expected.']],
    ['{ $equals: /users/ }', '/users/', []],
    ['{ $ref: a }', { $ref: 'a' }, []],
    // Texts that only look like matchers
    ['/users/{id}', '/users/{id}', []],
    ['/users', '/users', []],
    ['any (string)', 'any (string)', []],
  ])('expected as `%s`, %#', async (yaml, output, found) => {
    expect(await messages(`output: ${yaml}`, responded(output))).toEqual(found);
  });

  test.each<[string, unknown, string[]]>([
    ['{ a: 1 }', { a: 1 }, []],
    ['{ a: 1 }', { a: 1, b: 2 }, ['output.b is 2, and no further members were expected.']],
    ['[{ a: { b: 1 } }]', [{ a: { b: 1, c: 3 } }], ['output[0].a.c is 3, and no further members were expected.']],
    ['{ a: any(object) }', { a: { b: 1 } }, []],
  ])('expected exactly as `%s`, %#', async (yaml, output, found) => {
    expect(await messages(`output: ${yaml}\nexact: true`, responded(output))).toEqual(found);
  });

  test('is compared digit for digit', async () => {
    const large = Buffer.from('{"id": 12345678901234567891, "price": 0.1000}');
    expect(await messages('output: { id: 12345678901234567891, price: 0.1 }', responded(large))).toEqual([]);
    expect(await messages('output: { id: 12345678901234567890 }', responded(large))).toEqual([
      'output.id is 12345678901234567891, and 12345678901234567890 was expected.',
    ]);
    expect(await messages('output: { id: any(integer) }', responded(large))).toEqual([]);
  });

  test('that is no JSON is a text', async () => {
    expect(await messages('output: plain', responded(Buffer.from('plain')))).toEqual([]);
    expect(await messages('output: { a: 1 }', responded(Buffer.from('plain')))).toEqual([
      'output is "plain", and {"a": 1} was expected.',
    ]);
  });

  test.each([
    ['is no text', Buffer.from([0x22, 0xff, 0x22]), 'The response is not UTF-8, and {"a": 1} was expected.'],
    [
      'is nested a hundred thousand levels deep',
      Buffer.from('['.repeat(100_000) + ']'.repeat(100_000)),
      'The response is nested deeper than 500 levels, and {"a": 1} was expected.',
    ],
  ])('that %s is judged without a crash', async (_, response, message) => {
    expect(await messages('output: { a: 1 }', responded(response))).toEqual([message]);
  });

  test('that would keep a regular expression busy for ever is given up after a second of a processor, once', async () => {
    const started = Date.now();
    const found = await messages('output: /^(a+)+$/', responded(`${'a'.repeat(40)}b`));
    expect(found).toEqual(['output takes /^(a+)+$/ too long: it was given up.']);
    expect(Date.now() - started).toBeLessThan(40_000);
    const again = cpuMs();
    expect(await messages('output: /^(a+)+$/', responded(`${'a'.repeat(40)}b`))).toEqual(found);
    expect(cpuMs() - again).toBeLessThan(500);
  });

  test('is found fault with at the line of what was expected', async () => {
    const yaml = 'output:\n  items:\n    - id: 1\n    - id: 2\n  list: { $unordered: [1, 2] }';
    const suiteCase = await expecting(yaml);
    const [finding] = await findings(yaml, responded({ items: [{ id: 1 }, { id: 3 }], list: [1, 2] }));
    expect(finding?.path).toEqual(['expect', 'output', 'items', 1, 'id']);
    expect(suiteCase.origin.of(finding?.path ?? [])).toMatchObject({ line: 7, column: 11 });
    const [other] = await findings(yaml, responded({ items: [{ id: 1 }, { id: 2 }], list: [1, 3] }));
    expect(suiteCase.origin.of(other?.path ?? [])).toMatchObject({ line: 8, column: 31 });
  });
});

describe('an HTTP response', () => {
  const json = {
    statusCode: 201,
    headers: { 'Content-Type': 'application/json', 'X-Count': 5 },
    multiValueHeaders: { Vary: ['Accept', 'Origin'] },
    cookies: ['a=1', 'b=2'],
    body: '{"id": 7, "tags": ["a", "b"]}',
  };

  test.each<[string, unknown, string[]]>([
    ['status-code: 201', json, []],
    ['status-code: 200', json, ['status-code is 201, and 200 was expected.']],
    ['status-code: number(200..299)', json, []],
    ['status-code: 200', { ...json, statusCode: '200' }, []],
    ['status-code: 200', { body: '' }, ['The response is no HTTP response: it has no `statusCode`.']],
    ['status-code: 200', { statusCode: {} }, ['The response is no HTTP response: its `statusCode` is no number.']],
    ['status-code: 200', { statusCode: 200, body: {} }, ['The response is no HTTP response: its `body` is no string.']],
    ['headers: { content-type: application/json }', json, []],
    ['headers: { CONTENT-TYPE: /json$/ }', json, []],
    [
      'headers: { Content-type: text/html }',
      json,
      ['headers.Content-type is "application/json", and "text/html" was expected.'],
    ],
    ['headers: { etag: any(string) }', json, ['headers.etag is missing, and any(string) was expected.']],
    ['headers: { etag: absent() }', json, []],
    ['headers: { vary: absent() }', json, ['headers.vary is "Accept, Origin", and no such member was expected.']],
    ['headers: { x-count: 5 }', json, []],
    ['headers: { x-count: number(1..4) }', json, ['headers.x-count is 5, and number(1..4) was expected.']],
    ['headers: { vary: Origin }', json, []],
    ['headers: { vary: Cookie }', json, ['headers.vary is "Accept, Origin", and "Cookie" was expected.']],
    ['headers: { vary: [Accept, Origin], set-cookie: { $unordered: [b=2, /^a=/] } }', json, []],
    ['body: { id: 7 }', json, []],
    ['body: { id: 8 }', json, ['body.id is 7, and 8 was expected.']],
    ['body: { tags: [a] }', json, ['body.tags has 2 items, and 1 item was expected.']],
    ['body: { id: 7 }\nexact: true', json, ['body.tags is ["a", "b"], and no further members were expected.']],
    ['body: /"id".{2}7/', json, []],
    ['body: any(object)', json, []],
    ['body: hello', { statusCode: 200, body: 'hello' }, []],
    ['body: hello', { statusCode: 200, body: 'bye' }, ['body is "bye", and "hello" was expected.']],
    ['body: hello', { statusCode: 200, body: Buffer.from('hello').toString('base64'), isBase64Encoded: true }, []],
    ["body: ''", { statusCode: 204 }, []],
    ['body: { a: 1 }', { statusCode: 204 }, ['The body is empty, and {"a": 1} was expected.']],
    ['body: { a: 1 }', { statusCode: 200, body: 'oops' }, ['The body is not JSON, and {"a": 1} was expected.']],
    ['body: 5', { statusCode: 200, body: '5' }, []],
  ])('expected with `%s`, %#', async (yaml, response, found) => {
    expect(await messages(yaml, responded(response))).toEqual(found);
  });

  test('that was streamed is judged by its prelude and its bytes', async () => {
    const http = { statusCode: 200, headers: { 'content-type': 'text/plain' }, cookies: ['a=1'] };
    const observed = responded(Buffer.from('{"a": 1}'), { http });
    const yaml = 'status-code: 200\nheaders: { content-type: text/plain, set-cookie: a=1 }\nbody: { a: 1 }';
    expect(await messages(yaml, observed)).toEqual([]);
    expect(await messages('status-code: 404', observed)).toEqual(['status-code is 200, and 404 was expected.']);
  });
});

describe('the log', () => {
  const log = 'START\norder 12 was priced\nEND\n';

  test.each([
    ['log: order 12', []],
    ['log: order 13', ['The log does not contain "order 13".']],
    ['log: /order \\d+/', []],
    ['log: /^order \\d+$/', ['The log does not match /^order \\d+$/.']],
    ['log: /^order \\d+ was/m', []],
    ['log: [priced, /12/]', []],
    ['log: [priced, /13/]', ['The log does not match /13/.']],
    ['log: { contains: priced, matches: "\\\\d+" }', []],
    ['log: { contains: [priced, paid] }', ['The log does not contain "paid".']],
    ['log: { matches: /paid/ }', ['The log does not match /paid/.']],
    ['log: { contains: /12/ }', ['The log does not contain "/12/".']],
    ['log: { not: paid }', []],
    ['log: { not: priced }', ['The log contains "priced", and must not.']],
    ['log: { not: [/ERROR/i, /pri.ed/] }', ['The log matches /pri.ed/, and must not.']],
    ['log: { not: { contains: priced, matches: paid } }', ['The log contains "priced", and must not.']],
  ])('expected as `%s`', async (yaml, found) => {
    expect(await messages(yaml, responded(1, { log: () => log }))).toEqual(found);
  });

  test('is not asked for where nothing is expected of it', async () => {
    const asked = () => {
      throw new Error('It was asked for.');
    };
    expect(await messages('output: 1', responded(1, { log: asked }))).toEqual([]);
  });

  test('is judged at the line of each text', async () => {
    const found = await findings(
      'log:\n  contains: [priced, paid]\n  not: { matches: [a, pri] }',
      responded(1, { log: () => log }),
    );
    expect(found.map(({ path }) => path)).toEqual([
      ['expect', 'log', 'contains', 1],
      ['expect', 'log', 'not', 'matches', 0],
      ['expect', 'log', 'not', 'matches', 1],
    ]);
  });
});

describe('limits', () => {
  test.each([
    ['max-duration-ms: 12.345', []],
    ['max-duration-ms: 12', ['The duration is 12.35 ms, and at most 12 ms were expected.']],
    ['max-init-ms: 100', []],
    ['max-init-ms: 80', ['The init is 90 ms, and at most 80 ms were expected.']],
    ['max-memory-mb: 64', []],
    ['max-memory-mb: 63', ['The memory used is 64 MB, and at most 63 MB were expected.']],
    ['max-response-bytes: 5', []],
    ['max-response-bytes: 4', ['The response is 5 bytes, and at most 4 bytes were expected.']],
  ])('expected as `%s`', async (yaml, found) => {
    expect(await messages(yaml, responded('abc', { initDurationMs: 90 }))).toEqual(found);
  });

  test('of the init hold for cold starts alone', async () => {
    expect(await messages('max-init-ms: 1', responded(1))).toEqual([]);
  });
});
