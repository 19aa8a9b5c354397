import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { endsWithBench } from './temporary-folders.js';

/** One way to run a program, to be compared with others. */
export interface Contender {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly input?: Buffer;
}

/** What one run took. */
export interface Sample {
  readonly wallMs: number;
  /** The peak of the started process alone, in MiB; 0 where the platform does not tell. */
  readonly peakMiB: number;
}

/** The samples of contenders, by their names. */
export type Samples = ReadonlyMap<string, readonly Sample[]>;

/** Runs a contender once, reading all that it prints as a step's runner does: through pipes. */
export function runOnce(contender: Contender): Promise<Sample> {
  return new Promise((resolve, reject) => {
    const [program, ...args] = contender.command;
    const startedMs = performance.now();
    const child = spawn(program, args, { cwd: contender.cwd, env: contender.environment });
    const hasEnded = endsWithBench(() => child.kill());
    let errors = '';
    let peakKib = 0;
    const look = (): void => {
      peakKib = Math.max(peakKib, peakOf(child.pid));
    };
    const sampling = setInterval(look, 20);
    child.stdout.on('data', () => {});
    child.stderr.on('data', (chunk: Buffer) => {
      if (errors.length < 2000) errors += chunk.toString('utf8');
    });
    child.stdin.on('error', () => {});
    child.stdin.end(contender.input);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(sampling);
      hasEnded();
      const wallMs = performance.now() - startedMs;
      if (code === 0) resolve({ wallMs, peakMiB: peakKib / 1024 });
      else reject(new Error(`${contender.name} ended with ${code}: ${errors}`));
    });
  });
}

/** The samples of each contender, taken in turns, so that what else the machine does falls on all of them alike. */
export async function interleave(contenders: readonly Contender[], rounds: number): Promise<Samples> {
  const samples = new Map<string, Sample[]>(contenders.map(({ name }) => [name, []]));
  for (const contender of contenders) await runOnce(contender);
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders) samples.get(contender.name)?.push(await runOnce(contender));
  }
  return samples;
}

/** The middle one of the sorted values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The median of what some contenders took together, in ms. */
export function medianMs(samples: Samples, ...names: readonly string[]): number {
  return names.reduce((sum, name) => sum + median((samples.get(name) ?? []).map(({ wallMs }) => wallMs)), 0);
}

function peakOf(pid: number | undefined): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
