import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { RuntimeNotFoundError } from '../../src/lambda/sandbox/process/runtime-not-found.js';
import { begun } from '../begun.js';
import { repositoryRoot } from '../paths.js';
import { goneSoon, isRunning, rawRuntime, rawSandbox, reapedSoon } from './raw-sandbox.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'invoke-local-test-'));
}

/** A runtime that asks for an invocation once it may, and ends at once. */
const asksAndEnds = `
  const { existsSync, renameSync, writeFileSync } = require('node:fs');
  const folder = process.argv[1];
  writeFileSync(folder + '/pid', String(process.pid));
  renameSync(folder + '/pid', folder + '/ready');
  while (!existsSync(folder + '/go'));
  const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
  const socket = require('node:net').connect(Number(port), host, () => {
    socket.write('GET /2018-06-01/runtime/invocation/next HTTP/1.1\\r\\nHost: api\\r\\n\\r\\n', () => process.exit(1));
  });
`;

/** Waits without a turn of the event loop until a child has ended, of which this process is not told until then. */
function waitForEnd(pid: number): void {
  while (isRunning(pid));
}

describe('warm and cold', () => {
  test('C42 a second invocation keeps the state, has an id of its own and no init duration', async () => {
    await using raw = await rawSandbox();
    const first = await raw.invoke({});
    const second = await raw.invoke({});
    expect([first.body.count, second.body.count]).toEqual([1, 2]);
    expect(second.body.pid).toBe(first.body.pid);
    expect(first.requestId).toMatch(uuid);
    expect(second.requestId).not.toBe(first.requestId);
    expect(first.initDurationMs).toBeGreaterThan(0);
    expect(second.initDurationMs).toBeUndefined();
  });

  test('C109 the START, END and REPORT lines are those of Lambda, and stand around what was printed', async () => {
    await using raw = await rawSandbox();
    const { requestId, initDurationMs = 0, durationMs } = await raw.invoke({ print: 'no newline' });
    const lines = raw.log().split('\n');
    expect(lines.slice(0, 4)).toEqual([
      'init',
      `START RequestId: ${requestId} Version: $LATEST`,
      'no newline',
      `END RequestId: ${requestId}`,
    ]);
    expect(lines[4]?.split('\t')).toEqual([
      `REPORT RequestId: ${requestId}`,
      `Duration: ${durationMs.toFixed(2)} ms`,
      `Billed Duration: ${Math.ceil(durationMs + initDurationMs)} ms`,
      'Memory Size: 128 MB',
      expect.stringMatching(/^Max Memory Used: \d\d+ MB$/),
      `Init Duration: ${initDurationMs.toFixed(2)} ms`,
      '',
    ]);
    await raw.invoke({});
    expect(raw.platformLines().at(-1)).not.toContain('Init Duration');
  });

  test('what an invocation printed before it asked for the next one stands before its END line', async () => {
    await using raw = await rawSandbox();
    const first = await raw.invoke({ trailing: 'x'.repeat(100_000) });
    await raw.invoke({});
    const log = raw.log();
    expect(log.indexOf('x'.repeat(100_000))).toBeLessThan(log.indexOf(`END RequestId: ${first.requestId}`));
  });
});

