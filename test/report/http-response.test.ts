import { expect, test } from '@jest/globals';
import { httpResponseOf } from '../../src/report/http-response.js';
import { succeeded } from '../action/results.js';

test.each([['{"toString":1}'], ['[200]'], ['null'], ['"2000"']])('a status of %s is none', (status) => {
  expect(httpResponseOf(succeeded(`{"statusCode":${status}}`))).toBeUndefined();
});

test('a body and a header that are nested too deep to be written again are told so', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const response = httpResponseOf(succeeded(`{"statusCode":200,"headers":{"x":[${deep}]},"body":${deep}}`));
  expect(response?.body?.toString()).toBe('[nested too deep]');
  expect(response?.headers).toEqual([['x', '[nested too deep]']]);
});
