import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { realPath } from '../diagnostics/real-path.js';
import { isInTaskPlace, taskMountPoint } from '../lambda/environment/layer-paths.js';
import type { PlacedFunction, SeenFolders } from '../lambda/placement/place-function.js';

/** Where a contained function sees its code. */
export function seenFolders({
  taskRoot,
  temporary = '/nowhere',
}: Pick<PlacedFunction, 'taskRoot' | 'temporary'>): SeenFolders {
  const isOurs = taskRoot.startsWith(temporary);
  const place = realPath(taskRoot);
  if (isOurs || !(isEnclosed(place) || isInTaskPlace(place))) return { taskRoot: taskMountPoint, taskAs: 'folder' };
  return { taskRoot: place, taskAs: 'link' };
}

/**
 * Whether code is part of something larger, whose packages and files it may use: a repository of several packages. Which of
 * these a deploy would hold is not for this to say.
 */
function isEnclosed(folder: string): boolean {
  const above = dirname(folder);
  if (above === folder) return false;
  return ['.git', 'package.json', 'node_modules'].some((name) => existsSync(join(above, name))) || isEnclosed(above);
}
