import type { SpawnOptions } from 'node:child_process';
import type { Environment } from './environment.js';
import { systemProgram } from './windows-system.js';

/** The endings of programs that can be started here, in the order that Windows has by default. */
const endings: readonly string[] = ['.com', '.exe', '.bat', '.cmd'];

/**
 * The endings that are tried for the name of a program, in lower case: those of `PATHEXT` that can be started. (`.js` and its
 * like would open an editor or the Windows Script Host.)
 */
export function startableEndings({ PATHEXT }: Environment): readonly string[] {
  const asked = (PATHEXT ?? '').toLowerCase().split(';');
  const startable = asked.filter((ending) => endings.includes(ending));
  return startable.length > 0 ? startable : endings;
}

/** How a program is started. */
export interface ProgramStart {
  readonly command: string;
  readonly args: readonly string[];
  readonly options: Pick<SpawnOptions, 'windowsVerbatimArguments'>;
}

/**
 * How Windows starts a program: a batch file, such as the shims of many version managers, needs the command interpreter, and
 * Node.js refuses to start one without it (CVE-2024-27980).
 */
export function windowsStart(command: string, args: readonly string[]): ProgramStart {
  if (!/\.(?:bat|cmd)$/i.test(command)) return { command, args, options: {} };
  const line = [command, ...args].map(quoted).map(escaped).join(' ');
  return {
    command: systemProgram('cmd.exe'),
    args: ['/d', '/s', '/c', `"${line}"`],
    options: { windowsVerbatimArguments: true },
  };
}

/**
 * An argument in quotes, as the C runtime takes it apart: a backslash is one, but before a quotation mark it needs another
 * (https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments).
 */
function quoted(argument: string): string {
  return `"${argument.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\*)$/, '$1$1')}"`;
}

/** Text that the command interpreter passes on as it is: it takes one caret away from each sign that means something to it. */
function escaped(text: string): string {
  return text.replace(/[()\][%!^"`<>&|;, *?]/g, '^$&');
}
