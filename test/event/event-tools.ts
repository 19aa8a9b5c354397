import { expect } from '@jest/globals';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { UserError } from '../../src/diagnostics/user-error.js';
import type { EventTools } from '../../src/event/tools.js';
import { fixture, repositoryRoot } from '../paths.js';

export const root = fixture('event-files');

/** Tools over the fixture's service, and what was reported through them. */
export function eventTools(options: Partial<EventTools> = {}): EventTools & { reported: Diagnostic[] } {
  const reported: Diagnostic[] = [];
  return {
    root,
    runtimes: `${repositoryRoot}/runtimes`,
    environment: () => ({ PATH: process.env['PATH'] ?? '', STAGE: 'dev' }),
    report: (diagnostic) => reported.push(diagnostic),
    signal: new AbortController().signal,
    onOutput: () => {},
    reported,
    ...options,
  };
}

/** The `UserError` that a promise is rejected with. */
export async function failureOf(promise: Promise<unknown>): Promise<UserError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UserError);
  return error as UserError;
}
