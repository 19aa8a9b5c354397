import type { ExitCause, FindCause } from './find-cause.js';
import { fromLast, paragraph } from './report-text.js';

const bug = /^.*\[BUG\] .+$/gm;
const backtrace = /^-- Ruby level backtrace information -+\n/m;

/** A native library that is not Ruby's own, in Ruby's list of loaded files, which has the order of loading. */
const loadedGem = /^\s*\d+ (\S.*\/(?:gems|extensions|vendor)\/.*\.(?:so|bundle))$/gm;

/** An uncaught exception: `/x/y.rb:3:in 'f': message (Error)`. */
const uncaught = /^(?:[A-Za-z]:)?[^:\n]+\.rb:\d+:in .+ \([A-Z][\w:]*\)$/gm;

/** What Ruby prints when a fatal error of its own or of a gem, or an exception, ends it. */
export const rubyCause: FindCause = (text) => fault(text) ?? exception(text.trimEnd());

function fault(text: string): ExitCause | undefined {
  const report = fromLast(text, bug);
  if (report === undefined) return undefined;
  const title = paragraph(report)[0] ?? '';
  const heading = backtrace.exec(report);
  const frames = heading === null ? [] : paragraph(report.slice(heading.index + heading[0].length)).reverse();
  const gem = [...report.matchAll(loadedGem)].at(-1)?.[1];
  const module = gem === undefined ? '' : `; the native module that was loaded last is ${gem}`;
  return { message: title.slice(title.indexOf('[BUG]')) + module, trace: [title, ...frames] };
}

function exception(text: string): ExitCause | undefined {
  const lines = fromLast(text, uncaught)?.split('\n') ?? [];
  const [, place = '', message, type] = /^(.+\.rb:\d+:in .+?): (.*) \(([A-Z][\w:]*)\)$/.exec(lines[0] ?? '') ?? [];
  const frames = lines.slice(1);
  if (type === undefined || !frames.every((line) => /^\s+from /.test(line))) return undefined;
  return { message: `${type}: ${message}`, trace: [place, ...frames] };
}
