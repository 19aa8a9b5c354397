import type { Dirent } from 'node:fs';
import { constants, copyFile, cp, lstat, mkdir, readdir, readlink, realpath, rm } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';

import { displayPath } from '../../diagnostics/display-path.js';
import { UserError } from '../../diagnostics/user-error.js';
import { makeLink } from '../../host/make-link.js';
import { isBelow } from '../../host/path-below.js';
import { allEnded } from './all-ended.js';

/** What is merged into what. Absolute paths; the target exists. */
export interface MergeRequest {
  readonly source: string;
  readonly target: string;
  /** The user's name for the source, for messages. */
  readonly role: string;
  readonly signal: AbortSignal;
}

/**
 * Copies the content of one folder into another one, replacing what is there. A handler that writes to the copy never
 * changes the project: files are copied (or cloned, if the file system can), and links that lead out of the source are
 * replaced by what they lead to.
 * @throws UserError where something can't be read or written
 */
export async function mergeFolder(request: MergeRequest): Promise<void> {
  const { source, target, role, signal } = request;
  try {
    const root = await realpath(source);
    await copyMembers(root, target, { root, signal });
  } catch (error) {
    signal.throwIfAborted();
    const { code, path } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UserError({
      code: 'layer-not-copied',
      message: `The ${role} can't be copied: ${path === undefined ? code : `${displayPath(path)}: ${code}`}.`,
      hint: 'Check that all of it can be read, and that there is room in the folder for temporary files.',
      cause: error,
    });
  }
}

interface Copying {
  /** The real path of the whole source: links that lead out of it are not kept. */
  readonly root: string;
  readonly signal: AbortSignal;
}

/** More copies at a time would not be faster: the system works on a few only. */
async function copyMembers(source: string, target: string, copying: Copying): Promise<void> {
  copying.signal.throwIfAborted();
  const members = await readdir(source, { withFileTypes: true });
  await allEnded(members.map((member) => copyMember(member, source, target, copying)));
}

async function copyMember(member: Dirent, source: string, target: string, copying: Copying): Promise<void> {
  const from = join(source, member.name);
  const to = join(target, member.name);
  if (member.isDirectory()) {
    await replacing(to, () => mkdir(to), 'folder');
    return copyMembers(from, to, copying);
  }
  if (member.isSymbolicLink()) return copyLink(from, to, copying);
  if (member.isFile()) {
    const mode = constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE;
    await replacing(to, () => copyFile(from, to, mode));
  }
}

async function copyLink(from: string, to: string, { root }: Copying): Promise<void> {
  const end = resolve(dirname(from), await readlink(from));
  if (end === root || isBelow(end, root)) return replacing(to, () => makeLink(relative(dirname(from), end) || '.', to));
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true, dereference: true }).catch(ignoreMissing);
}

/** A link that leads nowhere is left out. */
function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

/** Creates a file or link; if an earlier layer left something at that path, removes it first. */
async function replacing(path: string, make: () => Promise<unknown>, keep?: 'folder'): Promise<void> {
  try {
    await make();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (keep === 'folder' && (await lstat(path)).isDirectory()) return;
    await rm(path, { recursive: true, force: true });
    await make();
  }
}
