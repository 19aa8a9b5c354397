import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { displayPath } from '../../../diagnostics/display-path.js';
import { statusOf } from '../../../host/status-of.js';
import type { LambdaFunction } from '../../../lambda/function/lambda-function.js';
import { invalidSetting, isTrue, textSetting } from '../../document/settings.js';
import { customMapping } from './custom-settings.js';
import type { ChangingPlugin, FunctionInput } from './plugin.js';

export const pythonRequirements: ChangingPlugin = {
  name: 'serverless-python-requirements',
  changes:
    'packs requirements; with `zip` as an archive, which `unzip_requirements` unpacks. Packs the `module` of a function that is packaged individually',
  here: 'install the requirements in a step before, into the Python that runs, or into `.venv`; with `zip` there is an `unzip_requirements` that leaves them there. The `module` is the folder of the code',
  adds: { function: ['module'] },
  effects: { codeFolder: moduleFolder, function: withUnzipHelper },
};

const helper = 'unzip_requirements.py';

/** Here the requirements are installed unpacked, so there is nothing to unpack. */
const helperText = `"""Stands for the module of that name that serverless-python-requirements packs: here nothing has to be unpacked."""
`;

/** @throws UserError where the folder is not there */
async function moduleFolder({ service: { resolver, root }, body }: FunctionInput): Promise<string | undefined> {
  const setting = await body.setting('module');
  const name = textSetting(setting);
  if (setting === undefined || name === undefined) return undefined;
  const individually = await resolver.walk(resolver.root, ['package', 'individually']);
  if (individually === undefined || !isTrue(await resolver.value(individually))) return undefined;
  const folder = resolve(root, name);
  if (statusOf(folder)?.isDirectory() === true) return folder;
  throw invalidSetting(setting, `is ${displayPath(folder)}, which is no folder`, {
    code: 'module-missing',
    hint: "It is the folder, from the service's root, that serverless-python-requirements packages for this function.",
  });
}

/** If the plugin's own helper and archive are there, as `serverless requirements install` leaves them, they are kept. */
async function withUnzipHelper(fn: LambdaFunction, { service }: FunctionInput): Promise<LambdaFunction> {
  const { code, runtime, addedFiles = [] } = fn;
  if (code.kind !== 'folder' || !runtime.startsWith('python')) return fn;
  if ((await customMapping(service.resolver, 'pythonRequirements'))['zip'] !== true) return fn;
  if ([helper, '.requirements.zip'].every((name) => existsSync(join(code.folder, name)))) return fn;
  return { ...fn, addedFiles: [...addedFiles, { path: helper, content: { text: helperText } }] };
}
