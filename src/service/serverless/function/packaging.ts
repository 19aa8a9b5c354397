import { basename } from 'node:path';
import type { PackagePattern, PackagingRules } from '../../../lambda/function/packaging.js';
import { childNodes, isMapping, kindOf } from '../../document/config-node.js';
import { locateNode } from '../../document/locate.js';
import { invalidSetting, type Setting } from '../../document/settings.js';
import { texts } from '../plugins/custom-settings.js';
import { firstOf, type PluggedService } from '../plugins/listed-plugins.js';
import { pythonInstalls } from '../plugins/python-installs.js';
import type { ServiceFacts } from '../root/service-facts.js';
import { readBuildSettings } from './build-settings.js';
import { settingBelow } from './code.js';
import type { FunctionBody } from './functions.js';

/** What the framework never packs. Source: Serverless Framework, `plugins/package/lib/package-service.js`, `defaultExcludes`. */
const defaultExclusions = [
  '.git/**',
  '.gitignore',
  '.DS_Store',
  'npm-debug.log',
  'yarn-*.log',
  '.serverless/**',
  '.serverless_plugins/**',
];

/**
 * What the framework packs for a function: its exclusions, then its inclusions, the function's own only where it is packaged
 * individually; the last pattern that matches decides. Source: Serverless Framework documentation, "Packaging", and
 * `package-service.js`.
 * @throws UserError where a setting has the wrong shape
 */
export async function readPackaging(
  service: PluggedService,
  body: FunctionBody,
  { runtime, elsewhere }: PackagedFunction,
): Promise<PackagingRules> {
  const { resolver, root } = service;
  const shared = await resolver.walk(resolver.root, ['package']);
  const own = (await body.nodes('package')).at(-1);
  const ownName = `functions.${body.key}.package`;
  const flag = async (name: string, inOwn: boolean): Promise<unknown> => {
    const node = inOwn ? own : shared;
    return node && (await settingBelow(service, node, inOwn ? ownName : 'package', name))?.value;
  };
  const isAlone = (await flag('individually', true)) === true || (await flag('individually', false)) === true;
  const patterns = async (name: string, isExclusion: boolean): Promise<PackagePattern[]> => [
    ...(shared === undefined ? [] : await listed(await settingBelow(service, shared, 'package', name), isExclusion)),
    ...(own === undefined || !isAlone
      ? []
      : await listed(await settingBelow(service, own, ownName, name), isExclusion)),
  ];
  const builtIn = (glob: string): PackagePattern => ({ glob, isExclusion: true, source: "the framework's defaults" });
  const usesDotenv = await resolver.walk(resolver.root, ['useDotenv']);
  const isDotenv = usesDotenv !== undefined && (await resolver.value(usesDotenv)) === true;
  const included = [...(await patterns('include', false)), ...(await patterns('patterns', false))];
  const configuration = resolver.root.document.file;
  const build = await readBuildSettings(service, body);
  const { names } = await service.plugins();
  const module = await firstOf(await service.plugins(), ({ codeFolder }) => codeFolder?.({ service, body }));
  const unsure = names.length === 0 ? undefined : await unsureOf(names);
  return {
    root,
    patterns: [
      ...defaultExclusions.map(builtIn),
      ...(configuration === undefined ? [] : [builtIn(basename(configuration.path))]),
      ...(await layerExclusions(service)),
      ...(isDotenv ? [builtIn('.env*')] : []),
      ...(await patterns('exclude', true)),
      ...included,
    ],
    searched: included.map(({ glob, isExclusion }) => (isExclusion ? `!${glob}` : glob)),
    leavesOutDevDependencies: (await flag('excludeDevDependencies', false)) !== false,
    ...(build === undefined ? {} : { bundler: build.tool, unbundled: unbundledBy(build.options) }),
    ...(unsure === undefined ? {} : { unsure: `the plugin ${unsure} may change what is packed` }),
    ...(runtime.startsWith('python') && names.includes('serverless-python-requirements')
      ? { installs: await pythonInstalls(service, module ?? root, elsewhere) }
      : {}),
  };
}

async function unsureOf(names: readonly string[]): Promise<string | undefined> {
  const { packagingPlugin } = await import('../plugins/changed-packages.js');
  return packagingPlugin(names);
}

/** What of a function decides on its package, beside its settings for that. */
export interface PackagedFunction {
  readonly runtime: string;
  /** The names of its layers that are not on this machine. */
  readonly elsewhere: readonly string[];
}

/** What a bundle leaves out, and a deploy does not pack beside it: by default what Lambda's image has. */
function unbundledBy({ exclude }: Readonly<Record<string, unknown>>): string[] {
  return texts(exclude).filter((name) => name !== '*');
}

/** A `!` turns a pattern into its contrary. */
async function listed(setting: Setting | undefined, isExclusion: boolean): Promise<PackagePattern[]> {
  if (setting === undefined) return [];
  const { value, node, name } = setting;
  if (!Array.isArray(value)) {
    throw invalidSetting(setting, `must be a list of patterns, and is ${kindOf(value)}`, { code: 'package-invalid' });
  }
  const nodes = childNodes(node);
  return value.map((pattern: unknown, index) => {
    const text = String(pattern);
    const isTurned = text.startsWith('!');
    const item = nodes[index];
    const location = item && locateNode(item);
    return {
      glob: isTurned ? text.slice(1) : text,
      isExclusion: isTurned !== isExclusion,
      source: `${name}: ${text}`,
      ...(location === undefined ? {} : { location }),
    };
  });
}

async function layerExclusions({ resolver }: ServiceFacts): Promise<PackagePattern[]> {
  const layers = await resolver.walk(resolver.root, ['layers']);
  if (layers === undefined || !isMapping(layers.value)) return [];
  const found: PackagePattern[] = [];
  for (const layer of childNodes(layers)) {
    const path = await resolver.walk(layer, ['path']);
    const value = path && (await resolver.value(path));
    if (typeof value === 'string')
      found.push({ glob: `${value}/**`, isExclusion: true, source: 'a layer of the service' });
  }
  return found;
}
