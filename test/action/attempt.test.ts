import { expect, test } from '@jest/globals';
import { attempt } from '../../src/action/attempt.js';
import type { Cancellation } from '../../src/action/cancellation.js';
import { UserError } from '../../src/diagnostics/user-error.js';
import { succeeded } from './results.js';

const never = new Promise<never>(() => {});

function cancellation(received?: NodeJS.Signals): Cancellation {
  return {
    signal: new AbortController().signal,
    received: () => received,
    overdue: received === undefined ? never : Promise.resolve(),
  };
}

test('an invocation that comes to its end is what came of the step', async () => {
  const result = succeeded('1');
  expect(await attempt(async () => result, cancellation())).toEqual({ kind: 'invoked', result });
});

test('an error of the user is a refusal, any other one a defect of ours', async () => {
  const error = new UserError({ code: 'x', message: 'Wrong.' });
  expect(await attempt(() => Promise.reject(error), cancellation())).toEqual({ kind: 'refused', error });
  const defect = new TypeError('oops');
  expect(await attempt(() => Promise.reject(defect), cancellation())).toEqual({ kind: 'defect', error: defect });
});

test.each<[string, () => Promise<never>]>([
  ['that is aborted', () => Promise.reject(new Error('aborted'))],
  ['that never ends', () => never],
])('an invocation %s is a cancelled step', async (_, work) => {
  expect(await attempt(work, cancellation('SIGTERM'))).toEqual({ kind: 'cancelled', signal: 'SIGTERM' });
});

test('an invocation that ended as the signal came is a cancelled step all the same', async () => {
  const work = async () => succeeded('1');
  expect(await attempt(work, cancellation('SIGINT'))).toEqual({ kind: 'cancelled', signal: 'SIGINT' });
});
