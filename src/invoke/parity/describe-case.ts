import { join } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { realPath } from '../../diagnostics/real-path.js';
import { pathBelow } from '../../host/path-below.js';
import { codeRoot } from '../../lambda/function/code-root.js';
import type { LambdaFunction } from '../../lambda/function/lambda-function.js';
import { nodePackageOf } from '../../package/parity/node-package.js';
import { realCase } from '../passes-only-here.js';

/** Files that were loaded by a name in other upper and lower case than theirs, which only some file systems allow. */
export function describeCase(fn: LambdaFunction, files: readonly string[]): Diagnostic[] {
  const root = realPath(codeRoot(fn));
  const own = files.filter((file) => nodePackageOf(file) === undefined);
  return own.flatMap((file): Diagnostic[] => {
    const written = pathBelow(root, file);
    const real = written === undefined ? undefined : realCase(root, written.split('/'));
    if (written === undefined || real === undefined || real === written) return [];
    return [
      {
        severity: 'warning',
        code: 'package-case',
        message: `${fn.key} loaded ${written}, and the file is ${real}: Lambda tells upper and lower case apart, and does not find it.`,
        hint: 'Write the path as the file has it.',
        location: { file: join(root, real) },
      },
    ];
  });
}
