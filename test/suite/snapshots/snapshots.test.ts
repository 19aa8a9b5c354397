import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../../src/suite/expectations/finding.js';
import type { Observed } from '../../../src/suite/expectations/observed.js';
import { openJudge } from '../../../src/suite/open-judge.js';
import type { SnapshotRecording, SnapshotSummary } from '../../../src/suite/snapshots/snapshots.js';
import { collect, refusalOf } from '../cases/collecting.js';
import { failed, responded } from '../expectations/judging.js';
import { folderWith } from '../folder.js';

const suite = '- { name: one, function: price, expect: { snapshot: true } }\n';
const command = 'invoke-local test suite.yml';

/** What comes of a run of the suite in a folder, in which each case answers in turn with what is given for its name. */
async function run(
  folder: string,
  recording: SnapshotRecording,
  answers: Readonly<Record<string, readonly Observed[]>>,
): Promise<{ findings: Finding[]; summary: SnapshotSummary; runs: number }> {
  const { cases } = await collect(folder, { files: ['suite.yml'] });
  const judge = await openJudge(cases, { recording, command });
  const findings: Finding[] = [];
  let runs = 0;
  for (const suiteCase of cases) {
    const left = [...(answers[suiteCase.name] ?? [])];
    const next = async (): Promise<Observed> => {
      runs += 1;
      const observed = left.shift();
      if (observed === undefined) throw new Error(`${suiteCase.name} was run too often.`);
      return observed;
    };
    for (let repetition = 0; repetition < suiteCase.repeat && left.length > 0; repetition += 1) {
      findings.push(...(await judge.judge(suiteCase, await next(), next)));
    }
  }
  return { findings, summary: judge.close(), runs };
}

const snapshotFile = (folder: string): string => join(folder, '__snapshots__', 'suite.yml.snap');
const recorded = (folder: string) => JSON.parse(readFileSync(snapshotFile(folder), 'utf8')).snapshots;
const nothing = { written: 0, updated: 0, removed: 0, obsolete: [] };

