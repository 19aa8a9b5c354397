import { resolve } from 'node:path';
import type { BuildSettings } from '../../../lambda/function/build-settings.js';
import { childNode, isMapping, kindOf } from '../../document/config-node.js';
import { invalidSetting, type Setting, textSetting } from '../../document/settings.js';
import type { PluggedService } from '../plugins/listed-plugins.js';
import { firstOf } from '../plugins/listed-plugins.js';
import type { Resolver } from '../variables/resolver.js';
import type { FunctionBody } from './functions.js';

/**
 * How the service compiles a function's code: by version 4's `build`, or by a plugin that it lists.
 * @returns `undefined` where nothing is configured
 * @throws UserError if the settings have the wrong shape
 */
export async function readBuildSettings(
  service: PluggedService,
  body: FunctionBody,
): Promise<BuildSettings | undefined> {
  const builtIn = await builtInSettings(service.resolver, body, service.root);
  return builtIn ?? firstOf(await service.plugins(), ({ build }) => build?.({ service, body }));
}

/**
 * Version 4 builds with esbuild for `build: esbuild` or `build.esbuild`; a function's own `build` is `esbuild` or another
 * tool.
 */
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
