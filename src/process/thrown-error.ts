import { realpathSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { SourceLocation } from '../diagnostics/diagnostic.js';
import { displayPath } from '../diagnostics/display-path.js';
import { UserError } from '../diagnostics/user-error.js';

/** A module of the project, and the user's name for it in messages, such as `event file`. */
export interface ProjectModule {
  /** Absolute path. */
  readonly file: string;
  readonly role: string;
}

/** An error as a child process reports it. Its name is empty if what was thrown is no `Error`. */
export interface ThrownError {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  readonly code?: string;
}

const valueHint = 'Its default export (or module.exports) must be the value, or a function that returns it.';

/** The error for a module of the project. `what` continues a sentence that begins with its role and its path. */
export function moduleFailure(
  { file, role }: ProjectModule,
  what: string,
  { location = { file }, hint = valueHint }: { location?: SourceLocation | undefined; hint?: string } = {},
): UserError {
  return new UserError({
    code: 'project-module-failed',
    message: `The ${role} ${displayPath(file)} ${what}.`.replace(/([.!?])\.$/, '$1'),
    hint,
    location,
  });
}

/** The error for a module that threw, with the module's own line from the stack. */
export function thrownFailure(module: ProjectModule, error: ThrownError): UserError {
  const location = placeIn(module.file, error.stack);
  const place = location?.line === undefined ? '' : ` at line ${location.line}`;
  const missing = missingPackage(error);
  const message = missing === undefined ? error.message : error.message.split('\n')[0];
  const what = `failed${place}: ${error.name === '' ? message : `${error.name}: ${message}`}`;
  return moduleFailure(module, what, { location, ...(missing === undefined ? {} : { hint: missingHint(missing) }) });
}

function missingHint(name: string): string {
  return `The package ${name} is not installed: install the dependencies of the project before this step, such as with \`npm ci\`.`;
}

/** The missing package that kept a module from loading; `undefined` for any other error, or a missing file. */
function missingPackage({ code, message }: ThrownError): string | undefined {
  if (code !== 'MODULE_NOT_FOUND' && code !== 'ERR_MODULE_NOT_FOUND') return undefined;
  const [, name] = /^Cannot find (?:module|package) '([^']+)'/.exec(message) ?? [];
  if (name === undefined || /^(?:[./\\]|[A-Za-z]:|file:)/.test(name)) return undefined;
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/');
}

/** The topmost place of a stack that is in the file itself, which the stack names by its path or its URL. */
function placeIn(file: string, stack: string): SourceLocation | undefined {
  const names = [file, realpathSync(file)].flatMap((path) => [`${path}:`, `${pathToFileURL(path).href}:`]);
  for (const line of stack.split('\n')) {
    const name = names.find((candidate) => line.includes(candidate));
    if (name === undefined) continue;
    const match = /^(\d+)(?::(\d+))?/.exec(line.slice(line.indexOf(name) + name.length));
    if (match === null) continue;
    return { file, line: Number(match[1]), ...(match[2] === undefined ? {} : { column: Number(match[2]) }) };
  }
  return undefined;
}
