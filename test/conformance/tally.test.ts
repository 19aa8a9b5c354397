import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { repositoryRoot } from '../paths.js';
import type { CaseGroup, CaseRuntime } from './cases.js';

interface Result {
  readonly cases: readonly number[];
  readonly runtimes: readonly CaseRuntime[];
  readonly status: 'passed' | 'failed' | 'pending';
  readonly name: string;
  readonly failure: string;
}

type Tally = (
  groups: readonly CaseGroup[],
  notApplicable: ReadonlyMap<number, string>,
  results: readonly Result[],
) => { readonly groups: readonly { readonly count: Readonly<Record<string, number>> }[]; readonly problems: string[] };

const script = pathToFileURL(join(repositoryRoot, 'scripts', 'conformance', 'tally.js')).href;
const { tally } = (await import(script)) as { readonly tally: Tally };

const group: CaseGroup = { title: 'One', numbers: [1, 1], runtimes: ['node22', 'python'] };
const result = (runtime: CaseRuntime, status: Result['status']): Result => ({
  cases: [1],
  runtimes: [runtime],
  status,
  name: `C1 on ${runtime}`,
  failure: 'it is not',
});

describe('the count of conformance cases', () => {
  test.each<[string, Result[], [number, string][], string, string[]]>([
    ['passes with a test for each runtime', [result('node22', 'passed'), result('python', 'passed')], [], 'passed', []],
    [
      'fails with one of them',
      [result('node22', 'passed'), result('python', 'failed')],
      [],
      'failed',
      ['failed: C1 on python\nit is not'],
    ],
    [
      'is missing without one',
      [result('node22', 'passed')],
      [],
      'missing',
      ['C1 has no test for python, and is not listed.'],
    ],
    ['is skipped where one is', [result('node22', 'passed'), result('python', 'pending')], [], 'skipped', []],
    ['does not apply where it is listed', [], [[1, 'no']], 'not applicable', []],
    [
      'is not to be listed where it has its tests',
      [result('node22', 'passed'), result('python', 'passed')],
      [[1, 'no']],
      'not applicable',
      ['C1 is listed as not applicable, and has its tests.'],
    ],
  ])('a case %s', (_what, results, listed, verdict, problems) => {
    const counted = tally([group], new Map(listed), results);
    expect(counted.groups[0]?.count).toMatchObject({ cases: 1, [verdict]: 1 });
    expect(counted.problems).toEqual(problems);
  });

  test('a file that could not be run is a problem, though it has no case', () => {
    const results: Result[] = [
      { cases: [], runtimes: [], status: 'failed', name: 'a.test.js', failure: 'SyntaxError' },
    ];
    expect(tally([], new Map(), results).problems).toEqual(['failed: a.test.js\nSyntaxError']);
  });
});
