import type { ComposedParams } from '../compose/composed.js';
import { envSource } from './sources/env.js';
import { fileSource, type ReadDocument, type ReadScript } from './sources/file.js';
import { optSource } from './sources/opt.js';
import { paramSource } from './sources/param.js';
import type { RemoteSourceInputs } from './sources/remote-sources.js';
import { selfSource } from './sources/self.js';
import { slsSource } from './sources/sls.js';
import type { Source, SourceAccess } from './sources/source.js';
import { strToBoolSource } from './sources/str-to-bool.js';
import type { TypedSource } from './syntax.js';

/** What the sources need. */
export interface SourceInputs extends RemoteSourceInputs {
  readonly options: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, string>>;
  /** The params that a composition gives to the service. */
  readonly composedParams: ComposedParams | undefined;
  readonly readDocument: ReadDocument;
  readonly readScript: ReadScript;
}

/** The sources whose code is loaded when a variable first uses one of them. */
export const remoteSourceNames = [
  ...['git', 'ssm', 's3', 'cf', 'aws', 'doppler', 'terraform', 'vault'],
  ...['output', 'state', 'secrets'],
];

/** The sources of variables by the name that a variable begins with. */
export function createSources(inputs: SourceInputs): Map<string, Source> {
  const { root, folder, options, params, environment, stageOf, readDocument, readScript } = inputs;
  let remote: Promise<Map<string, Source>> | undefined;
  const loadRemote = (): Promise<Map<string, Source>> => {
    remote ??= import('./sources/remote-sources.js').then((module) => module.createRemoteSources(inputs));
    return remote;
  };
  return new Map<string, Source>([
    ['self', selfSource(root)],
    ['opt', optSource(options)],
    ['env', envSource(environment)],
    ['file', fileSource(folder, readDocument, readScript, inputs.answers)],
    ['param', paramSource({ params, composed: inputs.composedParams, root, folder, stageOf })],
    ['sls', slsSource(stageOf)],
    ['strToBool', strToBoolSource()],
    ...remoteSourceNames.map((name): [string, Source] => [name, lateSource(name, loadRemote)]),
  ]);
}

/**
 * The source of a variable that is not built in: a configured resolver, a source written with its region as in version 1, or
 * else a plugin's source, which only the caller can answer.
 * @param known the names of the sources, for messages
 */
export async function findSource(
  variable: TypedSource,
  known: readonly string[],
  sources: ReadonlyMap<string, Source>,
  inputs: SourceInputs,
  access: SourceAccess,
): Promise<Source> {
  const [, type, region] = /^(ssm|s3|cf)\.([a-z]{2}(?:-[a-z]+)+-\d+)$/.exec(variable.type) ?? [];
  const source = type === undefined ? undefined : sources.get(type);
  if (source === undefined) {
    const { configuredSource } = await import('./sources/resolvers.js');
    const configured = await configuredSource(variable.type, inputs, access);
    if (configured !== undefined) return configured;
    const { pluginSource } = await import('./sources/plugin-source.js');
    return pluginSource(variable, known, inputs);
  }
  return {
    resolve: (call, callAccess) => source.resolve({ ...call, params: [region, ...call.params] }, callAccess),
    explainMissing: (call) => source.explainMissing({ ...call, params: [region, ...call.params] }),
  };
}

/** A source that is loaded, together with others, when it is first used. */
function lateSource(name: string, load: () => Promise<Map<string, Source>>): Source {
  let source: Source | undefined;
  return {
    resolve: async (call, access) => {
      source = (await load()).get(name);
      return source?.resolve(call, access);
    },
    explainMissing: (call) => source?.explainMissing(call) ?? { reason: 'has no value' },
  };
}
