import { resolve } from 'node:path';
import type { BuildSettings } from '../../../lambda/function/build-settings.js';
import type { ServiceFacts } from '../root/service-facts.js';
import { customSetting, mappingSetting } from './custom-settings.js';
import type { ChangingPlugin } from './plugin.js';

export const esbuild: ChangingPlugin = {
  name: 'serverless-esbuild',
  changes: 'bundles handlers',
  here: 'the options of `custom.esbuild`, its `config` and `plugins` files; `skipEsbuild`',
  adds: { function: ['skipEsbuild', 'esbuildWatchPatterns', 'esbuildEntrypoint'] },
  effects: {
    build: async ({ service, body }) =>
      (await body.setting('skipEsbuild'))?.value === true ? undefined : settings(service),
  },
};

/** The options of a `config` file replace all others. */
async function settings({ resolver, root }: ServiceFacts): Promise<BuildSettings> {
  const setting = await customSetting(resolver, 'esbuild');
  if (setting === undefined) return { tool: 'serverless-esbuild', options: {} };
  const { plugins: pluginsFile, ...options } = mappingSetting(setting);
  if (typeof options['config'] === 'string') {
    return { tool: 'serverless-esbuild', options: {}, configFile: resolve(root, options['config']) };
  }
  return {
    tool: 'serverless-esbuild',
    options,
    ...(typeof pluginsFile === 'string' ? { pluginsFile: resolve(root, pluginsFile) } : {}),
  };
}
