import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { realPath } from '../diagnostics/real-path.js';
import { inNamedFolders } from '../lambda/containment/hidden-paths.js';
import { makeFolder } from './make-folder.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where package managers and build tools keep what they have downloaded, in a home folder. */
const caches = [
  '.bun/install/cache',
  '.bundle',
  '.cargo/git',
  '.cargo/registry',
  '.gradle/caches',
  '.gradle/wrapper',
  '.local/share/pnpm',
  '.m2/repository',
  '.nuget/packages',
  '.yarn',
  'go/pkg',
];

/** The same of tools that make them with their first use. */
const made = ['.cache', '.npm'];

/** Where package managers have the addresses and the credentials of their registries, in a home folder. */
const settings = [
  '.bundle/config',
  '.cargo/credentials',
  '.cargo/credentials.toml',
  '.composer/auth.json',
  '.config/pip',
  '.gem/credentials',
  '.gradle/gradle.properties',
  '.ivy2/.credentials',
  '.m2/settings-security.xml',
  '.m2/settings.xml',
  '.netrc',
  '.npmrc',
  '.nuget/NuGet/NuGet.Config',
  '.pip',
  '.sbt/.credentials',
  '.yarnrc',
  '.yarnrc.yml',
];

/** The variables that name files of the same kind. */
const files = [
  'BUNDLE_USER_CONFIG',
  'NPM_CONFIG_GLOBALCONFIG',
  'NPM_CONFIG_USERCONFIG',
  'PIP_CONFIG_FILE',
  'npm_config_globalconfig',
  'npm_config_userconfig',
];

/** The caches of package managers and build tools, which what they run may write to. Absolute, and there. */
export function packageCaches(environment: Environment): string[] {
  const home = homeOf(environment);
  return [...caches, ...made.filter((name) => makeFolder(join(home, name)))]
    .map((name) => join(home, name))
    .filter((path) => existsSync(path))
    .map(realPath);
}

/** The settings of package managers with the credentials for their registries. Absolute, and there. */
export function registrySettings(environment: Environment): string[] {
  const home = homeOf(environment);
  const named = files.map((name) => environment[name] ?? '').filter(isAbsolute);
  const places = [
    ...settings.map((name) => join(home, name)),
    ...named,
    ...inNamedFolders(environment),
    '/etc/pip.conf',
  ];
  return places.filter((path) => existsSync(path)).map(realPath);
}

function homeOf(environment: Environment): string {
  return environment['HOME'] || homedir();
}
