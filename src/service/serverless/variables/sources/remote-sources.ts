import { cfSource } from './cf.js';
import { dashboardSource, dashboardSourceNames } from './dashboard.js';
import { gitSource } from './git.js';
import { answered, structuredAnswer } from './remote.js';
import { type ResolverInputs, resolverSources } from './resolvers.js';
import { s3Source } from './s3.js';
import type { Source } from './source.js';
import { readParameterAnswer, ssmSource } from './ssm.js';

/** What the sources outside of the project's files need. */
export interface RemoteSourceInputs extends ResolverInputs {
  /** The service's root folder. Absolute. */
  readonly folder: string;
}

/** The sources that use a service or a program, by name. */
export function createRemoteSources(inputs: RemoteSourceInputs): Map<string, Source> {
  const { folder, environment, answers, signal } = inputs;
  return new Map<string, Source>([
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
