import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { displayPath } from '../../diagnostics/display-path.js';
import { UserError } from '../../diagnostics/user-error.js';
import type { Entry } from '../cassette/entry.js';
import { readEntries } from '../cassette/read-entries.js';

/** The recorded calls of a cassette; `undefined` where there is no such file. @throws UserError where it can't be read */
export function readCassette(file: string): Entry[] | undefined {
  const text = readText(file);
  return text === undefined ? undefined : readEntries(text, file);
}

/** The stubs of a file. @throws UserError where there is none, or it can't be read */
export function readStubFile(file: string): Entry[] {
  const text = readText(file);
  if (text !== undefined) return readEntries(text, file);
  throw new UserError({
    code: 'aws-stubs-missing',
    message: `The stubs ${displayPath(file)} are not there.`,
    hint: 'Paths are relative to the case file, or to the working directory.',
  });
}

/** Writes a cassette, whole or not at all; without calls there is none. @throws UserError where it can't be written */
export function writeCassette(file: string, text: string | undefined): void {
  try {
    if (text === undefined) rmSync(file, { force: true });
    else {
      mkdirSync(dirname(file), { recursive: true });
      const draft = `${file}.${process.pid}.tmp`;
      writeFileSync(draft, text);
      renameSync(draft, file);
    }
  } catch (error) {
    throw unusable(file, 'be written', error);
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw unusable(file, 'be read', error);
  }
}

function unusable(file: string, what: string, error: unknown): UserError {
  return new UserError({
    code: 'aws-calls-file',
    message: `${displayPath(file)} can't ${what}: ${(error as Error).message}.`,
    location: { file },
  });
}
