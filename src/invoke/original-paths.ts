import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { layerMountPoint } from '../lambda/environment/layer-paths.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import type { PlacedFunction } from '../lambda/placement/place-function.js';

const stackFrame = /^\s*(?:at |File ")/;

/**
 * The entries of a trace with each frame in a file that exists no longer, for it was unpacked or merged for the run, where
 * the user has it: `dist/app.zip/src/hello.js`, and in a layer where Lambda would have it, `/opt/…`.
 * @param lines which lines name such a file: frames, as V8 and Python write them, or any
 */
export function withOriginalPaths(
  trace: readonly string[],
  { code, addedFiles = [] }: Pick<LambdaFunction, 'code' | 'addedFiles'>,
  { taskRoot, layerRoot }: Pick<PlacedFunction, 'taskRoot' | 'layerRoot'>,
  lines: 'in frames' | 'everywhere' = 'in frames',
): string[] {
  const original = code.kind === 'zip' ? code.file : code.folder;
  const moved: [string, string][] = [
    ...addedFiles.flatMap(({ path, content }): [string, string][] =>
      'file' in content ? [[join(taskRoot, path), content.file]] : [],
    ),
    ...(taskRoot === original ? [] : [[taskRoot, original] satisfies [string, string]]),
    ...(layerRoot === undefined ? [] : [[layerRoot, layerMountPoint] satisfies [string, string]]),
  ];
  const spellings = moved.flatMap(([placed, original]) => [
    [pathToFileURL(placed).href, pathToFileURL(original).href] as const,
    [placed, original] as const,
  ]);
  const restored = (line: string): string =>
    lines === 'everywhere' || stackFrame.test(line)
      ? spellings.reduce((text, [from, to]) => text.replaceAll(from, to), line)
      : line;
  return trace.map((entry) => entry.split('\n').map(restored).join('\n'));
}
