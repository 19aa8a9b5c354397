import { describe, expect, test } from '@jest/globals';
import { localRuntimeVersion, type PlatformEvent, sampledTrace } from '../../src/lambda/platform-log/platform-event.js';
import { PlatformLog } from '../../src/lambda/platform-log/platform-log.js';
import { rawSandbox } from './raw-sandbox.js';

const requestId = '6d68ca91-49c9-448d-89b8-7ca3e6dc66aa';
const functionArn = 'arn:aws:lambda:eu-west-1:123456789012:function:hello';
const report = {
  type: 'report',
  requestId,
  durationMs: 12.3456,
  billedDurationMs: 124,
  memorySizeMiB: 128,
  maxMemoryUsedMiB: 64,
} as const;
const init = { phase: 'init', status: 'success' } as const;

const events: Readonly<Record<string, PlatformEvent>> = {
  initStart: {
    type: 'initStart',
    phase: 'init',
    functionName: 'hello',
    instanceId: '2026/01/31/[$LATEST]00',
    memorySizeMiB: 128,
    ...localRuntimeVersion('nodejs22.x', 'eu-west-1'),
  },
  initRuntimeDone: { type: 'initRuntimeDone', ...init },
  initRuntimeDoneFailed: { type: 'initRuntimeDone', phase: 'init', status: 'error', errorType: 'Runtime.ExitError' },
  initReport: { type: 'initReport', ...init, durationMs: 111.2345 },
  initReportTimeout: { type: 'initReport', phase: 'invoke', status: 'timeout', durationMs: 9999.9 },
  start: { type: 'start', requestId, functionArn },
  runtimeDone: { type: 'runtimeDone', requestId, status: 'success', durationMs: 12.3, producedBytes: 4 },
  runtimeDoneFailed: { type: 'runtimeDone', requestId, status: 'timeout', durationMs: 1000, producedBytes: 0 },
  report: { ...report, status: 'success', initDurationMs: 111.2345 },
  reportFailed: { ...report, status: 'error', errorType: 'Runtime.ExitError' },
};

async function logged(settings: ConstructorParameters<typeof PlatformLog>[1], list: readonly PlatformEvent[]) {
  const lines: string[] = [];
  const log = new PlatformLog({ write: (chunk) => void lines.push(chunk.toString()) }, settings);
  for (const event of list) await log.event(event);
  return lines.join('').split('\n').slice(0, -1);
}

describe('the format Text', () => {
  test.each<[string, string, string[]]>([
    [
      'initStart',
      'INIT_START',
      [
        `INIT_START Runtime Version: nodejs:22.local\tRuntime Version ARN: arn:aws:lambda:eu-west-1::runtime:${'0'.repeat(64)}`,
      ],
    ],
    ['initReport', 'nothing', []],
    ['initReportTimeout', 'INIT_REPORT', ['INIT_REPORT Init Duration: 9999.90 ms\tPhase: invoke\tStatus: timeout']],
    ['start', 'START', [`START RequestId: ${requestId} Version: $LATEST`]],
    ['runtimeDone', 'nothing', []],
    [
      'report',
      'END and REPORT',
      [
        `END RequestId: ${requestId}`,
        `REPORT RequestId: ${requestId}\tDuration: 12.35 ms\tBilled Duration: 124 ms\tMemory Size: 128 MB\tMax Memory Used: 64 MB\tInit Duration: 111.23 ms\t`,
      ],
    ],
    [
      'reportFailed',
      'a REPORT with its status',
      [
        `END RequestId: ${requestId}`,
        `REPORT RequestId: ${requestId}\tDuration: 12.35 ms\tBilled Duration: 124 ms\tMemory Size: 128 MB\tMax Memory Used: 64 MB\tStatus: error\tError Type: Runtime.ExitError\t`,
      ],
    ],
  ])('%s is %s', async (name, _what, expected) => {
    const event = events[name];
    expect(await logged({ format: 'Text' }, event === undefined ? [] : [event])).toEqual(expected);
  });

  test('a sampled trace has a line of its own', async () => {
    const tracing = sampledTrace('Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1');
    const lines = await logged({ format: 'Text' }, [{ ...report, status: 'success', ...(tracing && { tracing }) }]);
    expect(lines.at(-1)).toBe(
      'XRAY TraceId: 1-5bef4de7-ad49b0e87f6ef6c87fc2e700\tSegmentId: 9a9197af755a6419\tSampled: true\t',
    );
    expect(sampledTrace('Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=0')).toBeUndefined();
    expect(sampledTrace(undefined)).toBeUndefined();
  });
});

