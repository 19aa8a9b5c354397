import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Launch } from '../../src/lambda/sandbox/process/launch.js';
import { Sandbox } from '../../src/lambda/sandbox/sandbox.js';
import type { SandboxOptions } from '../../src/lambda/sandbox/sandbox-options.js';
import { fixture } from '../paths.js';

/** The custom runtime of the fixture, as a way to start it. */
export const rawRuntime: Launch = { command: process.execPath, args: [fixture('raw-runtime', 'runtime.cjs')] };

/** A sandbox around the custom runtime of the fixture, and the log that it wrote. */
export async function rawSandbox(options: Partial<SandboxOptions> = {}) {
  const chunks: { text: string; source: string }[] = [];
  const sandbox = await Sandbox.create({
    candidates: [rawRuntime],
    environment: { PATH: process.env['PATH'] ?? '' },
    workingDirectory: fixture('raw-runtime'),
    timeoutMs: 5_000,
    memorySizeMiB: 128,
    functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:raw',
    logs: { write: (chunk, source) => void chunks.push({ text: chunk.toString('utf8'), source }) },
    ...options,
  });
  return {
    sandbox,
    log: () => chunks.map(({ text }) => text).join(''),
    platformLines: () => chunks.filter(({ source }) => source === 'platform').map(({ text }) => text.trim()),
    invoke: async (event: unknown) => {
      const outcome = await sandbox.invoke({ event: Buffer.from(JSON.stringify(event)) });
      const body = outcome.status === 'success' ? outcome.response : outcome.error;
      return { ...outcome, body: JSON.parse(body.toString('utf8')) };
    },
    [Symbol.asyncDispose]: () => sandbox[Symbol.asyncDispose](),
  };
}

/** Whether a process runs: neither gone nor a zombie. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return process.platform !== 'linux' || !/^State:\s+Z/m.test(readStatus(pid));
}

/** Waits until a process is gone, at most ten seconds. @returns whether it is gone */
export async function goneSoon(pid: number): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < 10_000 && isRunning(pid); waitedMs += 20) await sleep(20);
  return !isRunning(pid);
}

/** Waits until this process has been told of the end of its child, at most ten seconds: a child whose threads still end is not gone yet. */
export async function reapedSoon(pid: number): Promise<void> {
  for (let waitedMs = 0; waitedMs < 10_000; waitedMs += 5) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await sleep(5);
  }
}

function readStatus(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'latin1');
  } catch {
    return 'State:\tZ';
  }
}
