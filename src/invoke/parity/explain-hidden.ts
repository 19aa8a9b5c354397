import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { realPath } from '../../diagnostics/real-path.js';
import { filesBelow } from '../../host/files-below.js';
import { isBelow } from '../../host/path-below.js';
import { codeRoot } from '../../lambda/function/code-root.js';
import type { LambdaFunction } from '../../lambda/function/lambda-function.js';
import { parseRuntime } from '../../lambda/function/runtimes.js';
import { isImagePackage } from '../../lambda/image/image-packages.js';
import { sitePackages } from '../../lambda/interpreter/virtual-environments.js';
import type { SandboxOutcome } from '../../lambda/sandbox/outcome.js';
import { installedAt } from '../../package/dependency-folders.js';
import { findHandlerFile } from '../hints/handler-source.js';
import { describeFailure } from '../to-result.js';
import type { ComparedParts } from './compared-parts.js';
import { describeAbsentParts } from './describe-absent-parts.js';

const missingInNode = /Cannot find (?:module|package) '([^'\n]+)'(?: imported from (.+)|\s+Require stack:\s+- (.+))?/;
const missingInPython = /No module named '?([\w.]+)'?/;

/**
 * Why a function does not find something that the project has: a deploy would not pack it, and nothing else is there for it.
 * @returns `undefined` where that is not why it failed
 */
export async function explainHidden(
  { function: fn, placed, request }: ComparedParts,
  outcome: Exclude<SandboxOutcome, { status: 'success' }>,
): Promise<Diagnostic | undefined> {
  const language = parseRuntime(fn.runtime)?.language;
  const rules = await fn.packaging?.();
  if (rules === undefined || (language !== 'nodejs' && language !== 'python')) return undefined;
  const { errorMessage } = describeFailure(outcome.error, outcome.errorType);
  const root = realPath(codeRoot(fn));
  const here = (path: string): string =>
    [placed.taskRoot, placed.seen?.taskRoot].reduce<string>(
      (found, seen) => (seen !== undefined && isBelow(found, seen) ? root + found.slice(seen.length) : found),
      path,
    );
  const search = {
    version: parseRuntime(fn.runtime)?.version ?? '',
    sourceRoot: root,
    environment: request.hostEnvironment,
  };
  const sites = language === 'python' ? sitePackages(search).map(realPath) : [];
  const file =
    handlerFile(fn, { packed: placed.taskRoot, root }) ??
    (language === 'nodejs' ? nodeFile(errorMessage, root, here) : pythonFile(errorMessage, root, sites));
  if (file === undefined) return undefined;
  const environments = sites.map((site) => site.replace(/[\\/][Ll]ib[\\/].*$/, ''));
  const isProvided = (name: string): boolean => isImagePackage(fn.runtime, name);
  const asked = { files: [realPath(file)], imports: [], concerns: () => true };
  const [found] = await describeAbsentParts(
    { function: fn, language, rules, environments, isProvided, ...asked },
    'asks for',
  );
  return found;
}

/** The file of the handler, where the project has it and the package has not. */
function handlerFile(
  { handler, runtime }: LambdaFunction,
  { packed, root }: { readonly packed: string; readonly root: string },
): string | undefined {
  return findHandlerFile(packed, handler, runtime) === undefined ? findHandlerFile(root, handler, runtime) : undefined;
}

/** What a module of Node.js asks for, as the project has it. */
function nodeFile(message: string, root: string, here: (path: string) => string): string | undefined {
  const [, name, importer, requirer] = missingInNode.exec(message) ?? [];
  if (name === undefined) return undefined;
  const from = here(importer ?? requirer ?? join(root, 'index.js'));
  if (/^(?:\.{0,2}\/|[A-Za-z]:)/.test(name)) {
    const path = resolve(dirname(from), here(name));
    return [path, ...['.js', '.cjs', '.mjs', '.json', '/index.js'].map((end) => path + end)].find(existsSync);
  }
  const folder = installedAt(dirname(from), name.split('/', name.startsWith('@') ? 2 : 1).join('/'));
  return folder && join(folder, 'package.json');
}

/** The file of a module of Python, as the project or a virtual environment has it. */
function pythonFile(message: string, root: string, sites: readonly string[]): string | undefined {
  const module = missingInPython.exec(message)?.[1]?.replaceAll('.', '/');
  if (module === undefined) return undefined;
  const paths = [root, ...sites].map((folder) => join(folder, module));
  const found = paths.flatMap((path) => [join(path, '__init__.py'), `${path}.py`]).find(existsSync);
  return found ?? paths.flatMap((path) => ofNamespace(path) ?? []).at(0);
}

/** The nearest module in a folder that is a package without a file of its own (PEP 420). */
function ofNamespace(folder: string): string | undefined {
  for (const file of filesBelow(folder, { most: 1000, enters: () => true })) if (file.endsWith('.py')) return file;
  return undefined;
}
