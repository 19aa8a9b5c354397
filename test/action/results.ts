import { resolve } from 'node:path';
import type { FailedResult, InvocationResult } from '../../src/invoke/result.js';
import type { Outcome } from '../../src/report/outcome.js';

/** The folder that the results' function lies in. */
export const sourceRoot = resolve('/workspace/service');

const facts = {
  function: {
    key: 'hello',
    name: 'service-dev-hello',
    handler: 'handler.hello',
    runtime: 'nodejs22.x',
    code: { kind: 'folder', folder: sourceRoot },
    layers: [],
    sourceRoot,
    environment: {},
    timeoutMs: 6000,
    memorySizeMiB: 1024,
    architecture: 'x86_64',
    logging: { format: 'Text' },
    region: 'us-east-1',
    stage: 'dev',
    origin: async () => undefined,
  },
  event: Buffer.from('{}'),
  requestId: '8f507cfc-xmpl-4697-b07a-ac58fc914c95',
  durationMs: 12.3456,
  billedDurationMs: 13,
  initDurationMs: 80.5,
  memorySizeMiB: 1024,
  maxMemoryUsedMiB: 45,
} as const;

/** A result of a function that succeeded with these bytes. */
export function succeeded(response: string | Buffer): Extract<InvocationResult, { status: 'success' }> {
  return { ...facts, status: 'success', response: Buffer.from(response) };
}

/** A result of a function that failed. */
export function failed(
  errorType: string,
  errorMessage: string,
  { trace = [], status = 'error' }: { trace?: readonly string[]; status?: 'error' | 'timeout' | 'crash' } = {},
): FailedResult {
  const error = Buffer.from(JSON.stringify({ errorType, errorMessage, trace }));
  return { ...facts, status, error, errorType, errorMessage, trace, initFailed: false, stderrTail: '' };
}

/** The outcome of a step that invoked the function. */
export function invoked(result: InvocationResult): Outcome {
  return { kind: 'invoked', result };
}