describe('ends of the process', () => {
  const onLinux = process.platform === 'linux' ? test : test.skip;

  onLinux(
    'what asked for an invocation before it ended has ended in it, also where its end is seen first',
    async () => {
      const folder = temporaryFolder();
      await using raw = await rawSandbox({
        candidates: [{ command: process.execPath, args: ['-e', asksAndEnds, folder] }],
      });
      const outcome = raw.invoke({});
      while (!existsSync(join(folder, 'ready'))) await sleep(5);
      const pid = Number(readFileSync(join(folder, 'ready'), 'utf8'));
      // All of this is found at one look of the event loop: the output of a child, in whose turn the runtime connects, asks and ends,
      // and the end of that child, with which the end of the runtime is learned.
      const other = spawn('/bin/sh', ['-c', 'echo']);
      other.stdout.once('data', () => {
        writeFileSync(join(folder, 'go'), '');
        waitForEnd(pid);
      });
      waitForEnd(other.pid ?? 0);
      expect(await outcome).toMatchObject({ status: 'crash', initDurationMs: expect.any(Number) });
      expect(raw.platformLines().filter((line) => line.startsWith('INIT_REPORT'))).toEqual([]);
    },
  );

  test('C30 an exit before the first next is an exit error after one retry', async () => {
    const marks = join(temporaryFolder(), 'marks');
    await using raw = await rawSandbox({ environment: { PATH: '', RAW_INIT: 'exit:1', RAW_MARKS: marks } });
    const outcome = await raw.invoke({});
    expect(outcome).toMatchObject({
      status: 'crash',
      body: {
        errorType: 'Runtime.ExitError',
        errorMessage: `RequestId: ${outcome.requestId} Error: Runtime exited with error: exit status 1`,
      },
    });
    expect(readFileSync(marks, 'utf8').trim().split('\n')).toHaveLength(2);
    expect(raw.platformLines().slice(0, 2)).toEqual([
      expect.stringMatching(
        /^INIT_REPORT Init Duration: [\d.]+ ms\tPhase: init\tStatus: error\tError Type: Runtime.ExitError$/,
      ),
      expect.stringMatching(/^INIT_REPORT Init Duration: [\d.]+ ms\tPhase: invoke\tStatus: error\t/),
    ]);
  });

  test('C31 an exit with 0 before the first next has no reason', async () => {
    await using raw = await rawSandbox({ environment: { PATH: '', RAW_INIT: 'exit:0' } });
    const { body } = await raw.invoke({});
    expect(body.errorMessage).toMatch(/ Error: Runtime exited without providing a reason$/);
  });

  test('C15 an init error is the result, after one retry', async () => {
    const marks = join(temporaryFolder(), 'marks');
    await using raw = await rawSandbox({ environment: { PATH: '', RAW_INIT: 'error', RAW_MARKS: marks } });
    const outcome = await raw.invoke({});
    expect(outcome).toMatchObject({ status: 'error', body: { errorType: 'Init', errorMessage: 'no' } });
    expect(readFileSync(marks, 'utf8').trim().split('\n')).toHaveLength(2);
  });

  test('C32 C110 an exit during an invocation gives its status, and the next one gets a fresh process', async () => {
    await using raw = await rawSandbox();
    const first = await raw.invoke({});
    const outcome = await raw.invoke({ exit: 7 });
    expect(outcome.status).toBe('crash');
    expect(outcome.body.errorMessage).toMatch(/ Error: Runtime exited with error: exit status 7$/);
    expect(raw.platformLines().at(-1)).toMatch(/Status: error\tError Type: Runtime.ExitError$/);
    const next = await raw.invoke({});
    expect(next.body.count).toBe(1);
    expect(next.body.pid).not.toBe(first.body.pid);
  });

  test.each([
    ['SIGKILL', 'killed'],
    ['SIGABRT', 'aborted'],
    ['SIGSEGV', 'segmentation fault'],
  ])('C33 %s during an invocation is "signal: %s"', async (signal, text) => {
    await using raw = await rawSandbox();
    const { status, body } = await raw.invoke({ signal, sleepMs: 1000 });
    expect(status).toBe('crash');
    expect(body.errorMessage).toMatch(new RegExp(`Runtime exited with error: signal: ${text}$`));
  });

  test('C34 an exit after the response leaves the response, and the next start is cold', async () => {
    await using raw = await rawSandbox();
    const first = await raw.invoke({ exitAfter: 1 });
    expect(first.status).toBe('success');
    const second = await raw.invoke({});
    expect(second).toMatchObject({ status: 'success', body: { count: 1 } });
    expect(second.body.pid).not.toBe(first.body.pid);
  });

  test('C34 so does an exit that comes when the next event is there already', async () => {
    await using raw = await rawSandbox();
    const first = await raw.invoke({ exitAfter: 1, lingerMs: 1_000 });
    expect(isRunning(first.body.pid)).toBe(true);
    const second = await raw.invoke({});
    expect(second).toMatchObject({ status: 'success', body: { count: 1 } });
    expect(second.body.pid).not.toBe(first.body.pid);
  });

  test('an exit in the middle of a response is a truncated response, whichever is seen first', async () => {
    await using raw = await rawSandbox();
    const types: string[] = [];
    for (let time = 0; time < 5; time++) types.push((await raw.invoke({ exitWithinAnswer: true })).body.errorType);
    expect(types).toEqual(Array(5).fill('Runtime.TruncatedResponse'));
  });

  test('an invocation waits for the one before it, also for one that fails', async () => {
    await using raw = await rawSandbox();
    const outcomes = await Promise.all([raw.invoke({ sleepMs: 50 }), raw.invoke({ exit: 1 }), raw.invoke({})]);
    expect(outcomes.map(({ status }) => status)).toEqual(['success', 'crash', 'success']);
    const ids = outcomes.map(({ requestId }) => requestId);
    const lines = raw.platformLines().flatMap((line) => /^(?:START|END) RequestId: (\S+)/.exec(line)?.[1] ?? []);
    expect(lines).toEqual(ids.flatMap((id) => [id, id]));
  });

  test('C35 a process that dies while idle is replaced', async () => {
    await using raw = await rawSandbox();
    const { body } = await raw.invoke({});
    process.kill(body.pid, 'SIGKILL');
    await reapedSoon(body.pid);
    expect(await raw.invoke({})).toMatchObject({ status: 'success', body: { count: 1 } });
  });

  test('C44 a file in the temporary folder survives a reset', async () => {
    const file = join(temporaryFolder(), 'kept');
    await using raw = await rawSandbox();
    await raw.invoke({ write: file });
    await raw.invoke({ exit: 1 });
    await raw.invoke({});
    expect(existsSync(file)).toBe(true);
  });
});

