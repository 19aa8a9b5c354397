import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import { findHandlerFile } from './hints/handler-source.js';

/**
 * Finds what passes here but would fail in Lambda, because this system is not Linux: macOS and Windows enforce no memory
 * limit for a process tree, and their file systems ignore the case of paths.
 * @param taskRoot the folder of the function's code, absolute
 * @param usedMiB the most memory that the runtime itself had
 */
export async function passesOnlyHere(fn: LambdaFunction, taskRoot: string, usedMiB: number): Promise<Diagnostic[]> {
  const found = [await memoryBeyond(fn, usedMiB), await caseDiffers(fn, taskRoot)];
  return found.filter((diagnostic) => diagnostic !== undefined);
}

async function memoryBeyond(fn: LambdaFunction, usedMiB: number): Promise<Diagnostic | undefined> {
  if (usedMiB <= fn.memorySizeMiB) return undefined;
  const location = await fn.origin('memorySize');
  return {
    severity: 'warning',
    code: 'memory-not-limited',
    message: `${fn.key} used ${usedMiB} MB, more than its memorySize of ${fn.memorySizeMiB} MB. Lambda would most probably have ended it; on this system that limit is not enforced.`,
    hint: 'Raise memorySize in the configuration of the function, or use less memory.',
    ...(location === undefined ? {} : { location }),
  };
}

async function caseDiffers(fn: LambdaFunction, taskRoot: string): Promise<Diagnostic | undefined> {
  const file = fn.code.kind === 'folder' ? findHandlerFile(taskRoot, fn.handler, fn.runtime) : undefined;
  const written = file?.slice(taskRoot.length + 1).replaceAll('\\', '/');
  const real = written === undefined ? undefined : realCase(taskRoot, written.split('/'));
  if (real === undefined || real === written) return undefined;
  const location = await fn.origin('handler');
  return {
    severity: 'warning',
    code: 'handler-case',
    message: `The handler ${fn.handler} of ${fn.key} leads to ${real}, which differs from it in upper and lower case: Lambda tells them apart, and does not find it.`,
    hint: 'Write the path as the file has it.',
    ...(location === undefined ? {} : { location }),
  };
}

/** A path below a folder in its true case, whatever the case in which it was written. */
export function realCase(folder: string, segments: readonly string[]): string | undefined {
  let current = folder;
  const real: string[] = [];
  for (const segment of segments) {
    const names = readdirSync(current);
    const name =
      names.find((entry) => entry === segment) ?? names.find((entry) => entry.toLowerCase() === segment.toLowerCase());
    if (name === undefined) return undefined;
    real.push(name);
    current = join(current, name);
  }
  return real.join('/');
}
