import { isMapping } from '../../document/config-node.js';
import { customSetting, mappingSetting, texts } from './custom-settings.js';
import type { ChangingPlugin } from './plugin.js';

export const webpack: ChangingPlugin = {
  name: 'serverless-webpack',
  changes: 'bundles handlers',
  here: "its configuration is not run: esbuild's defaults, with a notice. What needs loaders has to be built in a step before",
  adds: { function: ['entrypoint'] },
  effects: { build: async () => ({ tool: 'serverless-webpack', options: {} }) },
};

export const bundle: ChangingPlugin = {
  name: 'serverless-bundle',
  changes: 'bundles handlers by a webpack configuration of its own',
  here: 'the same, with its `aliases`, `externals`, `rawFileExtensions` and `tsConfig`',
  effects: {
    build: async ({ service: { resolver } }) => {
      const setting = await customSetting(resolver, 'bundle');
      return {
        tool: 'serverless-bundle',
        options: setting === undefined ? {} : esbuildOptions(mappingSetting(setting)),
      };
    },
  },
};

/** The settings of serverless-bundle, as options of esbuild. */
function esbuildOptions(settings: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { aliases, externals, rawFileExtensions, tsConfig } = settings;
  const alias = Array.isArray(aliases) ? Object.assign({}, ...aliases.filter(isMapping)) : {};
  const loader = texts(rawFileExtensions).map((extension) => [`.${extension.replace(/^\./, '')}`, 'text']);
  return {
    ...(Object.keys(alias).length === 0 ? {} : { alias }),
    ...(loader.length === 0 ? {} : { loader: Object.fromEntries(loader) }),
    ...(externals === undefined ? {} : { external: texts(externals) }),
    ...(typeof tsConfig === 'string' ? { tsconfig: tsConfig } : {}),
  };
}
