import { basename, delimiter, dirname, isAbsolute, join } from 'node:path';
import { isBelow } from '../../host/path-below.js';

/** The variables that name the files through which a step gives commands to the runner. */
const fileCommands = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];

/** The variables that name files or folders with credentials, where these are not in their usual places. */
const namingCredentials = [
  'AWS_CONFIG_FILE',
  'AWS_SHARED_CREDENTIALS_FILE',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'BUNDLE_USER_CONFIG',
  'CLOUDSDK_CONFIG',
  'DOCKER_CONFIG',
  'GIT_CONFIG',
  'GIT_CONFIG_GLOBAL',
  'GIT_CONFIG_SYSTEM',
  'GNUPGHOME',
  'GOOGLE_APPLICATION_CREDENTIALS',
  'KUBECONFIG',
  'NETRC',
  'NPM_CONFIG_GLOBALCONFIG',
  'NPM_CONFIG_USERCONFIG',
  'PIP_CONFIG_FILE',
  'npm_config_globalconfig',
  'npm_config_userconfig',
];

/** Where programs keep credentials in folders of theirs that variables name. */
const namedFolders: readonly (readonly [variable: string, name: string])[] = [
  ['BUNDLE_USER_HOME', 'config'],
  ['CARGO_HOME', 'credentials'],
  ['CARGO_HOME', 'credentials.toml'],
  ['COMPOSER_HOME', 'auth.json'],
  ['GRADLE_USER_HOME', 'gradle.properties'],
];

/** Where programs keep credentials and settings in a home folder. */
const ofHome = [
  '.aws',
  '.azure',
  '.bash_history',
  '.boto',
  '.bundle/config',
  '.cache/git/credential',
  '.cargo/credentials',
  '.cargo/credentials.toml',
  '.composer/auth.json',
  '.config',
  '.databrickscfg',
  '.docker',
  '.gem/credentials',
  '.git-credential-cache',
  '.git-credentials',
  '.gitconfig',
  '.gnupg',
  '.gradle/gradle.properties',
  '.ivy2/.credentials',
  '.kube',
  '.local/share/keyrings',
  '.m2/settings-security.xml',
  '.m2/settings.xml',
  '.my.cnf',
  '.netrc',
  '.npmrc',
  '.nuget/NuGet/NuGet.Config',
  '.oci',
  '.password-store',
  '.pgpass',
  '.pip',
  '.pypirc',
  '.s3cfg',
  '.sbt/.credentials',
  '.serverless',
  '.serverlessrc',
  '.ssh',
  '.terraform.d/credentials.tfrc.json',
  '.terraformrc',
  '.vault-token',
  '.yarnrc',
  '.yarnrc.yml',
];

/**
 * What of the system lets a program command other processes: sockets of the programs that start containers, services and
 * snaps, and those of the users who are logged in.
 */
const ofSystem = [
  '/etc/gshadow',
  '/etc/pip.conf',
  '/etc/shadow',
  '/etc/sudoers',
  '/etc/sudoers.d',
  '/run/buildkit',
  '/run/containerd',
  '/run/crio',
  '/run/dbus',
  '/run/docker',
  '/run/docker.sock',
  '/run/podman',
  '/run/snapd.socket',
  '/run/snapd-snap.socket',
  '/run/systemd',
  '/run/user',
];

/** What a room shows of folders that are hidden: names are resolved with it. */
export const shownOfSystem: readonly string[] = ['/run/systemd/resolve'];

/** Where secrets of this machine and of a step may be. */
export interface SecretPlaces {
  /** The environment of the step or the shell. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** The project's folder: what a variable names in it is a part of the project. */
  readonly project: string;
  /** The folder for temporary files of this process. */
  readonly temporary: string;
}

/** The runner has a folder of their own for these files, in which those of other steps are too. */
function commandPlace(file: string): string {
  return basename(dirname(file)) === '_runner_file_commands' ? dirname(file) : file;
}

/** The files with credentials in the folders that variables name for package managers and build tools. Absolute. */
export function inNamedFolders(environment: SecretPlaces['environment']): string[] {
  return namedFolders.flatMap(([variable, name]) => {
    const folder = environment[variable] ?? '';
    return isAbsolute(folder) ? [join(folder, name)] : [];
  });
}

/** What is in the place of `~/.config`: all of it, or where more is in that folder, what has credentials for certain. */
function configurations(folder: string, { home, project }: Pick<SecretPlaces, 'home' | 'project'>): string[] {
  const isOwn = ![home, project].some((path) => path === folder || isBelow(path, folder) || isBelow(folder, project));
  return isOwn ? [folder] : ['gcloud', 'gh', 'git', 'pip'].map((name) => join(folder, name));
}

/** The paths that a room does not show, whether they are there or not. Absolute. */
export function hiddenPaths({ environment, home, project, temporary }: SecretPlaces): string[] {
  // Some of them may be lists (KUBECONFIG).
  const given = (name: string): string[] => (environment[name] ?? '').split(delimiter).filter(isAbsolute);
  return [
    ...fileCommands.flatMap(given).map(commandPlace),
    ...given('RUNNER_TEMP'),
    ...namingCredentials.flatMap(given).filter((path) => !isBelow(path, project)),
    ...inNamedFolders(environment),
    ...given('XDG_CONFIG_HOME').flatMap((folder) => configurations(folder, { home, project })),
    ...given('SSH_AUTH_SOCK'),
    ...(temporary === '/tmp' ? [] : [temporary]),
    ...ofHome.map((path) => join(home, path)),
    ...ofSystem,
  ];
}
