import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';

import { displayPath } from '../../../diagnostics/display-path.js';
import { readPluginNames } from '../root/plugins.js';
import type { ServiceFacts } from '../root/service-facts.js';
import { invalidSetting, textSetting } from '../root/settings.js';
import type { FunctionBody } from './functions.js';

/**
 * The folder of a function's code: the service's root, or the `module` of a function that serverless-python-requirements
 * packages, whose content is at the root of the zip that it makes where functions are packaged individually.
 * @returns absolute
 * @throws UserError where that folder is not there
 */
export async function codeFolder({ resolver, root }: ServiceFacts, body: FunctionBody): Promise<string> {
  const setting = await body.setting('module');
  const name = textSetting(setting);
  if (setting === undefined || name === undefined) return root;
  if (!(await readPluginNames(resolver)).includes('serverless-python-requirements')) return root;
  const individually = await resolver.walk(resolver.root, ['package', 'individually']);
  if (individually === undefined || (await resolver.value(individually)) !== true) return root;
  const folder = resolve(root, name);
  if ((await stat(folder).catch(() => undefined))?.isDirectory() === true) return folder;
  throw invalidSetting(setting, `is ${displayPath(folder)}, which is no folder`, {
    code: 'module-missing',
    hint: "It is the folder, from the service's root, that serverless-python-requirements packages for this function.",
  });
}
