import type { DifferingPart } from './contest.js';

/** Which runtimes a difference shows in: the two dialects of Node.js, and Python. */
export type Dialect = 'nodejs up to 22' | 'nodejs from 24' | 'python';

/** A difference between AWS's client and our bootstrap that is meant. */
export interface KnownDifference {
  readonly dialects: readonly Dialect[];
  /** The group's name and the case's title, as in `results: a Date`. */
  readonly cases: readonly string[];
  readonly parts: readonly DifferingPart[];
  /** What a handler does, what AWS's client then does, what is done here, and why: a row of docs/fidelity.md. */
  readonly about: string;
  readonly theirs: string;
  readonly ours: string;
  readonly reason: string;
}

/** All of them. A case that differs otherwise fails its test, and so does one that does not differ any more. */
export const knownDifferences: readonly KnownDifference[] = [
  {
    dialects: ['nodejs up to 22'],
    cases: [
      'callbacks: a value for the callback',
      'callbacks: a function for the callback',
      'callbacks: a callback that comes later',
      'callbacks: neither a callback nor a promise',
      'start: a handler with three parameters that calls back',
    ],
    parts: ['stdout'],
    about: 'a handler that takes a callback, in `nodejs22.x` and before',
    theirs: 'no warning',
    ours: 'a warning at the start that Node.js 24 has no callbacks',
    reason: 'the managed runtime warns; the client of the registry is older',
  },
  {
    dialects: ['nodejs up to 22'],
    cases: ['start: an async handler that never settles'],
    parts: ['answer', 'stdout'],
    about: 'an `async` handler that never settles while nothing is left to wait for',
    theirs: '`null`',
    ours: 'a `Runtime.NodeJsExit`',
    reason: 'the managed runtime has the error; the client of the registry is older',
  },
  {
    dialects: ['nodejs up to 22'],
    cases: ['start: an unknown kind of streaming'],
    parts: ['answer', 'platform', 'stdout'],
    about: 'a handler that is marked for another kind of streaming than that of the response',
    theirs: 'a `ReferenceError`',
    ours: 'the `Runtime.MalformedStreamingHandler` that is meant',
    reason: 'a mistake in the client, mended in version 4',
  },
  {
    dialects: ['nodejs up to 22'],
    cases: ['endings: a listener for exceptions of its own'],
    parts: ['stdout'],
    about: 'a listener of the function for `uncaughtException`',
    theirs: 'the process ends before it is called',
    ours: 'it is called, and then the process ends',
    reason: 'the client blocks the process while it reports the error; here the report is sent beside it',
  },
  {
    dialects: ['nodejs up to 22'],
    cases: ['streaming: a write after the end'],
    parts: ['stdout'],
    about: 'a write to a response stream that has ended',
    theirs:
      'the stream is an HTTP request: two `error` events, and an `Invoke Error` in the log beside the good response',
    ours: 'the stream is a `Writable`: one `error` event',
    reason: 'the response is the same; the rest follows from the HTTP client',
  },
  {
    dialects: ['nodejs from 24'],
    cases: ['streaming: a write after the end'],
    parts: ['stderr', 'stdout'],
    about: 'a write to a response stream that has ended',
    theirs: 'the stream is an HTTP request: two `error` events, and the process ends after the good response',
    ours: 'the stream is a `Writable`: one `error` event',
    reason: 'the response is the same; the rest follows from the HTTP client',
  },
  {
    dialects: ['nodejs up to 22', 'nodejs from 24'],
    cases: ['streaming: the members of the stream'],
    parts: ['answer'],
    about: 'the members of a response stream',
    theirs: 'those that write',
    ours: 'also the others of a `Writable`, such as `pipe`, which can only fail',
    reason: 'it is a real stream here, which any library takes',
  },
  {
    dialects: ['nodejs up to 22', 'nodejs from 24'],
    cases: ['start: a response over the limit'],
    parts: ['stdout'],
    about: 'a response over the limit',
    theirs: 'a line of the native client with the HTTP status',
    ours: 'no line',
    reason: 'the error that the caller gets says it',
  },
  {
    dialects: ['nodejs from 24'],
    cases: ['start: a rejection after the response', 'start: an exception after the response'],
    parts: ['answer', 'platform'],
    about: 'an exception that comes up while the process waits for its next invocation, in `nodejs24.x`',
    theirs: 'the process ends once it has got that invocation, which fails with a `Runtime.ExitError`',
    ours: 'the process ends at once, and the next invocation starts a new one',
    reason: 'the client waits in native code, which a process does not leave',
  },
  {
    dialects: ['python'],
    cases: [
      'start: an event that is not JSON',
      'start: an event with more behind it',
      'start: an event of NaN',
      'start: events with escapes',
    ],
    parts: ['answer', 'stdout'],
    about: 'the words of a `Runtime.UnmarshalError`',
    theirs: 'those of `simplejson`',
    ours: "those of the standard library's `json`",
    reason: 'an event that is not JSON does not come to a function',
  },
  {
    dialects: ['python'],
    cases: [
      'results: a list nested beyond the recursion limit',
      'results up to Python 3.11: a list nested beyond the recursion limit',
    ],
    parts: ['answer', 'stdout'],
    about: 'the words of a `Runtime.MarshalError` for a result that is nested too deeply',
    theirs: '`maximum recursion depth exceeded while calling a Python object`',
    ours: '`maximum recursion depth exceeded`',
    reason: 'they tell where the interpreter has met its limit',
  },
  {
    dialects: ['python'],
    cases: ['errors: an Exception with a lone surrogate', 'errors in JSON: an Exception with a lone surrogate'],
    parts: ['stderr'],
    about: 'an error message with half a surrogate pair, which ends the process',
    theirs: 'the position of the half pair in the entry of the log',
    ours: 'its position in the body of the report',
    reason: 'the report is what fails here, and the log there',
  },
  {
    dialects: ['python'],
    cases: ['start: an exception with characters beyond ASCII at import'],
    parts: ['answer', 'platform', 'stderr'],
    about: 'an exception at import whose text has characters beyond Latin-1, from Python 3.12 on',
    theirs: 'the client fails while it reports the exception: a `Runtime.ExitError`',
    ours: 'the exception',
    reason: 'a mistake in the client, which would hide the cause',
  },
  {
    dialects: ['python'],
    cases: [
      'logs: context.log',
      'logs in JSON: context.log',
      'logs of errors alone: context.log',
      'logs from INFO on: context.log',
    ],
    parts: ['stdout'],
    about: '`context.log` in Python',
    theirs: 'each call is an entry of the log; on plain standard output nothing is added',
    ours: 'nothing is added',
    reason: 'the log is standard output here',
  },
];

/** The parts of a case that may differ, and have to. */
export function knownParts(dialect: Dialect, name: string): DifferingPart[] {
  const found = knownDifferences.filter((known) => known.dialects.includes(dialect) && known.cases.includes(name));
  return [...new Set(found.flatMap(({ parts }) => parts))].sort();
}
