import type { ConfigNode } from '../config-node.js';
import { envSource } from './sources/env.js';
import { fileSource, type ReadDocument } from './sources/file.js';
import { optSource } from './sources/opt.js';
import { paramSource } from './sources/param.js';
import { selfSource } from './sources/self.js';
import { type StageOf, slsSource } from './sources/sls.js';
import type { Source } from './sources/source.js';
import { strToBoolSource } from './sources/str-to-bool.js';
import { unsupportedSource, unsupportedSourceNames } from './sources/unsupported.js';

/** What the sources draw on. */
export interface SourceInputs {
  readonly root: ConfigNode;
  /** The service's root folder. Absolute. */
  readonly folder: string;
  readonly options: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly stageOf: StageOf;
  readonly readDocument: ReadDocument;
}

/** The sources of variables by the name that a variable begins with. */
export function createSources(inputs: SourceInputs): Map<string, Source> {
  const { root, folder, options, params, environment, stageOf, readDocument } = inputs;
  return new Map<string, Source>([
    ['self', selfSource(root)],
    ['opt', optSource(options)],
    ['env', envSource(environment)],
    ['file', fileSource(folder, readDocument)],
    ['param', paramSource(params, root, stageOf)],
    ['sls', slsSource(stageOf)],
    ['strToBool', strToBoolSource()],
    ...unsupportedSourceNames.map((name): [string, Source] => [name, unsupportedSource(name)]),
  ]);
}
