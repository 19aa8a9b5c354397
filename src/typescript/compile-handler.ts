import { dirname, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { displayPath } from '../diagnostics/display-path.js';
import { UserError } from '../diagnostics/user-error.js';
import type { BuildSettings, BuildTool } from '../lambda/function/build-settings.js';
import { type CompilerSettings, runCompilerProcess, temporaryFolder } from './compiler-process.js';
import { declaredPackages } from './declared-packages.js';
import { createLinkedFolders } from './linked-folder.js';
import { type ModuleFormat, moduleFormat } from './module-format.js';
import { type EsbuildPackage, findEsbuild } from './project-esbuild.js';
import { runEsbuild } from './run-esbuild.js';
import { readTsconfigFacts } from './tsconfig-chain.js';

/** A handler whose source has to be compiled before it can run. */
export interface HandlerBuild extends CompilerSettings {
  /** The handler's source. Absolute. */
  readonly source: string;
  /** The service's root. Absolute. */
  readonly root: string;
  /** The declared version of Node, `22`. */
  readonly nodeVersion: string;
  /** The arguments for functions in the project's build files. */
  readonly provider: { readonly stage: string; readonly region: string; readonly runtime: string };
  readonly settings: BuildSettings | undefined;
  /** The environment in which npm may install the esbuild of the framework; `undefined` if nothing may be installed. */
  readonly npmEnvironment?: Readonly<Record<string, string>> | undefined;
}

/** A compiled handler, in a folder of our own that is removed when this is disposed of. */
export interface CompiledHandler extends AsyncDisposable {
  /** The JavaScript that the bootstrap loads: `.mjs` or `.cjs`. Absolute. */
  readonly file: string;
  /**
   * Whether `require()` has to load ES modules too: a deploy would bundle them into the code, while here packages stay where
   * they are.
   */
  readonly requiresEsModules: boolean;
}

/** Tools whose own configuration is a program, which is not run here. */
const notRun: ReadonlySet<BuildTool> = new Set(['serverless-webpack', 'serverless-bundle']);

/** Options that only a bundler supports. Without one, code that relies on them would run differently or not at all. */
const bundlerOptions = ['alias', 'banner', 'conditions', 'define', 'drop', 'inject', 'loader', 'mainFields', 'plugins'];

/** Above that many files it is worth saying what would compile them faster. */
const manyModules = 50;

/**
 * Compiles a handler with the project's own esbuild and the options of its configuration. If there is no esbuild, or the
 * project compiles file by file, the compiler that comes with us is used. Nothing is written into the project.
 * @throws UserError if the code or its build configuration is wrong
 */
export async function compileHandler(build: HandlerBuild): Promise<CompiledHandler> {
  const { settings, source, root, report } = build;
  if (settings !== undefined && notRun.has(settings.tool)) {
    report({
      severity: 'notice',
      code: 'bundler-replaced',
      message: `${settings.tool} is not run here: ${displayPath(source)} is compiled with esbuild's defaults instead.`,
      hint: 'If the code needs its loaders or plugins, build it in a step before, and let the handler name the built file.',
    });
  }
  const { folder, remove } = await temporaryFolder();
  try {
    const isFileByFile = settings?.tool === 'serverless-plugin-typescript';
    const own = isFileByFile ? undefined : (findEsbuild(dirname(source)) ?? findEsbuild(root));
    const esbuild = own ?? (await neededEsbuild(build));
    const file = esbuild === undefined ? await compileFiles(build, folder) : await bundle(build, folder, esbuild);
    const leavesPackages = esbuild === undefined || !choosesPackages(settings);
    return { file, requiresEsModules: leavesPackages && !isFileByFile, [Symbol.asyncDispose]: remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Whether the project's configuration says which packages to bundle. If not, all are left to Node. */
function choosesPackages(settings: BuildSettings | undefined): boolean {
  return settings !== undefined && !notRun.has(settings.tool);
}

function bundle(build: HandlerBuild, folder: string, esbuild: EsbuildPackage): Promise<string> {
  const { source, root, nodeVersion, provider, settings } = build;
  const { configFile, pluginsFile, tsconfig } = settings ?? {};
  const given = settings?.options['tsconfig'];
  const usedTsconfig = tsconfig ?? (typeof given === 'string' ? resolve(root, given) : undefined);
  const { decoratorMetadata } = readTsconfigFacts(dirname(source), usedTsconfig);
  const followsPackage = settings === undefined || settings.tool === 'build.esbuild';
  return runEsbuild(
    {
      entry: source,
      root,
      outputFolder: createLinkedFolders(folder)(dirname(source)),
      format: followsPackage ? moduleFormat(source) : 'cjs',
      nodeVersion,
      options: settings?.options ?? {},
      external: choosesPackages(settings) ? [] : declaredPackages(dirname(source)),
    },
    {
      provider,
      decoratorMetadata,
      ...(configFile === undefined ? {} : { configFile }),
      ...(pluginsFile === undefined ? {} : { pluginsFile }),
      ...(usedTsconfig === undefined ? {} : { tsconfig: usedTsconfig }),
    },
    esbuild,
    build,
  );
}

/**
 * The esbuild for a project that has none: if its configuration needs one, and the framework would bring its own along.
 * @throws UserError if the configuration needs one, and there is none
 */
async function neededEsbuild(build: HandlerBuild): Promise<EsbuildPackage | undefined> {
  const { source, settings, npmEnvironment, report, signal } = build;
  const need = bundlerNeed(settings);
  if (settings === undefined || need === undefined) return undefined;
  const missing = (why = ''): UserError =>
    new UserError({
      code: 'esbuild-missing',
      message: `${displayPath(source)} has to be compiled by ${settings.tool}, and ${need} needs esbuild, which was not found in the project.`,
      hint: `Install it in the project: npm install --save-dev esbuild.${why}`,
    });
  if (settings.tool !== 'build.esbuild' || npmEnvironment === undefined) throw missing();
  const { frameworkEsbuild } = await import('./framework-esbuild.js');
  const { InstallationError } = await import('../process/install-once.js');
  try {
    return await frameworkEsbuild({ environment: npmEnvironment, report, signal });
  } catch (error) {
    throw error instanceof InstallationError
      ? missing(` That of the framework could not be got: ${error.message}.`)
      : error;
  }
}

/** What of a configuration only a bundler can do, as the subject of a sentence. */
function bundlerNeed({ tool, options, configFile, pluginsFile }: Partial<BuildSettings> = {}): string | undefined {
  if (tool === 'serverless-plugin-typescript') return undefined;
  const file = configFile ?? pluginsFile;
  if (file !== undefined) return `what ${displayPath(file)} sets`;
  const option = bundlerOptions.find((name) => options?.[name] !== undefined);
  return option === undefined ? undefined : `its option "${option}"`;
}

/** Compiles without a bundler: each file on its own, with the compiler that comes with us. */
async function compileFiles(build: HandlerBuild, folder: string): Promise<string> {
  const { source, root, settings } = build;
  const { options = {} } = settings ?? {};
  const given = settings?.tsconfig ?? options['tsconfig'];
  const format = options['format'] === 'esm' ? 'mjs' : options['format'] === 'cjs' ? 'cjs' : undefined;
  const job = {
    entry: source,
    outputFolder: folder,
    ...(typeof given === 'string' ? { tsconfig: resolve(root, given) } : {}),
    ...(format === undefined ? {} : { format: format as ModuleFormat }),
  };
  const start = performance.now();
  const { file, modules = 0 } = await runCompilerProcess({ kind: 'graph', job }, build);
  if (modules > manyModules) {
    build.report({
      severity: 'notice',
      code: 'compile-slow',
      message: `${displayPath(source)} and the modules that it imports, ${modules} files, were compiled by TypeScript itself in ${((performance.now() - start) / 1000).toFixed(1)} s.`,
      hint:
        settings?.tool === 'serverless-plugin-typescript'
          ? 'serverless-plugin-typescript compiles file by file. A project that is bundled (by serverless-esbuild, or by `build.esbuild` of version 4) takes a fraction of that.'
          : 'esbuild takes a fraction of that: install it in the project (npm install --save-dev esbuild).',
    });
  }
  return file;
}
