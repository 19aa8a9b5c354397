import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { SandboxOptions } from '../../src/lambda/sandbox/sandbox-options.js';
import { begun } from '../begun.js';
import { fixture } from '../paths.js';
import { goneSoon, rawSandbox } from './raw-sandbox.js';

const agent = JSON.stringify(fixture('extensions', 'layers', 'agents', 'lib', 'agent.cjs'));
const runtime = { command: process.execPath, args: [fixture('extensions', 'runtime.cjs')] };
const hostArchitecture = process.arch === 'arm64' ? 'arm64' : 'x86_64';
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const folders: string[] = [];

/** How long external extensions have at the end, in ms. */
const shutdownMs = 2_000;

/** What the extensions and the runtime of a test have noted. */
interface Entry {
  readonly name: string;
  readonly started?: number;
  readonly environment?: readonly string[];
  readonly registered?: { readonly errorType?: string };
  readonly event?: { readonly eventType: string; readonly shutdownReason?: string; readonly deadlineMs: number };
  readonly identifier?: string;
  readonly signal?: string;
  readonly ended?: boolean;
}

interface Setup extends Partial<SandboxOptions> {
  /** The extensions, by the names that say what they do (see the fixture). */
  readonly agents?: readonly string[];
  /** Further files of `/opt/extensions`, with their modes. */
  readonly files?: Readonly<Record<string, { readonly content: string | Buffer; readonly mode?: number }>>;
  readonly variables?: Readonly<Record<string, string>>;
  readonly architecture?: 'x86_64' | 'arm64';
  /** Whether the layers have no extensions. */
  readonly isPlain?: boolean;
}

