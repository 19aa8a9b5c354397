import { expect, test } from '@jest/globals';
import { describeEach } from '../../describe-each.js';
import { fullSet, interpreters } from './interpreters.js';
import { invokeOnce, startPython } from './python-runtime.js';

const service = 'python-results';
const handler = 'app.h';

/** What a result looks like on the wire: [name, up to Python 3.11, from Python 3.12]. */
const written: readonly (readonly [string, string, string?])[] = [
  ['none', 'null'],
  ['text', '"a\\"b\\\\c\\n\\u0000\\u007f/"', '"a\\"b\\\\c\\n\\u0000\x7f/"'],
  ['accent', '"\\u00e9\\u2028\\ud83d\\ude00"', '"é\u2028😀"'],
  ['accent key', '{"\\u00e9": {"x": "\\u00e9", "y": 1}}', '{"é": {"x": "é", "y": 1}}'],
  ['tuple', '[1, [2, []], [], {}]'],
  ['namedtuple', '{"x": 1, "y": {"x": 2, "y": 3}}'],
  ['namedtuple deep', '{"a": [{"b": [{"x": 1, "y": [{"x": 2, "y": null}]}]}]}'],
  ['decimal', '1.10'],
  ['decimals', '{"a": [1.10, 1E+3, NaN, -Infinity, 0E-8]}'],
  ['numbers', '[0, -1, 12345678901234567890, 1.0, -0.0, 1e+100, 1e-07, true, false]'],
  ['not finite', '[NaN, Infinity, -Infinity]'],
  ['keys', '{"1": "c", "null": "b", "1.5": "d", "true": "e"}'],
  ['keys beside a decimal', '{"2": 1, "null": "b", "false": "c", "1.5": "d", "Infinity": "e", "1": 1}'],
  ['subclasses', '[1, "a", 1.5, {"b": 1, "a": 2}, {"a": 2, "b": 1}]'],
  ['defaultdict', '{"a": []}'],
  ['the same list twice', '[[1], [1], 1]'],
  ['bytes inside', '{"a": "x"}'],
];

const refused: readonly (readonly [string, string])[] = [
  ['set', 'Object of type set is not JSON serializable'],
  ['datetime', 'Object of type datetime is not JSON serializable'],
  ['bytearray', 'Object of type bytearray is not JSON serializable'],
  ['tuple key', 'keys must be str, int, float, bool or None, not tuple'],
  ['tuple key beside a decimal', 'keys must be str, int, float, bool or None, not tuple'],
  ['decimal key', 'keys must be str, int, float, bool or None, not Decimal'],
  ['circular', 'Circular reference detected'],
  ['circular among decimals', 'Circular reference detected'],
  ['odd _asdict', '_asdict() must return a dict, not list'],
  ['coroutine', 'Object of type coroutine is not JSON serializable'],
  ['generator', 'Object of type generator is not JSON serializable'],
  ['object', 'Object of type object is not JSON serializable'],
  ['class of a namedtuple', 'Object of type type is not JSON serializable'],
];

describeEach(interpreters)('results on Python $version', (python) => {
  test.each(['python3.11', 'python3.12'])('C98 C100 are written as the runtime %s writes them', async (runtime) => {
    const warm = await startPython({ python, service, handler, runtime });
    const answers: Record<string, string> = {};
    for (const [name] of written) {
      const { kind, headers, body } = await warm.invoke(name);
      answers[name] = kind === 'response' && headers['content-type'] === 'application/json' ? body.toString() : kind;
    }
    await warm.stop();
    const expected = written.map(([name, escaped, utf8 = escaped]) => [
      name,
      runtime === 'python3.11' ? escaped : utf8,
    ]);
    expect(answers).toEqual(Object.fromEntries(expected));
  });

  test('C99 what JSON has no notation for is a MarshalError, and the process lives on', async () => {
    const warm = await startPython({ python, service, handler });
    const messages: Record<string, unknown> = {};
    for (const [name] of refused) {
      const { kind, body } = await warm.invoke(name);
      expect([name, kind]).toEqual([name, 'error']);
      const { errorMessage, errorType, stackTrace } = JSON.parse(body.toString());
      messages[name] = errorMessage;
      expect([errorType, stackTrace]).toEqual(['Runtime.MarshalError', []]);
    }
    await warm.stop();
    const expected = refused.map(([name, message]) => [name, `Unable to marshal response: ${message}`]);
    expect(messages).toEqual(Object.fromEntries(expected));
  });

  test('C99 nesting that is too deep is a MarshalError', async () => {
    const { json } = await invokeOnce({ python, service, handler, event: 'too deep' });
    expect(json()).toMatchObject({ errorType: 'Runtime.MarshalError' });
  });

  test('C101 bytes are sent raw', async () => {
    const { answer } = await invokeOnce({ python, service, handler, event: 'bytes' });
    expect(answer?.headers['content-type']).toBe('application/unknown');
    expect(answer?.body).toEqual(Buffer.from('\x00\xff raw', 'latin1'));
  });
});

describeEach(fullSet)('results in detail on Python $version', (python) => {
  test('half a surrogate pair ends the process where UTF-8 would have to be written', async () => {
    const { answer, exit, stderr } = await invokeOnce({ python, service, handler, event: 'half a surrogate pair' });
    expect(answer).toBeUndefined();
    expect(exit.code).toBe(1);
    expect(stderr).toMatch(/^UnicodeEncodeError: .*surrogates not allowed$/m);
  });

  test('half a surrogate pair is an escape where all but ASCII is escaped', async () => {
    const event = 'half a surrogate pair';
    const { answer } = await invokeOnce({ python, service, handler, event, runtime: 'python3.11' });
    expect(answer?.body.toString()).toBe('"\\ud800"');
  });

  test.each([
    ['large', 100_000],
    ['large with decimals', 80_000],
  ])('a result of several megabytes (%s) arrives whole', async (event, length) => {
    const { json, answer } = await invokeOnce({ python, service, handler, event });
    expect(answer?.body.length).toBeGreaterThan(4_000_000);
    const items = json() as { name: string }[];
    expect(items).toHaveLength(length);
    expect(items.at(-1)?.name).toBe(`naïve ${length - 1}`);
  });
});
