import { eventTooLarge, maxEventBytes } from './limits.js';
import type { EventRequest } from './request.js';
import { emptyEvent, isBlank, isJson, jsonString, textPayload, utf8Bytes } from './text.js';
import type { EventTools } from './tools.js';

/** A text longer than this is checked for JSON only while the handler's process starts, since that takes a while. */
const longTextBytes = 64 * 1024;

/**
 * Reads the event. JSON is passed on byte for byte (without a byte order mark), so that no number, escape or order changes;
 * any other text becomes a JSON string; an empty text becomes `{}`.
 * @returns the payload of the invocation, JSON in UTF-8. It is a function, because a long text is checked only at its first
 * call, which throws a UserError if the text is not JSON, and too large as a JSON string
 * @throws UserError if there is no event to read, or it is too large; the signal's reason if that is aborted
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
