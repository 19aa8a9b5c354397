import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { parseRuntime } from '../../lambda/function/runtimes.js';
import { describeFailure } from '../to-result.js';
import { credentialsHint } from './credentials.js';
import type { FailedInvocation, FindHint } from './failed-invocation.js';
import { fileSystemHint } from './file-system.js';
import { handlerExportHint } from './handler-export.js';
import { handlerFileHint } from './handler-file.js';
import { layerHandlerHint } from './layer-handler.js';
import { memoryHint } from './memory.js';
import { moduleFormatHint } from './module-format.js';
import { nativeCodeHint } from './native-code.js';
import { nodeModuleHint } from './node-module.js';
import { pythonModuleHint } from './python-module.js';
import { relativeHandlerHint } from './relative-handler.js';
import { rubyGemHint } from './ruby-gem.js';
import { timeoutHint } from './timeout.js';

/** The finders for each language, the most specific first. */
const byLanguage: Readonly<Record<string, readonly FindHint[]>> = {
  nodejs: [
    layerHandlerHint,
    handlerFileHint,
    handlerExportHint,
    moduleFormatHint,
    nativeCodeHint,
    nodeModuleHint,
    credentialsHint,
  ],
  python: [relativeHandlerHint, handlerFileHint, handlerExportHint, nativeCodeHint, pythonModuleHint, credentialsHint],
  ruby: [layerHandlerHint, rubyGemHint, credentialsHint],
};

/** How much of a message is searched, in UTF-16 units. */
const longestMessage = 8_000;

/**
 * The first hint found for a failure. If looking for one fails, for instance because a folder can't be read, there is simply
 * none.
 */
export async function findHint(
  failed: Omit<FailedInvocation, 'errorType' | 'errorMessage' | 'trace'>,
): Promise<Diagnostic | undefined> {
  const described = describeFailure(failed.outcome.error, failed.outcome.errorType);
  const errorMessage = described.errorMessage.slice(0, longestMessage);
  const failure: FailedInvocation = { ...failed, ...described, errorMessage };
  const language = parseRuntime(failed.function.runtime)?.language ?? '';
  const finders =
    failed.outcome.status === 'error' ? [fileSystemHint, ...(byLanguage[language] ?? [])] : [memoryHint, timeoutHint];
  for (const find of finders) {
    const hint = await Promise.resolve(failure)
      .then(find)
      .catch(() => undefined);
    if (hint !== undefined) return { severity: 'warning', ...hint };
  }
  return undefined;
}
