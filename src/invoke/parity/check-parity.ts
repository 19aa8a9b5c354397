import { realPath } from '../../diagnostics/real-path.js';
import { codeRoot } from '../../lambda/function/code-root.js';
import type { PackagingRules } from '../../lambda/function/packaging.js';
import { type Language, parseRuntime } from '../../lambda/function/runtimes.js';
import { isImagePackage } from '../../lambda/image/image-packages.js';
import { findVirtualEnvironments } from '../../lambda/interpreter/virtual-environments.js';
import { layerPackages } from '../../package/parity/layer-packages.js';
import type { ComparedParts } from './compared-parts.js';
import { loadedCodeReader } from './loaded-code.js';
import { packageRefusal } from './package-refusal.js';
import type { ParityCheck } from './parity-check.js';

/** Reads what a deploy would hold of a function; `undefined` where that is not known exactly. */
export async function openParityCheck(
  parts: ComparedParts,
  language: Extract<Language, 'nodejs' | 'python' | 'ruby'>,
): Promise<ParityCheck | undefined> {
  const { function: fn, request, compiled } = parts;
  const rules = await rulesOf(parts);
  if (rules === undefined || (rules.unsure !== undefined && request.packageMode !== 'enforce')) return undefined;
  if (compiled !== undefined && rules.bundler === undefined && rules.uncompiledAdvice !== undefined) {
    const { uncompiledCheck } = await import('./describe-uncompiled.js');
    return uncompiledCheck(parts, rules.uncompiledAdvice);
  }
  // How a function is bundled whose configuration names no bundler is the framework's own to choose.
  if ((compiled === undefined) !== (rules.bundler === undefined)) return undefined;
  const reader = loadedCodeReader(parts);
  const environments =
    language === 'python'
      ? findVirtualEnvironments({
          version: parseRuntime(fn.runtime)?.version ?? '',
          sourceRoot: codeRoot(fn),
          environment: request.hostEnvironment,
        }).map(({ folder }) => realPath(folder))
      : [];
  const isInLayers = layerPackages(parts.placed.layerRoot, language);
  const reported = new Set<string>();
  return async (loaded, report) => {
    const files = reader.files(loaded);
    const imports = reader.imports(loaded);
    if (files.length === 0 && imports.length === 0) return;
    const { describeAbsentParts } = await import('./describe-absent-parts.js');
    const found = await describeAbsentParts({
      function: fn,
      language,
      rules,
      files,
      imports,
      concerns: reader.concerns,
      environments,
      isProvided: (name) => isImagePackage(fn.runtime, name) || isOfOlderImage(fn.runtime, name) || isInLayers(name),
    });
    if (files.some((file) => /\.(?:node|so|dylib|pyd)$/.test(file))) {
      const { describeNatives } = await import('./describe-natives.js');
      for (const diagnostic of await describeNatives(fn, files)) report(diagnostic);
    }
    if (process.platform !== 'linux') {
      const { describeCase } = await import('./describe-case.js');
      for (const diagnostic of describeCase(fn, files)) report(diagnostic);
    }
    const fresh = found.filter(({ message }) => !reported.has(message));
    for (const { message } of fresh) reported.add(message);
    if (request.packageMode !== 'enforce') for (const diagnostic of fresh) report(diagnostic);
    else if (fresh.length > 0) throw packageRefusal(fn.key, fresh);
  };
}

async function rulesOf({ function: fn, placed }: ComparedParts): Promise<PackagingRules | undefined> {
  if (fn.code.kind === 'folder') return fn.packaging?.();
  // An artifact is the package.
  return { root: placed.taskRoot, patterns: [], searched: [], leavesOutDevDependencies: false };
}

/** What the images of Python up to 3.11 have of its own tools. */
const pythonTools: ReadonlySet<string> = new Set(['pip', 'setuptools', 'pkg_resources', '_distutils_hack']);

function isOfOlderImage(runtime: string, name: string): boolean {
  const [, minor] = /^python3\.(\d+)$/.exec(runtime) ?? [];
  return minor !== undefined && Number(minor) <= 11 && pythonTools.has(name);
}
