import { dirname } from 'node:path';
import { displayPath } from '../../../diagnostics/display-path.js';
import { UserError } from '../../../diagnostics/user-error.js';
import { environmentOf } from '../../../host/environment.js';
import type { OfflineAnswers } from '../../answers/offline-answers.js';
import { readAnswers } from '../../answers/read-answers.js';
import {
  type ConfigNode,
  childNode,
  childNodes,
  dataNode,
  isMapping,
  kindOf,
  rootNode,
} from '../../document/config-node.js';
import { createDocumentReader } from '../../document/read-document.js';
import { invalidSetting } from '../../document/settings.js';
import type { ServiceOptions } from '../../service.js';
import { loadDotenv } from '../dotenv/load-dotenv.js';
import { ofComposition, version4 } from '../root/dialect.js';
import { type MainDocument, readCandidate } from '../root/discover.js';
import { regionOf, stageOf } from '../root/provider.js';
import { createScripts, type Scripts } from '../scripts/scripts.js';
import { explain, openServerlessService, optionsOf, type ServerlessService } from '../serverless-service.js';
import { outputSourceType } from '../variables/parse.js';
import { createResolver, type Resolver } from '../variables/resolver.js';
import { resolverNode } from '../variables/sources/resolver-settings.js';
import { checkedSettings } from '../variables/sources/resolvers.js';
import { createSources, findSource, type SourceInputs } from '../variables/sources.js';
import type { Composed } from './composed.js';
import { type ComposedService, readComposedService } from './composed-service.js';
import { checkDependencies } from './dependencies.js';
import { outputSource } from './service-output.js';

/** Several services of the framework that are deployed together, by a file `serverless-compose.*`. */
export interface Composition extends AsyncDisposable {
  /** Its file. Absolute. */
  readonly file: string;
  /** Where its services stand in the file, by their names. */
  readonly services: ReadonlyMap<string, ConfigNode>;
  /**
   * Opens one of its services, as the composition deploys it. What is opened ends with the composition.
   * @throws UserError where that can't be opened.
   */
  open(name: string, report: ServiceOptions['report']): Promise<ServerlessService>;
  /** Says that stage, region and profile of the service that runs are settled: AWS may be asked from now on. */
  settle(): void;
}

/** Version 4 has variables of all sources in the file of a composition, version 3 some of them. */
const dialect = { ...version4, grammar: ofComposition(version4.grammar) };

/**
 * Reads a composition.
 * @param file absolute
 * @throws UserError where it is not what a composition is, or its services wait for each other.
 */
export async function openComposition(file: string, options: ServiceOptions): Promise<Composition> {
  const { projectCode, environment } = options;
  const scripts = createScripts({ folder: dirname(file), projectCode, environment, options: optionsOf(options) });
  try {
    const document = await readCandidate(file, scripts);
    if (document === undefined) {
      throw new UserError({ code: 'config-missing', message: `The composition ${displayPath(file)} does not exist.` });
    }
    return await compose(document, options, scripts, await readAnswers(options));
  } catch (error) {
    await scripts[Symbol.asyncDispose]();
    throw error;
  }
}

