import { extname } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { displayPath } from '../../diagnostics/display-path.js';
import { codeRoot } from '../../lambda/function/code-root.js';
import { handlerSource } from '../../typescript/handler-source.js';
import type { ComparedParts } from './compared-parts.js';
import { packageRefusal } from './package-refusal.js';
import type { ParityCheck } from './parity-check.js';

/**
 * Reports a handler that was compiled here, and that a deploy packs as it is.
 * @param advice what to do about it
 */
export function uncompiledCheck({ function: fn, request }: ComparedParts, advice: string): ParityCheck {
  let isReported = false;
  return async (_, report) => {
    const source = handlerSource(codeRoot(fn), fn.handler, undefined);
    if (source === undefined || isReported) return;
    isReported = true;
    const location = await fn.origin('handler');
    const found: Diagnostic = {
      severity: 'warning',
      code: 'package-uncompiled',
      message: `${fn.key} was compiled here, and a deploy packs ${displayPath(source)} as it is: Lambda loads no ${extname(source)} file, and finds no handler.`,
      hint: advice,
      ...(location === undefined ? {} : { location }),
    };
    if (request.packageMode === 'enforce') throw packageRefusal(fn.key, [found]);
    report(found);
  };
}
