import { isBuiltin } from 'node:module';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { taskMountPoint } from '../../lambda/environment/layer-paths.js';
import type { LambdaFunction } from '../../lambda/function/lambda-function.js';
import type { LoadedModules } from '../../lambda/runtime-api/loaded-modules.js';
import { regularText } from '../../package/regular-text.js';

/** What imports something, by a declaration or otherwise. */
const imports = /\b(?:from|import)\s*\(?\s*(['"`])([^'"`\n]+)\1/g;

/**
 * Whether it can be seen at a glance that a deploy would hold all that was loaded: files of the folder, all of which is packed, that
 * need no package. Then nothing else has to be loaded to know it.
 */
export function isPlainlyPacked(
  { code, packsWholeFolder }: Pick<LambdaFunction, 'code' | 'packsWholeFolder'>,
  { files, imports: imported }: LoadedModules,
): boolean {
  if (packsWholeFolder !== true || code.kind !== 'folder') return false;
  const { folder } = code;
  const placeOf = (path: string): string | undefined => {
    const seen = [folder, taskMountPoint].find((root) => path.startsWith(root + sep));
    const below = seen === undefined ? undefined : path.slice(seen.length);
    return below === undefined || /[\\/](?:node_modules|(?:site|dist)-packages|\.)/.test(below)
      ? undefined
      : folder + below;
  };
  return (
    process.platform === 'linux' &&
    files.every((path) => placeOf(path) !== undefined && !/\.(?:node|so)$/.test(path)) &&
    imported.every(({ specifier }) => specifier.startsWith('file:') && importsNothing(specifier, placeOf))
  );
}

/** Whether an ES module is one of the folder, and imports only what Node.js has. */
function importsNothing(url: string, placeOf: (path: string) => string | undefined): boolean {
  try {
    const path = placeOf(fileURLToPath(url));
    if (path === undefined) return false;
    if (!/\.m?js$/.test(path)) return true;
    return Array.from(regularText(path).matchAll(imports)).every(([, , specifier = '']) => isBuiltin(specifier));
  } catch {
    return false;
  }
}
