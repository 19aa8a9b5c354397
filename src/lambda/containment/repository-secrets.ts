import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { realPath } from '../../diagnostics/real-path.js';
import { namedFiles, withoutCredentials } from './git-configuration.js';

/** What git keeps of credentials for the repositories that a folder is in. Absolute, real paths. */
export interface RepositorySecrets {
  /** Configurations, without what is secret in them. */
  readonly replaced: readonly { readonly path: string; readonly text: string }[];
  /** Files that configurations name: further configurations, stores of credentials, cookies, keys. */
  readonly hidden: readonly string[];
}

/** How deep submodules may be nested in one another, and their names in folders. */
const maxNesting = 8;

/**
 * Finds what git keeps of credentials for the repositories that a folder is in: of the repository itself, of its worktrees and its
 * submodules, wherever their folders are (gitrepository-layout(5)), and of the machine.
 * @param folder absolute
 * @param home whose `~` stands in configurations
 * @param others folders that may be repositories of their own. Absolute.
 */
export function repositorySecrets(folder: string, home: string, others: readonly string[] = []): RepositorySecrets {
  const folders = new Set([...foldersAbove(folder), ...others]);
  const places = new Set([...folders].flatMap((each) => repositoryFolders(join(each, '.git'))));
  const files = [...places].flatMap((place) => [join(place, 'config'), join(place, 'config.worktree')]);
  const texts = [...files, '/etc/gitconfig'].flatMap((path) => {
    const text = textOf(path);
    return text === undefined ? [] : [{ path: realPath(path), text }];
  });
  const named = texts.flatMap(({ path, text }) => namedFiles(text).map((name) => placeOf(name, path, home)));
  return {
    replaced: texts.map(({ path, text }) => ({ path, text: withoutCredentials(text) })),
    hidden: [...new Set(named.filter(isFile).map(realPath))],
  };
}

/** Where git keeps a repository: of a worktree and a submodule, `.git` is a file that names the place. */
function repositoryFolders(git: string): string[] {
  const place = linkedFolder(git);
  if (place === undefined) return [];
  const common = textOf(join(place, 'commondir'))?.trim();
  const shared = common === undefined ? place : realPath(resolve(place, common));
  return [place, shared, ...membersOf(join(shared, 'worktrees')), ...submodulesIn(join(shared, 'modules'))];
}

function linkedFolder(git: string): string | undefined {
  const kind = statSync(git, { throwIfNoEntry: false });
  if (kind?.isDirectory() === true) return realPath(git);
  const link = kind?.isFile() === true ? /^gitdir: (.+)/.exec(textOf(git) ?? '')?.[1] : undefined;
  return link === undefined ? undefined : realPath(resolve(dirname(git), link.trim()));
}

/** Submodules have the paths of their names, and may have submodules of their own. */
function submodulesIn(folder: string, nesting = 0): string[] {
  if (nesting === maxNesting) return [];
  return membersOf(folder).flatMap((path) =>
    existsSync(join(path, 'HEAD'))
      ? [path, ...submodulesIn(join(path, 'modules'), nesting + 1)]
      : submodulesIn(path, nesting + 1),
  );
}

function membersOf(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** A path in a configuration (git-config(1), "pathname"). */
function placeOf(name: string, configuration: string, home: string): string {
  if (name.startsWith('~/')) return join(home, name.slice(2));
  return isAbsolute(name) ? name : resolve(dirname(configuration), name);
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** A folder and those above it. */
function foldersAbove(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersAbove(above)];
}
