import { cfSource } from './sources/cf.js';
import { dashboardSource, dashboardSourceNames } from './sources/dashboard.js';
import { envSource } from './sources/env.js';
import { fileSource, type ReadDocument, type ReadScript } from './sources/file.js';
import { gitSource } from './sources/git.js';
import { optSource } from './sources/opt.js';
import { paramSource } from './sources/param.js';
import { answered, structuredAnswer } from './sources/remote.js';
import { configuredSource, type ResolverInputs, resolverSources } from './sources/resolvers.js';
import { s3Source } from './sources/s3.js';
import { selfSource } from './sources/self.js';
import { slsSource } from './sources/sls.js';
import type { Source, SourceAccess } from './sources/source.js';
import { readParameterAnswer, ssmSource } from './sources/ssm.js';
import { strToBoolSource } from './sources/str-to-bool.js';

/** What the sources draw on. */
export interface SourceInputs extends ResolverInputs {
  /** The service's root folder. Absolute. */
  readonly folder: string;
  readonly options: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, string>>;
  readonly readDocument: ReadDocument;
  readonly readScript: ReadScript;
}

/** The sources of variables by the name that a variable begins with. */
export function createSources(inputs: SourceInputs): Map<string, Source> {
  const { root, folder, options, params, environment, stageOf, readDocument, readScript, answers, signal } = inputs;
  return new Map<string, Source>([
    ['self', selfSource(root)],
    ['opt', optSource(options)],
    ['env', envSource(environment)],
    ['file', fileSource(folder, readDocument, readScript)],
    ['param', paramSource(params, root, stageOf)],
    ['sls', slsSource(stageOf)],
    ['strToBool', strToBoolSource()],
    ['git', answered('git', answers, gitSource({ folder, environment, signal }))],
    ['ssm', answered('ssm', answers, ssmSource(inputs), readParameterAnswer)],
    ['s3', answered('s3', answers, s3Source(inputs))],
    ['cf', answered('cf', answers, cfSource(inputs))],
    ...resolverSources(inputs),
    ...dashboardSourceNames.map((name): [string, Source] => [
      name,
      answered(name, answers, dashboardSource(name), structuredAnswer),
    ]),
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
  if (source === undefined) return configuredSource(name, inputs, access);
  return {
    resolve: (call, callAccess) => source.resolve({ ...call, params: [region, ...call.params] }, callAccess),
    explainMissing: (call) => source.explainMissing({ ...call, params: [region, ...call.params] }),
  };
}
