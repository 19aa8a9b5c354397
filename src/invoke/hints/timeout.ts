import { readFileSync } from 'node:fs';
import { defaultTimeoutMs, initTimeoutMs } from '../../lambda/limits.js';
import type { FindHint } from './failed-invocation.js';
import { findHandlerFile } from './handler-source.js';

/** A function with a callback parameter: Lambda waits for everything that is still open before it takes the answer. */
const takesCallback = /\(\s*\w+\s*,\s*\w+\s*,\s*(\w*(?:callback|cb|done)\w*)\s*\)/i;

/** An invocation exceeded its timeout. */
export const timeoutHint: FindHint = async ({ function: fn, taskRoot, outcome }) => {
  if (outcome.status !== 'timeout') return undefined;
  const location = await fn.origin('timeout');
  const isDefault = location === undefined && fn.timeoutMs === defaultTimeoutMs;
  const seconds = fn.timeoutMs / 1000;
  if (outcome.initFailed) {
    return {
      code: 'init-timed-out',
      message: `${fn.key} was never ready for its event: its init failed or took longer than ${initTimeoutMs / 1000} s, and the second attempt exceeded the timeout of ${seconds} s.`,
      hint: "See what it waits for before its handler can be called: a host that can't be reached from this machine, a loop, an extension.",
      ...(location === undefined ? {} : { location }),
    };
  }
  const waits =
    fn.runtime.startsWith('nodejs') && hasCallback(taskRoot, fn.handler)
      ? ' If it had called back, something was still open (a connection, a timer): Lambda waits for that too, unless context.callbackWaitsForEmptyEventLoop is false.'
      : '';
  return {
    code: 'timed-out',
    message: `${fn.key} did not answer within its timeout of ${seconds} s${isDefault ? ', which is the default' : ''}.${waits}`,
    hint: "Raise timeout in the configuration of the function, or see what it waits for: a host that can't be reached from this machine, a promise that nobody settles.",
    ...(location === undefined ? {} : { location }),
  };
};

function hasCallback(taskRoot: string, handler: string): boolean {
  const file = findHandlerFile(taskRoot, handler);
  return file !== undefined && takesCallback.test(readFileSync(file, 'utf8'));
}
