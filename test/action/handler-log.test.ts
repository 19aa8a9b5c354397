import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { openHandlerLog } from '../../src/action/handler-log.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { LogSource } from '../../src/lambda/platform-log/log-sink.js';
import { LogTail } from '../../src/report/log-tail.js';
import { createCommandProcessor } from '../harness/command-processor.js';
import { createSecretMasker } from '../harness/secret-masker.js';

interface Logged {
  readonly printed: string;
  readonly file: string;
  readonly findings: readonly Diagnostic[];
}

async function logged(pieces: readonly (readonly [string, LogSource])[], secrets: string[] = []): Promise<Logged> {
  let printed = '';
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      printed += chunk.toString('latin1');
      done();
    },
  });
  const file = join(mkdtempSync(join(tmpdir(), 'log-')), 'log.txt');
  const findings: Diagnostic[] = [];
  const log = openHandlerLog({
    stdout,
    file,
    title: 'Log',
    tail: new LogTail(),
    secrets,
    report: (finding) => findings.push(finding),
  });
  for (const [text, source] of pieces) await log.sink.write(Buffer.from(text, 'latin1'), source);
  await log.close();
  return { printed, file: readFileSync(file, 'latin1'), findings };
}

/** What is printed between the token's two appearances. */
function within(printed: string): string {
  const [, token, body] =
    /^::group::Log\n::stop-commands::([0-9a-f]{32})\n(.*?)::\1::\n::endgroup::\n$/s.exec(printed) ?? [];
  if (token === undefined || body === undefined) throw new Error(`no group in ${JSON.stringify(printed)}`);
  return body;
}

test('a log of nothing prints no group, and leaves an empty file', async () => {
  expect(await logged([])).toEqual({ printed: '', file: '', findings: [] });
});

test.each([
  ['a whole line', 'abc\n', 'abc\n'],
  ['a line without its end, which gets one', 'abc', 'abc\n'],
  ['bytes that are not UTF-8', '\xff\xfe\0\n', '\xff\xfe\0\n'],
])('the group and the file have %s', async (_, text, expected) => {
  const { printed, file } = await logged([[text, 'stdout']]);
  expect([within(printed), file]).toEqual([expected, expected]);
});

test('lines of two streams are never torn by one another', async () => {
  const { file } = await logged([
    ['out 1\nout ', 'stdout'],
    ['err 1\n', 'stderr'],
    ['2\n', 'stdout'],
    ['REPORT\n', 'platform'],
    ['err 2', 'stderr'],
  ]);
  expect(file).toBe('out 1\nerr 1\nout 2\nREPORT\nerr 2\n');
});

test('a line of the platform stands after a line without its end, also after one that a secret could start from', async () => {
  const pieces = [
    ['err', 'stderr'],
    ['out se', 'stdout'],
    ['\nEND\n', 'platform'],
    ['REPORT\n', 'platform'],
  ] as const;
  const { printed, file } = await logged([...pieces], ['secret']);
  expect([within(printed), file]).toEqual(Array(2).fill('err\nout se\nEND\nREPORT\n'));
});

test('a line that never ends is passed on, and what comes between it starts a line of its own', async () => {
  const long = 'x'.repeat(70_000);
  const { file } = await logged([
    [long, 'stdout'],
    ['err\n', 'stderr'],
    [long, 'stdout'],
  ]);
  expect(file).toBe(`${long}\nerr\n${long}\n`);
});

test('a log file that is there already is a warning, and the log is printed all the same', async () => {
  const stdout = new Writable({ write: (_chunk, _encoding, done) => done() });
  const file = mkdtempSync(join(tmpdir(), 'log-'));
  const findings: Diagnostic[] = [];
  const log = openHandlerLog({
    stdout,
    file,
    title: 'Log',
    tail: new LogTail(),
    secrets: [],
    report: (finding) => findings.push(finding),
  });
  for (let index = 0; index < 100; index++) await log.sink.write(Buffer.alloc(65_536, 'x\n'), 'stdout');
  await log.close();
  expect(findings).toEqual([expect.objectContaining({ severity: 'warning', code: 'log-file-incomplete' })]);
});

const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';

test('a secret is taken out wherever the chunks are cut', async () => {
  const text = `a ${secret} b ${encodeURIComponent(secret)}\n`;
  for (let cut = 1; cut < text.length; cut++) {
    const { file, printed } = await logged(
      [
        [text.slice(0, cut), 'stdout'],
        [text.slice(cut), 'stdout'],
      ],
      [secret],
    );
    expect([file, within(printed)]).toEqual(['a *** b ***\n', 'a *** b ***\n']);
  }
});

test('the start of a secret that is none after all is printed', async () => {
  const { file } = await logged([[`x ${secret.slice(0, 20)}`, 'stdout']], [secret]);
  expect(file).toBe(`x ${secret.slice(0, 20)}\n`);
});

test('the longest of two secrets that begin alike is taken out whole', async () => {
  const { file } = await logged([[`${secret}longer\n`, 'stdout']], [secret, `${secret}longer`]);
  expect(file).toBe('***\n');
});

test.each([
  ['one that begins as another does', [secret, `${secret}longer`], `${secret}longer`],
  ['one that overlaps another', ['one-two', 'two-three'], 'one-two-three'],
  ['one that overlaps itself', ['abab'], 'ababab'],
])('of secrets that are not apart nothing is left, wherever the chunks are cut: %s', async (_what, secrets, text) => {
  for (let cut = 1; cut < text.length; cut++) {
    const pieces = [text.slice(0, cut), text.slice(cut)].map((piece) => [piece, 'stdout'] as const);
    expect((await logged(pieces, secrets)).file).toBe('***\n');
  }
});

test('a secret that becomes known while the log runs is taken out from then on', async () => {
  const secrets: string[] = [];
  const file = join(mkdtempSync(join(tmpdir(), 'log-')), 'log.txt');
  const stdout = new Writable({ write: (_chunk, _encoding, done) => done() });
  const log = openHandlerLog({ stdout, file, title: 'Log', tail: new LogTail(), secrets, report: () => {} });
  await log.sink.write(Buffer.from('before\n'), 'stdout');
  secrets.push(secret);
  await log.sink.write(Buffer.from(`${secret}\n`), 'stdout');
  await log.close();
  expect(readFileSync(file, 'utf8')).toBe('before\n***\n');
});

test('a value that is found to be a secret while the group is open is told to the runner as a command, and not shown', async () => {
  const secrets: string[] = [];
  const lines: string[] = [];
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      lines.push(...String(chunk).split(/(?<=\n)/));
      done();
    },
  });
  const file = join(mkdtempSync(join(tmpdir(), 'log-')), 'log.txt');
  const log = openHandlerLog({ stdout, file, title: 'Log', tail: new LogTail(), secrets, report: () => {} });
  await log.sink.write(Buffer.alloc(70_000, 'x'), 'stdout');
  secrets.push(secret);
  log.command(`::add-mask::${secret}\n`);
  await log.sink.write(Buffer.from(`${secret}\n`), 'stdout');
  await log.close();
  const processor = createCommandProcessor(createSecretMasker());
  for (const line of lines.join('').split('\n')) processor.line(line);
  const { commands, log: shown } = processor.effects;
  expect(commands.map(({ name }) => name)).toEqual(['group', 'stop-commands', 'add-mask', 'stop-commands', 'endgroup']);
  expect(shown.join('\n')).not.toContain(secret);
  expect(new Set(commands.filter(({ name }) => name === 'stop-commands').map(({ data }) => data)).size).toBe(2);
});
