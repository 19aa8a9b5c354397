import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openHandlerLog } from '../../src/action/handler-log.js';
import { commandLine, plainLine } from '../../src/action/workflow-commands.js';
import type { LogSource } from '../../src/lambda/platform-log/log-sink.js';
import { LogTail } from '../../src/report/log-tail.js';
import { cpuMs } from '../cpu-time.js';
import { type CommandEffects, createCommandProcessor } from '../harness/command-processor.js';
import { forEachLine } from '../harness/lines.js';
import { createSecretMasker } from '../harness/secret-masker.js';
import { holds } from './property.js';
import { chunked, cutPlaces, hostileBytes, hostileText, throughUtf8 } from './texts.js';

type Happening = { readonly source: LogSource; readonly bytes: Buffer } | { readonly mask: string };

/** What came out of a log that these happened to. */
interface Logged {
  readonly printed: Buffer;
  readonly file: Buffer;
}

const folder = mkdtempSync(join(tmpdir(), 'hostile-log-'));
let logs = 0;

async function logged(happenings: readonly Happening[]): Promise<Logged> {
  const printed: Buffer[] = [];
  const stdout = new Writable({
    highWaterMark: 512,
    write(chunk: Buffer, _encoding, done) {
      printed.push(Buffer.from(chunk));
      setImmediate(done);
    },
  });
  const file = join(folder, `${++logs}.txt`);
  const log = openHandlerLog({ stdout, file, title: 'Log', tail: new LogTail(), secrets: [], report: failOn });
  for (const happening of happenings) {
    if ('mask' in happening) log.command(commandLine('add-mask', happening.mask));
    else await log.sink.write(happening.bytes, happening.source);
  }
  await log.close();
  await new Promise<void>((resolve) => stdout.end(resolve));
  return { printed: Buffer.concat(printed), file: readFileSync(file) };
}

function failOn(finding: unknown): never {
  throw new Error(JSON.stringify(finding));
}

/** What the runner does with the output of a step. */
async function effectsOf(printed: Buffer): Promise<CommandEffects> {
  const processor = createCommandProcessor(createSecretMasker());
  await forEachLine(Readable.from([printed]), processor.line);
  processor.line('::notice::taken again');
  return processor.effects;
}

/** What stands in the group, as bytes. */
function within(printed: Buffer): Buffer {
  const text = printed.toString('latin1');
  const [all, token] = /^::group::Log\n::stop-commands::([0-9a-f]{32})\n/.exec(text) ?? [''];
  const end = `::${token}::\n::endgroup::\n`;
  expect(text.endsWith(end)).toBe(true);
  return Buffer.from(text.slice(all.length, -end.length), 'latin1');
}

const newline = Buffer.from('\n');

