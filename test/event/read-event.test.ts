import { mkdtemp, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readEvent } from '../../src/event/read-event.js';
import type { EventRequest } from '../../src/event/request.js';
import { eventTools, failureOf, root } from './event-tools.js';

async function read(request: Partial<EventRequest>, tools = eventTools()): Promise<string> {
  return (await readEvent({ raw: false, ...request }, tools)).payload().toString();
}

describe('data', () => {
  test.each([
    ['{"id":12345678901234567890,"price":1.10}', '{"id":12345678901234567890,"price":1.10}'],
    ['{"b":1,"a":2,"b":3}', '{"b":1,"a":2,"b":3}'],
    ['{"a":"\\u00e9\\/"}', '{"a":"\\u00e9\\/"}'],
    ['123', '123'],
    ['null', 'null'],
    ['"123"', '"123"'],
    ['[5]', '[5]'],
    ['\ufeff{"a":1}', '{"a":1}'],
    ['hello world', '"hello world"'],
    ['{bad', '"{bad"'],
    ['say "hi"\n', '"say \\"hi\\"\\n"'],
    ['', '{}'],
    [' \n', '{}'],
  ])('%j becomes the payload %s', async (data, expected) => {
    expect(await read({ data })).toBe(expected);
  });

  test.each([
    ['{"a":1}', '"{\\"a\\":1}"'],
    ['123', '"123"'],
    ['', '""'],
  ])('%j is a string with raw', async (data, expected) => {
    expect(await read({ data, raw: true })).toBe(expected);
  });

  test('nothing at all is the empty event', async () => {
    expect(await read({})).toBe('{}');
  });

  test('an event over 6 MiB is refused with the words of Lambda, and one of 6 MiB is taken', async () => {
    expect(await read({ data: `"${'x'.repeat(6_291_454)}"` })).toHaveLength(6_291_456);
    const error = await failureOf(read({ data: `"${'x'.repeat(6_291_455)}"` }));
    expect(error.message).toContain(
      '6291457 byte payload is too large for the RequestResponse invocation type (limit 6291456 bytes)',
    );
  });
});

describe('path', () => {
  test.each([
    ['events/numbers.json', '{ "id": 12345678901234567890, "price": 1.10, "b": 1, "a": "\\u00e9", "b": 2 }\n'],
    ['./events/bom.json', '{"bom":true}'],
    [join(root, 'events', 'bom.json'), '{"bom":true}'],
    [
      'events/order.yml',
      '{"defaults":{"currency":"EUR"},"order":{"currency":"EUR","id":7,"placed":"2026-01-31","open":"yes"}}',
    ],
    ['events/greeting.txt', '"hello world"'],
    ['events/json.txt', '{"json": "in a text file"}\n'],
    ['events/no-extension', '"<xml/>"'],
    ['events/blank.txt', '{}'],
    ['events/event.js', '{"stage":"dev","root":"event-files"}'],
    ['events/event.mjs', '{"from":"mjs"}'],
  ])('%s gives its content', async (path, expected) => {
    expect(await read({ path })).toBe(expected);
  });

  test('wins over data, with a warning', async () => {
    const tools = eventTools();
    expect(await read({ path: 'events/bom.json', data: '{"ignored":true}' }, tools)).toBe('{"bom":true}');
    expect(tools.reported).toEqual([expect.objectContaining({ severity: 'warning', code: 'event-data-ignored' })]);
  });

  test.each([
    ['events/none.json', 'events/none.json does not exist.'],
    ['events/bom.json/x.json', 'x.json does not exist.'],
    ['events', 'events is a folder.'],
    ['events/empty.json', 'events/empty.json is empty.'],
    ['events/utf16.json', 'events/utf16.json is not UTF-8.'],
    ['events/broken.json', 'is not valid JSON: unexpected "\\n" at line 3, column 11.\n    "b": tru\n            ^'],
    ['events/cut.json', 'is not valid JSON: the text ends too early at line 2, column 1.'],
    [
      'events/broken.yaml',
      'is not valid YAML: missed comma between flow collection entries at line 3, column 4.\n  c: }\n     ^',
    ],
    ['events/nan.yaml', 'says what JSON has no way to say: "a" is NaN.'],
    ['events/circular.yaml', 'says what JSON has no way to say: Converting circular structure to JSON.'],
    ['events/throws.cjs', 'failed at line 1: Error: no luck.'],
    ['events/none.js', 'events/none.js does not exist.'],
  ])('%s is an error that says: %s', async (path, expected) => {
    const error = await failureOf(read({ path }));
    expect(error.message).toContain('The event file test/fixtures/event-files/');
    expect(error.message).toContain(expected);
    expect(error.diagnostic.location?.file).toBe(join(root, path));
  });

  test('a broken file is located by line and column', async () => {
    const error = await failureOf(read({ path: 'events/broken.json' }));
    expect(error.diagnostic.location).toEqual({ file: join(root, 'events', 'broken.json'), line: 3, column: 11 });
  });

  test('a file of many gigabytes is refused without being read', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'event-')), 'huge.json');
    await writeFile(file, '');
    await truncate(file, 50 * 1024 ** 3);
    const error = await failureOf(read({ path: file }));
    expect(error.message).toContain('is too large: 53687091200 byte payload');
  });

  test.each(['/dev/zero', '/dev/null'])('%s is not a regular file, and is not read', async (path) => {
    if (process.platform === 'win32') return;
    expect((await failureOf(read({ path }))).message).toContain('is not a regular file');
  });
});
