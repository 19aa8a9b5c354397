import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { folders } from '../interpreter/tool-cache.js';

/** How a JVM project is built, and what its last build produced. */
export interface ProjectBuild {
  /** The folder of the build file. Absolute. */
  readonly folder: string;
  /** The command that builds the artifact, to be run in that folder. */
  readonly command: string;
  /** The jars and zip files that the build produced. Absolute, the latest first. */
  readonly artifacts: readonly string[];
}

/** Jars that a build produces in addition to the deployed one. */
const byproducts = /^original-|-(?:sources|javadoc|tests|plain)\.jar$/;

/**
 * Looks for the build of a project on the JVM, from a folder upwards.
 * @param folder where to begin; it need not exist
 * @param root the last folder to look at, such as the repository's root
 * @param artifact what is to be built, absolute, where that is known: of two builds in a folder it is the one that makes it
 */
export function findProjectBuild(folder: string, root: string, artifact?: string): ProjectBuild | undefined {
  for (let place = folder; ; place = dirname(place)) {
    const command = buildCommand(place, artifact);
    if (command !== undefined) return { folder: place, command, artifacts: builtArtifacts(place) };
    if (place === root || existsSync(join(place, '.git')) || place === dirname(place)) return undefined;
  }
}

/**
 * How to build an artifact that does not exist, or which other one the build produced instead.
 * @param file the artifact, absolute
 * @param root the service's root
 * @returns `undefined` where there is no build
 */
export function missingArtifactHint(file: string, root: string): string | undefined {
  const build = findProjectBuild(dirname(file), root, file);
  if (build === undefined) return undefined;
  const shown = (path: string): string => relative(root, path).split(sep).join('/');
  const [made, ...others] = build.artifacts.slice(0, 3).map(shown);
  const folder = shown(build.folder);
  const command = `\`${build.command}\`${folder === '' ? '' : ` (in ${folder})`}`;
  if (made === undefined) return `Build it in a step before: ${command}.`;
  const names = [made, ...others].join(' or ');
  return `Did you mean ${names}, which the build has made? Else build it in a step before: ${command}.`;
}

function buildCommand(folder: string, artifact: string | undefined): string | undefined {
  const has = (...names: readonly string[]): boolean => names.some((name) => existsSync(join(folder, name)));
  const maven = has('pom.xml') ? `${has('mvnw') ? './mvnw' : 'mvn'} -q package` : undefined;
  const isGradle = has('build.gradle', 'build.gradle.kts');
  const gradle = isGradle ? `${has('gradlew') ? './gradlew' : 'gradle'} build` : undefined;
  // Gradle writes into `build`, Maven and sbt into `target`.
  const isOfGradle = artifact !== undefined && relative(folder, artifact).split(sep)[0] === 'build';
  return (isOfGradle ? (gradle ?? maven) : (maven ?? gradle)) ?? (has('build.sbt') ? 'sbt assembly' : undefined);
}

function builtArtifacts(folder: string): string[] {
  const target = join(folder, 'target');
  const scala = folders(target).filter((name) => name.startsWith('scala-'));
  const places = [
    target,
    ...scala.map((name) => join(target, name)),
    join(folder, 'build', 'distributions'),
    join(folder, 'build', 'libs'),
  ];
  return places
    .flatMap((place) => folders(place).map((name) => ({ file: join(place, name), name })))
    .filter(({ name }) => /\.(?:jar|zip)$/.test(name) && !byproducts.test(name))
    .map(({ file }) => ({ file, madeAtMs: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.madeAtMs - a.madeAtMs)
    .map(({ file }) => file);
}
