import { beforeEach, expect, jest, test } from '@jest/globals';
import { ReadPace } from '../../src/lambda/sandbox/process/read-pace.js';

const waited = jest.spyOn(Atomics, 'wait');

beforeEach(() => void waited.mockReset());

test('many small pieces in a row are read slower', () => {
  const pace = new ReadPace();
  for (let piece = 0; piece < 10_000; piece++) pace.saw(100);
  expect(waited).toHaveBeenCalled();
});

test('the few pieces of each of many short invocations are no flood', () => {
  const pace = new ReadPace();
  for (let invocation = 0; invocation < 1000; invocation++) {
    for (let piece = 0; piece < 10; piece++) pace.saw(100);
    pace.drained();
  }
  expect(waited).not.toHaveBeenCalled();
});
