import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { realPath } from '../../diagnostics/real-path.js';
import { executable, findOnPath } from '../../host/search-path.js';
import { type Candidate, type InterpreterSearch, matches } from './candidate.js';
import { byVersion, folders } from './tool-cache.js';

/** Where Linux distributions and GitHub's images put JDKs. */
const systemFolder = '/usr/lib/jvm';

/**
 * The JVMs that may run a function, best first: those of the declared version (`JAVA_HOME`, `PATH`, the `JAVA_HOME_17_X64`
 * of GitHub's images and of actions/setup-java, the tool cache, the system's), then newer ones, which run the same class
 * files, the nearest version first; then those of an unknown version, then older ones.
 */
export function findJavas({ version, environment }: Omit<InterpreterSearch, 'sourceRoot'>): Candidate[] {
  const homes = [
    environment['JAVA_HOME'],
    ...versionedHomes(environment),
    ...cachedHomes(environment),
    ...systemHomes(),
  ];
  const onPath = findOnPath('java', environment['PATH']);
  const [first, ...others] = homes.map(javaOf);
  const seen = new Set<string>();
  const candidates = [first, onPath, ...others].flatMap((command): Candidate[] => {
    if (command === undefined || seen.has(realPath(command))) return [];
    seen.add(realPath(command));
    const found = javaVersion(command);
    return [{ command, ...(found === undefined ? {} : { version: found }) }];
  });
  return candidates.sort((a, b) => rank(a, version) - rank(b, version));
}

/**
 * The version of a JVM, found without starting it: from the file `release` of its folder. `17.0.15`, or `8.0.452` for one
 * that calls itself `1.8.0_452`. `undefined` for a shim, or an installation without that file.
 */
export function javaVersion(command: string): string | undefined {
  return releaseOf(command)?.version;
}

/** Whether a JVM is built for musl, as Alpine's are, by the file `release` of its folder. */
export function isMuslJava(command: string): boolean {
  return releaseOf(command)?.libc === 'musl';
}

function releaseOf(command: string): { readonly version?: string; readonly libc?: string } | undefined {
  const folder = dirname(dirname(realPath(command)));
  for (const home of [folder, dirname(folder)]) {
    try {
      const text = readFileSync(join(home, 'release'), 'utf8');
      const version = /^JAVA_VERSION="(?:1\.)?([\d._]+)/m.exec(text)?.[1]?.replaceAll('_', '.');
      const libc = /^LIBC="(\w+)"/m.exec(text)?.[1];
      return { ...(version === undefined ? {} : { version }), ...(libc === undefined ? {} : { libc }) };
    } catch {
      // A JRE inside of a JDK 8 has the file a folder higher, and a shim has none.
    }
  }
  return undefined;
}

function rank({ version }: Candidate, declared: string): number {
  if (matches(version, declared)) return 0;
  if (version === undefined) return 500;
  const distance = Number.parseInt(version, 10) - Number(declared);
  return distance > 0 ? distance : 1000 - distance;
}

/** The values of `JAVA_HOME_17_X64` and its like, for this machine's architecture, the newest version first. */
function versionedHomes(environment: InterpreterSearch['environment']): string[] {
  const ofMachine = new RegExp(`^JAVA_HOME_(\\d+)_${process.arch}$`, 'i');
  return Object.entries(environment)
    .flatMap(([name, home]) => {
      const version = ofMachine.exec(name)?.[1];
      return version === undefined || home === undefined ? [] : [{ version: Number(version), home }];
    })
    .sort((a, b) => b.version - a.version)
    .map(({ home }) => home);
}

/** The JDKs and JREs of the runner's tool cache, each distribution's newest version first. */
function cachedHomes(environment: InterpreterSearch['environment']): string[] {
  const cache = environment['RUNNER_TOOL_CACHE'] ?? environment['AGENT_TOOLSDIRECTORY'];
  if (cache === undefined || cache === '') return [];
  const tools = folders(cache).filter((name) => /^Java_.+_(?:jdk|jre)$/i.test(name));
  return tools.flatMap((tool) =>
    folders(join(cache, tool))
      .sort(byVersion)
      .reverse()
      .map((version) => join(cache, tool, version, process.arch))
      .filter((folder) => existsSync(`${folder}.complete`)),
  );
}

function systemHomes(): string[] {
  if (process.platform !== 'linux') return [];
  return folders(systemFolder)
    .sort()
    .map((name) => join(systemFolder, name));
}

/** The program of a JDK or JRE; on macOS its home may lie deeper. */
function javaOf(home: string | undefined): string | undefined {
  if (home === undefined || home === '') return undefined;
  const places = process.platform === 'darwin' ? [home, join(home, 'Contents', 'Home')] : [home];
  return places.map((place) => executable(join(place, 'bin', 'java'))).find((command) => command !== undefined);
}