/** A sandbox whose layers have these extensions. */
async function extended({ agents = [], files = {}, variables = {}, architecture, isPlain = false, ...options }: Setup) {
  const root = mkdtempSync(join(tmpdir(), 'invoke-local-test-'));
  folders.push(root);
  const folder = join(root, 'extensions');
  mkdirSync(folder);
  const journal = join(root, 'journal');
  writeFileSync(journal, '');
  for (const name of agents) {
    writeFileSync(join(folder, name), `#!${process.execPath}\nrequire(${agent});\n`);
    chmodSync(join(folder, name), 0o755);
  }
  for (const [name, { content, mode = 0o755 }] of Object.entries(files)) {
    writeFileSync(join(folder, name), content);
    chmodSync(join(folder, name), mode);
  }
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const raw = await rawSandbox({
    candidates: [runtime],
    environment: { PATH: process.env['PATH'] ?? '', EXT_JOURNAL: journal, ...variables },
    memorySizeMiB: 1024,
    ...(isPlain ? {} : { extensions: { folder, architecture: architecture ?? hostArchitecture, report } }),
    ...options,
  });
  const entries = (): Entry[] =>
    readFileSync(journal, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  return {
    ...raw,
    diagnostics,
    entries,
    /** What one of them has seen of events, signals and its end, in a word each. */
    seen: (name: string) => entries().flatMap((entry) => (entry.name === name ? words(entry) : [])),
    pids: () => entries().flatMap(({ started }) => started ?? []),
    [Symbol.asyncDispose]: () => raw.sandbox[Symbol.asyncDispose](),
  };
}

function words({ event, signal, ended }: Entry): string[] {
  const told = event === undefined ? [] : [[event.eventType, event.shutdownReason].join(' ').trim()];
  return [...told, ...(signal === undefined ? [] : [signal]), ...(ended ? ['ended'] : [])];
}

async function elapsed(run: () => PromiseLike<void>): Promise<number> {
  const startedAtMs = performance.now();
  await run();
  return performance.now() - startedAtMs;
}

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const posix = process.platform === 'win32' ? describe.skip : describe;

posix('external extensions', () => {
  test('C29 are told of every invocation, and of the end once the runtime has gone', async () => {
    const raw = await extended({ agents: ['second', 'first-slowinit'] });
    const cold = await raw.invoke({ print: 'cold\n' });
    const warm = await raw.invoke({});
    expect([cold.status, warm.status]).toEqual(['success', 'success']);
    expect(warm.body.pid).toBe(cold.body.pid);
    expect(cold.initDurationMs).toBeGreaterThan(200);
    await raw.sandbox[Symbol.asyncDispose]();
    expect(raw.seen('second')).toEqual(['INVOKE', 'INVOKE', 'SHUTDOWN spindown', 'ended']);
    expect(raw.seen('first-slowinit')).toEqual(['INVOKE', 'INVOKE', 'SHUTDOWN spindown', 'ended']);
    const entries = raw.entries();
    const started = entries.filter(({ started: pid }) => pid !== undefined).map(({ name }) => name);
    expect(started.at(-1)).toBe('runtime');
    const order = entries.flatMap((entry) => words(entry).map((word) => `${entry.name} ${word}`));
    expect(order.indexOf('runtime SIGTERM')).toBeGreaterThan(order.lastIndexOf('second INVOKE'));
    expect(order.indexOf('runtime SIGTERM')).toBeLessThan(order.indexOf('second SHUTDOWN spindown'));
    const identifiers = entries.flatMap(({ event, identifier }) => (event?.eventType === 'INVOKE' ? identifier : []));
    expect(new Set(identifiers).size).toBe(4);
    for (const identifier of identifiers) expect(identifier).toMatch(uuid);
    for (const pid of raw.pids()) expect(await goneSoon(pid)).toBe(true);
    expect(raw.diagnostics).toEqual([]);
  });

  test("Lambda's lines say what each has registered for, before the first invocation", async () => {
    await using raw = await extended({ agents: ['a', 'b-shutdownless', 'c-deaf'] });
    const { requestId } = await raw.invoke({});
    expect(raw.platformLines().slice(0, 4)).toEqual([
      'EXTENSION\tName: a\tState: Ready\tEvents: [INVOKE, SHUTDOWN]',
      'EXTENSION\tName: b-shutdownless\tState: Ready\tEvents: [INVOKE]',
      'EXTENSION\tName: c-deaf\tState: Ready\tEvents: []',
      `START RequestId: ${requestId} Version: $LATEST`,
    ]);
    expect(raw.log()).toContain('a is registered\n');
  });

  test('the same is a record where the logs are JSON', async () => {
    await using raw = await extended({ agents: ['a'], logging: { format: 'JSON' } });
    await raw.invoke({});
    const records = raw.platformLines().map((line) => JSON.parse(line));
    expect(records.filter(({ type }) => type === 'platform.extension')).toEqual([
      {
        time: expect.stringMatching(/^\d{4}-.*Z$/),
        type: 'platform.extension',
        record: { name: 'a', state: 'Ready', events: ['INVOKE', 'SHUTDOWN'] },
      },
    ]);
  });

  test('have the environment of the function, but for what is the runtime’s own', async () => {
    const shared = ['AWS_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_LAMBDA_FUNCTION_NAME', 'STAGE'];
    const own = [
      '_HANDLER',
      '_AWS_XRAY_DAEMON_PORT',
      'AWS_EXECUTION_ENV',
      'AWS_LAMBDA_LOG_GROUP_NAME',
      'AWS_LAMBDA_LOG_STREAM_NAME',
      'AWS_XRAY_CONTEXT_MISSING',
      'AWS_XRAY_DAEMON_ADDRESS',
      'LAMBDA_RUNTIME_DIR',
      'LAMBDA_TASK_ROOT',
    ];
    await using raw = await extended({
      agents: ['a'],
      variables: Object.fromEntries([...shared, ...own].map((name) => [name, 'value'])),
    });
    await raw.invoke({});
    const names = raw.entries().find(({ environment }) => environment !== undefined)?.environment ?? [];
    expect(names).toEqual(expect.arrayContaining([...shared, 'AWS_LAMBDA_RUNTIME_API', 'PATH']));
    expect(names.filter((name) => own.includes(name))).toEqual([]);
    expect(raw.entries().find(({ name, registered }) => name === 'a' && registered !== undefined)?.registered).toEqual({
      functionName: 'value',
      functionVersion: '$LATEST',
      handler: 'value',
    });
  });

  test('an invocation lasts until they are done with it', async () => {
    await using raw = await extended({ agents: ['a-lingers'] });
    const outcome = await raw.invoke({});
    expect(outcome.status).toBe('success');
    expect(outcome.durationMs).toBeGreaterThan(290);
  });

  (process.platform === 'linux' ? test : test.skip)('their memory counts as the function’s', async () => {
    await using plain = await extended({ isPlain: true });
    await using raw = await extended({ agents: ['a', 'b', 'c'] });
    const { maxMemoryUsedMiB } = await plain.invoke({});
    expect((await raw.invoke({})).maxMemoryUsedMiB).toBeGreaterThan(maxMemoryUsedMiB * 2);
  });

  test('the connections of one do not hold up the end of a runtime that crashes', async () => {
    await using raw = await extended({ agents: ['a'] });
    const outcome = await raw.invoke({ exit: 1 });
    expect(outcome).toMatchObject({ status: 'crash', body: { errorType: 'Runtime.ExitError' } });
    expect(raw.seen('a')).toEqual(['INVOKE', 'SHUTDOWN failure', 'ended']);
    expect((await raw.invoke({})).status).toBe('success');
  });
});

posix('failures of extensions', () => {
  test('one that ends before it registers fails the function, and its runtime is not started', async () => {
    await using raw = await extended({ agents: ['a-dies'] });
    const outcome = await raw.invoke({});
    expect(outcome).toMatchObject({
      status: 'crash',
      errorType: 'Extension.Crash',
      stderrTail: 'cannot go on\n',
      body: {
        errorType: 'Extension.Crash',
        errorMessage: `RequestId: ${outcome.requestId} Error: exit status 3`,
      },
    });
    expect(raw.platformLines()).toEqual([
      'EXTENSION\tName: a-dies\tState: Started\tEvents: []',
      expect.stringMatching(
        /^INIT_REPORT Init Duration: [\d.]+ ms\tPhase: init\tStatus: error\tError Type: Extension.Crash$/,
      ),
      'EXTENSION\tName: a-dies\tState: Started\tEvents: []',
      expect.stringMatching(/^INIT_REPORT Init Duration: [\d.]+ ms\tPhase: invoke\tStatus: error\tError Type: Ext/),
      `START RequestId: ${outcome.requestId} Version: $LATEST`,
      `END RequestId: ${outcome.requestId}`,
      expect.stringMatching(/\tStatus: error\tError Type: Extension.Crash$/),
    ]);
    expect(raw.entries().map(({ name }) => name)).toEqual(['a-dies', 'a-dies']);
  });

  const untimely = [
    {
      name: 'agent-silent',
      what: 'does not register',
      message: /^The init ran out of time before extensions had registered: agent-silent\. /,
    },
    {
      name: 'agent-unready',
      what: 'does not ask for an event',
      message: /^The runtime was ready, but .* before extensions were: agent-unready\.$/,
    },
  ].map(({ name, what, message }) => {
    const once =
      'const { existsSync, writeFileSync } = require("node:fs"); const mark = process.env.EXT_JOURNAL + ".tried";';
    const content = `#!${process.execPath}\n${once}\nif (existsSync(mark)) require(${agent});\nelse process.exit(writeFileSync(mark, ''), 1);\n`;
    const run = begun(async () => {
      await using raw = await extended({ files: { [name]: { content } }, timeoutMs: 5_000 });
      const outcome = await raw.invoke({});
      expect(outcome).toMatchObject({ status: 'timeout', initFailed: true, body: { errorType: 'Sandbox.Timedout' } });
      expect(raw.diagnostics).toMatchObject([{ code: 'extension-timeout', message: expect.stringMatching(message) }]);
    });
    return { name, what, run };
  });
  test.each(untimely)('$name, which $what in time, lets the function time out, and is named', ({ run }) => run());

  test('one that reports an init error fails the function with that', async () => {
    await using raw = await extended({ agents: ['a-initerror'] });
    const { body, requestId } = await raw.invoke({});
    expect(body).toEqual({
      errorType: 'Extension.InitError',
      errorMessage: `RequestId: ${requestId} Error: exit code 0`,
    });
    expect(raw.platformLines()[0]).toBe(
      'EXTENSION\tName: a-initerror\tState: InitError\tEvents: [INVOKE, SHUTDOWN]\tError Type: Agent.Broken',
    );
  });

  test('one that ends during an invocation ends that, and the others are told', async () => {
    await using raw = await extended({ agents: ['a-crashes', 'b'], timeoutMs: 40_000 });
    const outcome = await raw.invoke({ sleepMs: 30_000 });
    expect(outcome).toMatchObject({ status: 'crash', body: { errorType: 'Extension.Crash' } });
    expect(outcome.body.errorMessage).toBe(`RequestId: ${outcome.requestId} Error: exit status 1`);
    expect(raw.seen('b')).toEqual(['INVOKE', 'SHUTDOWN failure', 'ended']);
    expect(raw.seen('runtime')).toEqual(['SIGTERM']);
  });

  test('one that reports an exit error names the failure', async () => {
    await using raw = await extended({ agents: ['a-exiterror'], timeoutMs: 40_000 });
    const { body, requestId } = await raw.invoke({ sleepMs: 30_000 });
    expect(body).toEqual({
      errorType: 'Extension.ExitError',
      errorMessage: `RequestId: ${requestId} Error: exit status 2`,
    });
  });

  test('one that ends after the runtime has answered leaves the answer, and the next start is a cold one', async () => {
    const answered = join(mkdtempSync(join(tmpdir(), 'invoke-local-test-')), 'answered');
    const variables = { RAW_ANSWERED: answered, EXT_ANSWERED: answered };
    await using raw = await extended({ agents: ['a-patient-crashes'], variables });
    const first = await raw.invoke({});
    expect(first.status).toBe('success');
    expect(raw.platformLines().at(-1)).toMatch(/\tStatus: error\tError Type: Extension.Crash$/);
    expect((await raw.invoke({})).body.pid).not.toBe(first.body.pid);
  });

  test('a file that is not executable fails the function, as in Lambda, with a hint', async () => {
    const files = { agent: { content: '#!/bin/sh\n', mode: 0o644 } };
    await using raw = await extended({ files });
    const { body, requestId } = await raw.invoke({});
    expect(body).toEqual({
      errorType: 'Extension.LaunchError',
      errorMessage: `RequestId: ${requestId} Error: fork/exec /opt/extensions/agent: permission denied`,
    });
    expect(raw.platformLines()[0]).toBe(
      'EXTENSION\tName: agent\tState: LaunchError\tEvents: []\tError Type: PermissionDenied',
    );
    expect(raw.diagnostics).toMatchObject([{ code: 'extension-failed', hint: expect.stringContaining('chmod +x') }]);
  });

  test('a text without a first line for the kernel fails it too, and is not handed to a shell', async () => {
    await using raw = await extended({ files: { agent: { content: 'echo hello\n' } } });
    const { body } = await raw.invoke({});
    expect(body.errorMessage).toMatch(/Error: fork\/exec \/opt\/extensions\/agent: exec format error$/);
    expect(raw.platformLines()[0]).toMatch(/State: LaunchError\tEvents: \[\]\tError Type: UnknownError$/);
    expect(raw.log()).not.toContain('hello');
  });

  test('an eleventh extension fails the function', async () => {
    const agents = Array.from({ length: 11 }, (_, index) => `agent-${String(index).padStart(2, '0')}`);
    await using raw = await extended({ agents });
    expect((await raw.invoke({})).body).toMatchObject({ errorType: 'Extension.LaunchError' });
    const lines = raw.platformLines().filter((line) => line.startsWith('EXTENSION'));
    expect(lines[10]).toBe('EXTENSION\tName: agent-10\tState: LaunchError\tEvents: []\tError Type: TooManyExtensions');
  });

  test('a script that looks for its files in /opt is told where they are', async () => {
    const content = '#!/bin/sh\nexec /opt/no-such-agent/agent\n';
    await using raw = await extended({ files: { agent: { content } } });
    expect((await raw.invoke({})).body.errorMessage).toMatch(/Error: exit status 127$/);
    expect(raw.diagnostics[0]).toMatchObject({
      code: 'extension-failed',
      hint: expect.stringMatching(/^It names \/opt\/no-such-agent\/agent, .*\$\(dirname "\$0"\)/),
    });
  });
});

posix('extensions that this machine can’t run, and Lambda can', () => {
  test.each([
    [
      '#!/var/lang/bin/python3.12\n',
      /first line, "#!\/var\/lang\/bin\/python3.12", names python3.12, which is not here/,
    ],
    ['#!/usr/bin/env -S no-such-program --flag\n', /names no-such-program, which is not on the PATH/],
  ])('are left out with a warning: %j', async (content, message) => {
    await using raw = await extended({ files: { agent: { content } } });
    expect((await raw.invoke({})).status).toBe('success');
    expect(raw.diagnostics).toEqual([
      {
        severity: 'warning',
        code: 'extension-interpreter-missing',
        message: expect.stringMatching(message),
        hint: expect.any(String),
      },
    ]);
  });

  const other = hostArchitecture === 'arm64' ? 'x86_64' : 'arm64';
  const elf = Buffer.alloc(64);
  elf.write('\x7fELF\x02\x01\x01', 'latin1');
  elf.writeUInt16LE(other === 'arm64' ? 183 : 62, 18);
  const linux = process.platform === 'linux' ? test : test.skip;

  linux('a program for the architecture of the function, which is not this machine’s, is left out', async () => {
    await using raw = await extended({ files: { agent: { content: elf } }, architecture: other });
    expect((await raw.invoke({})).status).toBe('success');
    expect(raw.diagnostics).toMatchObject([
      { code: 'extension-architecture', message: expect.stringContaining(`built for Linux on ${other}`) },
    ]);
  });

  linux('a program for another architecture than the function’s fails it, as in Lambda', async () => {
    await using raw = await extended({ files: { agent: { content: elf } } });
    expect((await raw.invoke({})).body.errorMessage).toMatch(/fork\/exec \/opt\/extensions\/agent: exec format error$/);
  });
});

posix('time limits', () => {
  test(
    'the timeout of the function covers them; the answer stays, and the environment ends',
    begun(async () => {
      await using raw = await extended({ agents: ['a-hangs-shutdownless', 'b'], timeoutMs: 3_000 });
      const outcome = await raw.invoke({});
      expect(outcome.status).toBe('success');
      expect(raw.platformLines().at(-1)).toMatch(/\tStatus: timeout$/);
      expect(outcome.durationMs).toBeGreaterThanOrEqual(3_000);
      expect(raw.diagnostics).toMatchObject([
        { code: 'extension-timeout', message: expect.stringContaining('timeout: a-hangs-shutdownless.') },
      ]);
      expect(raw.seen('b')).toEqual(['INVOKE', 'SHUTDOWN timeout', 'ended']);
    }),
  );

  test(
    'they are told of a function that has timed out',
    begun(async () => {
      await using raw = await extended({ agents: ['a'], timeoutMs: 2_000 });
      expect(await raw.invoke({ sleepMs: 30_000 })).toMatchObject({ status: 'timeout' });
      expect(raw.seen('a')).toEqual(['INVOKE', 'SHUTDOWN timeout', 'ended']);
    }),
  );

  test(
    'one that ignores the end is killed two seconds later, and so is a runtime that does, after its share',
    begun(async () => {
      const raw = await extended({ agents: ['a-hostile', 'b'], variables: { RAW_HOLDS: '1' } });
      await raw.invoke({});
      const beforeMs = Date.now();
      expect(await elapsed(() => raw.sandbox[Symbol.asyncDispose]())).toBeGreaterThan(1_900);
      const afterMs = Date.now();
      const told = raw.entries().find(({ name, event }) => name === 'b' && event?.eventType === 'SHUTDOWN');
      const deadlineMs = told?.event?.deadlineMs ?? 0;
      expect(deadlineMs).toBeGreaterThanOrEqual(beforeMs + 2_000);
      // The end that they are told of is the one that they get, but for the clocks' difference.
      expect(deadlineMs).toBeLessThan(afterMs + 100);
      for (const pid of raw.pids()) expect(await goneSoon(pid)).toBe(true);
    }),
  );

  test('one that does not want to know of the end is killed at once', async () => {
    const raw = await extended({ agents: ['a-shutdownless'] });
    await raw.invoke({});
    expect(await elapsed(() => raw.sandbox[Symbol.asyncDispose]())).toBeLessThan(shutdownMs);
    expect(raw.seen('a-shutdownless')).toEqual(['INVOKE']);
  });

  test('a cancelled run waits for none of them', async () => {
    const raw = await extended({ agents: ['a-silent', 'b-hostile'] });
    const running = raw.invoke({}).catch((error: Error) => error.message);
    while (raw.pids().length < 2) await sleep(20);
    expect(await elapsed(() => raw.sandbox.stop())).toBeLessThan(shutdownMs);
    expect(await running).toMatch(/was stopped/);
    await raw.sandbox[Symbol.asyncDispose]();
    for (const pid of raw.pids()) expect(await goneSoon(pid)).toBe(true);
  });

  test('a cancellation cuts short the time that they have at the end', async () => {
    const raw = await extended({ agents: ['a-hostile'] });
    await raw.invoke({});
    const ending = raw.sandbox[Symbol.asyncDispose]();
    const isTold = () => raw.seen('a-hostile').includes('SHUTDOWN spindown');
    while (!isTold()) await sleep(5);
    const toldMs = raw.entries().find(({ event }) => event?.eventType === 'SHUTDOWN')?.event?.deadlineMs ?? 0;
    await raw.sandbox.stop();
    await ending;
    expect(Date.now()).toBeLessThan(toldMs);
    for (const pid of raw.pids()) expect(await goneSoon(pid)).toBe(true);
  });
});

posix('internal extensions', () => {
  test('register from inside of the runtime, and are told of invocations', async () => {
    const raw = await extended({ isPlain: true, variables: { RAW_INTERNAL: '1' } });
    const first = await raw.invoke({});
    await raw.invoke({});
    expect(raw.platformLines().slice(0, 2)).toEqual([
      'EXTENSION\tName: inner\tState: Ready\tEvents: [INVOKE]',
      `START RequestId: ${first.requestId} Version: $LATEST`,
    ]);
    await raw.sandbox[Symbol.asyncDispose]();
    expect(raw.seen('runtime')).toEqual(['INVOKE', 'INVOKE', 'SIGTERM']);
  });

  test('do not register any more once the runtime is initialized', async () => {
    await using raw = await extended({ isPlain: true, variables: { RAW_INTERNAL: 'late' } });
    await raw.invoke({});
    const answers = raw.entries().flatMap(({ registered }) => registered?.errorType ?? []);
    expect(answers).toEqual(['Extension.RegistrationClosed']);
  });

  test('the runtime has half a second to end', async () => {
    const raw = await extended({ isPlain: true, variables: { RAW_INTERNAL: '1', RAW_HOLDS: '1' } });
    await raw.invoke({});
    const ms = await elapsed(() => raw.sandbox[Symbol.asyncDispose]());
    expect(ms).toBeGreaterThan(450);
    expect(ms).toBeLessThan(shutdownMs);
    expect(raw.seen('runtime')).toEqual(['INVOKE', 'SIGTERM']);
  });

  test('a runtime without any is killed at once, with no signal before', async () => {
    const raw = await extended({ isPlain: true, variables: { RAW_HOLDS: '1' } });
    await raw.invoke({});
    await raw.sandbox[Symbol.asyncDispose]();
    expect(raw.seen('runtime')).toEqual([]);
  });
});
