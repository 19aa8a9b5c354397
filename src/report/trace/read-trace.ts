import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { SourceLocation } from '../../diagnostics/diagnostic.js';
import { displayLocation, displayPath } from '../../diagnostics/display-path.js';
import { dialectOf, placeIn } from './dialect.js';
import type { TraceLine } from './frame.js';
import { isBootstrap, isUserCode, locateSource, type TraceProject } from './locate-source.js';
import { originalOfCopy } from './original-of-copy.js';
import { SourceMaps } from './source-maps.js';

/** A line of a trace, prepared for people to read. */
export interface ReadTraceLine {
  /** The text, with its place replaced by that of the original source if a source map has it. */
  readonly text: string;
  /** `text` means that it is not a frame: the message, or a line of code. */
  readonly kind: 'text' | 'user' | 'foreign' | 'bootstrap';
  /** The place that it names, if it is a frame in a file. */
  readonly place?: SourceLocation;
}

/** A trace, prepared for people to read. */
export interface ReadTrace {
  readonly lines: readonly ReadTraceLine[];
  /**
   * The frame of the user's own code that is nearest to the error: one in a file below our working folder, if there is one,
   * else one in any file of this machine.
   */
  readonly userPlace?: SourceLocation;
  /** Whether a source map changed a line. */
  readonly isMapped: boolean;
}

/** The lines between the exceptions of a Python traceback; the last exception is the one that was raised. */
const chain = /^(?:During handling of the above exception|The above exception was the direct cause)/;

/** The line above the frames of a fatal error in Python, whose order is the reverse of an exception's. */
const innermostFirst = /\(most recent call first\):$/;

/** The most lines of a trace that are read. A longer one, such as that of an endless recursion, is cut to its two ends. */
const maxLines = 400;

/** How many places of one trace are looked up. */
const maxPlaces = 50;

/**
 * Reads a trace: finds its frames, maps those of bundled or compiled code to their sources, and tells which are the user's
 * own code.
 * @param trace the lines of a Node.js, Java or Go trace, the entries of a Python or Ruby one, or what a crashing process
 * printed
 */
export async function readTrace(trace: readonly string[], project: TraceProject): Promise<ReadTrace> {
  const texts = bothEnds(trace);
  const dialect = dialectOf(texts);
  const innermostLast = dialect.innermostLast && !texts.some((text) => innermostFirst.test(text));
  const maps = new SourceMaps();
  const frames: Frame[] = [];
  for (const text of texts) {
    const named = placeIn(text, dialect);
    frames.push({ text, named, ...(await placeOf(named, maps, project)) });
  }
  const since = innermostLast ? texts.findLastIndex((text) => chain.test(text)) : -1;
  const relevant = frames.slice(since + 1).filter((frame, _index, all) => !repeatsItself(frame, all));
  if (innermostLast) relevant.reverse();
  const userPlace = nearestPlace(relevant, project);
  return {
    lines: frames.map((frame) => lineOf(frame, project)),
    ...(userPlace === undefined ? {} : { userPlace }),
    isMapped: frames.some(({ isMapped }) => isMapped),
  };
}

type Named = NonNullable<TraceLine['place']>;

/** A line, the place that it names, and the file that this place is in. */
interface Frame {
  readonly text: string;
  readonly named: Named | undefined;
  readonly place: SourceLocation | undefined;
  /** Whether the place comes from a source map. */
  readonly isMapped: boolean;
}

/** The lines of a trace's entries, each of which may have several. */
function bothEnds(trace: readonly string[]): readonly string[] {
  const half = maxLines / 2;
  const total = trace.reduce((sum, entry) => sum + lineCount(entry), 0);
  if (total <= maxLines) return trace.flatMap(linesOf);
  return [...firstLines(trace, half), `    … ${total - maxLines} lines …`, ...lastLines(trace, half)];
}

function linesOf(entry: string): string[] {
  return entry.replace(/\r?\n$/, '').split(/\r?\n/);
}

function lineCount(entry: string): number {
  let count = 1;
  const end = entry.length - 1;
  for (let at = entry.indexOf('\n'); at !== -1 && at < end; at = entry.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** The first lines of the entries. However long they are, no more is read. */
function firstLines(trace: readonly string[], count: number): string[] {
  const lines: string[] = [];
  for (const entry of trace) {
    let end = 0;
    for (let left = count - lines.length; left > 0 && end !== -1; left -= 1) end = entry.indexOf('\n', end + 1);
    lines.push(...linesOf(end === -1 ? entry : entry.slice(0, end)));
    if (lines.length >= count) break;
  }
  return lines.slice(0, count);
}

function lastLines(trace: readonly string[], count: number): string[] {
  let lines: string[] = [];
  for (let index = trace.length - 1; index >= 0 && lines.length < count; index -= 1) {
    const entry = (trace[index] ?? '').replace(/\r?\n$/, '');
    let start = entry.length;
    for (let left = count - lines.length; left > 0 && start > 0; left -= 1) start = entry.lastIndexOf('\n', start - 1);
    lines = [...linesOf(start <= 0 ? entry : entry.slice(start + 1)), ...lines];
  }
  return lines.slice(-count);
}

/**
 * Whether a frame has no column, and another one has the same place with a column. V8's line above a trace is such a frame,
 * unless the error is one of syntax.
 */
function repeatsItself({ named }: Frame, frames: readonly Frame[]): boolean {
  if (named === undefined || named.column !== undefined) return false;
  return frames.some(
    ({ named: other }) => other?.column !== undefined && other.line === named.line && other.file === named.file,
  );
}

function nearestPlace(frames: readonly Frame[], project: TraceProject): SourceLocation | undefined {
  const places = frames
    .flatMap(({ place }) => (place !== undefined && isUserCode(place.file, project) ? [place] : []))
    .slice(0, maxPlaces);
  const here = places.filter(({ file }) => existsSync(file));
  return here.find(({ file }) => !isAbsolute(displayPath(file))) ?? here[0] ?? places[0];
}

async function placeOf(
  named: Named | undefined,
  maps: SourceMaps,
  project: TraceProject,
): Promise<Pick<Frame, 'place' | 'isMapped'>> {
  const file = named && locateSource(named.file, project);
  if (named === undefined || file === undefined) return { place: undefined, isMapped: false };
  const { line, column } = named;
  const place = { file, line, ...(column === undefined ? {} : { column }) };
  const original = await maps.original(place);
  const source = original && locateSource(original.file, project);
  if (source !== undefined) {
    const isHere = existsSync(source);
    const own = isHere ? source : (originalOfCopy(source, project.projectRoot ?? project.sourceRoot) ?? source);
    return { place: { ...original, file: own }, isMapped: true };
  }
  const copied = originalOfCopy(file, project.projectRoot ?? project.sourceRoot);
  return copied === undefined ? { place, isMapped: false } : { place: { ...place, file: copied }, isMapped: true };
}

function lineOf({ text, named, place, isMapped }: Frame, project: TraceProject): ReadTraceLine {
  if (named === undefined) return { text, kind: 'text' };
  if (place === undefined) return { text, kind: 'foreign' };
  const shown = isMapped ? text.slice(0, named.start) + displayLocation(place) + text.slice(named.end) : text;
  if (isBootstrap(place.file, project.runtimes)) return { text: shown, kind: 'bootstrap', place };
  return { text: shown, kind: isUserCode(place.file, project) ? 'user' : 'foreign', place };
}
