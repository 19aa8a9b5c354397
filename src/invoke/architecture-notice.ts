import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { hostArchitecture } from '../lambda/executable/elf-machine.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import { parseRuntime } from '../lambda/function/runtimes.js';

/**
 * The notice that a function runs on another architecture than it declares, for languages whose code runs on any. A custom
 * runtime's program does not, and its failure says so.
 * @param host this machine's architecture
 */
export async function architectureNotice(
  fn: LambdaFunction,
  host: string = hostArchitecture(),
): Promise<Diagnostic | undefined> {
  if (fn.architecture === host || parseRuntime(fn.runtime)?.language === 'custom') return undefined;
  const location = await fn.origin('architecture');
  if (location === undefined) return undefined;
  return {
    severity: 'notice',
    code: 'architecture',
    message: `${fn.key} is a function for ${fn.architecture}, and runs on this machine's ${host}.`,
    hint: `Native code in its packages has to be installed for ${host} here. To run it as it is deployed, use a runner of its architecture, such as ${fn.architecture === 'arm64' ? 'ubuntu-24.04-arm' : 'ubuntu-24.04'}.`,
    location,
  };
}
