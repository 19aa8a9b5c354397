import type { OwnIdentity } from '../../aws/access.js';
import type { OfflineAnswers } from '../answers/offline-answers.js';
import { unusedAnswers } from '../answers/unused-answers.js';
import type { Service } from '../service.js';
import { configuredName, type DeclaredFunction, knownName } from './functions/declared-function.js';
import { findFunction } from './functions/find-function.js';
import { type FunctionReader, loadFunction } from './functions/load-function.js';

/** What a service of templates is made of. */
export interface TemplateServiceParts {
  readonly root: string;
  readonly configFile: string;
  readonly identity: OwnIdentity;
  readonly answers: OfflineAnswers;
  readonly accountId: string | undefined;
  readonly functions: readonly DeclaredFunction[];
  readonly reader: (declared: DeclaredFunction) => FunctionReader;
  readonly stage: string;
  readonly region: string;
}

/** The functions of templates as a service. */
export function templateService(parts: TemplateServiceParts): Service {
  const { root, configFile, identity, answers, accountId, functions, reader, stage, region } = parts;
  const [only, ...others] = functions;
  return {
    root,
    configFile,
    stage,
    region,
    identity,
    dotenv: {},
    ...(only === undefined || others.length > 0 ? {} : { onlyFunction: only.key }),
    ...(accountId === undefined ? {} : { accountId }),
    names: async () => functions.map(({ key }) => key),
    namesOf: async (name) => {
      const declared = await findFunction(name, functions, configFile);
      const configured = await configuredName(declared);
      return [...(configured === undefined ? [] : [configured]), ...declared.names.toReversed(), declared.key];
    },
    load: async (name, overridden = []) => {
      const declared = await findFunction(name, functions, configFile);
      const fn = await loadFunction(declared, reader(declared), overridden);
      const isOther =
        name === declared.key || declared.names.includes(name) || (await knownName(declared)) !== undefined;
      // Else it was found by the name that CloudFormation gave to it.
      return isOther ? fn : { ...fn, name };
    },
    unusedAnswers: () => unusedAnswers(answers, (question) => question),
    [Symbol.asyncDispose]: async () => {},
  };
}
