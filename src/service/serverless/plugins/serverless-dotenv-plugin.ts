import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ReportDiagnostic } from '../../../diagnostics/diagnostic.js';
import { environmentOf } from '../../../host/environment.js';
import { type ConfigNode, isMapping, kindOf } from '../../document/config-node.js';
import { locateNode } from '../../document/locate.js';
import { invalidSetting } from '../../document/settings.js';
import { readEnvFile, type Variables, withoutThoseOf } from '../dotenv/env-file.js';
import { expandVariables } from '../dotenv/expand-variables.js';
import type { ServiceFacts } from '../root/service-facts.js';
import type { Resolver } from '../variables/resolver.js';
import { withEnvironment } from './changed-body.js';
import type { ChangingPlugin } from './plugin.js';

export const dotenv: ChangingPlugin = {
  name: 'serverless-dotenv-plugin',
  changes: 'adds the variables of `.env` files to the environment',
  here: 'its files, `path`, `basePath`, `include`, `exclude`, `required`, `variableExpansion`; a `dotenvParser` is not run',
  adds: { function: ['dotenv'] },
  effects: {
    settings: async ({ service, body }) => withEnvironment(body, { defaults: await fileVariables(service) }),
  },
};

/** The settings of the plugin, `custom.dotenv`. */
interface PluginSettings {
  readonly node: ConfigNode;
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * The variables of the files, with the environment's values if it has them. They override the provider's.
 * @throws UserError if the settings are wrong, or a required variable is missing
 */
async function fileVariables(service: ServiceFacts): Promise<Variables> {
  const { resolver, root: folder, environment, report } = service;
  const settings = await readSettings(resolver);
  const { values, node } = settings;
  const paths = filesOf(settings, service);
  const required = isMapping(values['required']) ? values['required'] : {};
  if (required['file'] === true && !paths.some((path) => existsSync(path))) {
    throw invalidSetting({ name: 'custom.dotenv.required.file', node }, 'asks for a .env file, and there is none', {
      code: 'dotenv-required',
      hint: 'Write it in a step before this one, or leave `required.file` out.',
    });
  }
  if (values['dotenvParser'] !== undefined) reportParser(node, report);

  const variables: Record<string, string> = {};
  let known = environment;
  for (const path of paths) {
    const file = (await readEnvFile(resolve(folder, path))) ?? {};
    const added = withoutThoseOf(known, file);
    const expanded = values['variableExpansion'] === false ? added : await expandVariables(added, known);
    known = environmentOf(known, expanded);
    for (const [name, value] of Object.entries(file)) variables[name] ??= known[name] ?? value;
  }
  const missing = namesIn(settings, 'required.env', required['env']).filter(
    (name) => !(variables[name] || known[name]),
  );
  if (missing.length > 0) {
    throw invalidSetting(
      { name: 'custom.dotenv.required.env', node },
      `asks for ${missing.join(', ')}, which ${missing.length === 1 ? 'is' : 'are'} not set`,
      { code: 'dotenv-required', hint: 'Set it in the environment of this step, or in a .env file.' },
    );
  }
  return chosen(variables, settings);
}

async function readSettings({ root, walk, value }: Resolver): Promise<PluginSettings> {
  const node = await walk(root, ['custom', 'dotenv']);
  const values = node && (await value(node));
  if (node === undefined || values === null || values === undefined) return { node: node ?? root, values: {} };
  if (isMapping(values)) return { node, values };
  throw invalidSetting({ name: 'custom.dotenv', node }, `must be a mapping, and is ${kindOf(values)}`);
}

/** The files to read, the ones that win first. */
function filesOf(settings: PluginSettings, { root: folder, environment, options }: ServiceFacts): string[] {
  const { path, basePath = '' } = settings.values;
  if (path !== undefined && path !== null) {
    return namesIn(settings, 'path', typeof path === 'string' ? [path] : path).map((name) => resolve(folder, name));
  }
  if (typeof basePath !== 'string') {
    throw invalidSetting(
      { name: 'custom.dotenv.basePath', node: settings.node },
      `must be a string, and is ${kindOf(basePath)}`,
    );
  }
  const name = environment['NODE_ENV'] || options['env'] || options['stage'] || 'development';
  const names = [`.env.${name}.local`, `.env.${name}`, ...(name === 'test' ? [] : ['.env.local']), '.env'];
  return names.map((file) => resolve(folder, basePath + file));
}

/** `include` names the variables to take; without it, `exclude` names those to leave out. */
function chosen(variables: Variables, settings: PluginSettings): Variables {
  const { include = '*', exclude } = settings.values;
  const included = include === '*' ? undefined : namesIn(settings, 'include', include);
  const excluded = namesIn(settings, 'exclude', exclude);
  return Object.fromEntries(
    Object.entries(variables).filter(([name]) => included?.includes(name) ?? !excluded.includes(name)),
  );
}

function namesIn({ node }: PluginSettings, key: string, value: unknown): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value) && value.every((name) => typeof name === 'string')) return value;
  throw invalidSetting({ name: `custom.dotenv.${key}`, node }, `must be a list of strings, and is ${kindOf(value)}`);
}

function reportParser(node: ConfigNode, report: ReportDiagnostic): void {
  const location = locateNode(node);
  report({
    severity: 'warning',
    code: 'dotenv-parser',
    message: 'custom.dotenv.dotenvParser is not run: the .env files are read as dotenv reads them.',
    ...(location === undefined ? {} : { location }),
  });
}
