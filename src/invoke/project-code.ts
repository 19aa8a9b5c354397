import { leftBehind } from '../process/left-process.js';
import type { ProjectCode } from '../service/service.js';
import type { TypeScriptModules } from '../typescript/module-loader.js';
import type { ProjectHooks } from './hooks.js';

/**
 * How the project's own code is run for its configuration. TypeScript is compiled for it, by compilers that load with the
 * first such file; what it was compiled to goes with this.
 * @param environment what the configuration sees of the environment
 */
export function createProjectCode(
  { installation, logs, report, signal }: Pick<ProjectHooks, 'installation' | 'logs' | 'report' | 'signal'>,
  environment: Readonly<Record<string, string>>,
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
