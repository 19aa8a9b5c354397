import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { invokeStep } from './step.js';

describe.each([
  ['Node', 'action-node', 'TypeError', 'action-node/src/fails.mjs:2'],
  ['Python', 'action-python', 'ValueError', 'action-python/handler.py", line 11'],
])('a %s function that fails', (_, service, errorType, place) => {
  test('fails the step with its type, its message and the place in its own code', async () => {
    const { outcome, exitCode, annotations, outputs } = await invokeStep({ service, with: { function: 'fails' } });
    expect([outcome, exitCode]).toEqual(['failure', 1]);
    const errors = annotations.filter(({ type }) => type === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toContain(`${errorType}: the order has no items`);
    expect(errors[0]?.message).toContain(place);
    expect(errors[0]?.properties['title']).toBe(errorType);
    expect(outputs).toMatchObject({
      status: 'error',
      output: '',
      'error-type': errorType,
      'error-message': 'the order has no items',
    });
    expect(JSON.parse(outputs['error'] ?? '')).toMatchObject({ errorType, errorMessage: 'the order has no items' });
    expect(readFileSync(outputs['output-file'] ?? '', 'utf8')).toBe('');
  });

  test('passes the step with fail-on-error: false, and the outputs tell', async () => {
    const inputs = { function: 'fails', 'fail-on-error': 'false' };
    const { outcome, annotations, outputs, log } = await invokeStep({ service, with: inputs });
    expect(outcome).toBe('success');
    expect(annotations.filter(({ type }) => type === 'error')).toEqual([]);
    expect(outputs).toMatchObject({ status: 'error', 'error-type': errorType });
    expect(log.at(-1)).toContain(`fails failed: ${errorType}: the order has no items`);
  });
});

test('a function that takes too long is a timeout', async () => {
  const { outcome, outputs, annotations } = await invokeStep({ service: 'action-node', with: { function: 'slow' } });
  expect(outcome).toBe('failure');
  expect(outputs).toMatchObject({ status: 'timeout', 'error-type': 'Sandbox.Timedout' });
  expect(outputs['error-message']).toContain('Task timed out after 1.00 seconds');
  expect(annotations.at(-1)?.message).toContain('slow timed out: Sandbox.Timedout');
});

test('a function that ends its process is a crash', async () => {
  const { outcome, outputs } = await invokeStep({ service: 'action-node', with: { function: 'crashes' } });
  expect(outcome).toBe('failure');
  expect(outputs).toMatchObject({ status: 'crash', 'error-type': 'Runtime.ExitError' });
});

test('the summary shows the error', async () => {
  const { summary } = await invokeStep({ service: 'action-node', with: { function: 'fails' } });
  expect(summary).toContain('### ❌ `fails` failed: `TypeError`');
  expect(summary).toMatch(/```text\nTypeError: the order has no items\n▶ .*fails\.mjs/);
});
