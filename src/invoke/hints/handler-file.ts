import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { codeRoot } from '../../lambda/function/code-root.js';
import { codeFolder } from './code-folder.js';
import type { FindHint, Hint } from './failed-invocation.js';
import { findHandlerFile, handlerParts, sourceExtensions } from './handler-source.js';
import { closestName } from './near-file.js';
import { nodePackages } from './package-manager.js';

/** Folders that a build creates, so a checkout does not have them. */
const buildFolder = /^(?:dist|build|lib|out|\.build|\.esbuild|target)$/;

/** The handler's file is missing: it has another name or case, or is not built yet. */
export const handlerFileHint: FindHint = async ({ function: fn, taskRoot, errorType }) => {
  if (errorType !== 'Runtime.ImportModuleError') return undefined;
  const parts = handlerParts(fn.handler, fn.runtime);
  if (parts === undefined || findHandlerFile(taskRoot, fn.handler, fn.runtime) !== undefined) return undefined;
  const location = await fn.origin('handler');
  const hint = (message: string, advice: string): Hint => ({
    code: 'handler-file',
    message,
    hint: advice,
    ...(location === undefined ? {} : { location }),
  });
  const missing = `The handler ${fn.handler} of ${fn.key} names a file ${parts.module}`;
  const found = nearFile(taskRoot, parts.module);
  if (found !== undefined) {
    const near = `${found}.${parts.exported}`;
    return found.toLowerCase() === parts.module.toLowerCase()
      ? hint(
          `${missing}, which differs from ${found} in upper and lower case: Lambda tells them apart.`,
          `Write the handler as ${near}.`,
        )
      : hint(`${missing}, which is not there.`, `Did you mean ${near}?`);
  }
  const top = parts.module.split('/').find((segment) => segment !== '.' && segment !== '..') ?? '';
  if (buildFolder.test(top) && fn.code.kind === 'folder' && fn.runtime.startsWith('nodejs')) {
    const command = buildCommand(codeRoot(fn));
    return hint(
      `${missing}, which is not there: ${top} looks like the folder of a build.`,
      command === undefined ? 'Build the project before this step.' : `Run \`${command}\` before this step.`,
    );
  }
  return hint(
    `${missing}, which is not in ${codeFolder(fn, taskRoot)}.`,
    `A handler is the path of its file from there without the extension, a dot, and the name of the function, such as src/hello.handler.`,
  );
};

/** A source file with the module's path in another case, or with a similar name in the same folder. */
function nearFile(root: string, module: string): string | undefined {
  let folder = root;
  const segments = module.split('/').filter((segment) => segment !== '.');
  for (const segment of segments.slice(0, -1)) {
    const names = listed(folder)
      .filter(({ isFolder }) => isFolder)
      .map(({ name }) => name);
    const name = names.find((candidate) => candidate === segment) ?? closestName(segment, names);
    if (name === undefined) return undefined;
    folder = join(folder, name);
  }
  const wanted = segments.at(-1) ?? '';
  const names = listed(folder)
    .filter(({ name, isFolder }) => !isFolder && sourceExtensions.some((extension) => name.endsWith(extension)))
    .map(({ name }) => name.replace(/\.[a-z]+$/, ''));
  const name = names.find((candidate) => candidate === wanted) ?? closestName(wanted, names);
  return name === undefined ? undefined : relative(root, join(folder, name)).split(sep).join('/');
}

function listed(folder: string): { name: string; isFolder: boolean }[] {
  return readdirSync(folder, { withFileTypes: true }).map((entry) => ({
    name: entry.name,
    isFolder: entry.isDirectory(),
  }));
}

/** The command that builds the project, if its package.json has one. */
function buildCommand(sourceRoot: string): string | undefined {
  const manifest = join(sourceRoot, 'package.json');
  if (!existsSync(manifest)) return undefined;
  const { scripts } = JSON.parse(readFileSync(manifest, 'utf8')) as { scripts?: Record<string, unknown> };
  return typeof scripts?.['build'] === 'string' ? nodePackages(sourceRoot).build : undefined;
}
