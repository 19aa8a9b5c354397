import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { begun } from '../begun.js';
import { goneSoon, isRunning, reapedSoon } from '../lambda/raw-sandbox.js';
import { managedRuntimes, managedSandbox } from './runtime-sandbox.js';

function temporaryFile(name: string): string {
  return join(mkdtempSync(join(tmpdir(), 'invoke-local-conformance-')), name);
}

describe.each(managedRuntimes)('the life of a process of $identifier', (runtime) => {
  test.each([
    ['C30', '1', 'Runtime exited with error: exit status 1'],
    ['C31', '0', 'Runtime exited without providing a reason'],
  ])('%s an exit with %s before the first event is an exit error, after one retry', async (_case, code, text) => {
    const marks = temporaryFile('marks');
    await using managed = await managedSandbox(runtime, { environment: { INIT: `exit:${code}`, INIT_MARKS: marks } });
    const { status, requestId, body } = await managed.invoke({});
    expect({ status, body }).toEqual({
      status: 'crash',
      body: { errorType: 'Runtime.ExitError', errorMessage: `RequestId: ${requestId} Error: ${text}` },
    });
    expect(readFileSync(marks, 'utf8').trim().split('\n')).toHaveLength(2);
  });

  test('C15 an error at import is the result, after one retry', async () => {
    const marks = temporaryFile('marks');
    await using managed = await managedSandbox(runtime, { environment: { INIT: 'throw', INIT_MARKS: marks } });
    const { status, body } = await managed.invoke({});
    expect({ status, body }).toMatchObject({
      status: 'error',
      body: { errorType: 'TypeError', errorMessage: 'no init' },
    });
    expect(readFileSync(marks, 'utf8').trim().split('\n')).toHaveLength(2);
  });

  test('C32 C110 an exit during an invocation gives its status, and the next one gets a fresh process', async () => {
    await using managed = await managedSandbox(runtime);
    const first = await managed.invoke({});
    const { status, body } = await managed.invoke({ exit: 7 });
    expect(status).toBe('crash');
    expect(body.errorMessage).toMatch(/ Error: Runtime exited with error: exit status 7$/);
    expect(managed.platformLines().at(-1)).toMatch(/\tStatus: error\tError Type: Runtime\.ExitError$/);
    const next = await managed.invoke({});
    expect(next.body.count).toBe(1);
    expect(next.body.pid).not.toBe(first.body.pid);
  });

  test.each([
    ['SIGKILL', 'killed'],
    ['SIGABRT', 'aborted'],
  ])('C33 %s during an invocation is "signal: %s"', async (signal, text) => {
    await using managed = await managedSandbox(runtime);
    const { status, body } = await managed.invoke({ signal });
    expect(status).toBe('crash');
    expect(body.errorMessage).toMatch(new RegExp(` Error: Runtime exited with error: signal: ${text}$`));
  });

  test('C34 C35 an exit once the response is sent leaves the response, and the next start is cold', async () => {
    await using managed = await managedSandbox(runtime);
    const exitsOnce = temporaryFile('answered');
    const first = await managed.invoke({ exitsOnce });
    expect(first.status).toBe('success');
    writeFileSync(exitsOnce, '');
    await reapedSoon(first.body.pid);
    expect(await managed.invoke({})).toMatchObject({ status: 'success', body: { count: 1 } });
  });

  test('C42 a second invocation keeps the state, has an id of its own and no init duration', async () => {
    await using managed = await managedSandbox(runtime);
    const first = await managed.invoke({});
    const second = await managed.invoke({});
    expect([first.body.count, second.body.count]).toEqual([1, 2]);
    expect(second.body.pid).toBe(first.body.pid);
    expect(second.requestId).not.toBe(first.requestId);
    expect(first.initDurationMs).toBeGreaterThan(0);
    expect(second.initDurationMs).toBeUndefined();
    expect(managed.platformLines().at(-1)).not.toContain('Init Duration');
  });

  test('C43 two invocations at once run in two processes', async () => {
    await using one = await managedSandbox(runtime);
    await using other = await managedSandbox(runtime);
    const results = await Promise.all([one.invoke({ sleepMs: 50 }), other.invoke({ sleepMs: 50 })]);
    expect(results.map(({ body }) => body.count)).toEqual([1, 1]);
    expect(new Set(results.map(({ body }) => body.pid)).size).toBe(2);
    expect(new Set(results.map(({ requestId }) => requestId)).size).toBe(2);
  });

  test('C44 a file in the temporary folder survives a reset', async () => {
    const file = temporaryFile('kept');
    await using managed = await managedSandbox(runtime);
    await managed.invoke({ write: file });
    await managed.invoke({ exit: 1 });
    expect((await managed.invoke({})).body.count).toBe(1);
    expect(existsSync(file)).toBe(true);
  });
});

describe.each(managedRuntimes)('the time limits of a process of $identifier', (runtime) => {
  test(
    'C38 C39 a timeout ends the whole group, and the next invocation starts afresh',
    begun(async () => {
      await using managed = await managedSandbox(runtime, { timeoutMs: 3_000 });
      const first = await managed.invoke({ grandchild: true });
      expect(isRunning(first.body.grandchild)).toBe(true);
      const { status, requestId, durationMs, body } = await managed.invoke({ sleepMs: 20_000 });
      expect({ status, durationMs, body }).toEqual({
        status: 'timeout',
        durationMs: 3_000,
        body: {
          errorType: 'Sandbox.Timedout',
          errorMessage: `RequestId: ${requestId} Error: Task timed out after 3.00 seconds`,
        },
      });
      expect(managed.platformLines().at(-1)).toMatch(/\tDuration: 3000\.00 ms\t.*\tStatus: timeout$/);
      expect(await goneSoon(first.body.grandchild)).toBe(true);
      const next = await managed.invoke({});
      expect(next.body.count).toBe(1);
      expect(next.body.pid).not.toBe(first.body.pid);
    }),
  );

  test(
    'C40 an init of more than ten seconds is restarted within the invocation',
    begun(async () => {
      const environment = { INIT: `pause:30000:${temporaryFile('once')}` };
      await using managed = await managedSandbox(runtime, { timeoutMs: 30_000, environment });
      const outcome = await managed.invoke({});
      expect(outcome).toMatchObject({ status: 'success', body: { count: 1 } });
      expect(outcome.initDurationMs).toBeUndefined();
      expect(managed.platformLines().filter((line) => line.startsWith('INIT_REPORT'))).toEqual([
        expect.stringMatching(/^INIT_REPORT Init Duration: (?:9999|[12]\d{4})\.\d\d ms\tPhase: init\tStatus: timeout$/),
      ]);
    }),
  );

  test(
    'C41 the init does not count for the timeout, but after a crash it does',
    begun(async () => {
      const environment = { INIT: 'pause:4500' };
      await using managed = await managedSandbox(runtime, { timeoutMs: 3_000, environment });
      expect((await managed.invoke({})).status).toBe('success');
      expect((await managed.invoke({ exit: 1 })).status).toBe('crash');
      expect((await managed.invoke({})).status).toBe('timeout');
    }),
  );
});
