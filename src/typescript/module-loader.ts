import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CompiledModule, compileModule } from './compile-module.js';
import type { CompilerSettings } from './compiler-process.js';

/** What a Node needs to import a TypeScript module by its own name. */
export interface TypeScriptLaunch {
  /** Arguments for Node itself, before the script. */
  readonly nodeArgs: readonly string[];
  /** Variables to add to its environment. The module does not see them. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Prepares TypeScript modules of a project to be imported. Disposing of it removes the compiled files. */
export interface TypeScriptModules extends AsyncDisposable {
  /**
   * Compiles a module and all modules of the project that it imports.
   * @param file absolute
   * @returns how to start the Node that imports it
   * @throws UserError if it can't be compiled
   */
  launchFor(file: string): Promise<TypeScriptLaunch>;
}

/** Nothing is compiled or loaded before the first module is requested. */
export function createTypeScriptModules(
  settings: CompilerSettings & {
    /** The folder of the bootstraps, `runtimes/`. */
    readonly runtimes: string;
  },
): TypeScriptModules {
  const compiled = new Map<string, Promise<CompiledModule>>();
  const hooks = pathToFileURL(join(settings.runtimes, 'node', 'compiled-modules.mjs')).href;
  return {
    async launchFor(file) {
      const module = compiled.get(file) ?? compileModule({ file, ...settings });
      compiled.set(file, module);
      const { file: output, nodeArguments } = await module;
      const urls = { [pathToFileURL(file).href]: pathToFileURL(output).href };
      return {
        nodeArgs: [...nodeArguments, '--import', hooks],
        environment: { INVOKE_LOCAL_COMPILED_MODULES: JSON.stringify(urls) },
      };
    },
    async [Symbol.asyncDispose]() {
      const modules = await Promise.allSettled(compiled.values());
      compiled.clear();
      await Promise.all(
        modules.map((result) => (result.status === 'fulfilled' ? result.value[Symbol.asyncDispose]() : undefined)),
      );
    },
  };
}
