import { existsSync, readFileSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join, posix, relative, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { displayPath } from '../diagnostics/display-path.js';
import { executable } from '../host/search-path.js';
import { describeProgram } from '../lambda/executable/describe-program.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import type { SandboxOutcome } from '../lambda/sandbox/outcome.js';
import type { Launch } from '../lambda/sandbox/process/launch.js';
import { type Explanation, explainFormat } from './explain-program-kind.js';

/** How many files of the package are searched for a program in the wrong place. */
const maxSearched = 2_000;

/**
 * Why an entrypoint could not be executed, found out from the file itself, since Lambda's own error has only the kernel's
 * reason; and why one that ran here may not run in Lambda.
 * @param taskRoot the folder of the function's code, absolute
 */
export async function explainEntrypoint(
  fn: LambdaFunction,
  { command, entrypoint }: Launch,
  taskRoot: string,
  outcome: SandboxOutcome,
): Promise<Diagnostic | undefined> {
  if (entrypoint === undefined) return undefined;
  const name = posix.relative('/var/task', entrypoint);
  const shown = fn.code.kind === 'folder' ? displayPath(command) : basename(command);
  const isStarted = outcome.status !== 'crash' || outcome.errorType !== 'Runtime.InvalidEntrypoint';
  const explanation = isStarted
    ? (explainArchitecture(fn, command, shown) ?? explainExit(command, shown, outcome))
    : await explainStart(fn, command, shown, name, taskRoot);
  if (explanation === undefined) return undefined;
  const location = await fn.origin(fn.code.kind === 'zip' ? 'artifact' : 'handler');
  return { severity: 'warning', ...explanation, ...(location === undefined ? {} : { location }) };
}

async function explainStart(
  fn: LambdaFunction,
  file: string,
  shown: string,
  name: string,
  taskRoot: string,
): Promise<Explanation | undefined> {
  if (!existsSync(file)) return explainMissing(fn, name, taskRoot);
  if (executable(file) === undefined) {
    return {
      code: 'entrypoint-not-executable',
      message: `${shown} of ${fn.key} is not executable.`,
      hint:
        fn.code.kind === 'zip'
          ? `Run \`chmod +x ${name}\` before the artifact is packed; on Windows, pack it with a tool that keeps the mode.`
          : `Run \`chmod +x ${name}\`, and commit that with \`git update-index --chmod=+x ${name}\`.`,
    };
  }
  const program = describeProgram(file);
  return program && explainFormat(fn, program, shown);
}

async function explainMissing(fn: LambdaFunction, name: string, taskRoot: string): Promise<Explanation> {
  const where = fn.code.kind === 'zip' ? 'the artifact' : "the service's folder";
  const elsewhere = await findNamed(taskRoot, basename(name));
  const found = elsewhere === undefined ? '' : ` It has ${elsewhere}, which Lambda does not look at.`;
  return {
    code: 'entrypoint-missing',
    message: `${fn.key} runs on ${fn.runtime}, for which Lambda starts ${name} in ${where}${name === 'bootstrap' ? ' or in a layer' : ''}: there is none.${found}`,
    hint:
      elsewhere === undefined
        ? `Put an executable file ${name} there. One in a layer is found only where the layer is one of the service, with a \`path\`.`
        : `Name a zip file that has ${name} at its root as package.artifact, such as one made by \`zip -j\`.`,
  };
}

/** A program that runs on this machine, but is deployed to another kind of machine. */
function explainArchitecture(
  { key, architecture }: LambdaFunction,
  file: string,
  shown: string,
): Explanation | undefined {
  const program = describeProgram(file);
  if (program?.kind !== 'linux' || program.machine === architecture) return undefined;
  return {
    severity: 'notice',
    code: 'entrypoint-architecture',
    message: `${shown} is a program for ${program.machine}, and ${key} is a function for ${architecture}: Lambda can't execute it.`,
    hint: `Build what is deployed for ${architecture}, or set \`architecture: ${program.machine}\`.`,
  };
}

/** A script that ended because the shell did not find a command: it may use paths that exist only in Lambda. */
function explainExit(file: string, shown: string, outcome: SandboxOutcome): Explanation | undefined {
  if (outcome.status !== 'crash' || !/exit status 12[67]"/.test(outcome.error.toString('utf8'))) return undefined;
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 1_000_000) return undefined;
  if (describeProgram(file)?.kind !== 'script') return undefined;
  const [path] = /\/(?:var\/task|opt|var\/runtime)\/[\w./-]+/.exec(readFileSync(file, 'utf8')) ?? [];
  if (path === undefined || existsSync(path)) return undefined;
  return {
    code: 'entrypoint-literal-path',
    message: `${shown} names ${path}, which exists only in Lambda.`,
    hint: 'Write $LAMBDA_TASK_ROOT for /var/task; programs of layers are found by PATH.',
  };
}

/** The path, relative to a folder, of the first file with a name in it or below. */
async function findNamed(folder: string, name: string): Promise<string | undefined> {
  const folders = [folder];
  let left = maxSearched;
  for (const current of folders) {
    for (const entry of await readdir(current, { withFileTypes: true }).catch(() => [])) {
      if (left-- === 0) return undefined;
      const path = join(current, entry.name);
      if (entry.isFile() && entry.name === name) return relative(folder, path).split(sep).join('/');
      if (entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== '.git') folders.push(path);
    }
  }
  return undefined;
}
