import { posix } from 'node:path';

import type { LambdaFunction } from '../../../lambda/function/lambda-function.js';
import { invalidSetting, textSetting } from '../../document/settings.js';
import { customSetting } from './custom-settings.js';
import type { ChangingPlugin, FunctionInput } from './plugin.js';
import { pluginFiles } from './plugin-folder.js';

export const wsgi: ChangingPlugin = {
  name: 'serverless-wsgi',
  changes: 'adds `wsgi_handler.py`, `serverless_wsgi.py` and `.serverless-wsgi` to the package',
  here: "the same, from the plugin's files in `node_modules`; `app`, `textMimeTypes`. Install the requirements in a step before",
  effects: { function: withHandlerFiles },
};

async function withHandlerFiles(fn: LambdaFunction, { service, body }: FunctionInput): Promise<LambdaFunction> {
  const { resolver } = service;
  const handler = fn.handler === 'wsgi.handler' ? 'wsgi_handler.handler' : fn.handler;
  if (!handler.includes('wsgi_handler.handler') || fn.code.kind !== 'folder') return fn;
  const setting = await customSetting(resolver, 'wsgi', 'app');
  const app = textSetting(setting);
  if (app === undefined || app === '') {
    const name = { name: 'custom.wsgi.app', node: setting?.node ?? body.node };
    throw invalidSetting(name, 'is missing: serverless-wsgi packs no handler without it', {
      code: 'wsgi-app-missing',
      hint: 'It names the application as `file.variable`, such as `app.app`.',
    });
  }
  const types = (await customSetting(resolver, 'wsgi', 'textMimeTypes'))?.value;
  const isModule = fn.code.folder !== fn.sourceRoot;
  const config = {
    app: isModule ? posix.basename(app) : app,
    ...(Array.isArray(types) ? { text_mime_types: types } : {}),
  };
  const files = await pluginFiles('serverless-wsgi', ['wsgi_handler.py', 'serverless_wsgi.py'], { ...fn, handler });
  return {
    ...fn,
    handler,
    addedFiles: [
      ...(fn.addedFiles ?? []),
      { path: 'wsgi_handler.py', content: { file: files['wsgi_handler.py'] } },
      { path: 'serverless_wsgi.py', content: { file: files['serverless_wsgi.py'] } },
      { path: '.serverless-wsgi', content: { text: JSON.stringify(config) } },
    ],
  };
}