(process.platform === 'win32' ? describe.skip : describe)('an entrypoint of the function itself', () => {
  function entrypoint(content: string | Buffer, mode = 0o755): string {
    const file = join(temporaryFolder(), 'bootstrap');
    writeFileSync(file, content);
    chmodSync(file, mode);
    return file;
  }
  const otherMachine = Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(57)]);
  otherMachine.writeUInt16LE(0x15, 18);

  test.each([
    ['C36', 'is missing', () => join(temporaryFolder(), 'bootstrap'), 'no such file or directory'],
    ['C37', 'is not executable', () => entrypoint('#!/bin/sh\n', 0o644), 'permission denied'],
    ['C37', 'is neither executable nor a program', () => entrypoint('', 0o644), 'permission denied'],
    ['C37', 'is a folder', temporaryFolder, 'permission denied'],
    ['C37', 'is text without an interpreter', () => entrypoint('echo hello\n'), 'exec format error'],
    ['C37', 'is empty', () => entrypoint(''), 'exec format error'],
    ['C37', 'is for another machine', () => entrypoint(otherMachine), 'exec format error'],
    ['C37', 'names an interpreter that is missing', () => entrypoint('#!/nowhere/sh\n'), 'no such file or directory'],
  ])('%s a bootstrap that %s is an invalid entrypoint', async (_case, _what, make, reason) => {
    const launch = { command: make(), args: [], entrypoint: '/var/task/bootstrap' };
    await using raw = await rawSandbox({ candidates: [launch] });
    const outcome = await raw.invoke({});
    expect(outcome).toMatchObject({
      status: 'crash',
      body: {
        errorType: 'Runtime.InvalidEntrypoint',
        errorMessage: `RequestId: ${outcome.requestId} Error: fork/exec /var/task/bootstrap: ${reason}`,
      },
    });
    const ending = 'Status: error\tError Type: Runtime.InvalidEntrypoint';
    expect(raw.platformLines().filter((line) => line.endsWith(ending))).toEqual([
      expect.stringMatching(/^INIT_REPORT .*\tPhase: init\t/),
      expect.stringMatching(/^INIT_REPORT .*\tPhase: invoke\t/),
      expect.stringMatching(/^REPORT /),
    ]);
  });

  test('what one says before it connects is in the log at once', async () => {
    const chunks: string[] = [];
    const seen = join(temporaryFolder(), 'seen');
    const write = (chunk: Buffer): void => {
      chunks.push(chunk.toString());
      writeFileSync(seen, '');
    };
    // It goes on once it has been heard.
    const launch = {
      command: entrypoint(`#!/bin/sh\necho early\nwhile [ ! -e '${seen}' ]; do sleep 0.05; done\nexit 3\n`),
      args: [],
      entrypoint: '/var/task/b',
    };
    await using raw = await rawSandbox({ candidates: [launch], logs: { write } });
    const { body } = await raw.invoke({});
    expect(chunks[0]).toBe('early\n');
    expect(body.errorMessage).toMatch(/exit status 3$/);
  });

  test('one that ends with 127 is a failure of the function, not a shim for an interpreter', async () => {
    const command = entrypoint('#!/bin/sh\nexit 127\n');
    await using raw = await rawSandbox({ candidates: [{ command, args: [], entrypoint: '/var/task/bootstrap' }] });
    const { body } = await raw.invoke({});
    expect(body.errorMessage).toMatch(/Error: Runtime exited with error: exit status 127$/);
  });
});

