import { extname } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { displayPath } from '../../diagnostics/display-path.js';
import { realPath } from '../../diagnostics/real-path.js';
import { pathBelow } from '../../host/path-below.js';
import { codeRoot } from '../../lambda/function/code-root.js';
import type { LambdaFunction } from '../../lambda/function/lambda-function.js';
import { unfitLoaded } from '../../package/native-fit.js';

const loadable: ReadonlySet<string> = new Set(['.node', '.so', '.dylib', '.pyd']);

/** Native code in a function's folder that was loaded here, and that Lambda could not load. */
export async function describeNatives(fn: LambdaFunction, files: readonly string[]): Promise<Diagnostic[]> {
  const root = realPath(codeRoot(fn));
  const own = files.filter((file) => loadable.has(extname(file)) && pathBelow(root, file) !== undefined);
  const unfit = unfitLoaded(own, fn.architecture);
  if (unfit.length === 0) return [];
  const location = (await fn.origin('architecture')) ?? (await fn.origin('handler'));
  return unfit.map(({ file, builtFor }) => ({
    severity: 'warning',
    code: 'package-native',
    message: `${fn.key} loaded ${displayPath(file)}, native code for ${builtFor}, and is a function for Linux on ${fn.architecture}: what is installed here fails there.`,
    hint: 'Install its package for that before the deploy, such as with `npm install --os=linux --cpu=arm64` or `pip install --platform`.',
    ...(location === undefined ? {} : { location }),
  }));
}
