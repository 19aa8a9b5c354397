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
export async function isPlainlyPacked(
  { code, packsWholeFolder }: Pick<LambdaFunction, 'code' | 'packsWholeFolder'>,
  { files, imports: imported }: LoadedModules,
): Promise<boolean> {
  if (packsWholeFolder !== true || code.kind !== 'folder') return false;
  const { folder } = code;
  const placeOf = (path: string): string | undefined => {
    const seen = [folder, taskMountPoint].find((root) => path.startsWith(root + sep));
    const below = seen === undefined ? undefined : path.slice(seen.length);
    return below === undefined || /[\\/](?:node_modules|(?:site|dist)-packages|\.)/.test(below)
      ? undefined
      : folder + below;
  };
  const arePlain =
    process.platform === 'linux' && files.every((path) => placeOf(path) !== undefined && !/\.(?:node|so)$/.test(path));
  if (!arePlain || imported.length === 0) return arePlain;
  const { isBuiltin } = await import('node:module');
  return imported.every(
    ({ specifier }) => specifier.startsWith('file:') && importsOnly(specifier, { placeOf, isKnown: isBuiltin }),
  );
}

/** What an ES module may be and import. */
interface PlainModule {
  /** Where a file is in the folder, if it is. */
  readonly placeOf: (path: string) => string | undefined;
  readonly isKnown: (specifier: string) => boolean;
}

/** Whether an ES module is one of the folder, and imports only what is known. */
function importsOnly(url: string, { placeOf, isKnown }: PlainModule): boolean {
  try {
    const path = placeOf(fileURLToPath(url));
    if (path === undefined) return false;
    if (!/\.m?js$/.test(path)) return true;
    return Array.from(regularText(path).matchAll(imports)).every(([, , specifier = '']) => isKnown(specifier));
  } catch {
    return false;
  }
}