describe('timeouts', () => {
  test.each([
    ['sleeps', { sleepMs: 20_000 }],
    ['spins', { spinMs: 20_000 }],
    ['ignores SIGTERM', { ignoreSigterm: true, spinMs: 20_000 }],
  ])('C38 a handler that %s is ended at its timeout', async (_title, event) => {
    await using raw = await rawSandbox({ timeoutMs: 1000 });
    const startedMs = performance.now();
    const outcome = await raw.invoke(event);
    expect(performance.now() - startedMs).toBeLessThan(18_000);
    expect(outcome).toMatchObject({
      status: 'timeout',
      durationMs: 1000,
      body: {
        errorType: 'Sandbox.Timedout',
        errorMessage: `RequestId: ${outcome.requestId} Error: Task timed out after 1.00 seconds`,
      },
    });
    expect(raw.platformLines().at(-1)).toMatch(/\tDuration: 1000\.00 ms\t.*\tStatus: timeout$/);
  });

  test(
    'C39 after a timeout its grandchildren are gone, and the next invocation starts afresh',
    begun(async () => {
      await using raw = await rawSandbox({ timeoutMs: 3000 });
      const first = await raw.invoke({ grandchild: true });
      expect(isRunning(first.body.grandchild)).toBe(true);
      await raw.invoke({ sleepMs: 20_000 });
      expect(await goneSoon(first.body.grandchild)).toBe(true);
      const next = await raw.invoke({});
      expect(next.body.count).toBe(1);
      expect(next.body.pid).not.toBe(first.body.pid);
    }),
  );

  test(
    'C40 an init of more than ten seconds is restarted within the invocation',
    begun(async () => {
      const once = join(temporaryFolder(), 'once');
      await using raw = await rawSandbox({
        timeoutMs: 30_000,
        environment: { PATH: '', RAW_INIT: `block-once:30000:${once}` },
      });
      const outcome = await raw.invoke({});
      expect(outcome.status).toBe('success');
      expect(outcome.initDurationMs).toBeUndefined();
      expect(raw.platformLines()[0]).toMatch(
        /^INIT_REPORT Init Duration: (?:9999|[12]\d{4})\.\d\d ms\tPhase: init\tStatus: timeout$/,
      );
    }),
  );

  test(
    'C41 the init does not count for the timeout, but after a crash it does',
    begun(async () => {
      await using raw = await rawSandbox({ timeoutMs: 3000, environment: { PATH: '', RAW_INIT: 'block:4500' } });
      expect((await raw.invoke({})).status).toBe('success');
      expect((await raw.invoke({ exit: 1 })).status).toBe('crash');
      expect((await raw.invoke({})).status).toBe('timeout');
    }),
  );
});