describe('a snapshot', () => {
  test('is recorded at the first run, and held against what comes in the next', async () => {
    const folder = folderWith({ 'suite.yml': suite });
    const first = await run(folder, 'new', { one: [responded({ total: 5, items: [1] })] });
    expect(first).toMatchObject({ findings: [], summary: { ...nothing, written: 1 } });
    expect(readFileSync(snapshotFile(folder), 'utf8')).toBe(`{
  "note": "Recorded by invoke-local: to be reviewed and committed. \`invoke-local test -u\` records it anew.",
  "version": 1,
  "snapshots": {
    "one": {
      "response": {
        "total": 5,
        "items": [
          1
        ]
      }
    }
  }
}
`);
    const before = readFileSync(snapshotFile(folder));
    expect(await run(folder, 'new', { one: [responded({ items: [1], total: 5 })] })).toMatchObject({
      findings: [],
      summary: nothing,
    });
    const changed = await run(folder, 'new', { one: [responded({ total: 6, items: [1], extra: true })] });
    expect(changed.summary).toEqual(nothing);
    expect(changed.findings).toEqual([
      {
        path: ['expect', 'snapshot'],
        message: 'Not as recorded: response.total is 6, and 5 was expected. (And 1 more place.)',
        expected: '5',
        received: '6',
        diff: '  {\n-   "total": 5,\n+   "total": 6,\n    "items": [\n      1,\n    ],\n+   "extra": true,\n  }',
      },
    ]);
    expect(readFileSync(snapshotFile(folder)).equals(before)).toBe(true);
  });

  test('is never recorded in CI: a missing one fails with the command that records it', async () => {
    const folder = folderWith({ 'suite.yml': suite });
    const { findings, summary } = await run(folder, 'none', { one: [responded(1)] });
    expect(findings.map(({ message }) => message)).toEqual([
      `There is no snapshot of the case, and none is recorded in CI: run \`${command}\` elsewhere, and commit ${snapshotFile(folder)}.`,
    ]);
    expect(summary).toEqual(nothing);
    expect(existsSync(join(folder, '__snapshots__'))).toBe(false);
  });

  test('is recorded anew by an update, and only where it differs', async () => {
    const folder = folderWith({ 'suite.yml': suite });
    await run(folder, 'new', { one: [responded(1)] });
    expect((await run(folder, 'all', { one: [responded(1)] })).summary).toEqual(nothing);
    expect((await run(folder, 'all', { one: [responded(2)] })).summary).toEqual({ ...nothing, updated: 1 });
    expect(recorded(folder)).toEqual({ one: { response: 2 } });
  });

  test('of what does not pass otherwise is not recorded', async () => {
    const folder = folderWith({
      'suite.yml': '- { name: one, function: price, expect: { snapshot: true, output: { a: 1 } } }',
    });
    expect((await run(folder, 'new', { one: [responded({ a: 2 })] })).findings).toHaveLength(1);
    expect((await run(folder, 'all', { one: [responded({ a: 2 })] })).findings).toHaveLength(1);
    expect((await run(folder, 'all', { one: [failed('E', 'x')] })).findings).toHaveLength(1);
    expect(existsSync(snapshotFile(folder))).toBe(false);
  });

  test('that an update records is not recorded again by the next repetition', async () => {
    const folder = folderWith({ 'suite.yml': suite.replace('price,', 'price, repeat: 2,') });
    const { findings, summary } = await run(folder, 'all', { one: [responded(1), responded(2)] });
    expect(findings.map(({ message }) => message)).toEqual(['Not as recorded: response is 2, and 1 was expected.']);
    expect(summary).toEqual({ ...nothing, written: 1 });
  });

  test('has every digit of a number', async () => {
    const folder = folderWith({ 'suite.yml': suite });
    const large = (digit: number) => responded(Buffer.from(`{"id": 1234567890123456789${digit}}`));
    await run(folder, 'new', { one: [large(1)] });
    expect(readFileSync(snapshotFile(folder), 'utf8')).toContain('"id": 12345678901234567891');
    expect((await run(folder, 'new', { one: [large(1)] })).findings).toEqual([]);
    expect((await run(folder, 'new', { one: [large(2)] })).findings).toHaveLength(1);
  });

  test.each<[string, Observed, unknown]>([
    [
      'an HTTP response with JSON',
      responded({ statusCode: 200, headers: { B: '2', A: '1' }, body: '{"id":1}' }),
      { statusCode: 200, headers: { a: '1', b: '2' }, body: { id: 1 } },
    ],
    [
      'an HTTP response with text',
      responded({ statusCode: 200, body: 'text' }),
      { statusCode: 200, headers: {}, body: 'text' },
    ],
    ['a text', responded(Buffer.from('plain')), 'plain'],
    ['bytes', responded(Buffer.from([0xff])), { base64: '/w==' }],
    ['nothing', responded(null), null],
  ])('of %s is easy to read', async (_, observed, response) => {
    const folder = folderWith({ 'suite.yml': suite });
    await run(folder, 'new', { one: [observed] });
    expect(recorded(folder)).toEqual({ one: { response } });
    expect((await run(folder, 'none', { one: [observed] })).findings).toEqual([]);
  });

  test('of a failure has its type and its message, and no trace', async () => {
    const folder = folderWith({ 'suite.yml': suite.replace('snapshot', 'status: error, snapshot') });
    await run(folder, 'new', { one: [failed('RangeError', 'too many')] });
    expect(recorded(folder)).toEqual({ one: { response: { errorType: 'RangeError', errorMessage: 'too many' } } });
  });

  test('of a response that only looks like a matcher is held literally', async () => {
    const folder = folderWith({ 'suite.yml': suite });
    await run(folder, 'new', { one: [responded({ a: 'any(string)', b: '/x/', c: { $regex: 'x' } })] });
    expect(
      (await run(folder, 'new', { one: [responded({ a: 'y', b: '/x/', c: { $regex: 'x' } })] })).findings,
    ).toHaveLength(1);
    expect(
      (await run(folder, 'new', { one: [responded({ a: 'any(string)', b: 'x', c: { $regex: 'x' } })] })).findings,
    ).toHaveLength(1);
  });
});

describe('what varies', () => {
  test('is left out by its path, also from what was recorded before', async () => {
    const folder = folderWith({ 'suite.yml': suite });
    const at = (time: string) => responded({ id: 1, createdAt: time, items: [{ at: time, sku: 'a' }] });
    await run(folder, 'new', { one: [at('now')] });
    writeFileSync(join(folder, 'suite.yml'), suite.replace('true', '{ ignore: [createdAt, "items[*].at"] }'));
    expect((await run(folder, 'none', { one: [at('later')] })).findings).toEqual([]);
    await run(folder, 'all', { one: [responded({ id: 2, createdAt: 'x', items: [{ at: 'x', sku: 'a' }] })] });
    expect(recorded(folder)).toEqual({ one: { response: { id: 2, items: [{ sku: 'a' }] } } });
  });

  test('is found by a second run where a case is volatile, and only its type is held on to', async () => {
    const folder = folderWith({ 'suite.yml': suite.replace('true', '{ volatile: true }') });
    const at = (id: string, count: number, list: readonly number[]) =>
      responded({ id, total: 5, nested: [{ count }], list, 'x y': id });
    const first = await run(folder, 'new', { one: [at('a', 1, [1]), at('b', 2, [1, 2])] });
    expect(first).toMatchObject({ findings: [], runs: 2, summary: { written: 1 } });
    expect(recorded(folder)).toEqual({
      one: {
        response: {
          id: 'any(string)',
          total: 5,
          nested: [{ count: 'any(number)' }],
          list: 'any(list)',
          'x y': 'any(string)',
        },
        varies: { id: 'string', 'nested[0].count': 'number', list: 'list', '["x y"]': 'string' },
      },
    });
    const second = await run(folder, 'none', { one: [at('c', 3, [])] });
    expect(second).toMatchObject({ findings: [], runs: 1 });
    const wrong = await run(folder, 'none', {
      one: [responded({ id: 5, total: 6, nested: [{ count: 1 }], list: [], 'x y': '' })],
    });
    expect(wrong.findings.map(({ message }) => message)).toEqual([
      'Not as recorded: response.id is 5, and any(string) was expected. (And 1 more place.)',
    ]);
  });

  test('may be the whole response', async () => {
    const folder = folderWith({ 'suite.yml': suite.replace('true', '{ volatile: true }') });
    await run(folder, 'new', { one: [responded('a'), responded('b')] });
    expect(recorded(folder)).toEqual({ one: { response: 'any(string)', varies: { '': 'string' } } });
    expect((await run(folder, 'none', { one: [responded('c')] })).findings).toEqual([]);
    expect((await run(folder, 'none', { one: [responded(5)] })).findings).toHaveLength(1);
  });
});

