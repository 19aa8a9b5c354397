import { readFile, stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { displayPath } from '../diagnostics/display-path.js';
import { UserError } from '../diagnostics/user-error.js';
import { leftBehind } from '../process/left-process.js';
import { eventTooLarge, maxEventBytes } from './limits.js';
import { isBlank, isJson, textPayload, utf8Bytes } from './text.js';
import type { EventTools } from './tools.js';

/** A file to read, and the user's name for it. */
export interface FileRequest {
  /** Relative to the service's root, or absolute. */
  readonly path: string;
  readonly role: 'event file' | 'context file';
}

/** The largest YAML file that is read, in bytes: it may be larger than its JSON. */
const maxYamlBytes = 64 * 1024 * 1024;
const byteOrderMarkBytes = 3;

/**
 * Reads a file by its extension: `.json`, `.yml` and `.yaml`, a module (`.js`, `.mjs`, `.cjs`, and TypeScript if there is a
 * loader for it), or else text, which is JSON if it parses as JSON, and otherwise a string.
 * @returns JSON in UTF-8; the file's own bytes if it is JSON
 * @throws UserError if the file is missing, not a file, not UTF-8, too large, or does not parse
 */
export async function readFileAsJson(request: FileRequest, tools: EventTools): Promise<Buffer> {
  const file = resolve(tools.root, request.path);
  const origin = `The ${request.role} ${displayPath(file)}`;
  const extension = extname(file).toLowerCase();
  switch (extension) {
    case '.js':
    case '.mjs':
    case '.cjs':
      return evaluateFile(file, origin, request, tools);
    case '.ts':
    case '.mts':
    case '.cts':
      if (tools.loaderFor !== undefined) return evaluateFile(file, origin, request, tools);
      return readText(file, origin, tools);
    case '.yml':
    case '.yaml': {
      const bytes = utf8Bytes(await readRegularFile(file, origin, maxYamlBytes, tools), origin, file);
      const { yamlToJson } = await import('./yaml.js');
      return Buffer.from(await yamlToJson(bytes.toString(), file, origin));
    }
    case '.json': {
      const bytes = utf8Bytes(await readRegularFile(file, origin, maxEventBytes, tools), origin, file);
      await assertJson(bytes.toString(), origin, file);
      return bytes;
    }
    default:
      return readText(file, origin, tools);
  }
}

async function readText(file: string, origin: string, tools: EventTools): Promise<Buffer> {
  return textPayload(utf8Bytes(await readRegularFile(file, origin, maxEventBytes, tools), origin, file));
}

async function evaluateFile(file: string, origin: string, { role }: FileRequest, tools: EventTools): Promise<Buffer> {
  await assertRegularFile(file, origin, tools);
  const { nodeArgs = [], environment: added = {} } =
    (/ts$/i.test(file) ? await tools.loaderFor?.(file) : undefined) ?? {};
  const { evaluateModule } = await import('../process/project-module.js');
  const json = await evaluateModule({
    file,
    nodeArgs,
    role,
    runtimes: tools.runtimes,
    environment: { ...(await tools.environment()), ...added },
    workingDirectory: tools.root,
    enclosure: await tools.enclose?.(),
    signal: tools.signal,
    onOutput: tools.onOutput,
    onLeft: (left) => tools.report(leftBehind(left, `the ${role} ${displayPath(file)}`)),
    ...(tools.moduleTimeoutMs === undefined ? {} : { timeoutMs: tools.moduleTimeoutMs }),
  });
  return Buffer.from(json);
}

/**
 * Makes sure that a text is JSON.
 * @throws UserError that names the line and the column, and shows the line.
 */
export async function assertJson(text: string, origin: string, file?: string): Promise<void> {
  if (isJson(text)) return;
  const subject = origin.charAt(0).toUpperCase() + origin.slice(1);
  if (isBlank(text)) {
    throw new UserError({
      code: 'json-invalid',
      message: `${subject} is empty.`,
      hint: 'Write {} for an empty object.',
      location: file === undefined ? undefined : { file },
    });
  }
  const { describeJsonError } = await import('../json/describe-error.js');
  const { line, column, reason, excerpt } = describeJsonError(text);
  throw new UserError({
    code: 'json-invalid',
    message: `${subject} is not valid JSON: ${reason} at line ${line}, column ${column}.\n${excerpt}`,
    location: file === undefined ? undefined : { file, line, column },
  });
}

async function readRegularFile(file: string, origin: string, maxBytes: number, tools: EventTools): Promise<Buffer> {
  const { size } = await assertRegularFile(file, origin, tools);
  if (size > maxBytes + byteOrderMarkBytes) throw eventTooLarge(origin, size, { file });
  try {
    return await readFile(file, { signal: tools.signal });
  } catch (error) {
    tools.signal.throwIfAborted();
    throw unreadable(file, `${origin} cannot be read: ${(error as Error).message}.`);
  }
}

/** Only a regular file is read: opening a pipe that nobody writes to would block for ever. */
async function assertRegularFile(file: string, origin: string, { root }: EventTools): Promise<{ size: number }> {
  const status = await stat(file).catch((error: NodeJS.ErrnoException) => {
    const missing = error.code === 'ENOENT' || error.code === 'ENOTDIR';
    if (!missing) throw unreadable(file, `${origin} cannot be read: ${error.message}.`);
    throw unreadable(file, `${origin} does not exist.`, `Its path is relative to the service's root, ${root}.`);
  });
  if (status.isDirectory()) throw unreadable(file, `${origin} is a folder.`);
  if (!status.isFile()) {
    const hint = 'Pass what a program prints by standard input instead.';
    throw unreadable(file, `${origin} is not a regular file.`, hint);
  }
  return status;
}

function unreadable(file: string, message: string, hint?: string): UserError {
  return new UserError({ code: 'file-unreadable', message, hint, location: { file } });
}