describe('what the handler leaves behind', () => {
  test('disposing of the sandbox ends the whole group', async () => {
    const raw = await rawSandbox();
    const { body } = await raw.invoke({ grandchild: true });
    await raw[Symbol.asyncDispose]();
    expect(await goneSoon(body.pid)).toBe(true);
    expect(await goneSoon(body.grandchild)).toBe(true);
  });

  test('a grandchild in a session of its own that holds the pipes does not hold the sandbox', async () => {
    const raw = await rawSandbox();
    const { body } = await raw.invoke({ grandchild: 'own-session' });
    const startedMs = performance.now();
    await raw[Symbol.asyncDispose]();
    const tookMs = performance.now() - startedMs;
    if (process.platform !== 'linux') process.kill(body.grandchild, 'SIGKILL');
    expect(tookMs).toBeLessThan(40_000);
    expect(await goneSoon(body.grandchild)).toBe(true);
  });

  (process.platform === 'linux' ? test : test.skip)(
    'a daemon is ended with the sandbox, whatever it has left',
    async () => {
      const pidFile = join(temporaryFolder(), 'pid');
      const raw = await rawSandbox();
      await raw.invoke({ daemon: { pidFile, holdMiB: 1 } });
      const pid = Number(readFileSync(pidFile, 'utf8'));
      expect(isRunning(pid)).toBe(true);
      await raw[Symbol.asyncDispose]();
      expect(await goneSoon(pid)).toBe(true);
    },
  );

  (process.platform === 'linux' ? test : test.skip)(
    'a daemon without the address of the Runtime API is ended by what else its sandbox alone has',
    async () => {
      const pidFile = join(temporaryFolder(), 'pid');
      const environment = { PATH: process.env['PATH'] ?? '', OWN: randomUUID() };
      const raw = await rawSandbox({ environment, ownSettings: [`OWN=${environment.OWN}`] });
      await raw.invoke({ daemon: { pidFile, holdMiB: 1, without: 'AWS_LAMBDA_RUNTIME_API' } });
      const pid = Number(readFileSync(pidFile, 'utf8'));
      await raw[Symbol.asyncDispose]();
      expect(await goneSoon(pid)).toBe(true);
    },
  );

  (process.platform === 'win32' ? test.skip : test)(
    'not even a SIGKILL of the parent leaves anything of the group',
    async () => {
      const script = `
        import { rawSandbox } from ${JSON.stringify(join(repositoryRoot, 'lib/test/lambda/raw-sandbox.js'))};
        const raw = await rawSandbox();
        const { body } = await raw.invoke({ grandchild: true });
        // Timers keep their order: the watch over the group has been started by then.
        await new Promise((resolve) => setTimeout(resolve, 100));
        console.log(JSON.stringify(body));
        await new Promise((resolve) => setTimeout(resolve, 60_000));`;
      const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const line = await new Promise<string>((resolve) => parent.stdout.once('data', (data) => resolve(String(data))));
      const { pid, grandchild } = JSON.parse(line) as { pid: number; grandchild: number };
      expect(isRunning(grandchild)).toBe(true);
      parent.kill('SIGKILL');
      expect(await goneSoon(pid)).toBe(true);
      expect(await goneSoon(grandchild)).toBe(true);
    },
  );

  test('50 MB of log lines pass while the sink is slow, whole and in order', async () => {
    let bytes = 0;
    let lines = 0;
    await using raw = await rawSandbox({
      logs: {
        write: async (chunk) => {
          bytes += chunk.length;
          for (const byte of chunk) if (byte === 0x0a) lines++;
          await sleep(0);
        },
      },
      timeoutMs: 60_000,
    });
    const line = `${'y'.repeat(99)}\n`;
    for (let part = 0; part < 50; part++) await raw.invoke({ print: line.repeat(10_000) });
    expect(bytes).toBeGreaterThan(50_000_000);
    expect(lines).toBeGreaterThan(500_000);
  });

  (process.platform === 'linux' ? test : test.skip)('the peak memory is that of the tree', async () => {
    await using raw = await rawSandbox({ memorySizeMiB: 1024 });
    const before = await raw.invoke({});
    const after = await raw.invoke({ allocateMiB: 200 });
    expect(after.maxMemoryUsedMiB).toBeGreaterThan(before.maxMemoryUsedMiB + 150);
    expect(after.maxMemoryUsedMiB).toBeLessThan(before.maxMemoryUsedMiB + 300);
  });
});

describe('candidates', () => {
  function shim(code: number): string {
    const file = join(temporaryFolder(), 'shim');
    writeFileSync(file, `#!/bin/sh\necho "this version is not installed" >&2\nexit ${code}\n`);
    chmodSync(file, 0o755);
    return file;
  }

  test.each([9, 126, 127])(
    'a shim that ends with %d falls through to the next, and its words are dropped',
    async (code) => {
      await using raw = await rawSandbox({ candidates: [{ command: shim(code), args: [] }, rawRuntime] });
      expect((await raw.invoke({})).status).toBe('success');
      expect(raw.log()).not.toContain('not installed');
    },
  );

  test('a program that is not there falls through to the next', async () => {
    await using raw = await rawSandbox({ candidates: [{ command: '/nowhere/python3', args: [] }, rawRuntime] });
    expect((await raw.invoke({})).status).toBe('success');
  });

  test('where none can be started, the error has what each of them said', async () => {
    await using raw = await rawSandbox({
      candidates: [
        { command: shim(127), args: [] },
        { command: '/nowhere/x', args: [] },
      ],
    });
    const failure = await raw.invoke({}).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(RuntimeNotFoundError);
    expect((failure as RuntimeNotFoundError).attempts).toMatchObject([
      { end: { kind: 'exit', code: 127 }, output: 'this version is not installed\n' },
      { command: '/nowhere/x', end: { kind: 'launch', reason: 'no such file or directory' } },
    ]);
  });

  test('a runtime that has connected and then exits with 127 is not taken for a dead shim', async () => {
    const marks = join(temporaryFolder(), 'marks');
    const other = { command: process.execPath, args: ['-e', `require('fs').writeFileSync('${marks}', 'tried')`] };
    await using raw = await rawSandbox({ candidates: [rawRuntime, other] });
    expect((await raw.invoke({ exit: 127 })).status).toBe('crash');
    expect(existsSync(marks)).toBe(false);
  });
});
