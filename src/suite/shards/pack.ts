import type { PlannedSuite } from './planned-case.js';

/** What one machine gets. */
export interface ShardLoad {
  /** The places of its cases in the suite, in order. */
  readonly cases: readonly number[];
  /** What they take, with a cold start of each function, in ms. */
  readonly costMs: number;
}

/** The cases of one function. */
export interface FunctionCases {
  readonly name: string;
  /** Their places in the suite, in order. */
  readonly cases: readonly number[];
  /** What they take without the cold start, in ms. */
  readonly costMs: number;
}

/** The cases of each function, the most expensive function first. */
export function byFunction({ cases, coldStartMs }: PlannedSuite): FunctionCases[] {
  const groups = new Map<string, { cases: number[]; costMs: number }>();
  for (const [index, { function: name, costMs }] of cases.entries()) {
    const group = groups.get(name) ?? { cases: [], costMs: 0 };
    group.cases.push(index);
    group.costMs += costMs;
    groups.set(name, group);
  }
  const wholeMs = ({ name, costMs }: FunctionCases): number => costMs + coldStartMs(name);
  return [...groups].map(([name, group]) => ({ name, ...group })).sort((one, other) => wholeMs(other) - wholeMs(one));
}

/** A shard counts as full if it has less room than this, as a part of the limit. */
const fullRoom = 0.01;

/**
 * Packs the cases into so many shards of at most `limitMs`. A function goes as a whole to the shard whose room it fills best; where
 * it fits into none, the emptiest one takes as many of its cases as fit, and the others go on.
 * @returns `undefined` where a case is left that fits nowhere
 */
export function pack(
  { cases, coldStartMs }: PlannedSuite,
  functions: readonly FunctionCases[],
  count: number,
  limitMs: number,
): ShardLoad[] | undefined {
  const costOf = (index: number): number => cases[index]?.costMs ?? 0;
  const shards = Array.from({ length: count }, () => ({ cases: [] as number[], costMs: 0 }));
  for (const { name, cases: own, costMs } of functions) {
    const startMs = coldStartMs(name);
    let [left, leftMs] = [own, costMs];
    while (left.length > 0) {
      const wholeMs = startMs + leftMs;
      const fitting = shards.filter((shard) => shard.costMs + wholeMs <= limitMs);
      const [first = shards[0], ...others] = fitting.length > 0 ? fitting : shards;
      if (first === undefined) return undefined;
      const isBetter = fitting.length > 0 ? greater : less;
      const shard = others.reduce((best, each) => (isBetter(each.costMs, best.costMs) ? each : best), first);
      if (fitting.length > 0) {
        for (const index of left) shard.cases.push(index);
        shard.costMs += wholeMs;
        break;
      }
      const [rest, before] = [[] as number[], shard.cases.length];
      shard.costMs += startMs;
      for (const index of left) {
        const ms = costOf(index);
        const roomMs = limitMs - shard.costMs;
        if (ms > roomMs || (roomMs < limitMs * fullRoom && shard.cases.length > before)) rest.push(index);
        else {
          shard.cases.push(index);
          shard.costMs += ms;
          leftMs -= ms;
        }
      }
      if (rest.length === left.length) return undefined;
      left = rest;
    }
  }
  return shards.map((shard) => ({ ...shard, cases: shard.cases.sort((one, other) => one - other) }));
}

const greater = (one: number, other: number): boolean => one > other;
const less = (one: number, other: number): boolean => one < other;
