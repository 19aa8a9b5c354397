import { resolve } from 'node:path';
import type { BuildSettings } from '../../../lambda/function/build-settings.js';
import { childNode, isMapping, kindOf } from '../document/config-node.js';
import { readPluginNames } from '../root/plugins.js';
import { invalidSetting, type Setting, textSetting } from '../root/settings.js';
import type { Resolver } from '../variables/resolver.js';
import type { FunctionBody } from './functions.js';

/** The plugins that compile functions, in the order in which they are looked for. */
const plugins = [
  'serverless-esbuild',
  'serverless-plugin-typescript',
  'serverless-bundle',
  'serverless-webpack',
] as const;

/**
 * How the service has a function's code compiled: by version 4's `build`, or by a plugin that it lists. The plugin itself is
 * never loaded.
 * @param root the service's root, absolute
 * @returns `undefined` where nothing is configured
 * @throws UserError where what is configured has the wrong shape
 */
export async function readBuildSettings(
  resolver: Resolver,
  body: FunctionBody,
  root: string,
): Promise<BuildSettings | undefined> {
  const builtIn = await builtInSettings(resolver, body, root);
  if (builtIn !== undefined) return builtIn;
  const listed = await readPluginNames(resolver);
  const tool = plugins.find((name) => listed.includes(name));
  switch (tool) {
    case undefined:
      return undefined;
    case 'serverless-esbuild':
      return (await body.setting('skipEsbuild'))?.value === true ? undefined : esbuildPlugin(resolver, root);
    case 'serverless-plugin-typescript': {
      const location = textSetting(
        await serviceSetting(resolver, 'custom', 'serverlessPluginTypescript', 'tsConfigFileLocation'),
      );
      return { tool, options: {}, ...(location === undefined ? {} : { tsconfig: resolve(root, location) }) };
    }
    case 'serverless-bundle':
      return { tool, options: bundlePluginOptions(await serviceSetting(resolver, 'custom', 'bundle')) };
    case 'serverless-webpack':
      return { tool, options: {} };
  }
}

/** Version 4 builds what `build: esbuild` or `build.esbuild` asks for; `build` of a function is `esbuild`, or another tool. */
async function builtInSettings(
  resolver: Resolver,
  body: FunctionBody,
  root: string,
): Promise<BuildSettings | undefined> {
  const own = textSetting(await body.setting('build'));
  if (own !== undefined && own !== 'esbuild') return undefined;
  const build = await serviceSetting(resolver, 'build');
  const isNamed = build?.value === 'esbuild' || own === 'esbuild';
  if (build === undefined || !isMapping(build.value))
    return isNamed ? { tool: 'build.esbuild', options: {} } : undefined;
  const value = build.value['esbuild'];
  if (value === false) return undefined;
  if (value === undefined || value === null || value === true) {
    return isNamed || value === true ? { tool: 'build.esbuild', options: {} } : undefined;
  }
  const options = mapping({ ...build, name: 'build.esbuild', value });
  const { configFile } = options;
  return {
    tool: 'build.esbuild',
    options,
    ...(typeof configFile === 'string' ? { configFile: resolve(root, configFile) } : {}),
  };
}

/** serverless-esbuild takes the options of its `config` file in the place of all others. */
async function esbuildPlugin(resolver: Resolver, root: string): Promise<BuildSettings> {
  const setting = await serviceSetting(resolver, 'custom', 'esbuild');
  if (setting === undefined) return { tool: 'serverless-esbuild', options: {} };
  const { plugins: pluginsFile, ...options } = mapping(setting);
  if (typeof options['config'] === 'string') {
    return { tool: 'serverless-esbuild', options: {}, configFile: resolve(root, options['config']) };
  }
  return {
    tool: 'serverless-esbuild',
    options,
    ...(typeof pluginsFile === 'string' ? { pluginsFile: resolve(root, pluginsFile) } : {}),
  };
}

/** What serverless-bundle is configured with, as esbuild has it. */
function bundlePluginOptions(setting: Setting | undefined): Record<string, unknown> {
  if (setting === undefined) return {};
  const { aliases, externals, rawFileExtensions, tsConfig } = mapping(setting);
  const alias = Array.isArray(aliases) ? Object.assign({}, ...aliases.filter(isMapping)) : {};
  const loader = texts(rawFileExtensions).map((extension) => [`.${extension.replace(/^\./, '')}`, 'text']);
  return {
    ...(Object.keys(alias).length === 0 ? {} : { alias }),
    ...(loader.length === 0 ? {} : { loader: Object.fromEntries(loader) }),
    ...(externals === undefined ? {} : { external: texts(externals) }),
    ...(typeof tsConfig === 'string' ? { tsconfig: tsConfig } : {}),
  };
}

async function serviceSetting(resolver: Resolver, ...path: string[]): Promise<Setting | undefined> {
  const parent = path.length === 1 ? resolver.root : await resolver.walk(resolver.root, path.slice(0, -1));
  const node = parent && childNode(parent, path.at(-1) ?? '');
  const value = node && (await resolver.value(node));
  return node === undefined || value === null ? undefined : { name: path.join('.'), node, value };
}

function mapping(setting: Setting): Record<string, unknown> {
  if (isMapping(setting.value)) return { ...setting.value };
  throw invalidSetting(setting, `must be a mapping, and is ${kindOf(setting.value)}`);
}

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
