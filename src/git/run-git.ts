import { UserError } from '../diagnostics/user-error.js';
import { type ProgramEnd, runProgram } from '../process/run-program.js';

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

/** Hooks of the repository are not run: they are for people's own checkouts. */
const withoutHooks = ['-c', 'core.hooksPath=/dev/null'];

/**
 * Runs git in English, and without the variables by which git tells the programs that it starts itself, such as hooks, which
 * repository they are for.
 * @returns what it printed, without the end of the last line
 * @throws GitFailure where it says no; UserError where there is no git; the signal's reason where that was aborted
 */
export async function runGit(args: readonly string[], { folder, environment, signal }: GitPlace): Promise<string> {
  const own = { LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' };
  const end = await runProgram({
    command: 'git',
    args: [...withoutHooks, ...args],
    options: { cwd: folder, env: { ...withoutLocal(environment), ...own } },
    limitMs: timeoutMs,
    graceMs,
    signal,
  });
  signal.throwIfAborted();
  if (end.kind === 'exit' && end.code === 0) return end.stdout.replace(/\r?\n$/, '');
  if (end.kind === 'not-started' && end.error.code === 'ENOENT') throw noGit();
  throw new GitFailure(reasonOf(end, `git ${args[0]}`));
}

function reasonOf(end: ProgramEnd, what: string): string {
  if (end.kind === 'exit') return (end.stderr.trim() || end.stdout.trim()).replace(/^(?:fatal|error): /gm, '');
  if (end.kind === 'not-started') return end.error.message;
  if (end.kind === 'signal') return `${what} was ended by ${end.signal}`;
  if (end.kind === 'too-large') return `${what} prints too much`;
  return `${what} did not end within ${timeoutMs / 60_000} minutes`;
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
