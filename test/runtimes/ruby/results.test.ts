import { expect, test } from '@jest/globals';
import { describeEach } from '../../describe-each.js';
import { interpreters } from './interpreters.js';
import { invokeOnce, type ReportedError, startRuby } from './ruby-runtime.js';

const service = 'ruby-results';
const handler = 'app.result';

const written: Readonly<Record<string, string>> = {
  nil: 'null',
  zero: '0',
  empty: '""',
  false: 'false',
  symbol: '"sym"',
  symbols: '{"key":"value","1":null}',
  big: '1208925819614629174706176',
  float: '1.5',
  struct: '"#<struct Point x=1>"',
  time: '"1970-01-01 00:00:00 UTC"',
  unicode: '"é ☃ 😀 \\u0000 \u2028"',
  latin1: '"é"',
  own: '{"own":1}',
};

const refused: readonly (readonly [string, string, RegExp])[] = [
  ['nan', 'JSON::GeneratorError', /NaN not allowed in JSON/],
  ['infinity', 'JSON::GeneratorError', /Infinity not allowed in JSON/],
  ['malformed', 'JSON::GeneratorError', /./],
  ['deep', 'JSON::NestingError', /nesting of 10\d is too deep/],
  ['circular', 'JSON::NestingError', /nesting of 10\d is too deep/],
];

describeEach(interpreters)('results on Ruby $version', (ruby) => {
  test('are written as their own to_json writes them', async () => {
    const warm = await startRuby({ ruby, service, handler });
    const answers: Record<string, string> = {};
    for (const name of Object.keys(written)) {
      const { kind, headers, body } = await warm.invoke(name);
      answers[name] = kind === 'response' && headers['content-type'] === 'application/json' ? body.toString() : kind;
    }
    await warm.stop();
    expect(answers).toEqual(written);
  });

  test('what JSON has no notation for is an error of the handler, and the process stays', async () => {
    const warm = await startRuby({ ruby, service, handler });
    for (const [name, errorClass, message] of refused) {
      const { kind, body } = await warm.invoke(name);
      const error = JSON.parse(body.toString()) as ReportedError;
      expect([name, kind, error.errorType]).toEqual([name, 'error', `Function<${errorClass}>`]);
      expect(error.errorMessage).toMatch(message);
    }
    await warm.stop();
  });

  test('the rest of a StringIO or a file is answered as it is', async () => {
    const warm = await startRuby({ ruby, service, handler });
    const raw = [await warm.invoke('io'), await warm.invoke('read'), await warm.invoke('file')];
    await warm.stop();
    expect(raw.map(({ headers }) => headers['content-type'])).toEqual(Array(3).fill('application/unknown'));
    expect(raw.map(({ body }) => body.toString('latin1'))).toEqual(['raw \xff bytes', '', '<p>page</p>\n']);
  });

  test('one that cannot be read is an error of the runtime, which ends', async () => {
    const { answer, exit, json } = await invokeOnce({ ruby, service, handler, event: 'closed' });
    expect(answer?.kind).toBe('error');
    expect(json()).toMatchObject({ errorType: 'Runtime<IOError>', errorMessage: 'not opened for reading' });
    expect(exit).toEqual({ code: 254, signal: null });
  });

  test('one of the largest size is answered whole, from a warm process too', async () => {
    const warm = await startRuby({ ruby, service, handler });
    const sizes = [await warm.invoke('large'), await warm.invoke('large')].map(({ body }) => body.length);
    await warm.stop();
    expect(sizes).toEqual([6 * 1024 * 1024 + 101, 6 * 1024 * 1024 + 101]);
  });

  test('a function may convert events and results in its own way', async () => {
    const { answer } = await invokeOnce({ ruby, service, handler: 'own_marshaller.handler', event: { a: 1 } });
    expect(answer?.headers['content-type']).toBe('text/plain');
    expect(answer?.body.toString()).toMatch(/^<\{.*type.*"application\/json".*text.*"\{\\"A\\":1\}"\}>$/);
    const none = await invokeOnce({ ruby, service, handler: 'own_marshaller.none' });
    expect([none.answer?.kind, none.answer?.body.length]).toEqual(['response', 0]);
    const number = await invokeOnce({ ruby, service, handler: 'own_marshaller.number' });
    expect(number.json()).toMatchObject({ errorType: 'Runtime<NoMethodError>' });
    expect(number.exit.code).toBe(254);
  });
});
