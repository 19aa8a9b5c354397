import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { realPath } from '../diagnostics/real-path.js';
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
  '.cargo/credentials',
  '.cargo/credentials.toml',
  '.config/pip',
  '.gem/credentials',
  '.gradle/gradle.properties',
  '.m2/settings-security.xml',
  '.m2/settings.xml',
  '.netrc',
  '.npmrc',
  '.pip',
  '.yarnrc',
  '.yarnrc.yml',
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
  const named = ['NPM_CONFIG_USERCONFIG', 'npm_config_userconfig', 'PIP_CONFIG_FILE']
    .map((name) => environment[name] ?? '')
    .filter(isAbsolute);
  return [...settings.map((name) => join(home, name)), ...named].filter((path) => existsSync(path)).map(realPath);
}

function homeOf(environment: Environment): string {
  return environment['HOME'] || homedir();
}
