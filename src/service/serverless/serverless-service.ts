import { dirname, resolve } from 'node:path';

import { UserError } from '../../diagnostics/user-error.js';
import { environmentOf } from '../../host/environment.js';
import type { OfflineAnswers } from '../answers/offline-answers.js';
import { readAnswers } from '../answers/read-answers.js';
import { unusedAnswers } from '../answers/unused-answers.js';
import { type ConfigDocument, isMapping, kindOf } from '../document/config-node.js';
import { createDocumentReader } from '../document/read-document.js';
import { readYaml } from '../document/read-yaml.js';
import { invalidSetting } from '../document/settings.js';
import { overriddenSet } from '../overridden-names.js';
import type { Service, ServiceOptions } from '../service.js';
import type { Composed } from './compose/composed.js';
import type { Variables } from './dotenv/env-file.js';
import { loadDotenv } from './dotenv/load-dotenv.js';
import { functionName, stackName } from './function/function-name.js';
import { readFunctionBody, readFunctionEntries, unknownFunction } from './function/functions.js';
import { type Explained, withExplainedMembers } from './function/late-members.js';
import { loadFunction } from './function/load-function.js';
import { createFragmentCheck, type LacksFunction } from './function/plain-fragments.js';
import { type ListedPlugins, type PluggedService, readPlugins } from './plugins/listed-plugins.js';
import { withPluginChanges } from './plugins/plugin-changes.js';
import { type Dialect, dialectOf } from './root/dialect.js';
import { type MainDocument, readConfiguration } from './root/discover.js';
import { checkProvider, checkStages, regionOf, stageOf } from './root/provider.js';
import type { ServiceFacts } from './root/service-facts.js';
import { createScripts, type Scripts } from './scripts/scripts.js';
import { deploymentRegion, readOwnIdentity } from './stack/deployment.js';
import { createLocalResolver } from './variables/local-resolver.js';
import { toUserError, VariableError } from './variables/problem.js';
import { createResolver, type Resolver } from './variables/resolver.js';
import type { ValueAccess } from './variables/sources/source.js';
import { createSources, findSource, type SourceInputs } from './variables/sources.js';

/** A service of the Serverless Framework. */
export interface ServerlessService extends Service {
  /** The name of the stack that a deploy makes. */
  stackName(): Promise<string>;
  /** The value at a path of the configuration, with everything in it resolved; `undefined` if there is none. */
  property(path: readonly string[]): Promise<unknown>;
}

/**
 * Opens a service of the Serverless Framework.
 * @param composed what a composition gives to it
 * @throws UserError where there is none, or its file, provider, stage or region is wrong.
 */
export async function openServerlessService(options: ServiceOptions, composed?: Composed): Promise<ServerlessService> {
  const { workingDirectory, config, projectCode, environment } = options;
  const folder = config ? dirname(resolve(workingDirectory, config)) : workingDirectory;
  const scripts = createScripts({ folder, projectCode, environment, options: optionsOf(options) });
  try {
    return await open(options, scripts, composed);
  } catch (error) {
    await scripts[Symbol.asyncDispose]();
    throw error;
  }
}

async function open(
  options: ServiceOptions,
  scripts: Scripts,
  composed: Composed | undefined,
): Promise<ServerlessService> {
  const read = await readConfiguration(options.workingDirectory, options.config, scripts);
  const root = dirname(read.file.path);
  const dialect = dialectOf(isMapping(read.value) ? read.value['frameworkVersion'] : undefined);
  const document = inDialect(read, dialect);
  const environment = environmentOf(options.environment);
  const answers = composed?.answers ?? (await readAnswers(options));
  let isOpen = false;
  const regionFor = (access: Access): Promise<string> =>
    regionOf(access, {
      given: options.region,
      environment,
      ...(dialect.ownIdentity === 'first' ? { ofResolver: () => deploymentRegion(access, options.stage) } : {}),
    });
  const opening: Opening = { answers, isOpen: () => isOpen, dialect, environment, scripts, regionFor, composed };
  const { resolver, localResolver, documents } = openResolvers(document, root, options, opening);
  const explained: Explained = (work) => explain(work, document);

  const stage = await explained(
    Promise.all([checkStages(resolver, dialect), checkProvider(resolver)]).then(() => stageOf(resolver, options.stage)),
  );
  const dotenv = {
    ...composed?.dotenv,
    ...(await explained(loadDotenv({ resolver, dialect, folder: root, stage, environment }))),
  };
  Object.assign(environment, dotenv);
  scripts.addVariables(dotenv);
  const region = await explained(regionFor(resolver));
  const identity = await readOwnIdentity(resolver, { dialect, stage, explained, report: options.report });
  isOpen = true;
  const { report } = options;
  const accountId = answers.given('aws:accountId');
  let plugins: Promise<ListedPlugins> | undefined;
  const lacksFunction = createFragmentCheck(root, answers);
  const facts: Omit<PluggedService, 'overridden'> = {
    resolver,
    localResolver,
    documents,
    root,
    stage,
    region,
    report,
    answers,
    aws: options.aws,
    environment,
    options: optionsOf(options),
    projectCode: options.projectCode,
    plugins: () => {
      plugins ??= readPlugins(resolver, report);
      return plugins;
    },
  };
  return {
    root,
    configFile: document.file.path,
    stage,
    region,
    identity,
    dotenv,
    ...(accountId === undefined ? {} : { accountId }),
    names: () =>
      explained(
        withPluginChanges({ ...facts, overridden: new Set() })
          .then((changed) => readFunctionEntries(changed.resolver))
          .then((entries) => [...entries.keys()]),
      ),
    load: (name, overridden) =>
      explained(
        withPluginChanges({ ...facts, overridden: overriddenSet(overridden) }).then((changed) =>
          load({ ...changed, lacksFunction }, name),
        ),
      ).then((fn) => withExplainedMembers(fn, explained)),
    unusedAnswers: () => unusedAnswers(answers, (question) => `\${${question}}`),
    stackName: () => explained(stackName(resolver, stage)),
    property: (path) => explained(readProperty(resolver, path)),
    [Symbol.asyncDispose]: () => scripts[Symbol.asyncDispose](),
  };
}

