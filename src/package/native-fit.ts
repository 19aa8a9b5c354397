import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { describeProgram } from '../lambda/executable/describe-program.js';
import { nodePackageOf } from './parity/node-package.js';

/** Native code in a package that its function can't load. */
export interface UnfitNative {
  /** Absolute. */
  readonly file: string;
  /** What it is for, in words: `macOS`, `Linux on x86_64`. */
  readonly builtFor: string;
}

/** Names of files with native code that Node.js and Python load. */
const native = /\.(?:node|so|so\.[\d.]+|dylib|pyd)$/;

/** Parts of the names of packages that have the same for one system each, such as `@img/sharp-linux-x64`. */
const platforms =
  /[-_.](?:linux|linuxmusl|darwin|macos|win32|windows|freebsd|android|x64|x86_64|amd64|arm64|aarch64|arm|armv\d\w*|ia32|x86|gnu\w*|musl\w*|glibc|msvc|libc)(?=[-_.]|$)/g;

/** How many files are looked at. */
const maxFiles = 50_000;

/**
 * The native code for another system or architecture than the function's, of packages that have none for it.
 * @param files those of the package. Absolute.
 */
export function unfitNatives(files: readonly string[], architecture: string): UnfitNative[] {
  const groups = new Map<string, { readonly file: string; readonly builtFor: string | undefined }[]>();
  for (const file of files.filter((each) => native.test(each))) {
    const group = groupOf(file);
    groups.set(group, [...(groups.get(group) ?? []), { file, builtFor: unfit(file, architecture) }]);
  }
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    const isUnfit = members.every(({ builtFor }) => builtFor !== undefined);
    return first?.builtFor !== undefined && isUnfit ? [{ file: first.file, builtFor: first.builtFor }] : [];
  });
}

/** The same of files that were loaded: what else their packages have is looked for. */
export function unfitLoaded(files: readonly string[], architecture: string): UnfitNative[] {
  const suspects = files.filter((file) => native.test(file) && unfit(file, architecture) !== undefined);
  return suspects.flatMap((file) => unfitNatives([file, ...relatives(file)], architecture).slice(0, 1));
}

/** What a file is for, if that is not the function's system. */
function unfit(file: string, architecture: string): string | undefined {
  const program = isFile(file) ? describeProgram(file) : undefined;
  if (program?.kind === 'macos') return 'macOS';
  if (program?.kind === 'windows') return 'Windows';
  return program?.kind === 'linux' && program.machine !== architecture ? `Linux on ${program.machine}` : undefined;
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

/** What has the same for several systems: a package of Node.js with those beside it, or a folder. */
function groupOf(file: string): string {
  const owner = nodePackageOf(file)?.folder ?? dirname(file);
  return join(dirname(owner), basename(owner).replaceAll(platforms, ''));
}

/** The native files of the package that a file is of, and of those beside it for other systems. */
function relatives(file: string): string[] {
  const owner = nodePackageOf(file)?.folder ?? dirname(file);
  const group = groupOf(file);
  const folders = namesIn(dirname(owner))
    .map((name) => join(dirname(owner), name))
    .filter((folder) => join(dirname(folder), basename(folder).replaceAll(platforms, '')) === group);
  return folders.flatMap(nativesBelow);
}

function nativesBelow(folder: string): string[] {
  try {
    const members = readdirSync(folder, { recursive: true, encoding: 'utf8' }).slice(0, maxFiles);
    return members.filter((name) => native.test(name)).map((name) => folder + sep + name);
  } catch {
    return [];
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
