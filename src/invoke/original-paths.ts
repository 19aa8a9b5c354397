import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

import { layerMountPoint } from '../lambda/environment/layer-paths.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import type { PlacedFunction } from '../lambda/placement/place-function.js';
import type { SandboxOutcome } from '../lambda/sandbox/outcome.js';

/**
 * An outcome in which the code has its own place on this machine, rather than that in its room: for what looks at the files that it
 * names.
 */
export function asPlaced<Outcome extends SandboxOutcome>(
  outcome: Outcome,
  { taskRoot, seen }: Pick<PlacedFunction, 'taskRoot' | 'seen'>,
): Outcome {
  if (seen === undefined || outcome.status === 'success') return outcome;
  const placed = (text: string): string => text.replaceAll(`${seen.taskRoot}/`, `${taskRoot}/`);
  const { stdout, stderr, notes } = outcome.lastWords;
  return {
    ...outcome,
    error: Buffer.from(placed(outcome.error.toString('utf8'))),
    stderrTail: placed(outcome.stderrTail),
    lastWords: { stdout: placed(stdout), stderr: placed(stderr), notes: placed(notes) },
  };
}

/**
 * A line of a trace that names a file: a frame, an entry of Node.js's "Require stack", or one that begins with a place, as those of
 * Ruby and that above a syntax error of V8.
 */
const stackFrame = /^\s*(?:at |File "|- (?:\/|[A-Za-z]:[\\/])|(?:(?:file:\/\/)?\/|[A-Za-z]:[\\/])[^:]+:\d+(?:[:\s]|$))/;

/**
 * Rewrites the paths of files that were unpacked or merged only for the run: a file of an artifact becomes
 * `dist/app.zip/src/hello.js`, and a file of a layer has its path in Lambda, `/opt/…`.
 * @param lines which lines may name such a file: only those of a trace, as V8 and Python write them, or any line
 */
export function withOriginalPaths(
  trace: readonly string[],
  { code, addedFiles = [] }: Pick<LambdaFunction, 'code' | 'addedFiles'>,
  { taskRoot, layerRoot, seen }: Pick<PlacedFunction, 'taskRoot' | 'layerRoot' | 'seen'>,
  lines: 'in frames' | 'everywhere' = 'in frames',
): string[] {
  const original = originalOf(code);
  const moved: [string, string][] = [
    ...[taskRoot, ...(seen === undefined ? [] : [seen.taskRoot])].flatMap((root) =>
      addedFiles.flatMap(({ path, content }): [string, string][] =>
        'file' in content ? [[join(root, path), content.file]] : [],
      ),
    ),
    ...(seen === undefined ? [] : [[`${seen.taskRoot}/`, `${original}/`] satisfies [string, string]]),
    ...(taskRoot === original ? [] : [[taskRoot, original] satisfies [string, string]]),
    ...(layerRoot === undefined ? [] : [[layerRoot, layerMountPoint] satisfies [string, string]]),
  ];
  const spellings = moved.flatMap(([placed, original]) => [
    [pathToFileURL(placed).href, pathToFileURL(original).href] as const,
    [placed, original] as const,
    // Ruby writes paths with forward slashes on Windows, too.
    ...(sep === '/' ? [] : [[slashed(placed), slashed(original)] as const]),
  ]);
  const restored = (line: string): string =>
    lines === 'everywhere' || stackFrame.test(line)
      ? spellings.reduce((text, [from, to]) => text.replaceAll(from, to), line)
      : line;
  return trace.map((entry) => entry.split('\n').map(restored).join('\n'));
}

function slashed(path: string): string {
  return path.replaceAll(sep, '/');
}

/** Code of the configuration itself has its path in Lambda. */
function originalOf(code: LambdaFunction['code']): string {
  if (code.kind === 'inline') return '/var/task';
  return code.kind === 'zip' ? code.file : code.folder;
}
