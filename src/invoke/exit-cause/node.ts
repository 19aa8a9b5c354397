import { displayPath } from '../../diagnostics/display-path.js';
import { objectOf, parseObject } from '../../json/parse-object.js';
import type { ExitCause, FindCause } from './find-cause.js';
import { fromLast, paragraph } from './report-text.js';

/** The last line that Node.js prints when an uncaught error ends it. */
const version = /\n\nNode\.js v\d+\.\S+\s*$/;

/** The place at the start of the report: the file and line, the line's code, and a mark below it. */
const place = /^(?:\/|[A-Za-z]:[\\/]|file:|node:|webpack).*:\d+$/gm;

const rejected = /^(?:\[?UnhandledPromiseRejection: )[\s\S]*The promise rejected with the reason "([\s\S]*)"\./;

/** V8's fatal error. Its own frames follow; in newer versions also those of the JavaScript code. */
const fatal = /^(?:FATAL ERROR: .+|# Fatal error in .+)$/gm;
const failedCheck = /^.*\bAssertion `.*' failed\.$/;
const nativeStack = /^----- Native stack trace -----$/gm;
const scriptStack = /^----- JavaScript stack trace -----\n+/m;

/** What Node.js prints when an uncaught error or a fatal error of V8 ends it. */
export const nodeCause: FindCause = (text) => uncaught(text) ?? given(text);

function uncaught(text: string): ExitCause | undefined {
  const end = version.exec(text);
  const report = end === null ? undefined : fromPlace(text.slice(0, end.index));
  if (report === undefined) return undefined;
  const lines = report.split('\n');
  const caret = lines.findIndex((line) => /^\s*\^+\s*$/.test(line));
  const error = lines
    .slice(caret + 1)
    .join('\n')
    .trim();
  const frames = error.search(/\n\s+at |\s\{\n|\n\(Use `node /);
  const said = frames === -1 ? error : error.slice(0, frames);
  const reason = rejected.exec(said)?.[1];
  return {
    message: reason === undefined ? said : `a promise was rejected with "${reason}", and nobody handled that`,
    trace: lines,
  };
}

/** The report of an error, from its place on. The code may have logged similar errors before it. */
function fromPlace(text: string): string | undefined {
  const report = fromLast(text, place);
  return report !== undefined && /^\s*\^+\s*$/m.test(report) ? report : undefined;
}

function given(text: string): ExitCause | undefined {
  const report = fromLast(text, fatal);
  if (report === undefined) return aborted(text);
  const [title = '', next = ''] = report.split('\n', 2);
  const said = title.startsWith('#') ? next.replace(/^#\s*/, '') : title;
  return { message: said, trace: [said, ...scriptFrames(report)] };
}

/**
 * `process.abort`, for which Node.js prints only the stack, and a failed check in Node.js, which it names above the stack.
 */
function aborted(text: string): ExitCause | undefined {
  const report = fromLast(text, nativeStack);
  const trace = report === undefined ? [] : scriptFrames(report);
  const before = text.slice(0, -(report?.length ?? 0)).trimEnd();
  const check = failedCheck.exec(before.slice(before.lastIndexOf('\n') + 1))?.[0];
  if (trace.length === 0 && check === undefined) return undefined;
  return { message: check ?? 'process.abort() was called', trace };
}

/** The frames in the form that errors have. V8 numbers them here. */
function scriptFrames(report: string): string[] {
  const heading = scriptStack.exec(report);
  if (heading === null) return [];
  return paragraph(report.slice(heading.index + heading[0].length)).map((line) => line.replace(/^\d+: /, '    at '));
}

/** What the runtime logs before it ends, up to Node.js 22, in the log format Text. */
const label = /\t(?:Unhandled Promise Rejection|Uncaught Exception) \t\{/;

/** The same in the log format JSON, in which an exception looks like an error that the code itself logs. */
const jsonRejection = /^\{.*"Runtime\.UnhandledPromiseRejection\b/;
const jsonError = /^\{.*"level":"ERROR".*"stackTrace":\[/;

/**
 * The error in the last line of the runtime's own log; for a rejection, its reason.
 * @param isException whether the runtime ended because of an exception, which is then the last thing that it logged
 */
export function loggedByNode(log: string, isException = false): ExitCause | undefined {
  const isMeant = (line: string): boolean =>
    label.test(line) || jsonRejection.test(line) || (isException && jsonError.test(line));
  const line = log.split('\n').findLast(isMeant) ?? '';
  const text = line.slice(label.exec(line)?.index ?? 0);
  const logged = parseObject(text.slice(text.indexOf('{')));
  const error = objectOf(logged?.['message']) ?? logged;
  if (error === undefined) return undefined;
  const isRejection = /^(?:Runtime\.)?UnhandledPromiseRejection$/.test(String(error['errorType']));
  const thrown = isRejection ? objectOf(error['reason']) : error;
  // A promise may be rejected with something that is no error, of which only the text is known.
  const { errorType, errorMessage, stack, stackTrace } = thrown ?? { errorMessage: error['errorMessage'] };
  const message = [errorType, errorMessage].filter((part) => typeof part === 'string' && part !== '').join(': ');
  const trace = [stack, stackTrace].find(Array.isArray) ?? [];
  return message === '' ? undefined : { message, trace: trace.filter((entry) => typeof entry === 'string') };
}

const call = /^process\.exit\(.*\)$/gm;

/** A call of `process.exit` in the function's own code, from our bootstrap's notes. */
export const calledExit: FindCause = (notes) => {
  const lines = fromLast(notes, call)?.trimEnd().split('\n');
  return lines === undefined ? undefined : { message: `${lines[0]} was called`, trace: lines };
};

const nativeModule = /^native module .+$/gm;

/** Which native module was loaded last, as our bootstrap noted. */
export const loadedLast: FindCause = (notes) => {
  const [line] = fromLast(notes, nativeModule)?.split('\n', 1) ?? [];
  if (line === undefined) return undefined;
  const file = displayPath(line.slice('native module '.length));
  return { message: `the native module that was loaded last is ${file}`, trace: [] };
};
