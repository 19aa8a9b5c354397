import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { UserError } from '../../../diagnostics/user-error.js';
import type { LambdaFunction } from '../../../lambda/function/lambda-function.js';

/** The folder of an installed package, found as by Node from the service's root; `undefined` if there is none. */
export function packageFolder(name: string, root: string): string | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
    if (dirname(folder) === folder) return undefined;
  }
}

/**
 * Files from a plugin's package that it deploys with functions, by their names in its folder.
 * @returns their absolute paths
 * @throws UserError if the plugin is not installed, or its version lacks them
 */
export async function pluginFiles<Name extends string>(
  plugin: string,
  names: readonly Name[],
  { sourceRoot, handler, origin }: LambdaFunction,
): Promise<Record<Name, string>> {
  const folder = packageFolder(plugin, sourceRoot);
  const files = names.map((name) => [name, join(folder ?? '', name)] as const);
  const missing = files.find(([, file]) => folder === undefined || !existsSync(file));
  if (missing === undefined) return Object.fromEntries(files) as Record<Name, string>;
  throw new UserError({
    code: 'plugin-not-installed',
    message:
      folder === undefined
        ? `The handler ${handler} is a file of ${plugin}, which is in no node_modules here.`
        : `The handler ${handler} needs ${missing[0]} of ${plugin}, which the installed version does not have.`,
    hint: `Install the plugin in a step before, such as by \`npm ci\` or \`npm install --no-save ${plugin}\`: its files are used, it is not run.`,
    location: await origin('handler'),
  });
}
