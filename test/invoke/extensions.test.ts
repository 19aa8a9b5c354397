import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';

import { findOnPath } from '../../src/host/search-path.js';
import { fixture } from '../paths.js';
import { runFunction } from '../services/run-function.js';

const extended = fixture('extensions');
const folder = mkdtempSync(join(tmpdir(), 'invoke-local-test-'));
const posix = process.platform === 'win32' ? test.skip : test;
const withPython = findOnPath('python3', process.env['PATH']) === undefined ? test.skip : posix;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

posix('C29 an extension of a layer goes through the life of a function', async () => {
  const journal = join(folder, 'journal');
  const { answer, log, diagnostics } = await runFunction(extended, 'watched', {
    environment: { EXT_JOURNAL: journal },
  });
  expect(answer).toEqual({ told: true });
  expect(diagnostics.filter(({ code }) => code.startsWith('extension-'))).toEqual([]);
  const entries: Record<string, unknown>[] = readFileSync(journal, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(entries.find(({ registered }) => registered)).toEqual({
    name: 'watcher',
    registered: { functionName: 'extended-dev-watched', functionVersion: '$LATEST', handler: 'src/index.handler' },
  });
  expect(entries.flatMap(({ event }) => event ?? [])).toMatchObject([
    {
      eventType: 'INVOKE',
      invokedFunctionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:extended-dev-watched',
      tracing: { type: 'X-Amzn-Trace-Id', value: expect.stringMatching(/^Root=1-/) },
    },
    { eventType: 'SHUTDOWN', shutdownReason: 'spindown' },
  ]);
  const lines = log.split('\n');
  const places = [
    'watcher is registered',
    'EXTENSION\tName: watcher\tState: Ready',
    'START ',
    'REPORT ',
    'watcher ends',
  ];
  const found = places.map((start) => lines.findIndex((line) => line.startsWith(start)));
  expect(found).not.toContain(-1);
  expect(found).toEqual(found.toSorted((a, b) => a - b));
});

withPython('an extension in another language than the function works as well', async () => {
  const { answer, log, result } = await runFunction(extended, 'python');
  expect(answer).toEqual({ told: true });
  expect(log).toContain('watching src/index.handler\n');
  expect(log).toContain(`told of INVOKE ${result.requestId}\n`);
  expect(log).toContain('told of SHUTDOWN spindown\n');
});

posix('an extension that can’t be executed fails the function with the error of Lambda, and with advice', async () => {
  const { result, answer, diagnostics } = await runFunction(extended, 'broken');
  expect(result.status).toBe('crash');
  expect(answer).toEqual({
    errorType: 'Extension.LaunchError',
    errorMessage: `RequestId: ${result.requestId} Error: fork/exec /opt/extensions/notes: permission denied`,
  });
  expect(diagnostics.map(({ code }) => code)).toContain('extension-failed');
});
