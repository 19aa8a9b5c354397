import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { error, notice, warning } from '@actions/core';
import { afterEach, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { concludeSuite } from '../../src/action/suite/conclude-suite.js';
import { openSuiteLog } from '../../src/action/suite/suite-log.js';
import { commandLine } from '../../src/action/workflow-commands.js';
import type { ReportedCase } from '../../src/report/suite/suite-report.js';
import { type CommandEffects, createCommandProcessor } from '../harness/command-processor.js';
import { forEachLine } from '../harness/lines.js';
import { createSecretMasker, type SecretMasker } from '../harness/secret-masker.js';
import { caseOf, failedCase, suiteOf } from '../report/suite-reports.js';
import { holds } from './property.js';
import { hostileCase, hostileSuite } from './suites.js';
import { hostileBytes, hostileText } from './texts.js';

type Happening =
  | { readonly kind: 'case'; readonly reported: ReportedCase }
  | { readonly kind: 'project'; readonly bytes: Buffer }
  | { readonly kind: 'mask'; readonly text: string };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  hostileCase.map((reported) => ({ kind: 'case' as const, reported })),
  hostileBytes.map((bytes) => ({ kind: 'project' as const, bytes })),
  hostileText.map((text) => ({ kind: 'mask' as const, text })),
);

const folder = mkdtempSync(join(tmpdir(), 'hostile-suite-log-'));
let logs = 0;

/** What is printed of these, and what stands in the log file. */
async function logged(happenings: readonly Happening[], secrets: readonly string[] = []) {
  const printed: Buffer[] = [];
  const stdout = new Writable({
    highWaterMark: 512,
    write(chunk: Buffer, _encoding, done) {
      printed.push(Buffer.from(chunk));
      setImmediate(done);
    },
  });
  const file = join(folder, `${++logs}.txt`);
  const report = (finding: unknown): never => {
    throw new Error(JSON.stringify(finding));
  };
  const log = openSuiteLog({ stdout, file, secrets, hasColour: true, report });
  for (const each of happenings) {
    if (each.kind === 'case') log.print(each.reported);
    else if (each.kind === 'mask') log.command(commandLine('add-mask', each.text));
    else await log.project.write(each.bytes, 'stdout');
  }
  await log.close();
  await new Promise<void>((resolve) => stdout.end(resolve));
  return { printed: Buffer.concat(printed), file: readFileSync(file, 'utf8') };
}

async function effectsOf(printed: Buffer, masker: SecretMasker): Promise<CommandEffects> {
  const processor = createCommandProcessor(masker);
  await forEachLine(Readable.from([printed]), processor.line);
  processor.line('::notice::taken again');
  return processor.effects;
}

test('nothing in the log of a suite is a command but ours, and commands are taken again after it', async () => {
  await holds(200, [fc.array(happening, { maxLength: 8 })], async (happenings) => {
    const masker = createSecretMasker();
    const { commands, failures, annotations } = await effectsOf((await logged(happenings)).printed, masker);
    expect(failures).toEqual([]);
    // What was masked may be a letter of this.
    expect(annotations).toEqual([{ type: 'notice', message: masker.mask('taken again'), properties: {} }]);
    const masks = happenings.filter(({ kind }) => kind === 'mask').length;
    expect(commands.filter(({ name }) => name === 'add-mask')).toHaveLength(masks);
    const ours = ['add-mask', 'stop-commands', 'notice'];
    expect(commands.filter(({ name }) => !ours.includes(name))).toEqual([]);
  });
});

test('each case has its lines in the log and in its file, whatever stands before it', async () => {
  const marked = [caseOf({ name: 'the marked case' }), failedCase({ name: 'the failed case' })];
  await holds(60, [hostileBytes], async (bytes) => {
    const happenings = marked.map((reported) => ({ kind: 'case' as const, reported }));
    const { printed, file } = await logged([{ kind: 'project', bytes }, ...happenings]);
    for (const text of [printed.toString('utf8'), file]) {
      expect(text).toMatch(/^\S*ok\S* {7}price: the marked case \(13 ms\)$/m);
      expect(text).toMatch(/^ {4}- {3}"total": 25$/m);
    }
    expect(file).toContain('priced 1 lines\n');
  });
});

afterEach(() => {
  jest.restoreAllMocks();
});

test('the end of a step has at most the annotations that the runner keeps, and no command but these', async () => {
  await holds(150, [hostileSuite, fc.boolean()], (report, failOnError) => {
    const printed: string[] = [];
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed.push(String(text));
      return true;
    });
    concludeSuite(
      { kind: 'ran', report },
      {
        annotate: { error, warning, notice },
        write: (lines) => void printed.push(lines),
        diagnostics: [],
        failOnError,
        failingDenials: 0,
        workspace: '/workspace',
        hasColour: true,
      },
    );
    jest.restoreAllMocks();
    const processor = createCommandProcessor(createSecretMasker());
    const lines = printed.join('').split(/\r\n|\n|\r/);
    for (const line of lines) processor.line(line);
    const { commands, failures, annotations } = processor.effects;
    expect(failures).toEqual([]);
    expect(commands).toHaveLength(annotations.length);
    const errors = annotations.filter(({ type }) => type === 'error');
    expect(errors.length).toBeLessThanOrEqual(10);
    expect(errors.length > 0).toBe(report.verdict === 'failed' && failOnError);
  });
});

test('of very many failures the annotations are ten, and the last of the cases has the count of the rest', () => {
  const shown: string[] = [];
  const annotate = (_: string, { title = '' }: { title?: string }): void => void shown.push(title);
  const cases = Array.from({ length: 5_000 }, (_, index) =>
    failedCase({ name: `case ${index}`, function: `function ${index % 3}` }),
  );
  concludeSuite(
    { kind: 'ran', report: suiteOf(cases) },
    {
      annotate: { error: annotate, warning: annotate, notice: annotate },
      write: () => {},
      diagnostics: [],
      failOnError: true,
      failingDenials: 0,
      workspace: '/workspace',
      hasColour: false,
    },
  );
  expect(shown).toEqual([
    ...[0, 1, 2, 3, 4, 5, 6, 7].map((index) => `function ${index % 3}: case ${index}`),
    'And 4992 more',
    'The suite failed',
  ]);
});
