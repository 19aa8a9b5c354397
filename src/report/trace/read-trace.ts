import type { SourceLocation } from '../../diagnostics/diagnostic.js';
import { displayLocation } from '../../diagnostics/display-path.js';
import { dialectOf } from './dialect.js';
import type { TraceLine } from './frame.js';
import { isBootstrap, isUserCode, locateSource, type TraceProject } from './locate-source.js';
import { SourceMaps } from './source-maps.js';

/** A line of a trace as people read it. */
export interface ReadTraceLine {
  /** With the place of the original source in it, where a source map tells. */
  readonly text: string;
  /** `text` is no frame: the message, or a line of code. */
  readonly kind: 'text' | 'user' | 'foreign' | 'bootstrap';
}

/** A trace as people read it. */
export interface ReadTrace {
  readonly lines: readonly ReadTraceLine[];
  /** The frame of the user's own code that is nearest to the error. */
  readonly userPlace?: SourceLocation;
}

/** Separates the exceptions of a Python traceback, of which the last is the one that was raised. */
const chain = /^(?:During handling of the above exception|The above exception was the direct cause)/;

/** No trace that anybody reads is longer, in lines. */
const maxLines = 500;

/**
 * Reads a trace: finds its frames, maps those of bundled or compiled code to their sources, and tells the user's code from the rest.
 * @param trace the lines of a Node.js or Java trace, the entries of a Python or Ruby one, or what the process printed as it died
 */
export async function readTrace(trace: readonly string[], project: TraceProject): Promise<ReadTrace> {
  const texts = trace.flatMap((entry) => entry.replace(/\r?\n$/, '').split(/\r?\n/)).slice(0, maxLines);
  const dialect = dialectOf(texts);
  const maps = new SourceMaps();
  const lines: ReadTraceLine[] = [];
  const places: { readonly place: SourceLocation; readonly at: number }[] = [];
  for (const text of texts) {
    const named = dialect.placeOf(text);
    const place = named === undefined ? undefined : await originalOf(named, maps, project);
    if (place !== undefined && isUserCode(place.file, project)) places.push({ place, at: lines.length });
    lines.push(lineOf(text, named, place, project));
  }
  const since = dialect.innermostLast ? texts.findLastIndex((text) => chain.test(text)) : -1;
  const relevant = places.filter(({ at }) => at > since).map(({ place }) => place);
  const userPlace = dialect.innermostLast ? relevant.at(-1) : (relevant.find(hasColumn) ?? relevant[0]);
  return userPlace === undefined ? { lines } : { lines, userPlace };
}

/** The line before a trace of V8 has no column; where it is a syntax error's, there is no other frame of the user's. */
function hasColumn({ column }: SourceLocation): boolean {
  return column !== undefined;
}

type Named = NonNullable<TraceLine['place']>;

async function originalOf(named: Named, maps: SourceMaps, project: TraceProject): Promise<SourceLocation | undefined> {
  const file = locateSource(named.file, project);
  if (file === undefined) return undefined;
  const { line, column } = named;
  const place = { file, line, ...(column === undefined ? {} : { column }) };
  return (await maps.original(place)) ?? place;
}

function lineOf(
  text: string,
  named: Named | undefined,
  place: SourceLocation | undefined,
  project: TraceProject,
): ReadTraceLine {
  if (named === undefined) return { text, kind: 'text' };
  if (place === undefined) return { text, kind: 'foreign' };
  if (isBootstrap(place.file, project.runtimes)) return { text, kind: 'bootstrap' };
  const kind = isUserCode(place.file, project) ? 'user' : 'foreign';
  const moved = place.line !== named.line || place.column !== named.column;
  return { text: moved ? text.slice(0, named.start) + displayLocation(place) + text.slice(named.end) : text, kind };
}
