import type { ExitCause, FindCause } from './find-cause.js';
import { fromLast } from './report-text.js';

/** The first lines of the JVM's crash report, for each kind of crash. */
const reports: Readonly<Record<string, RegExp>> = {
  'a fatal error of the Java Runtime Environment':
    /^# A fatal error has been detected by the Java Runtime Environment:$/gm,
  'the Java Runtime Environment had too little memory':
    /^# There is insufficient memory for the Java Runtime Environment to continue\.$/gm,
};

const problematicFrame = /^# Problematic frame:\n# (.+)$/m;

/** The messages of `-XX:+ExitOnOutOfMemoryError` and `-XX:+CrashOnOutOfMemoryError`. */
const outOfMemory = /^(?:Terminating|Aborting) due to java\.lang\.OutOfMemoryError.*$/gm;

const uncaught = /^Exception in thread ".*" \S.*$/gm;

/** What the JVM prints when it ends. */
export const javaCause: FindCause = (text) => crash(text) ?? exhausted(text) ?? exception(text.trimEnd());

function crash(text: string): ExitCause | undefined {
  for (const [title, beginning] of Object.entries(reports)) {
    const report = fromLast(text, beginning);
    if (report === undefined) continue;
    const lines = report.split('\n', 10).slice(1);
    const what = lines.map((line) => line.replace(/^#\s*/, '')).find((line) => line !== '');
    const where = problematicFrame.exec(report)?.[1]?.trim();
    return { message: [title, [what, where].filter(Boolean).join(' in ')].filter(Boolean).join(': '), trace: [] };
  }
  return undefined;
}

function exhausted(text: string): ExitCause | undefined {
  const said = fromLast(text, outOfMemory)?.split('\n', 1)[0];
  return said === undefined ? undefined : { message: said.slice(said.indexOf('java.lang.')), trace: [] };
}

/**
 * An exception explains the end of the process only if nothing follows it: the process may survive an exception in one
 * thread.
 */
function exception(text: string): ExitCause | undefined {
  const lines = fromLast(text, uncaught)?.split('\n') ?? [];
  const first = lines.findIndex((line) => /^\s+at /.test(line));
  if (
    first === -1 ||
    !lines.slice(first).every((line) => /^(?:\s+(?:at|\.\.\.) |Caused by: |\s+Suppressed: )/.test(line))
  )
    return undefined;
  const message = lines
    .slice(0, first)
    .join('\n')
    .replace(/^Exception in thread ".*?" /, '');
  return { message, trace: [...message.split('\n'), ...lines.slice(first)] };
}
