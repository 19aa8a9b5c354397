import { resolve } from 'node:path';
import type { SourceLocation } from '../diagnostics/diagnostic.js';
import { displayPath } from '../diagnostics/display-path.js';
import { UserError } from '../diagnostics/user-error.js';
import type { BundleProblem, CompilerAnswer } from './job.js';

/**
 * The error for a compiler's answer.
 * @param subject the file that was to be compiled, absolute
 * @param root what esbuild's paths are relative to, absolute
 */
export function compileError(
  answer: Exclude<CompilerAnswer, { file: string }>,
  { subject, root }: { subject: string; root: string },
): UserError {
  if ('problems' in answer) return bundleError(answer.problems, { subject, root });
  if ('thrown' in answer) {
    const { file, message } = answer.thrown;
    return new UserError({
      code: 'build-options-failed',
      message: `The build options in ${displayPath(file)} could not be read: ${message}`,
      location: { file },
    });
  }
  const { message, location = { file: subject }, ...rest } = answer.failure;
  return new UserError({ ...rest, message: `${describePlace(location)} cannot be compiled: ${message}`, location });
}

/** esbuild's own errors: the first one in full, and the number of the others. */
export function bundleError(
  problems: readonly BundleProblem[],
  { subject, root }: { subject: string; root: string },
): UserError {
  const [first, ...others] = problems;
  const found = first?.location ?? null;
  const location: SourceLocation =
    found === null
      ? { file: subject }
      : { file: resolve(root, found.file), line: found.line, column: found.column + 1 };
  const text = first?.text ?? 'esbuild failed';
  const more = others.length === 0 ? '' : ` (and ${others.length} more ${others.length === 1 ? 'error' : 'errors'})`;
  return new UserError({
    code: 'typescript-invalid',
    message: `${describePlace(location)} cannot be compiled: ${text.replace(/[.]?$/, '.')}${more}`,
    hint: hintFor(text),
    location,
  });
}

function hintFor(text: string): string | undefined {
  const unresolved = /^Could not resolve "([^"]+)"/.exec(text)?.[1];
  if (unresolved !== undefined) {
    return /^[./]/.test(unresolved)
      ? 'Look at the path: it is relative to the file that imports it.'
      : `If "${unresolved}" is a package, install it and list it in package.json; if it is an alias, look at "paths" in tsconfig.json.`;
  }
  if (text.startsWith('Top-level await')) {
    return 'Make it an ES module: name the file .mts, set "type": "module" in package.json, or the format of the bundle to esm.';
  }
  if (text.startsWith('No loader is configured'))
    return 'Set a loader for this kind of file in the options of esbuild.';
  return undefined;
}

/** A place as messages write it, `src/hello.ts:3:7`. */
function describePlace({ file, line, column }: SourceLocation): string {
  return [displayPath(file), ...(line === undefined ? [] : [line]), ...(column === undefined ? [] : [column])].join(
    ':',
  );
}
