import { eventTooLarge, maxEventBytes } from './limits.js';
import type { EventRequest } from './request.js';
import { emptyEvent, isBlank, isJson, jsonString, textPayload, utf8Bytes } from './text.js';
import type { EventTools } from './tools.js';

/** From here on, telling whether a text is JSON takes long enough to be done while the handler's process starts. */
const longTextBytes = 64 * 1024;

/**
 * Reads the event. What was JSON is passed on byte for byte (but for a byte order mark), so that no number, escape or
 * order changes; what was not becomes a JSON string; nothing at all is `{}`.
 * @returns the payload of the invocation, JSON in UTF-8: a function, as a long text is looked at when it is first asked
 *   for. That throws a UserError where the text is not JSON, and too large as the JSON string that it becomes.
 * @throws UserError where there is none to read, or it is too large; the signal's reason where it is aborted.
 */
export async function readEvent(request: EventRequest, tools: EventTools): Promise<{ payload: () => Buffer }> {
  tools.signal.throwIfAborted();
  const { data, path, raw, command, standardInput } = request;
  if (path !== undefined) {
    warnOfIgnored(request, tools);
    const { readFileAsJson } = await import('./file.js');
    return ready(await readFileAsJson({ path, role: 'event file' }, tools));
  }
  if (data !== undefined) return ready(raw ? jsonString(data) : toPayload(data));
  if (command !== undefined) {
    const { runCommand } = await import('./command.js');
    return fromStream(await runCommand(command, tools), "The output of the event's command", raw);
  }
  if (standardInput !== undefined) {
    const { readStandardInput } = await import('./standard-input.js');
    return fromStream(await readStandardInput(standardInput, tools), 'The standard input', raw);
  }
  return ready(emptyEvent);
}

function ready(payload: Buffer): { payload: () => Buffer } {
  if (payload.length > maxEventBytes) throw eventTooLarge('The event', payload.length);
  return { payload: () => payload };
}

function fromStream(bytes: Buffer, origin: string, raw: boolean): { payload: () => Buffer } {
  const text = utf8Bytes(bytes, origin);
  if (text.length === 0) return ready(emptyEvent);
  if (raw) return ready(jsonString(text.toString()));
  if (text.length < longTextBytes || text.length > maxEventBytes) return ready(textPayload(text));
  let known: { payload: () => Buffer } | undefined;
  return {
    payload: () => {
      known ??= ready(textPayload(text));
      return known.payload();
    },
  };
}

function toPayload(data: string): Buffer {
  const text = data.replace(/^\ufeff/, '');
  if (isBlank(text)) return emptyEvent;
  return isJson(text) ? Buffer.from(text) : jsonString(data);
}

function warnOfIgnored({ data, command, path }: EventRequest, { report }: EventTools): void {
  const ignored = [...(data === undefined ? [] : ['data']), ...(command === undefined ? [] : ['the command'])];
  if (ignored.length === 0) return;
  report({
    severity: 'warning',
    code: 'event-data-ignored',
    message: `The event is the content of ${path}: the file wins over ${ignored.join(' and ')}.`,
    hint: 'Pass only one of them.',
  });
}