async function compose(
  document: MainDocument,
  options: ServiceOptions,
  scripts: Scripts,
  answers: OfflineAnswers,
): Promise<Composition> {
  const folder = dirname(document.file.path);
  const root = rootNode(document);
  const environment = environmentOf(options.environment);
  const opened: Promise<ServerlessService>[] = [];
  let isSettled = false;
  const explained = <Result>(work: Promise<Result>): Promise<Result> => explain(work, document);
  const inputs: SourceInputs = {
    answers,
    isOpen: () => isSettled,
    root,
    folder,
    options: optionsOf(options),
    params: options.params,
    composedParams: undefined,
    inheritedResolver: undefined,
    environment,
    stageOf: (access) => stageOf({ root, ...access }, options.stage),
    readDocument: createDocumentReader(dialect.dates),
    readScript: (path, keys, access) => scripts.readPlace(path, keys, { root, dialect }, access),
    regionOf: (access) => regionOf({ root, ...access }, { given: options.region, environment }),
    aws: options.aws,
    signal: options.signal ?? new AbortController().signal,
    onSecret: options.onSecret ?? (() => {}),
  };
  const others = new Map<string, Promise<ServerlessService>>();
  const openOther = (name: string): Promise<ServerlessService> => {
    const other = others.get(name) ?? open(name, () => {});
    others.set(name, other);
    return other;
  };
  const sources = createSources(inputs);
  const known = [...sources.keys()];
  const resolver = createResolver(document, sources, {
    dialect,
    findSource: (variable, access) => findSource(variable, known, sources, inputs, access),
  });
  const services = await explained(readServices(root, resolver));
  sources.set(outputSourceType, outputSource({ ...inputs, names: [...services.keys()], open: openOther }));
  await explained(checkDependencies(services, resolver));

  async function open(name: string, report: ServiceOptions['report']): Promise<ServerlessService> {
    const node = services.get(name);
    if (node === undefined) throw new Error(`There is no service ${name}`);
    const service = await explained(readComposedService(name, node, { folder, resolver, report }));
    const composed = await explained(givenTo(service));
    const work = openServerlessService(flagsFor(service, { ...options, report }), composed);
    opened.push(work);
    return work;
  }

  /** What the service sees of the command line: that of the composition, less what is the composition's own. */
  function flagsFor(service: ComposedService, asked: ServiceOptions): ServiceOptions {
    const { config: _, service: __, function: ___, ...shared } = asked;
    const base = { ...shared, environment: environmentOf(environment), workingDirectory: service.folder };
    if (service.dialect.composed === 'defaults') return base;
    const { config, region } = service;
    return {
      ...base,
      stage: asked.stage || defaultStage,
      ...(config === undefined ? {} : { config }),
      ...(asked.region || region === undefined ? {} : { region }),
    };
  }

  async function givenTo({ params, dialect: own }: ComposedService): Promise<Composed> {
    const areFirst = own.composed === 'flags';
    const stage = await stageOf(resolver, options.stage);
    const dotenv = areFirst
      ? {}
      : await loadDotenv({ resolver, dialect: own, folder, stage, environment: options.environment });
    Object.assign(environment, dotenv);
    const groups = areFirst ? [] : await stageParams(stage, resolver);
    const nodes = [...(params === undefined ? [] : [params]), ...groups];
    return {
      answers,
      dotenv,
      params: {
        areFirst,
        names: nodes.flatMap(({ value }) => (isMapping(value) ? Object.keys(value) : [])),
        find: async (key) => {
          for (const node of nodes) {
            const param = childNode(node, key);
            const value = param && (await resolver.value(param));
            if (value !== undefined && value !== null) return dataNode(areFirst ? asFlag(value) : value);
          }
          return undefined;
        },
      },
      resolver: async (key) => {
        const node = areFirst ? undefined : await resolverNode(key, stage, root, resolver);
        return checkedSettings(key, node && (await resolver.value(node)));
      },
    };
  }

  return {
    file: document.file.path,
    services,
    open,
    settle: () => {
      isSettled = true;
    },
    async [Symbol.asyncDispose]() {
      const started = await Promise.allSettled(opened);
      await Promise.all([
        scripts[Symbol.asyncDispose](),
        ...started.map((result) => (result.status === 'fulfilled' ? result.value[Symbol.asyncDispose]() : undefined)),
      ]);
    },
  };
}

/** The stage that `@serverless/compose` names to each service, whatever the service itself says. */
const defaultStage = 'dev';

/** A param as a flag of a command has it: as text. */
function asFlag(value: unknown): unknown {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}

async function readServices(root: ConfigNode, resolver: Resolver): Promise<ReadonlyMap<string, ConfigNode>> {
  if (!isMapping(root.value)) {
    throw invalidSetting({ name: 'The composition', node: root }, `must be a mapping, and is ${kindOf(root.value)}`);
  }
  const services = await resolver.walk(root, ['services']);
  if (services === undefined || !isMapping(services.value)) {
    throw invalidSetting(
      { name: 'services', node: childNode(root, 'services') ?? root },
      services === undefined
        ? 'is missing: the composition names no service'
        : `must be a mapping, and is ${kindOf(services.value)}`,
      { hint: 'Write each service as `name: {path: folder}` below it.' },
    );
  }
  const named = await Promise.all(
    childNodes(services).map(async (declared) => {
      const name = declared.path.at(-1) ?? '';
      const node = await resolver.settle(declared);
      if (isMapping(node.value)) return [name, node] as const;
      throw invalidSetting({ name: `services.${name}`, node }, `must be a mapping, and is ${kindOf(node.value)}`);
    }),
  );
  return new Map(named);
}

/** The params that a composition has for all of its services, those of the stage first, as version 4 merges them. */
async function stageParams(stage: string, { root, walk }: Resolver): Promise<ConfigNode[]> {
  const groups = [
    ['stages', stage, 'params'],
    ['stages', 'default', 'params'],
    ['params', stage],
    ['params', 'default'],
  ];
  const found = await Promise.all(groups.map((path) => walk(root, path)));
  return found.filter((node) => node !== undefined);
}
