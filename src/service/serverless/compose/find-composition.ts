import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { type Dialect, dialectOf } from '../root/dialect.js';
import { extensions } from '../root/discover.js';

const baseName = 'serverless-compose';

/** The file of a composition in a folder; `undefined` where there is none. */
export function compositionIn(folder: string): string | undefined {
  return extensions.map((extension) => join(folder, `${baseName}${extension}`)).find((path) => existsSync(path));
}

/** Whether a configuration file is that of a composition, by its name. */
export function isComposition(path: string): boolean {
  return basename(path).startsWith(baseName);
}

/** How many folders above a service its composition is looked for. */
const maxHeight = 8;

/** The composition in the nearest folder above one that has one; not beyond the root of a git repository. */
export function compositionAbove(folder: string): string | undefined {
  let current = folder;
  for (let height = 0; height < maxHeight && !existsSync(join(current, '.git')); height += 1) {
    const parent = dirname(current);
    if (parent === current) return undefined;
    current = parent;
    const found = compositionIn(current);
    if (found !== undefined) return found;
  }
  return undefined;
}

const versionSetting = /(?:^|[\s{,'"])frameworkVersion['"]?\s*:\s*(?:"([^"]*)"|'([^']*)'|`([^`]*)`|([^\s,}#]+))/m;

/**
 * The dialect of a service, as far as the text of its file says it. What a composition gives to the service depends on it,
 * and has to be known before that file is read, which may be a program that is run with it.
 */
export function dialectOfFile(folder: string, config: string | undefined): Dialect {
  const paths = config === undefined ? extensions.map((extension) => join(folder, `serverless${extension}`)) : [config];
  const path = paths.find((candidate) => existsSync(candidate));
  if (path === undefined) return dialectOf(undefined);
  try {
    const [, ...versions] = versionSetting.exec(readFileSync(path, 'utf8')) ?? [];
    return dialectOf(versions.find((version) => version !== undefined));
  } catch {
    return dialectOf(undefined);
  }
}