describe('what a handler prints', () => {
  test('is no command, in any chunks, and stands byte for byte in the log and in its file', async () => {
    await holds(300, [hostileBytes, cutPlaces], async (bytes, cuts) => {
      const { printed, file } = await logged(chunked(bytes, cuts).map((chunk) => ({ source: 'stdout', bytes: chunk })));
      const whole = bytes.length === 0 || bytes.at(-1) === 0x0a ? bytes : Buffer.concat([bytes, newline]);
      expect(file.equals(whole)).toBe(true);
      if (bytes.length === 0) return void expect(printed.length).toBe(0);
      expect(within(printed).equals(whole)).toBe(true);
      const { commands, failures } = await effectsOf(printed);
      expect(commands.map(({ name }) => name)).toEqual(['group', 'stop-commands', 'endgroup', 'notice']);
      expect(failures).toEqual([]);
    });
  });

  /** A stream whose every line says in its end whose it is. */
  const marked = (mark: string): fc.Arbitrary<Buffer> =>
    fc
      .tuple(fc.array(hostileText, { maxLength: 6 }), fc.boolean())
      .map(([texts, isEnded]) =>
        Buffer.from(texts.map((text) => text.replaceAll('\n', '\r') + mark).join('\n') + (isEnded ? '\n' : '')),
      );
  const sources = { stdout: '\u0001o', stderr: '\u0001e', platform: '\u0001p' } as const;
  const platformLines = fc.array(fc.tuple(fc.constantFrom('', '\n'), hostileText), { maxLength: 3 });

  test('on two streams arrives in order on each, in whole lines, among the lines of the platform and our commands', async () => {
    const values = [
      marked(sources.stdout),
      marked(sources.stderr),
      cutPlaces,
      cutPlaces,
      platformLines,
      fc.infiniteStream(fc.nat()),
    ] as const;
    await holds(300, [...values], async (stdout, stderr, outCuts, errCuts, platform, order) => {
      const queues: Happening[][] = [
        chunked(stdout, outCuts).map((bytes) => ({ source: 'stdout', bytes })),
        chunked(stderr, errCuts).map((bytes) => ({ source: 'stderr', bytes })),
        [{ mask: 'a%b:c,d' }, { mask: '::error::e' }],
      ];
      const happenings: Happening[] = [];
      for (const next of order) {
        const waiting = queues.filter((queue) => queue.length > 0);
        if (waiting.length === 0) break;
        const happening = waiting[next % waiting.length]?.shift();
        if (happening !== undefined) happenings.push(happening);
      }
      // The platform's lines come when an invocation is over.
      const lines = platform.map(([start, text]) => `${start}${text.replaceAll('\n', '\r')}${sources.platform}\n`);
      happenings.push(...lines.map((line) => ({ source: 'platform', bytes: Buffer.from(line) }) as const));

      const { printed, file } = await logged(happenings);
      const linesOf = (mark: string): string[] =>
        file
          .toString()
          .split('\n')
          .filter((line) => line.endsWith(mark));
      const expected = (bytes: Buffer, mark: string): string[] =>
        bytes
          .toString()
          .split('\n')
          .filter((line) => line.endsWith(mark));
      expect(linesOf(sources.stdout)).toEqual(expected(stdout, sources.stdout));
      expect(linesOf(sources.stderr)).toEqual(expected(stderr, sources.stderr));
      expect(linesOf(sources.platform)).toEqual(lines.map((line) => throughUtf8(line).replaceAll('\n', '')));

      const { commands } = await effectsOf(printed);
      expect(commands.filter(({ name }) => name === 'add-mask').map(({ data }) => data)).toEqual([
        'a%b:c,d',
        '::error::e',
      ]);
      const others = commands.filter(({ name }) => name !== 'add-mask' && name !== 'stop-commands');
      expect(others.map(({ name, data }) => `${name} ${data}`)).toEqual(
        file.length === 0 ? ['notice taken again'] : ['group Log', 'endgroup ', 'notice taken again'],
      );
    });
  });

  test.each([
    ['a line of 10 MB', [Buffer.alloc(10_000_000, 'x::error::##[error]')], 1000],
    [
      'a line of 10 MB that comes in 64 KiB',
      chunked(Buffer.alloc(10_000_000, 'x'), everyNth(65_536, 10_000_000)),
      1000,
    ],
    ['100,000 lines, each on its own', Array(100_000).fill(Buffer.from('::error::forged\n')), 10_000],
    ['10,000 bytes, each on its own', chunked(Buffer.alloc(10_000, '::a\n'), everyNth(1, 10_000)), 5000],
  ])('in %s is whole', async (_what, chunks: Buffer[], atMostMs) => {
    const startedAt = cpuMs();
    const { printed, file } = await logged(chunks.map((bytes) => ({ source: 'stdout', bytes })));
    expect(cpuMs() - startedAt).toBeLessThan(atMostMs * 5);
    const whole = Buffer.concat(chunks);
    expect(file.subarray(0, whole.length).equals(whole)).toBe(true);
    expect(within(printed).equals(file)).toBe(true);
  });
});

function everyNth(step: number, length: number): number[] {
  return Array.from({ length: Math.floor(length / step) }, (_, index) => index * step);
}

describe('a line that we print', () => {
  test('is one line and no command, whatever is in it', async () => {
    await holds(1000, [hostileText], async (text) => {
      const { commands, log } = await effectsOf(Buffer.from(plainLine(text)));
      expect(commands.map(({ name }) => name)).toEqual(['notice']);
      expect(log).toHaveLength(2);
    });
  });

  test('is the command that is meant, with the data that are meant', async () => {
    await holds(500, [hostileText], async (text) => {
      const { commands } = await effectsOf(Buffer.from(commandLine('group', text)));
      expect(commands[0]).toEqual({ name: 'group', properties: {}, data: throughUtf8(text) });
      expect(commands).toHaveLength(2);
    });
  });
});
