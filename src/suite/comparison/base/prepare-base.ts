import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { realPath } from '../../../diagnostics/real-path.js';
import { UserError } from '../../../diagnostics/user-error.js';
import type { Commit } from '../../../git/find-commit.js';
import type { Repository } from '../../../git/repository.js';
import { checkOut } from '../../../git/worktree.js';
import type { LogSink } from '../../../lambda/platform-log/log-sink.js';
import type { Enclosure } from '../../../process/enclosure.js';
import { endPhrase } from '../../../process/group-process.js';
import { runShellCommand } from '../../../process/shell-command.js';
import { TimeLimitError } from '../../../process/time-limit.js';
import { installedFolders, linkDependencies } from './link-dependencies.js';
import { changedDependencyFiles, dependencyFileNames } from './lock-files.js';

/** The code of another commit, ready to be run. Disposing of it removes it. */
export interface BaseCheckout extends AsyncDisposable {
  /** The checkout. Absolute. */
  readonly root: string;
  /** The service's folder in it, absolute; absent where the commit does not have it yet. */
  readonly folder?: string;
}

/** What the code of another commit is made ready with. */
export interface BaseRequest {
  readonly repository: Repository;
  readonly commit: Commit;
  /** The service's folder as it is checked out now. Absolute. */
  readonly folder: string;
  /** The command that installs the dependencies where they are others than those of now. */
  readonly install?: string;
  /** The command that builds the code, once the dependencies are there. */
  readonly build?: string;
  /** The environment of these commands. */
  readonly environment: Readonly<Record<string, string>>;
  /** What encloses them in a folder of the checkout; `undefined` if nothing does. */
  readonly enclose: (folder: string) => Promise<Enclosure | undefined>;
  /** Takes what they print. */
  readonly logs: LogSink;
  readonly signal: AbortSignal;
}

/** The longest that a command may take, in ms. */
const commandMs = 30 * 60_000;

/**
 * Checks another commit out in a temporary folder. Its dependencies are those that are installed here, where the lock files are
 * the same, else those that the command installs.
 * @throws UserError where they are not the same and there is no command, or where it fails
 */
export async function prepareBase(request: BaseRequest): Promise<BaseCheckout> {
  const { repository, commit } = request;
  const worktree = await checkOut(repository, commit);
  try {
    const service = relative(repository.root, realPath(request.folder));
    const folder = join(worktree.folder, service);
    const checkout = { root: worktree.folder, [Symbol.asyncDispose]: () => worktree[Symbol.asyncDispose]() };
    if (!existsSync(folder)) return checkout;
    const changed = await changedFiles(request, service.split(sep).join('/'), worktree.folder);
    if (changed.length === 0) {
      linkDependencies(await installedIn(repository), { from: repository.root, to: worktree.folder });
    } else await install(request, folder, changed);
    if (request.build !== undefined) await runCommand(request, request.build, 'compare-build', folder);
    return { ...checkout, folder };
  } catch (error) {
    await worktree[Symbol.asyncDispose]();
    throw error;
  }
}

async function changedFiles({ repository }: BaseRequest, service: string, base: string): Promise<string[]> {
  const patterns = dependencyFileNames.map((name) => `:(glob)**/${name}`);
  const listed = async (root: string): Promise<string[]> =>
    (
      await repository.git(
        '-C',
        root,
        'ls-files',
        '-z',
        '--cached',
        '--others',
        '--exclude-standard',
        '--',
        ...patterns,
      )
    )
      .split('\0')
      .filter((file) => file !== '');
  const files = [...(await listed(repository.root)), ...(await listed(base))];
  return changedDependencyFiles(files, service, [repository.root, base]);
}

/** The folders of installed dependencies that git does not have, relative to the root. */
async function installedIn({ git }: Repository): Promise<string[]> {
  const untracked = await git('ls-files', '-z', '--others', '--directory');
  return untracked
    .split('\0')
    .map((path) => path.replace(/\/$/, '').replace(/(^|\/)vendor$/, '$1vendor/bundle'))
    .filter((path) => installedFolders.some((name) => path === name || path.endsWith(`/${name}`)));
}

async function install(request: BaseRequest, folder: string, changed: readonly string[]): Promise<void> {
  if (request.install !== undefined) return runCommand(request, request.install, 'compare-install', folder);
  throw new UserError({
    code: 'comparison-dependencies',
    message: `${changed.join(', ')} ${changed.length === 1 ? 'is' : 'are'} not the same at ${nameOf(request.commit)}, so that the dependencies that are installed here can't be used for its code.`,
    hint: "Name the command that installs them, such as `npm ci`, by `compare-install`. It runs in the service's folder of that commit.",
  });
}

async function runCommand(
  { commit, environment, enclose, logs, signal }: BaseRequest,
  command: string,
  name: 'compare-install' | 'compare-build',
  folder: string,
): Promise<void> {
  const enclosure = await enclose(folder);
  const end = await runShellCommand({
    command,
    folder,
    environment,
    enclosure,
    timeoutMs: commandMs,
    signal,
    onOutput: (chunk, source) => logs.write(chunk, source),
    onLeft: () => {},
  }).catch((error: unknown) => {
    if (!(error instanceof TimeLimitError)) throw error;
    return { kind: 'not-started', reason: `no end within ${commandMs / 60_000} minutes` } as const;
  });
  if (end.kind === 'exit' && end.code === 0) return;
  throw new UserError({
    code: 'comparison-command-failed',
    message: `The command of \`${name}\` failed at ${nameOf(commit)}: ${endPhrase(end)}.`,
    hint: `The log shows what it printed.${enclosure === undefined ? '' : ` ${containedHint}`}`,
  });
}

const containedHint =
  'It is contained: it may write to the checkout, to /tmp and to the caches of package managers (docs/containment.md).';

function nameOf({ hash, ref }: Commit): string {
  return `${ref} (${hash.slice(0, 10)})`;
}
