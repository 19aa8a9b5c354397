import { UserError } from '../diagnostics/user-error.js';
import { settlesWithin } from '../process/settles-within.js';
import { BoundedTranscript } from './bounded-transcript.js';
import { eventTooLarge, maxEventBytes } from './limits.js';
import { type CommandStart, startCommand, startEnclosedCommand } from './start-command.js';
import type { EventTools } from './tools.js';

const defaultTimeoutMs = 60_000;
const byteOrderMarkBytes = 3;
/** How long to wait for the command's end after it was killed, in ms. */
const forcedEndMs = 2_000;

/**
 * Runs a command with bash in the service's root, and returns what it prints on standard output. Everything that it started
 * is ended with it, at its time limit, or when the signal is aborted.
 * @throws UserError if it fails, takes too long, or prints more than Lambda accepts
 */
export async function runCommand(command: string, tools: EventTools): Promise<Buffer> {
  const { root, signal, commandTimeoutMs = defaultTimeoutMs } = tools;
  const environment = await tools.environment();
  const transcript = new BoundedTranscript();
  const stop = new AbortController();
  const output: Buffer[] = [];
  let outputBytes = 0;
  const start: CommandStart = {
    command,
    folder: root,
    environment,
    onOutput: (chunk, stream) => {
      transcript.add(chunk);
      if (stream === 'stderr') return;
      outputBytes += chunk.length;
      if (outputBytes <= maxEventBytes + byteOrderMarkBytes) output.push(chunk);
      else stop.abort(eventTooLarge("The output of the event's command"));
    },
  };
  const enclosure = await tools.enclose?.();
  const running = await (enclosure === undefined ? startCommand(start) : startEnclosedCommand(start, enclosure));

  const timer = setTimeout(() => stop.abort(tooLong(commandTimeoutMs, transcript)), commandTimeoutMs);
  const onAbort = () => stop.abort(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  const stopped = new Promise<never>((_, reject) => {
    stop.signal.addEventListener('abort', () => reject(stop.signal.reason), { once: true });
  });
  if (signal.aborted) onAbort();
  try {
    const exitCode = await Promise.race([running.exitCode, stopped]).catch((error: unknown) => {
      throw stop.signal.aborted ? error : notStarted(error as Error);
    });
    if (exitCode !== 0) throw failed(exitCode, transcript);
    return Buffer.concat(output);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
    await running.end();
    if (stop.signal.aborted)
      await settlesWithin(
        running.exitCode.catch(() => {}),
        forcedEndMs,
      );
  }
}

function notStarted(error: Error): UserError {
  return new UserError({
    code: 'event-command-failed',
    message: `The event's command could not be started: ${error.message}`,
    hint: 'It is run with bash, which must be on PATH.',
    cause: error,
  });
}

function failed(exitCode: number | null, transcript: BoundedTranscript): UserError {
  const how = exitCode === null ? 'was ended by a signal' : `ended with exit code ${exitCode}`;
  return new UserError({ code: 'event-command-failed', message: `The event's command ${how}${transcript.shown()}` });
}

function tooLong(timeoutMs: number, transcript: BoundedTranscript): UserError {
  return new UserError({
    code: 'event-command-timeout',
    message: `The event's command did not end within ${timeoutMs / 1000} s${transcript.shown()}`,
  });
}
