import { codeRoot } from '../lambda/function/code-root.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import { parseRuntime } from '../lambda/function/runtimes.js';
import type { Enclosure } from '../process/enclosure.js';
import type { CompiledHandler } from '../typescript/compile-handler.js';
import { handlerSource } from '../typescript/handler-source.js';
import type { ProjectHooks } from './hooks.js';

/**
 * Compiles the handler of a function whose source is not JavaScript, or whose project compiles it anyway. Plain JavaScript
 * costs a look at the file system only; no compiler is loaded for it.
 * @param npmEnvironment the environment in which npm may install what the framework brings along; `undefined` if it may not
 * @param enclose what encloses the project's own esbuild
 * @throws UserError if the source or the project's build configuration is wrong
 */
export async function buildHandler(
  fn: LambdaFunction,
  environment: Readonly<Record<string, string>>,
  npmEnvironment: Readonly<Record<string, string>> | undefined,
  { installation, report, signal }: Pick<ProjectHooks, 'installation' | 'report' | 'signal'>,
  enclose: () => Promise<Enclosure | undefined>,
): Promise<CompiledHandler | undefined> {
  const declared = parseRuntime(fn.runtime);
  if (declared?.language !== 'nodejs' || fn.code.kind !== 'folder') return undefined;
  const settings = await fn.build?.();
  for (const finding of settings?.findings ?? []) report(finding);
  const source = settings?.source ?? handlerSource(fn.code.folder, fn.handler, settings?.tool);
  if (source === undefined) return undefined;
  const { compileHandler } = await import('../typescript/compile-handler.js');
  return compileHandler({
    source,
    root: codeRoot(fn),
    nodeVersion: declared.version,
    provider: { stage: fn.stage, region: fn.region, runtime: fn.runtime },
    settings,
    npmEnvironment,
    chunks: installation.chunks,
    environment,
    enclosure: await enclose(),
    report,
    signal,
  });
}
