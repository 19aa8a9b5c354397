import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { realPath } from '../../diagnostics/real-path.js';
import { folders } from '../interpreter/tool-cache.js';
import { jarsOf } from './dependencies.js';
import {
  gradleCache,
  localRepository,
  mavenRepository,
  type Repository,
  type VersionedArtifact,
} from './maven-repository.js';

/** AWS's own client of the Runtime API for Java. */
export const runtimeClient = { group: 'com.amazonaws', name: 'aws-lambda-java-runtime-interface-client' } as const;

/** The class whose `main` is that client. */
export const runtimeClientClass = 'com.amazonaws.services.lambda.runtime.api.client.AWSLambda';

/** The libraries that the client needs, by the names of their jars. */
const companions = /^(?:aws-lambda-java-(?:core|serialization)|utils-lite|annotations)-\d[\w.-]*\.jar$/;
const clientJar = new RegExp(`^${runtimeClient.name}-\\d[\\w.-]*\\.jar$`);

/** Where the client was found. */
export type FoundRuntimeClient =
  /** Its classes are part of the code itself, as in a fat jar. */
  | { readonly kind: 'classes' }
  /** Its jar, followed by the jars that it needs. Absolute. */
  | { readonly kind: 'jars'; readonly jars: readonly string[] }
  /** Its jar is there, but libraries that it needs are not: each as `group:name:version`. */
  | { readonly kind: 'incomplete'; readonly jar: string; readonly missing: readonly string[] };

/**
 * Looks for the client in the function's code: among its classes, then in its `lib` folder, which Lambda has on the class path.
 * @param taskRoot the folder of the unpacked code
 */
export function clientInCode(taskRoot: string): FoundRuntimeClient | undefined {
  if (existsSync(join(taskRoot, ...`${runtimeClientClass}.class`.replaceAll(/\.(?!class$)/g, '/').split('/')))) {
    return { kind: 'classes' };
  }
  return clientInFolder(join(taskRoot, 'lib'));
}

/** Looks for the client among the jars of a folder. */
export function clientInFolder(folder: string): FoundRuntimeClient | undefined {
  const jar = jarsIn(folder).findLast((name) => clientJar.test(name));
  return jar === undefined ? undefined : clientOfJar(join(folder, jar));
}

/** Looks for the client in Maven's local repository and in Gradle's cache: the newest version, Maven's where both have one. */
export function clientInRepositories(
  environment: Readonly<Record<string, string | undefined>>,
  home: string,
): FoundRuntimeClient | undefined {
  const repositories = [
    mavenRepository(localRepository(environment, home)),
    gradleCache(environment['GRADLE_USER_HOME'] || join(home, '.gradle')),
  ];
  const found = repositories.flatMap((repository) => {
    const [version] = repository.versions(runtimeClient);
    return version === undefined ? [] : [withDependencies({ ...runtimeClient, version }, repository)];
  });
  const first = found.find(({ kind }) => kind === 'jars') ?? found[0];
  return first && atOwnPlace(first);
}

/** With the jars at their own places: a room has none of the links of a home folder that lead to them. */
function atOwnPlace(found: FoundRuntimeClient): FoundRuntimeClient {
  return found.kind === 'jars' ? { kind: 'jars', jars: found.jars.map(realPath) } : found;
}

/** The client that the caller names: its jar with the other jars of its folder, or a folder with all of its jars. */
export function givenClient(path: string): FoundRuntimeClient | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile()) return atOwnPlace(clientOfJar(path));
  const jars = found?.isDirectory() ? jarsIn(path) : [];
  return jars.length === 0 ? undefined : atOwnPlace({ kind: 'jars', jars: jars.map((name) => join(path, name)) });
}

/** The jars of a folder by their names, in the order in which Lambda puts them on the class path. */
export function jarsIn(folder: string): string[] {
  return folders(folder)
    .filter((name) => name.endsWith('.jar'))
    .sort();
}

/** A jar with the jars that it needs: those of its POM if it is in a Maven repository, else the other jars of its folder. */
function clientOfJar(jar: string): FoundRuntimeClient {
  const folder = dirname(jar);
  const [, version] = new RegExp(`^${runtimeClient.name}-(.+)\\.jar$`).exec(basename(jar)) ?? [];
  if (version !== undefined) {
    const client = { ...runtimeClient, version };
    const levels = [...runtimeClient.group.split('.'), runtimeClient.name, version];
    const repository = mavenRepository(join(folder, ...levels.map(() => '..')));
    if (repository.file(client, 'jar') === jar) return withDependencies(client, repository);
  }
  const beside = jarsIn(folder).filter((name) => companions.test(name));
  return { kind: 'jars', jars: [jar, ...beside.map((name) => join(folder, name))] };
}

function withDependencies(client: VersionedArtifact, repository: Repository): FoundRuntimeClient {
  const { jars, missing } = jarsOf(client, repository);
  const [jar = ''] = jars;
  return missing.length === 0 ? { kind: 'jars', jars } : { kind: 'incomplete', jar, missing };
}
