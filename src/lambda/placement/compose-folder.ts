import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeLink } from '../../host/make-link.js';
import { statusOf } from '../../host/status-of.js';
import type { AddedFile } from '../function/lambda-function.js';

/** A folder to make from another one's content, if there is one, and some added files. Absolute paths; the target does not exist yet. */
export interface Composition {
  readonly source?: string;
  readonly target: string;
  readonly files: readonly AddedFile[];
}

/** What is added to a folder: files, and subfolders with files to add in them. */
type Additions = Map<string, AddedFile | Additions>;

/**
 * Makes a folder with links to the source's content, and with the added files as files of its own. Nothing is written to the
 * source.
 */
export async function composeFolder({ source, target, files }: Composition): Promise<void> {
  const additions: Additions = new Map();
  for (const file of files) {
    const folders = file.path.split('/');
    const name = folders.pop() ?? '';
    let parent = additions;
    for (const folder of folders) {
      const known = parent.get(folder);
      const child: Additions = known instanceof Map ? known : new Map();
      parent.set(folder, child);
      parent = child;
    }
    parent.set(name, file);
  }
  await compose(source, target, additions);
}

async function compose(source: string | undefined, target: string, additions: Additions): Promise<void> {
  await mkdir(target);
  const members = source === undefined ? [] : await readdir(source, { withFileTypes: true });
  const links = members
    .filter(({ name }) => !additions.has(name))
    .map(({ name }) => makeLink(join(source ?? '', name), join(target, name)));
  const added = [...additions].map(async ([name, addition]) => {
    const path = join(target, name);
    if (!(addition instanceof Map)) return write(addition, path);
    const below = source === undefined ? undefined : join(source, name);
    const isFolder = below !== undefined && statusOf(below)?.isDirectory() === true;
    return compose(isFolder ? below : undefined, path, addition);
  });
  await Promise.all([...links, ...added]);
}

async function write({ content, isProgram = false }: AddedFile, path: string): Promise<void> {
  if ('link' in content) await makeLink(content.link, path);
  else if ('file' in content) await copyFile(content.file, path);
  else await writeFile(path, content.text, isProgram ? { mode: 0o755 } : {});
}