describe('the format JSON', () => {
  test.each<['DEBUG' | 'INFO' | 'WARN' | undefined, string[]]>([
    ['DEBUG', Object.keys(events)],
    [
      'INFO',
      [
        'initStart',
        'initRuntimeDoneFailed',
        'initReportTimeout',
        'start',
        'runtimeDoneFailed',
        'report',
        'reportFailed',
      ],
    ],
    [
      undefined,
      [
        'initStart',
        'initRuntimeDoneFailed',
        'initReportTimeout',
        'start',
        'runtimeDoneFailed',
        'report',
        'reportFailed',
      ],
    ],
    ['WARN', ['initRuntimeDoneFailed', 'initReportTimeout', 'runtimeDoneFailed', 'reportFailed']],
  ])('the system log level %s lets through what Lambda assigns to it', async (systemLevel, expected) => {
    const settings = { format: 'JSON', ...(systemLevel === undefined ? {} : { systemLevel }) } as const;
    const passed: string[] = [];
    for (const [name, event] of Object.entries(events)) {
      if ((await logged(settings, [event])).length > 0) passed.push(name);
    }
    expect(passed).toEqual(expected);
  });

  test('the records have the fields of the Telemetry API', async () => {
    const lines = await logged({ format: 'JSON', systemLevel: 'DEBUG' }, Object.values(events));
    const records = lines.map((line) => JSON.parse(line));
    for (const { time } of records) expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    const initializationType = 'on-demand';
    expect(records.map(({ type, record }) => [type, record])).toEqual([
      [
        'platform.initStart',
        {
          initializationType,
          phase: 'init',
          runtimeVersion: 'nodejs:22.local',
          runtimeVersionArn: `arn:aws:lambda:eu-west-1::runtime:${'0'.repeat(64)}`,
          functionName: 'hello',
          functionVersion: '$LATEST',
          instanceId: '2026/01/31/[$LATEST]00',
          instanceMaxMemory: 134_217_728,
        },
      ],
      ['platform.initRuntimeDone', { initializationType, phase: 'init', status: 'success' }],
      [
        'platform.initRuntimeDone',
        { initializationType, phase: 'init', status: 'error', errorType: 'Runtime.ExitError' },
      ],
      [
        'platform.initReport',
        { initializationType, phase: 'init', status: 'success', metrics: { durationMs: 111.235 } },
      ],
      [
        'platform.initReport',
        { initializationType, phase: 'invoke', status: 'timeout', metrics: { durationMs: 9999.9 } },
      ],
      ['platform.start', { requestId, functionArn, version: '$LATEST' }],
      ['platform.runtimeDone', { requestId, status: 'success', metrics: { durationMs: 12.3, producedBytes: 4 } }],
      ['platform.runtimeDone', { requestId, status: 'timeout', metrics: { durationMs: 1000, producedBytes: 0 } }],
      [
        'platform.report',
        {
          requestId,
          metrics: {
            durationMs: 12.346,
            billedDurationMs: 124,
            memorySizeMB: 128,
            maxMemoryUsedMB: 64,
            initDurationMs: 111.235,
          },
          status: 'success',
        },
      ],
      [
        'platform.report',
        {
          requestId,
          metrics: { durationMs: 12.346, billedDurationMs: 124, memorySizeMB: 128, maxMemoryUsedMB: 64 },
          status: 'error',
          errorType: 'Runtime.ExitError',
        },
      ],
    ]);
  });
});

test.each([
  ['nodejs22.x', 'nodejs:22.local'],
  ['python3.13', 'python:3.13.local'],
  ['provided.al2023', 'provided:al2023.local'],
  ['provided', 'provided:local'],
  ['go1.x', 'go:1.local'],
  ['java8.al2', 'java:8.al2.local'],
  ['ruby3.3', 'ruby:3.3.local'],
])('the version of %s says that it is none of AWS', (runtime, expected) => {
  expect(localRuntimeVersion(runtime, 'eu-west-1').runtimeVersion).toBe(expected);
});

describe('through a sandbox', () => {
  const types = (lines: string[]): string[] => lines.map((line) => JSON.parse(line).type);

  test('the events stand in their order, of an invocation, a crash and a start within an invocation', async () => {
    await using raw = await rawSandbox({
      runtime: 'provided.al2023',
      logging: { format: 'JSON', systemLevel: 'DEBUG' },
    });
    const start = ['platform.initStart', 'platform.initRuntimeDone', 'platform.initReport'];
    const run = ['platform.start', 'platform.runtimeDone', 'platform.report'];
    await raw.invoke({});
    expect(types(raw.platformLines())).toEqual([...start, ...run]);
    await raw.invoke({ exit: 1 });
    await raw.invoke({});
    expect(types(raw.platformLines())).toEqual([...start, ...run, ...run, ...start, ...run]);
    const records = raw.platformLines().map((line) => JSON.parse(line).record);
    expect(records[8]).toMatchObject({ status: 'error', errorType: 'Runtime.ExitError' });
    expect(records[9]).toMatchObject({ phase: 'invoke', functionName: 'raw' });
    expect(records[13]).toMatchObject({ status: 'success', metrics: { producedBytes: expect.any(Number) } });
  });

  test('a failing init is reported for both of its phases', async () => {
    await using raw = await rawSandbox({
      runtime: 'provided.al2023',
      logging: { format: 'JSON', systemLevel: 'WARN' },
      environment: { PATH: '', RAW_INIT: 'exit:1' },
    });
    await raw.invoke({});
    const records = raw.platformLines().map((line) => JSON.parse(line));
    expect(records.map(({ type, record }) => `${type} ${record.phase}`)).toEqual([
      'platform.initRuntimeDone init',
      'platform.initReport init',
      'platform.initRuntimeDone invoke',
      'platform.initReport invoke',
      'platform.runtimeDone undefined',
      'platform.report undefined',
    ]);
  });

  test('INIT_START comes first, once, before what the process prints while it starts', async () => {
    await using raw = await rawSandbox({ runtime: 'nodejs22.x' });
    await raw.invoke({ exit: 1 });
    await raw.invoke({});
    const lines = raw.log().split('\n');
    expect(lines.slice(0, 2)).toEqual([
      expect.stringMatching(/^INIT_START Runtime Version: nodejs:22\.local\t/),
      'init',
    ]);
    expect(lines.filter((line) => line.startsWith('INIT_START'))).toHaveLength(1);
  });
});
