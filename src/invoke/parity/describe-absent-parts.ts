import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { isHere, type LambdaFunction } from '../../lambda/function/lambda-function.js';
import type { ImportedModule } from '../../lambda/runtime-api/loaded-modules.js';
import { absentParts, type LoadedCode } from '../../package/parity/absent-parts.js';
import { describeAbsence } from '../../package/parity/describe-absence.js';
import { esModules } from '../../package/parity/es-modules.js';

/** What a function has loaded, and what is known of its package. */
export interface ComparedCode extends LoadedCode {
  readonly function: LambdaFunction;
  readonly imports: readonly ImportedModule[];
  /** Whether a file that is imported is one that the package has to hold. */
  readonly concerns: (file: string) => boolean;
}

/** What was loaded that a deploy would not hold, as warnings. */
export async function describeAbsentParts(
  { function: fn, imports, concerns, ...code }: ComparedCode,
  verb: 'loaded' | 'asks for' = 'loaded',
): Promise<Diagnostic[]> {
  const { language, rules } = code;
  const imported = (await esModules(imports, (name) => code.isProvided(name))).filter(concerns);
  const found = await absentParts({ ...code, files: [...new Set([...code.files, ...imported])] });
  // What layers hold that are not here is not known: it may be one of the packages.
  const isKnown = fn.layers.every(isHere);
  const parts = isKnown ? found : found.filter(({ isPackage }) => !isPackage);
  if (parts.length === 0) return [];
  const handlerAt = await fn.origin('handler');
  return parts.map((part) => describeAbsence(part, { key: fn.key, verb, language, rules, handlerAt }));
}
