import { api } from './deploys-only/api.js';
import { deployments } from './deploys-only/deployments.js';
import { localEmulation } from './deploys-only/local-emulation.js';
import { observation } from './deploys-only/observation.js';
import { packaging } from './deploys-only/packaging.js';
import { resources } from './deploys-only/resources.js';
import { triggers } from './deploys-only/triggers.js';
import type { Plugin, PluginFamily } from './plugin.js';

/** The plugins that change nothing of a function, by what they are about. */
export const deploysOnly: readonly PluginFamily[] = [
  localEmulation,
  deployments,
  packaging,
  api,
  triggers,
  observation,
  resources,
];

/** The plugins that change functions. */
export const changing: readonly Plugin[] = [
  { name: '@cruglobal/serverless-merge-config' },
  { name: 'serverless-bundle' },
  { name: 'serverless-cf-vars' },
  { name: 'serverless-cloudformation-sub-variables' },
  { name: 'serverless-disable-functions', adds: { function: ['enabled'] } },
  { name: 'serverless-dotenv-plugin', adds: { function: ['dotenv'] } },
  { name: 'serverless-esbuild', adds: { function: ['skipEsbuild'] } },
  { name: 'serverless-functions-base-path' },
  { name: 'serverless-go-plugin' },
  { name: 'serverless-latest-layer-version' },
  { name: 'serverless-layers' },
  { name: 'serverless-lift', adds: { service: ['constructs'] }, sources: ['construct'] },
  { name: 'serverless-logging-config', adds: { function: ['logFormat', 'logLevel', 'systemLogLevel'] } },
  { name: 'serverless-lumigo', adds: { function: ['lumigo'] } },
  { name: 'serverless-middleware', adds: { function: ['middleware'] } },
  { name: 'serverless-newrelic-lambda-layers' },
  { name: 'serverless-offline-ssm' },
  { name: 'serverless-plugin-conditional-functions', adds: { function: ['enabled'] } },
  { name: 'serverless-plugin-datadog' },
  { name: 'serverless-plugin-epsagon', adds: { function: ['epsagon'] } },
  { name: 'serverless-plugin-git-variables', otherNames: ['serverless-git-info'], sources: ['git', 'gitinfo'] },
  { name: 'serverless-plugin-ifelse' },
  { name: 'serverless-plugin-lambda-insights', adds: { function: ['lambdaInsights'] } },
  { name: 'serverless-plugin-optimize', adds: { function: ['optimize'] } },
  { name: 'serverless-plugin-typescript' },
  { name: 'serverless-pseudo-parameters' },
  { name: 'serverless-python-requirements', adds: { function: ['module', 'dockerizePip', 'vendor'] } },
  { name: 'serverless-rack' },
  { name: 'serverless-rust', adds: { function: ['rust'] } },
  { name: 'serverless-rust-plugin' },
  { name: 'serverless-sentry', adds: { function: ['sentry'] } },
  { name: 'serverless-ssm-fetch', adds: { function: ['ssmToEnvironment'] } },
  { name: 'serverless-tscpaths' },
  { name: 'serverless-webpack' },
  { name: 'serverless-wsgi' },
];

const byName = new Map<string, Plugin>(
  [...changing, ...deploysOnly.flatMap(({ plugins }) => plugins)].flatMap((plugin) =>
    [plugin.name, ...(plugin.otherNames ?? [])].map((name) => [name, plugin] as const),
  ),
);

/** What is known of a plugin, by the name that a service lists it by; `undefined` where nothing is. */
export function pluginNamed(name: string): Plugin | undefined {
  return byName.get(name);
}

/** The plugins that bring a variable source: `construct` is of serverless-lift. */
export function pluginsWithSource(source: string): readonly Plugin[] {
  return changing.filter(({ sources = [] }) => sources.includes(source));
}
