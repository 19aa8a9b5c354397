import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byVersion, folders } from '../interpreter/tool-cache.js';

/** What identifies a library for Maven. */
export interface Artifact {
  readonly group: string;
  readonly name: string;
}

/** One version of a library. */
export interface VersionedArtifact extends Artifact {
  readonly version: string;
}

/** A place that holds libraries: Maven's local repository, or Gradle's cache. */
export interface Repository {
  /** The released versions of a library whose jar is there, the newest first. */
  versions(artifact: Artifact): string[];
  /** The absolute path of a file of a library, such as its `jar` or its `pom`; `undefined` where it is not there. */
  file(artifact: VersionedArtifact, extension: 'jar' | 'pom'): string | undefined;
}

/** Maven's local repository: `<group as folders>/<name>/<version>/<name>-<version>.jar`. */
export function mavenRepository(root: string): Repository {
  const folder = ({ group, name }: Artifact): string => join(root, ...group.split('.'), name);
  const file: Repository['file'] = (artifact, extension) => {
    const { name, version } = artifact;
    const path = join(folder(artifact), version, `${name}-${version}.${extension}`);
    return existsSync(path) ? path : undefined;
  };
  return { file, versions: (artifact) => newestFirst(folders(folder(artifact)), artifact, file) };
}

/** Gradle's cache: `<group>/<name>/<version>/<hash of the file>/<name>-<version>.jar`. */
export function gradleCache(home: string): Repository {
  const root = join(home, 'caches', 'modules-2', 'files-2.1');
  const file: Repository['file'] = ({ group, name, version }, extension) => {
    const folder = join(root, group, name, version);
    const paths = folders(folder).map((hash) => join(folder, hash, `${name}-${version}.${extension}`));
    return paths.find((path) => existsSync(path));
  };
  return {
    file,
    versions: (artifact) => newestFirst(folders(join(root, artifact.group, artifact.name)), artifact, file),
  };
}

/**
 * Where Maven's local repository is: `MAVEN_REPO`, else the `localRepository` of the user's settings, else `~/.m2/repository`.
 * @param home the user's home folder
 */
export function localRepository(environment: Readonly<Record<string, string | undefined>>, home: string): string {
  const named = environment['MAVEN_REPO'] || settingsRepository(join(home, '.m2', 'settings.xml'));
  return named?.replace(/\$\{user\.home\}/, home) ?? join(home, '.m2', 'repository');
}

function settingsRepository(file: string): string | undefined {
  try {
    const text = readFileSync(file, 'utf8').replaceAll(/<!--.*?-->/gs, '');
    return /<localRepository>\s*([^<]+?)\s*<\/localRepository>/.exec(text)?.[1];
  } catch {
    return undefined;
  }
}

function newestFirst(versions: readonly string[], artifact: Artifact, file: Repository['file']): string[] {
  return versions
    .filter((version) => /^\d+(?:\.\d+)*$/.test(version) && file({ ...artifact, version }, 'jar') !== undefined)
    .sort(byVersion)
    .reverse();
}
