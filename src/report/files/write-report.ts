import { lstatSync, mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { randomHex } from '../../process/random.js';
import { finalPath, type ReportTarget } from './report-target.js';
import { systemErrorOf } from './system-error.js';

/**
 * Writes a report in one step, so that nobody ever reads half of one. Missing folders are made. It never follows a link that
 * was made after the target was decided.
 * @throws Error if it can't be written; the message is meant for people
 */
export function writeReport(target: ReportTarget, text: string): void {
  const folder = makeFolders(target);
  const temporary = join(folder, `.invoke-local-${randomHex(32)}`);
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    renameSync(temporary, finalPath(target));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/**
 * Writes a report in one step too, from pieces that are never in memory together.
 * @throws Error if it can't be written; what the pieces throw
 */
export async function writeReportStream(target: ReportTarget, pieces: AsyncIterable<string>): Promise<void> {
  const folder = makeFolders(target);
  const temporary = join(folder, `.invoke-local-${randomHex(32)}`);
  try {
    const file = await open(temporary, 'wx');
    try {
      for await (const piece of pieces) await file.write(piece);
    } finally {
      await file.close();
    }
    renameSync(temporary, finalPath(target));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Makes sure that a report's folder exists, and that no part of its path is a link. */
function makeFolders({ existing, missing }: ReportTarget): string {
  // The handler may have removed it.
  mkdirSync(existing, { recursive: true });
  if (realpathSync(existing) !== existing) throw new Error(`a link lies in the place of ${existing} or above it`);
  let folder = existing;
  for (const name of missing) {
    folder = join(folder, name);
    try {
      mkdirSync(folder);
    } catch (error) {
      if (systemErrorOf(error).code !== 'EEXIST') throw error;
      if (!lstatSync(folder).isDirectory()) throw new Error(`${folder} is there, and is no folder`);
    }
  }
  return folder;
}
