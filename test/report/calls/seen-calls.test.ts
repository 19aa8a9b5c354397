import { expect, test } from '@jest/globals';
import type { Statement } from '../../../src/permissions/policy/statement.js';
import { gatherCalls, mostShownCalls } from '../../../src/report/calls/seen-calls.js';
import { callOf, callsOf, statementAt, verdicts } from './calls-of.js';

test('no number of denied calls is known where none was judged', () => {
  const seen = gatherCalls();
  expect(seen.deniedCount()).toBeUndefined();
  seen.add(callsOf([callOf()]), { function: 'f' });
  expect(seen.deniedCount()).toBeUndefined();
  seen.add(callsOf([], []), { function: 'f' });
  expect(seen.deniedCount()).toBe(0);
});

test('the denied calls of all invocations are counted together', () => {
  const seen = gatherCalls();
  for (const id of ['a', 'b']) {
    seen.add(callsOf([callOf(), callOf()], [verdicts.allowed, verdicts.denied]), { function: 'f', case: id });
  }
  expect(seen.deniedCount()).toBe(2);
  expect(seen.shown()).toMatchObject({ total: 4, deniedCount: 2 });
  expect(seen.shown().calls.map((call) => [call.case, call.verdict?.kind])).toEqual([
    ['a', 'allowed'],
    ['a', 'denied'],
    ['b', 'allowed'],
    ['b', 'denied'],
  ]);
});

test('of too many calls those are kept that are denied or not answered, in the order in which they were made', () => {
  const seen = gatherCalls();
  const many = Array.from({ length: 1_000 }, () => callOf());
  const unanswered = callOf({ answeredBy: 'none', response: { status: 400, error: { code: 'X', message: '' } } });
  seen.add(callsOf([...many, unanswered]), { function: 'f' });
  seen.add(callsOf([...many, callOf()], [...many.map(() => verdicts.allowed), verdicts.denied]), { function: 'g' });
  const { calls, total } = seen.shown();
  expect([calls.length, total]).toEqual([mostShownCalls, 2_002]);
  expect(calls.slice(-2)).toMatchObject([{ errorCode: 'X' }, { function: 'g', verdict: { kind: 'denied' } }]);
});

test('a statement is needed where any function needs it, and is too wide where one action was needed by all', () => {
  const all: Statement = { ...statementAt(8), actions: { isExclusion: false, texts: ['dynamodb:*'] } };
  const use = (statement: Statement, actions: readonly string[], isPerhaps = false) => ({
    statement: { ...statement },
    actions: new Set(actions),
    isPerhaps,
  });
  const seen = gatherCalls();
  const add = (name: string, ...uses: ReturnType<typeof use>[]): void =>
    seen.add(callsOf([], [], uses), { function: name });
  add('f', use(all, ['dynamodb:GetItem']), use(statementAt(9), []), use(statementAt(10), []), use(statementAt(11), []));
  add('g', use(all, []), use(statementAt(9), ['dynamodb:GetItem']), use(statementAt(10), [], true));
  const told = () => seen.shown().advice.map(({ kind, statement: { location } }) => [kind, location?.line]);
  expect(told()).toEqual([
    ['unused', 11],
    ['wide', 8],
  ]);
  add('h', use(all, ['dynamodb:PutItem']));
  expect(told()).toEqual([['unused', 11]]);
  seen.add({ ...callsOf([], []), omittedCalls: 1 }, { function: 'i' });
  expect(told()).toEqual([]);
});
