import { resolve } from 'node:path';
import { textSetting } from '../../document/settings.js';
import { customSetting } from './custom-settings.js';
import type { ChangingPlugin } from './plugin.js';

export const typescript: ChangingPlugin = {
  name: 'serverless-plugin-typescript',
  otherNames: ['@hewmen/serverless-plugin-typescript'],
  changes: 'compiles handlers',
  here: 'file by file, with `tsConfigFileLocation`',
  effects: {
    build: async ({ service: { resolver, root } }) => {
      const location = textSetting(await customSetting(resolver, 'serverlessPluginTypescript', 'tsConfigFileLocation'));
      const tsconfig = location === undefined ? {} : { tsconfig: resolve(root, location) };
      return { tool: 'serverless-plugin-typescript', options: {}, ...tsconfig };
    },
  },
};
