import { api } from './deploys-only/api.js';
import { deployments } from './deploys-only/deployments.js';
import { localEmulation } from './deploys-only/local-emulation.js';
import { observation } from './deploys-only/observation.js';
import { packaging } from './deploys-only/packaging.js';
import { resources } from './deploys-only/resources.js';
import { triggers } from './deploys-only/triggers.js';
import { enabledFunctions } from './enabled-functions.js';
import { hashReferences } from './hash-references.js';
import { leftOut } from './left-out.js';
import { monitoring } from './monitoring.js';
import type { ChangingPlugin, Plugin, PluginFamily } from './plugin.js';
import { dotenv } from './serverless-dotenv-plugin.js';
import { esbuild } from './serverless-esbuild.js';
import { functionsBasePath } from './serverless-functions-base-path.js';
import { go } from './serverless-go-plugin.js';
import { lift } from './serverless-lift.js';
import { middleware } from './serverless-middleware.js';
import { datadog } from './serverless-plugin-datadog.js';
import { gitVariables } from './serverless-plugin-git-variables.js';
import { ifElse } from './serverless-plugin-ifelse.js';
import { typescript } from './serverless-plugin-typescript.js';
import { pythonRequirements } from './serverless-python-requirements.js';
import { rack } from './serverless-rack.js';
import { rust } from './serverless-rust.js';
import { sentry } from './serverless-sentry.js';
import { ssmFetch } from './serverless-ssm-fetch.js';
import { bundle, webpack } from './serverless-webpack.js';
import { wsgi } from './serverless-wsgi.js';

/** The plugins that change functions. */
export const changing: readonly ChangingPlugin[] = [
  esbuild,
  webpack,
  bundle,
  typescript,
  dotenv,
  pythonRequirements,
  wsgi,
  rack,
  functionsBasePath,
  middleware,
  ...hashReferences,
  ifElse,
  ...enabledFunctions,
  lift,
  gitVariables,
  ssmFetch,
  sentry,
  datadog,
  ...monitoring,
  go,
  ...rust,
  ...leftOut,
];

/** The plugins that change no function, by their purpose. */
export const deploysOnly: readonly PluginFamily[] = [
  localEmulation,
  deployments,
  packaging,
  api,
  triggers,
  observation,
  resources,
];

const byName = new Map<string, Plugin & Partial<ChangingPlugin>>(
  [...changing, ...deploysOnly.flatMap(({ plugins }) => plugins)].flatMap((plugin) =>
    [plugin.name, ...(plugin.otherNames ?? [])].map((name) => [name, plugin] as const),
  ),
);

/** What is known about a plugin, by the name in the service's list; `undefined` for an unknown plugin. */
export function pluginNamed(name: string): (Plugin & Partial<ChangingPlugin>) | undefined {
  return byName.get(name);
}

/** The plugins that bring a variable source: `construct` is of serverless-lift. */
export function pluginsWithSource(source: string): readonly Plugin[] {
  return changing.filter(({ sources = [] }) => sources.includes(source));
}
