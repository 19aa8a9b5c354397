import { leftBehind } from '../process/left-process.js';
import type { ProjectCode } from '../service/service.js';
import type { TypeScriptModules } from '../typescript/module-loader.js';
import type { ProjectHooks } from './hooks.js';

/**
 * How the project's own code is run for its configuration. TypeScript is compiled, by compilers that are loaded for the
 * first such file; disposing of this removes the compiled files.
 * @param environment the environment that the configuration sees
 * @param enclosing what encloses it
 */
export function createProjectCode(
  { installation, logs, report, signal }: Pick<ProjectHooks, 'installation' | 'logs' | 'report' | 'signal'>,
  environment: Readonly<Record<string, string>>,
  enclosing: Required<Pick<ProjectCode, 'enclose' | 'encloseBuild'>>,
): ProjectCode & AsyncDisposable {
  let modules: Promise<TypeScriptModules> | undefined;
  const load = async (): Promise<TypeScriptModules> => {
    const { createTypeScriptModules } = await import('../typescript/module-loader.js');
    return createTypeScriptModules({ ...installation, environment, report, signal });
  };
  return {
    runtimes: installation.runtimes,
    signal,
    onOutput: (chunk, stream) => logs.write(chunk, stream),
    ...enclosing,
    onLeft: (left) => report(leftBehind(left, 'the configuration')),
    loaderFor: async (file) => {
      modules ??= load();
      return (await modules).launchFor(file);
    },
    async [Symbol.asyncDispose]() {
      await (await modules)?.[Symbol.asyncDispose]();
    },
  };
}
