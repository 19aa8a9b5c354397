import type { TraceDialect } from './frame.js';
import { javaTrace } from './java-trace.js';
import { nodeTrace } from './node-trace.js';
import { pythonTrace } from './python-trace.js';
import { rubyTrace } from './ruby-trace.js';

const dialects = [nodeTrace, pythonTrace, rubyTrace, javaTrace] as const;

/** The language that most lines of a trace are written in. */
export function dialectOf(lines: readonly string[]): TraceDialect {
  const places = (dialect: TraceDialect): number => lines.filter((line) => dialect.placeOf(line) !== undefined).length;
  return dialects.reduce((best, dialect) => (places(dialect) > places(best) ? dialect : best));
}
