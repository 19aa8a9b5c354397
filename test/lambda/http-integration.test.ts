import { describe, expect, test } from '@jest/globals';
import { splitHttpResponse } from '../../src/lambda/http-integration.js';

const type = 'application/vnd.awslambda.http-integration-response';
const nul = '\0'.repeat(8);

describe('a streamed HTTP response', () => {
  test.each([
    ['a whole prelude', '{"statusCode":404,"headers":{"a":"b"},"cookies":["c=d"]}', 404, { a: 'b' }, ['c=d']],
    ['an empty one, which is a 200', '{}', 200, {}, []],
    ['header values that are no strings', '{"headers":{"a":1,"b":true}}', 200, { a: '1', b: 'true' }, []],
  ])('with %s', (_what, prelude, statusCode, headers, cookies) => {
    const split = splitHttpResponse(Buffer.from(`${prelude}${nul}body${nul}rest`), type);
    expect(split?.prelude).toEqual({ statusCode, headers, cookies });
    expect(split?.body.toString()).toBe(`body${nul}rest`);
  });

  test('has the type with parameters, too', () => {
    expect(splitHttpResponse(Buffer.from(`{}${nul}`), `${type.toUpperCase()}; charset=utf-8`)?.body).toHaveLength(0);
  });

  test.each([
    ['another type', `{}${nul}`, 'application/json'],
    ['no type', `{}${nul}`, undefined],
    ['no delimiter', '{}', type],
    ['a prelude that is not JSON', `{${nul}`, type],
    ['a prelude that is no object', `1${nul}`, type],
    ['a status that is no number', `{"statusCode":"x"}${nul}`, type],
  ])('is none with %s', (_what, response, contentType) => {
    expect(splitHttpResponse(Buffer.from(response), contentType)).toBeUndefined();
  });
});
