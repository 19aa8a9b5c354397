import type { TraceDialect, TraceLine } from './frame.js';
import { goTrace } from './go-trace.js';
import { javaTrace } from './java-trace.js';
import { nodeTrace } from './node-trace.js';
import { pythonTrace } from './python-trace.js';
import { rubyTrace } from './ruby-trace.js';
import { rustTrace } from './rust-trace.js';
import { shellTrace } from './shell-trace.js';

const dialects = [nodeTrace, pythonTrace, rubyTrace, javaTrace, goTrace, rustTrace, shellTrace] as const;

/**
 * The longest line that is read as a frame, in UTF-16 units. A longer one was printed by the handler, and costs too much to
 * match.
 */
const longestFrame = 2000;

/** The place that a line of a trace names; `undefined` if it names none. */
export function placeIn(text: string, dialect: TraceDialect): TraceLine['place'] | undefined {
  const place = text.length > longestFrame ? undefined : dialect.placeOf(text);
  return place !== undefined && isPlace(place) ? place : undefined;
}

/** The largest line or column that the runner accepts. */
const largestCount = 2 ** 31 - 1;

/** Whether a file can have that line and that column, which count from 1. */
export function isPlace({ line, column = 1 }: { readonly line: number; readonly column?: number }): boolean {
  return [line, column].every((count) => Number.isInteger(count) && count >= 1 && count <= largestCount);
}

/** The language that most lines of a trace are written in. */
export function dialectOf(lines: readonly string[]): TraceDialect {
  const places = (dialect: TraceDialect): number => lines.filter((line) => placeIn(line, dialect) !== undefined).length;
  return dialects.reduce((best, dialect) => (places(dialect) > places(best) ? dialect : best));
}
