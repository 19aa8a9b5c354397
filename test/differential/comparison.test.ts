import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

import { repositoryRoot } from '../paths.js';
import { differingParts } from './contest.js';
import { fidelityTable } from './fidelity.js';
import { type Dialect, knownDifferences } from './known-differences.js';
import { nodeStarts } from './node-starts.js';
import { callbackGroups, sharedGroups } from './node-suite.js';
import { normalizedLog } from './normalize.js';
import type { Observation } from './observe.js';
import { pythonStarts } from './python-starts.js';
import { pythonGroups } from './python-suite.js';
import { decodeTelemetry } from './telemetry.js';

const seen: Observation = {
  answer: { status: 'success', response: '1' },
  stdout: 'a\n',
  stderr: '',
  platform: 'START',
};

describe("The comparison with AWS's clients", () => {
  test('finds each part that differs', () => {
    const changed: Observation = {
      answer: { status: 'success', response: '2' },
      stdout: 'b\n',
      stderr: 'c',
      platform: '',
    };
    expect(differingParts({ theirs: [seen], ours: [seen] })).toEqual([]);
    expect(differingParts({ theirs: [seen], ours: [changed] })).toEqual(['answer', 'platform', 'stderr', 'stdout']);
    expect(differingParts({ theirs: [seen], ours: [] })).toEqual(['answer', 'platform', 'stderr', 'stdout']);
  });

  test('compares exit codes where as many were noted', () => {
    const exit = (theirs: string, ours: string) =>
      differingParts({ theirs: [{ exitCodes: theirs }], ours: [{ exitCodes: ours }] });
    expect(exit('1', '1')).toEqual([]);
    expect(exit('1', '129')).toEqual(['exit']);
    expect(exit('1', '')).toEqual([]);
  });

  test("leaves out what is not the user's code", () => {
    const log = '2026-01-31T12:00:00.000Z Error: x\n    at h (/task/index.js:1:2)\n    at run (/aws/index.mjs:3:4)\n';
    expect(normalizedLog(log, '/task')).toBe('TIME Error: x\n    at h (/task/index.js:1:2)\n');
  });

  test('reads the records of a telemetry pipe between raw output', () => {
    const header = Buffer.alloc(16);
    header.writeUInt32BE(0xa55a000f, 0);
    header.writeInt32BE(4, 4);
    expect(decodeTelemetry(Buffer.concat([Buffer.from('raw'), header, Buffer.from('text'), Buffer.from('more')]))).toBe(
      'rawtext\nmore',
    );
  });

  test.each<[string, readonly { readonly titles: readonly string[] }[], readonly object[]]>([
    ['Node.js', [...sharedGroups, ...callbackGroups], nodeStarts],
    ['Python', pythonGroups, pythonStarts],
  ])('has at least 120 handlers of %s', (_language, groups, starts) => {
    const handlers = new Set(groups.flatMap(({ titles }) => titles));
    expect(handlers.size + starts.length).toBeGreaterThanOrEqual(120);
  });

  test('knows only differences of cases that there are', () => {
    const node = names([...sharedGroups, ...callbackGroups], nodeStarts);
    const known: Readonly<Record<Dialect, readonly string[]>> = {
      'nodejs up to 22': node,
      'nodejs from 24': node,
      python: names(pythonGroups, pythonStarts),
    };
    for (const { dialects, cases } of knownDifferences) {
      for (const dialect of dialects) expect(known[dialect]).toEqual(expect.arrayContaining([...cases]));
    }
  });

  test('has its known differences in docs/fidelity.md', async () => {
    const text = await readFile(join(repositoryRoot, 'docs', 'fidelity.md'), 'utf8');
    expect(text).toContain(fidelityTable());
  });
});

function names(
  groups: readonly { readonly name: string; readonly titles: readonly string[] }[],
  starts: readonly { readonly title: string }[],
): string[] {
  return [
    ...groups.flatMap(({ name, titles }) => titles.map((title) => `${name}: ${title}`)),
    ...starts.map(({ title }) => `start: ${title}`),
  ];
}
