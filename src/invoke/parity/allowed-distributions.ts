import type { LambdaFunction } from '../../lambda/function/lambda-function.js';
import { pythonDistributions } from '../../lambda/image/python-image.js';
import { normalized } from '../../package/parity/python-distributions.js';
import { readRequirements } from '../../package/parity/python-requirements.js';

/**
 * The distributions of Python that a function may have beside what is in its folder, by what its configuration installs and what
 * Lambda's image has; what these require comes with them. `undefined` where that is not known.
 */
export async function allowedDistributions(fn: LambdaFunction): Promise<readonly string[] | undefined> {
  const ofImage = pythonDistributions.map(({ name }) => name);
  if (fn.code.kind !== 'folder') return ofImage;
  const rules = await fn.packaging?.();
  if (rules === undefined) return undefined;
  const { installs } = rules;
  if (installs === undefined || installs.elsewhere !== undefined) return ofImage;
  const { names, isOpen } = await readRequirements(installs);
  if (isOpen) return undefined;
  const leftOut = new Set(installs.leftOut?.names.map(normalized));
  return [...ofImage, ...[...names].filter((name) => !leftOut.has(name))];
}
