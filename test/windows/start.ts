/**
 * Runs inside of Windows: starts the program that a file describes, with its standard streams as files. In Wine the streams
 * of a program started from Linux are no files of Windows, and a variable of its environment may be changed on the way.
 */
import { spawn } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';

/** What the file describes; paths as Windows names them. */
export interface StartFile {
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly stdin: string;
  readonly stdout: string;
  readonly stderr: string;
}

const [, , path = ''] = process.argv;
const start = JSON.parse(readFileSync(path, 'utf8')) as StartFile;
const child = spawn(start.command, start.args, {
  cwd: start.folder,
  env: start.environment,
  stdio: [openSync(start.stdin, 'r'), openSync(start.stdout, 'w'), openSync(start.stderr, 'w')],
});
child.on('exit', (code) => {
  process.exitCode = code ?? 255;
});
