import { execFile } from 'node:child_process';
import { UserError } from '../diagnostics/user-error.js';

/** Where git is run, and with which environment. */
export interface GitPlace {
  /** Absolute. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Ends git. */
  readonly signal: AbortSignal;
}

/** What git said to a command that it could not follow. */
export class GitFailure extends Error {
  override readonly name: string = 'GitFailure';
}

/** The longest that git may take, in ms. A large checkout takes minutes. */
const timeoutMs = 10 * 60_000;
/** How long it may take to end after the signal, in ms. */
const graceMs = 1_000;
/** The largest output that is accepted, in bytes. */
const maxOutputBytes = 16 * 1024 * 1024;

/** Hooks of the repository are not run: they are for people's own checkouts. */
const withoutHooks = ['-c', 'core.hooksPath=/dev/null'];

/**
 * Runs git in English, and without the variables by which git tells the programs that it starts itself, such as hooks, which
 * repository they are for.
 * @returns what it printed, without the end of the last line
 * @throws GitFailure where it says no; UserError where there is no git; the signal's reason where that was aborted
 */
export function runGit(args: readonly string[], { folder, environment, signal }: GitPlace): Promise<string> {
  const own = { LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };
  const env = { ...withoutLocal(environment), ...own };
  const options = { cwd: folder, env, timeout: timeoutMs, maxBuffer: maxOutputBytes, windowsHide: true };
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    let forced: NodeJS.Timeout | undefined;
    const onAbort = (): void => {
      child.kill();
      forced = setTimeout(() => child.kill('SIGKILL'), graceMs);
    };
    const child = execFile('git', [...withoutHooks, ...args], options, (error, stdout, stderr) => {
      signal.removeEventListener('abort', onAbort);
      clearTimeout(forced);
      if (error === null) return resolve(stdout.replace(/\r?\n$/, ''));
      if (signal.aborted) return reject(signal.reason);
      if (error.code === 'ENOENT') return reject(noGit());
      if (error.killed === true) {
        return reject(new GitFailure(`git ${args[0]} did not end within ${timeoutMs / 60_000} minutes`));
      }
      const said = stderr.trim() || stdout.trim() || error.message;
      reject(new GitFailure(said.replace(/^(?:fatal|error): /gm, '')));
    });
    signal.addEventListener('abort', onAbort);
  });
}

/**
 * The variables that belong to one repository (`git rev-parse --local-env-vars`): inside of a hook they would lead every command
 * to the repository of the hook.
 */
const localVariables =
  /^GIT_(?:ALTERNATE_OBJECT_DIRECTORIES|CONFIG|CONFIG_PARAMETERS|CONFIG_COUNT|OBJECT_DIRECTORY|DIR|WORK_TREE|IMPLICIT_WORK_TREE|GRAFT_FILE|INDEX_FILE|NO_REPLACE_OBJECTS|REPLACE_REF_BASE|PREFIX|SHALLOW_FILE|COMMON_DIR|INTERNAL_SUPER_PREFIX)$/;

function withoutLocal(environment: GitPlace['environment']): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !localVariables.test(name)));
}

function noGit(): UserError {
  return new UserError({
    code: 'git-missing',
    message: 'There is no git on PATH, by which another commit would be checked out.',
    hint: 'Install git.',
  });
}
