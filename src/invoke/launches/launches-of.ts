import { UserError } from '../../diagnostics/user-error.js';
import { type Language, parseRuntime, supportedRuntimes } from '../../lambda/function/runtimes.js';
import type { Launch } from '../../lambda/sandbox/process/launch.js';
import { interpreterMissing } from '../interpreter-advice.js';
import type { FindLaunches, LaunchInput } from './launch-input.js';
import { nodejsLaunches } from './nodejs.js';

/** How the runtime of each language is started. Only Node's code, which nearly every run needs, is loaded at once. */
const launchers: Readonly<Record<Language, () => FindLaunches | Promise<FindLaunches>>> = {
  nodejs: () => nodejsLaunches,
  python: async () => (await import('./python.js')).pythonLaunches,
  java: async () => (await import('./java.js')).javaLaunches,
  ruby: async () => (await import('./ruby.js')).rubyLaunches,
  custom: async () => (await import('./custom.js')).customLaunches,
};

/**
 * The ways to start a function's runtime, best first.
 * @throws UserError if the runtime can't be run here at all, or there is no interpreter
 */
export async function launchesOf(input: LaunchInput): Promise<[Launch, ...Launch[]]> {
  const fn = input.function;
  const declared = parseRuntime(fn.runtime);
  if (declared === undefined) {
    throw new UserError({
      code: 'runtime-unsupported',
      message: `${fn.key} declares the runtime ${fn.runtime}, which cannot be run here. Supported are ${supportedRuntimes}.`,
      location: await fn.origin('runtime'),
    });
  }
  const findLaunches = await launchers[declared.language]();
  const [first, ...others] = await findLaunches(input, declared);
  if (first === undefined) throw await interpreterMissing(fn, declared);
  return [first, ...others];
}
