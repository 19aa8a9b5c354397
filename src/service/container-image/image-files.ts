import { existsSync, type Stats, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join, posix } from 'node:path';
import picomatch from 'picomatch';
import type { AddedFile, FunctionCode } from '../../lambda/function/lambda-function.js';
import type { IsIgnored } from './ignored-files.js';
import type { Placement, StageState } from './stage-state.js';

/** The content of a folder of an image, as far as it is on this machine. */
export interface ImageFiles {
  readonly code: FunctionCode;
  readonly files: readonly AddedFile[];
  /** What is copied from the context, and is not there. */
  readonly missing: readonly { readonly source: string; readonly line: number }[];
}

/** A file or folder of the context at its path below the folder of the image; `''` is that folder itself. */
interface Placed {
  readonly source: string;
  readonly path: string;
  readonly isFolder: boolean;
}

/**
 * What an image has in a folder. One folder of the context that is all of it is used where it is; else its files are named one by
 * one.
 * @param root the folder in the image, such as `/var/task`
 * @param context absolute
 */
export async function imageFiles(
  { placements }: Pick<StageState, 'placements'>,
  root: string,
  context: string,
  isIgnored: IsIgnored,
): Promise<ImageFiles> {
  const missing: { source: string; line: number }[] = [];
  const placed: Placed[] = [];
  for (const placement of placements) {
    if (placement.kind !== 'context') continue;
    for (const source of placement.sources) {
      const found = await sourcesOf(source, context, isIgnored);
      if (found.length === 0 && isBelow(placement.target, root)) missing.push({ source, line: placement.line });
      for (const each of found) {
        const place = placeOf(each, placement, root);
        if (place !== undefined) placed.push(place);
      }
    }
  }
  const packages = placements.flatMap((placement) => linkedPackages(placement, placements, root, context));
  const whole = wholeFolder(placed);
  if (whole !== undefined) {
    const isThere = (path: string): boolean => existsSync(join(whole.source, path));
    return {
      code: { kind: 'folder', folder: whole.source },
      files: packages.filter(({ path }) => !isThere(path)),
      missing,
    };
  }
  const files = new Map<string, AddedFile>();
  for (const { source, path, isFolder } of placed) {
    const inside = isFolder ? await filesBelow(source, context, isIgnored) : [''];
    for (const below of inside) {
      const target = posix.join(path, below);
      files.set(target, { path: target, content: { file: below === '' ? source : join(source, below) } });
    }
  }
  const links = packages.filter(({ path }) => ![...files.keys()].some((file) => file.startsWith(`${path}/`)));
  return { code: { kind: 'inline' }, files: [...files.values(), ...links], missing };
}

interface Source {
  /** Absolute. */
  readonly path: string;
  readonly isFolder: boolean;
}

async function sourcesOf(source: string, context: string, isIgnored: IsIgnored): Promise<Source[]> {
  const normalized = posix
    .normalize(source)
    .replace(/^\//, '')
    .replace(/(.)\/$/, '$1');
  const names = /[*?[]/.test(normalized) ? await matching(normalized, context) : [normalized];
  return names.flatMap((name) => {
    const path = join(context, name);
    const found = statsOf(path);
    if (found === undefined || (name !== '.' && isIgnored(name))) return [];
    return [{ path, isFolder: found.isDirectory() }];
  });
}

/** Whether a folder is at a path. Absolute. */
export function isFolderAt(path: string): boolean {
  return statsOf(path)?.isDirectory() === true;
}

/** A file where a path has a folder is as nothing. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** Docker's patterns are Go's `filepath.Match`: a `*` stops at a slash. */
async function matching(pattern: string, context: string): Promise<string[]> {
  const folder = posix.dirname(pattern);
  if (/[*?[]/.test(folder)) return [];
  const matches = picomatch(posix.basename(pattern), { dot: true });
  const names = await readdir(join(context, folder)).catch(() => []);
  return names.filter((name) => matches(name)).map((name) => posix.join(folder, name));
}

function isBelow(target: string, root: string): boolean {
  return `${target}/`.replaceAll(/\/+/g, '/').startsWith(root === '/' ? '/' : `${root}/`);
}

function placeOf(
  { path: source, isFolder }: Source,
  { target, sources }: Extract<Placement, { kind: 'context' }>,
  root: string,
): Placed | undefined {
  const bare = target.replace(/(.)\/$/, '$1');
  const isIntoFolder = target.endsWith('/') || bare === root || sources.length > 1;
  const end = isFolder || !isIntoFolder ? bare : posix.join(bare, basename(source));
  if (!isBelow(end, root)) return undefined;
  return { source, path: posix.relative(root, end), isFolder };
}

/** A folder that is the whole content: whatever else is placed is in it already, at the same path. */
function wholeFolder(placed: readonly Placed[]): Placed | undefined {
  const whole = placed.findLast(({ isFolder, path }) => isFolder && path === '');
  if (whole === undefined) return undefined;
  return placed.every(({ source, path }) => source === join(whole.source, path)) ? whole : undefined;
}

async function filesBelow(folder: string, context: string, isIgnored: IsIgnored): Promise<string[]> {
  const inContext = (path: string): string => posix.relative(context.replaceAll('\\', '/'), path.replaceAll('\\', '/'));
  const found: string[] = [];
  const walk = async (below: string): Promise<void> => {
    for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
      const path = posix.join(below, entry.name);
      const full = join(folder, path);
      if (isIgnored(inContext(full))) continue;
      const isFolder = entry.isSymbolicLink()
        ? statSync(full, { throwIfNoEntry: false })?.isDirectory()
        : entry.isDirectory();
      if (isFolder === true && entry.name !== '.git') await walk(path);
      else if (isFolder !== true && existsSync(full)) found.push(path);
    }
  };
  await walk('');
  return found;
}

/** The packages of Node.js that a command installs beside a manifest: those that the context has beside it. */
function linkedPackages(
  placement: Placement,
  placements: readonly Placement[],
  root: string,
  context: string,
): AddedFile[] {
  if (placement.kind !== 'node-packages' || !isBelow(placement.folder, root)) return [];
  for (const each of placements) {
    if (each.kind !== 'context' || each.target.replace(/(.)\/$/, '$1') !== placement.folder) continue;
    for (const source of each.sources) {
      const isManifest = /^package[^/]*\.json$/.test(posix.basename(source));
      const folder = join(context, isManifest ? posix.dirname(source) : source, 'node_modules');
      if (!existsSync(folder)) continue;
      return [{ path: posix.join(posix.relative(root, placement.folder), 'node_modules'), content: { link: folder } }];
    }
  }
  return [];
}
