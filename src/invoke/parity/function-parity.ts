import type { ReportDiagnostic } from '../../diagnostics/diagnostic.js';
import { parseRuntime } from '../../lambda/function/runtimes.js';
import type { LoadedModules } from '../../lambda/runtime-api/loaded-modules.js';
import type { ComparedParts } from './compared-parts.js';
import type { ParityCheck } from './parity-check.js';
import { isPlainlyPacked } from './plainly-packed.js';

/** Compares what a function has loaded with what a deploy would hold, once for all of its sandboxes. */
export interface FunctionParity {
  /** Begins to read what a deploy would hold, which is best done while something else is waited for. */
  begin(): void;
  /**
   * Reports what was loaded that a deploy would not hold, each part once.
   * @throws UserError where that must not be
   */
  check(loaded: LoadedModules, report: ReportDiagnostic): Promise<void>;
}

/** The comparison of a function; `undefined` where it is not asked for, or there is nothing to compare with. */
export function functionParity(parts: ComparedParts): FunctionParity | undefined {
  const { function: fn, request } = parts;
  const language = parseRuntime(fn.runtime)?.language;
  const isCompared = language === 'nodejs' || language === 'python' || language === 'ruby';
  if (request.packageMode === 'off' || !isCompared) return undefined;
  // Of an image, what its build does is not done here.
  if (fn.code.kind === 'folder' && fn.packaging === undefined) return undefined;
  let opened: Promise<ParityCheck | undefined> | undefined;
  const open = (): Promise<ParityCheck | undefined> => {
    opened ??= import('./check-parity.js').then(({ openParityCheck }) => openParityCheck(parts, language));
    opened.catch(() => {});
    return opened;
  };
  return {
    begin: () => {
      if (fn.packsWholeFolder !== true) void open();
    },
    check: async (loaded, report) => {
      if (!(await isPlainlyPacked(fn, loaded))) await (await open())?.(loaded, report);
    },
  };
}
