import { posix } from 'node:path';
import { customSetting } from './custom-settings.js';
import type { ChangingPlugin } from './plugin.js';

export const functionsBasePath: ChangingPlugin = {
  name: 'serverless-functions-base-path',
  changes: 'puts a folder before the handler',
  here: 'the same, by `custom.functionsBasePath`',
  effects: {
    function: async (fn, { service: { resolver } }) => {
      const folder = (await customSetting(resolver, 'functionsBasePath'))?.value;
      return typeof folder === 'string' && folder !== '' ? { ...fn, handler: posix.join(folder, fn.handler) } : fn;
    },
  },
};