describe('an obsolete snapshot', () => {
  const two = `${suite}- { name: two, function: price, expect: { snapshot: true } }\n`;

  test('is named, and removed by an update', async () => {
    const folder = folderWith({ 'suite.yml': two });
    await run(folder, 'new', { one: [responded(1)], two: [responded(2)] });
    writeFileSync(join(folder, 'suite.yml'), suite);
    const obsolete = [{ file: snapshotFile(folder), name: 'two' }];
    expect((await run(folder, 'new', { one: [responded(1)] })).summary).toEqual({ ...nothing, obsolete });
    expect((await run(folder, 'none', { one: [responded(1)] })).summary).toEqual({ ...nothing, obsolete });
    expect((await run(folder, 'all', { one: [responded(1)] })).summary).toEqual({ ...nothing, removed: 1 });
    expect(recorded(folder)).toEqual({ one: { response: 1 } });
  });

  test('is not that of a case that is not run', async () => {
    const folder = folderWith({ 'suite.yml': two });
    await run(folder, 'new', { one: [responded(1)], two: [responded(2)] });
    expect((await run(folder, 'all', { one: [responded(1)] })).summary).toEqual(nothing);
    expect(Object.keys(recorded(folder))).toEqual(['one', 'two']);
  });

  test('is that of a case that has none any more; the last of a file takes the file and its folder along', async () => {
    const folder = folderWith({ 'suite.yml': suite });
    await run(folder, 'new', { one: [responded(1)] });
    writeFileSync(join(folder, 'suite.yml'), '- { name: one, function: price }');
    expect((await run(folder, 'all', { one: [responded(1)] })).summary).toEqual({ ...nothing, removed: 1 });
    expect(existsSync(join(folder, '__snapshots__'))).toBe(false);
  });

  test('is a whole file whose case file is gone', async () => {
    const folder = folderWith({ 'suite.yml': suite });
    await run(folder, 'new', { one: [responded(1)] });
    const gone = join(folder, '__snapshots__', 'gone.yml.snap');
    writeFileSync(gone, readFileSync(snapshotFile(folder)));
    expect((await run(folder, 'new', { one: [responded(1)] })).summary.obsolete).toEqual([{ file: gone }]);
    expect((await run(folder, 'all', { one: [responded(1)] })).summary).toEqual({ ...nothing, removed: 1 });
    expect(existsSync(gone)).toBe(false);
  });
});

describe('a file of snapshots', () => {
  test.each(['{', '[]', '{"version": 2, "snapshots": {}}', '{"version": 1, "snapshots": {"a": 1}}', '<<<<<<< HEAD'])(
    'that was broken is refused: %s',
    async (text) => {
      const folder = folderWith({ 'suite.yml': suite, '__snapshots__/suite.yml.snap': text });
      expect(await refusalOf(run(folder, 'new', { one: [responded(1)] }))).toMatchObject({
        code: 'snapshots-invalid',
        location: { file: snapshotFile(folder) },
      });
    },
  );

  test('that can be neither read nor written is refused', async () => {
    const folder = folderWith({ 'suite.yml': suite });
    mkdirSync(snapshotFile(folder), { recursive: true });
    expect((await refusalOf(run(folder, 'new', { one: [responded(1)] }))).message).toContain('cannot be read: EISDIR');
    rmSync(join(folder, '__snapshots__'), { recursive: true });
    writeFileSync(join(folder, '__snapshots__'), '');
    expect((await refusalOf(run(folder, 'new', { one: [responded(1)] }))).message).toContain('cannot be written: ');
  });
});

describe('is refused in a case file', () => {
  test.each([
    ['{ ignore: "a..b" }', '`a..b` is no path of a value.'],
    ['{ ignore: [a, "[x]"] }', '`[x]` is no path of a value.'],
    ['{ ignored: a }', '`[0].expect.snapshot` has the unknown key `ignored`.'],
  ])('snapshot: %s', async (snapshot, message) => {
    const folder = folderWith({ 'suite.yml': suite.replace('true', snapshot) });
    expect((await refusalOf(collect(folder, { files: ['suite.yml'] }))).message).toContain(message);
  });

  test('a snapshot of a case without a file', async () => {
    expect((await refusalOf(collect(folderWith({}), { inline: suite }))).message).toContain(
      'a `snapshot` lies beside the file of its case, and this case has none (line 1, column 43).',
    );
  });
});