/** The document, read in its own dialect, which is known only after reading it once. */
function inDialect(document: MainDocument, { dates }: Dialect): MainDocument {
  const { file } = document;
  const isOtherwise = file.format === 'yaml' && dates !== 'text' && /\d{4}-\d\d?-\d/.test(file.text);
  return isOtherwise ? { file, value: readYaml(file.text, file.path, dates) } : document;
}

/** The values for `${opt:}`. */
export function optionsOf({ stage, region, options }: ServiceOptions): Record<string, string> {
  return { ...(stage ? { stage } : {}), ...(region ? { region } : {}), ...options };
}

/** What the resolver of a service needs besides the options. */
interface Opening {
  readonly answers: OfflineAnswers;
  /** Whether stage, region and profile are settled. */
  readonly isOpen: () => boolean;
  readonly dialect: Dialect;
  /**
   * The values for `${env:}`. The variables of `.env` files are added once the stage is known, since it decides which files
   * are read.
   */
  readonly environment: Variables;
  readonly scripts: Scripts;
  readonly regionFor: (access: Access) => Promise<string>;
  readonly composed: Composed | undefined;
}

type Access = Pick<Resolver, 'root'> & ValueAccess;

interface Resolvers {
  readonly resolver: Resolver;
  readonly localResolver: ServiceFacts['localResolver'];
  readonly documents: ServiceFacts['documents'];
}

function openResolvers(document: MainDocument, folder: string, options: ServiceOptions, opening: Opening): Resolvers {
  if (!isMapping(document.value)) {
    const root = { document, path: [], value: document.value };
    throw invalidSetting(
      { name: 'The configuration', node: root },
      `must be a mapping, and is ${kindOf(document.value)}`,
      { code: 'config-invalid', hint: 'It begins with lines such as `service: my-service` and `provider: aws`.' },
    );
  }
  const { stage, params } = options;
  const { dialect, environment, scripts, regionFor } = opening;
  const root = { document, path: [], value: document.value };
  const documents: ConfigDocument[] = [document];
  const inputs: SourceInputs = {
    ...opening,
    root,
    folder,
    options: optionsOf(options),
    params,
    composedParams: opening.composed?.params,
    inheritedResolver: opening.composed?.resolver,
    environment,
    stageOf: (access) => stageOf({ root, ...access }, stage),
    readDocument: createDocumentReader(dialect.dates, (read) => void documents.push(read)),
    readScript: (path, keys, access) => scripts.readPlace(path, keys, { root, dialect }, access),
    regionOf: (access) => regionFor({ root, ...access }),
    aws: options.aws,
    signal: options.signal ?? new AbortController().signal,
    onSecret: options.onSecret ?? (() => {}),
  };
  const sources = createSources(inputs);
  const resolver = createResolver(document, sources, {
    dialect,
    findSource: (variable, access) => findSource(variable, [...sources.keys()], sources, inputs, access),
  });
  const localResolver: ServiceFacts['localResolver'] = (onValue) =>
    createLocalResolver(document, inputs, dialect, onValue);
  return { resolver, localResolver, documents: opening.composed === undefined ? documents : undefined };
}

async function load(facts: LoadingService, name: string): ReturnType<Service['load']> {
  const { resolver } = facts;
  const own = (await readFunctionEntries(resolver, (item) => facts.lacksFunction(item, name))).get(name);
  const body = own && (await readFunctionBody(resolver, own));
  if (body !== undefined) return loadFunction(facts, body);
  const entries = await readFunctionEntries(resolver);
  for (const candidate of entries.values()) {
    const other = await readFunctionBody(resolver, candidate).catch(ignoreSibling);
    const fullName = other && (await functionName(facts, other).catch(ignoreSibling));
    if (other !== undefined && fullName === name) return loadFunction(facts, other);
  }
  const functions = await resolver.walk(resolver.root, ['functions']);
  throw unknownFunction(name, [...entries.keys()], functions ?? resolver.root);
}

interface LoadingService extends PluggedService {
  readonly lacksFunction: LacksFunction;
}

/** Errors in functions that were not requested are ignored. */
function ignoreSibling(error: unknown): undefined {
  if (error instanceof VariableError || error instanceof UserError) return undefined;
  throw error;
}

async function readProperty({ root, walk, value }: Resolver, path: readonly string[]): Promise<unknown> {
  const node = await walk(root, path);
  return node && value(node);
}

/** Makes an error of a variable one for the user. */
export async function explain<Result>(work: Promise<Result>, document: MainDocument): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof VariableError ? toUserError(error, document) : error;
  }
}
