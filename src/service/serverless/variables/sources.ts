import { envSource } from './sources/env.js';
import { fileSource, type ReadDocument, type ReadScript } from './sources/file.js';
import { optSource } from './sources/opt.js';
import { paramSource } from './sources/param.js';
import type { RemoteSourceInputs } from './sources/remote-sources.js';
import { selfSource } from './sources/self.js';
import { slsSource } from './sources/sls.js';
import type { Source, SourceAccess } from './sources/source.js';
import { strToBoolSource } from './sources/str-to-bool.js';

/** What the sources draw on. */
export interface SourceInputs extends RemoteSourceInputs {
  readonly options: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, string>>;
  readonly readDocument: ReadDocument;
  readonly readScript: ReadScript;
}

/** The sources whose code loads when a variable first asks one of them. */
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
    ['file', fileSource(folder, readDocument, readScript)],
    ['param', paramSource(params, root, stageOf)],
    ['sls', slsSource(stageOf)],
    ['strToBool', strToBoolSource()],
    ...remoteSourceNames.map((name): [string, Source] => [name, lateSource(name, loadRemote)]),
  ]);
}

/** The source of a name that is not built in: a configured resolver, or a source with its region as version 1 wrote it. */
export async function findSource(
  name: string,
  sources: ReadonlyMap<string, Source>,
  inputs: SourceInputs,
  access: SourceAccess,
): Promise<Source | undefined> {
  const [, type, region] = /^(ssm|s3|cf)\.([a-z]{2}(?:-[a-z]+)+-\d+)$/.exec(name) ?? [];
  const source = type === undefined ? undefined : sources.get(type);
  if (source === undefined) {
    const { configuredSource } = await import('./sources/resolvers.js');
    return configuredSource(name, inputs, access);
  }
  return {
    resolve: (call, callAccess) => source.resolve({ ...call, params: [region, ...call.params] }, callAccess),
    explainMissing: (call) => source.explainMissing({ ...call, params: [region, ...call.params] }),
  };
}

/** A source that is loaded with others when it is first asked. */
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
