import type { EventRequest } from '../invoke/request.js';
import { eventTooLarge, maxEventBytes } from './limits.js';
import { emptyEvent, isBlank, isJson, jsonString, textPayload, utf8Bytes } from './text.js';
import type { EventTools } from './tools.js';

/**
 * Reads the event. What was JSON is passed on byte for byte (but for a byte order mark), so that no number, escape or
 * order changes; what was not becomes a JSON string; nothing at all is `{}`.
 * @returns the payload of the invocation, JSON in UTF-8.
 * @throws UserError where there is none to read, or it is too large; the signal's reason where it is aborted.
 */
export async function readEvent(request: EventRequest, tools: EventTools): Promise<{ payload: Buffer }> {
  tools.signal.throwIfAborted();
  const payload = await readPayload(request, tools);
  if (payload.length > maxEventBytes) throw eventTooLarge('The event', payload.length);
  return { payload };
}

async function readPayload(request: EventRequest, tools: EventTools): Promise<Buffer> {
  const { data, path, raw, command, standardInput } = request;
  if (path !== undefined) {
    warnOfIgnored(request, tools);
    const { readFileAsJson } = await import('./file.js');
    return readFileAsJson({ path, role: 'event file' }, tools);
  }
  if (data !== undefined) return raw ? jsonString(data) : toPayload(data);
  if (command !== undefined) {
    const { runCommand } = await import('./command.js');
    return fromStream(await runCommand(command, tools), "The output of the event's command", raw);
  }
  if (standardInput !== undefined) {
    const { readStandardInput } = await import('./standard-input.js');
    return fromStream(await readStandardInput(standardInput, tools), 'The standard input', raw);
  }
  return emptyEvent;
}

function fromStream(bytes: Buffer, origin: string, raw: boolean): Buffer {
  const text = utf8Bytes(bytes, origin);
  if (text.length === 0) return emptyEvent;
  if (raw) return jsonString(text.toString());
  return textPayload(text);
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
