import type { ReportDiagnostic, SourceLocation } from '../../../diagnostics/diagnostic.js';
import { nearestName } from '../../../diagnostics/nearest-name.js';
import { knownRuntimes } from '../../../lambda/deploy/runtime-lifecycle.js';
import {
  type FunctionValidation,
  isHere,
  type LambdaFunction,
  type OriginKey,
} from '../../../lambda/function/lambda-function.js';
import { isSupportedRuntime, parseRuntime, supportedRuntimes } from '../../../lambda/function/runtimes.js';
import { defaultMemorySizeMiB, defaultTimeoutMs, mockedAccountId } from '../../../lambda/limits.js';
import type { EvaluationInputs } from '../../cloudformation/evaluation.js';
import { stackLookup } from '../../cloudformation/stack-lookup.js';
import type { ImageFunction } from '../../container-image/read-image.js';
import { type ConfigNode, childNode, kindOf } from '../../document/config-node.js';
import { locateNode } from '../../document/locate.js';
import {
  choiceOrDefault,
  invalidSetting,
  numberSetting,
  type Setting,
  storageSetting,
  textSetting,
} from '../../document/settings.js';
import type { PluggedService } from '../plugins/listed-plugins.js';
import { firstOf } from '../plugins/listed-plugins.js';
import { changedFunction, changedSettings, templateChange } from '../plugins/plugin-changes.js';
import { providerSetting } from '../root/provider.js';
import type { ServiceFacts } from '../root/service-facts.js';
import { templateOf } from '../stack/template.js';
import { isPlainlyValid } from '../validation/plain-configuration.js';
import { validationModeOf } from '../validation/validation-mode.js';
import { readBuildSettings } from './build-settings.js';
import { readCode } from './code.js';
import { type EnvironmentLayer, readEnvironment } from './environment.js';
import { functionName, stackName } from './function-name.js';
import type { FunctionBody } from './functions.js';
import { readLayers } from './layers.js';
import { readLogSettings } from './logging.js';

/** The runtime if the service declares none. */
const defaultRuntime = 'nodejs22.x';

/**
 * Resolves what a function needs, and nothing else.
 * @throws UserError where that is missing or wrong.
 */
export async function loadFunction(facts: PluggedService, declared: FunctionBody): Promise<LambdaFunction> {
  const reported: SourceLocation[] = [];
  const report: ReportDiagnostic = (diagnostic) => {
    if (diagnostic.location !== undefined) reported.push(diagnostic.location);
    facts.report(diagnostic);
  };
  const service = { ...facts, report };
  const body = await changedSettings(service, declared);
  const change = await templateChange(service);
  const { resolver, root, stage, region } = service;
  const inherited = async (key: string): Promise<Setting | undefined> =>
    (await body.setting(key)) ?? (await providerSetting(resolver, key));
  const image = await imageOf(service, body);
  const [handler, runtime, timeout, memorySize, architecture, logs, providerLogs, name, environment, code, layers] =
    await Promise.all([
      image === undefined ? readHandler(body) : undefined,
      inherited('runtime'),
      inherited('timeout'),
      inherited('memorySize'),
      inherited('architecture'),
      body.setting('logs'),
      providerSetting(resolver, 'logs', 'lambda'),
      functionName(service, body),
      environmentLayers(service, body).then((environments) =>
        readEnvironment({
          resolver,
          layers: environments,
          overridden: service.overridden,
          cloudFormation: cloudFormationInputs(service, change),
          ...(change === undefined ? {} : { change }),
        }),
      ),
      image === undefined ? readCode(service, body, inherited) : { value: image.code, node: undefined },
      readLayers(service, body),
    ]);
  const runtimeName = image?.runtime ?? (await readRuntime(runtime, service, body));
  if (handler !== undefined) checkHandlerName(handler, runtimeName);
  const handlerText = handler?.value ?? image?.handler ?? '';
  const architectureName = choiceOrDefault(architecture, ['x86_64', 'arm64'], report) ?? 'x86_64';
  const timeoutSeconds = numberSetting(timeout, { min: 1, max: 900, unit: 'seconds', member: 'timeout', report });
  const memorySizeMiB = numberSetting(memorySize, { min: 128, max: 10_240, unit: 'MiB', member: 'memorySize', report });
  const storage = storageSetting(await body.setting('ephemeralStorageSize'), report);
  await reportFileSystem(body, facts.report);
  const origins = new Map<OriginKey, ConfigNode | undefined>([
    ['function', body.node],
    ['handler', handler?.node],
    ['runtime', runtime?.node],
    ['timeout', timeout?.node],
    ['memorySize', memorySize?.node],
    ['architecture', architecture?.node],
    ['environment', (await declared.nodes('environment')).at(-1)],
    ['layers', layers.node],
    ['artifact', code.node],
    ...[...environment.nodes].map(([key, node]): [OriginKey, ConfigNode] => [`environment.${key}`, node]),
  ]);
  const mode = await validationModeOf(resolver, root);
  const fn: LambdaFunction = {
    key: body.key,
    name,
    handler: handlerText,
    runtime: runtimeName,
    code: code.value,
    ...(image === undefined || image.files.length === 0 ? {} : { addedFiles: image.files }),
    ...(image?.hasForeignImage === true ? { hasForeignImage: true } : {}),
    layers: [...(image?.layers ?? []), ...layers.value],
    sourceRoot: root,
    environment: { ...image?.environment, ...environment.values },
    timeoutMs: timeoutSeconds === undefined ? defaultTimeoutMs : timeoutSeconds * 1000,
    memorySizeMiB: memorySizeMiB ?? defaultMemorySizeMiB,
    ...storage,
    architecture: architectureName,
    logging: readLogSettings(logs, providerLogs, report),
    region,
    stage,
    build: () => readBuildSettings(service, body),
    nativeBuild: async () => {
      const program = { key: body.key, handler: handlerText, runtime: runtimeName, architecture: architectureName };
      return firstOf(await service.plugins(), ({ nativeBuild }) => nativeBuild?.(service, program));
    },
    ...(image === undefined && (await hasNoRules(service, body)) ? { packsWholeFolder: true } : {}),
    ...(image === undefined
      ? {
          packaging: async () => {
            const { readPackaging } = await import('./packaging.js');
            return readPackaging(service, body, {
              runtime: runtimeName,
              elsewhere: layers.value.filter((layer) => !isHere(layer)).map((layer) => layer.name),
            });
          },
        }
      : {}),
    permissions: async () => {
      const { readPermissions } = await import('../permissions/read-permissions.js');
      const evaluation = cloudFormationInputs(service, change);
      const layersOfEnvironment = await environmentLayers(service, body);
      return readPermissions({ service, body, evaluation, environment: layersOfEnvironment, change });
    },
    triggers: async () => {
      const { readTriggers } = await import('./triggers/read-triggers.js');
      return readTriggers(body, cloudFormationInputs(service, change));
    },
    asyncInvocations: async () => {
      const { readAsyncInvocations } = await import('./async-invocations.js');
      return readAsyncInvocations(body, cloudFormationInputs(service, change), report);
    },
    ...(mode === 'off' ? {} : { validation: validationOf(service, declared, reported, mode === 'error') }),
    origin: async (key): Promise<SourceLocation | undefined> => {
      if (image !== undefined && (key === 'handler' || key === 'runtime')) return image.location;
      const node = origins.get(key);
      return node && locateNode(node, 'key');
    },
  };
  return changedFunction(fn, { service, body });
}

async function reportFileSystem(body: FunctionBody, report: ReportDiagnostic): Promise<void> {
  const node = (await body.nodes('fileSystemConfig')).at(-1);
  if (node === undefined) return;
  const { fileSystemNotice } = await import('../../file-system-notice.js');
  const path = childNode(node, 'localMountPath')?.value;
  report(fileSystemNotice(body.key, typeof path === 'string' ? path : undefined, locateNode(node, 'key')));
}

/** Whether neither the service nor the function says anything of packages, and no plugin can. */
async function hasNoRules({ resolver, plugins }: PluggedService, body: FunctionBody): Promise<boolean> {
  const { root } = resolver;
  const mentioned = ['package', 'layers', 'useDotenv'].some((name) => childNode(root, name) !== undefined);
  return !mentioned && (await body.nodes('package')).length === 0 && (await plugins()).names.length === 0;
}

/** The validation by the framework's own schema, which is loaded only if it is asked, and not all is plainly right. */
function validationOf(
  service: PluggedService,
  body: FunctionBody,
  reported: readonly SourceLocation[],
  isStrict: boolean,
): FunctionValidation {
  return {
    isStrict,
    findings: async () => {
      if (isPlainlyValid(service, body)) return [];
      const { validateFunction } = await import('../validation/validate-function.js');
      return validateFunction({ service, body, reported, isStrict });
    },
  };
}

function cloudFormationInputs(
  service: PluggedService,
  change: ((value: unknown) => unknown) | undefined,
): EvaluationInputs {
  const { resolver, stage, region, answers, aws } = service;
  const name = (): Promise<string> => stackName(resolver, stage);
  const lookup = stackLookup({ answers, aws, region, stackName: name });
  return {
    template: templateOf(service, change),
    lookup,
    stack: async () => ({
      region,
      stackName: await name(),
      accountId: lookup.given('aws:accountId') ?? mockedAccountId,
    }),
  };
}

/** The function that an image makes; `undefined` for one that has a handler. */
async function imageOf(service: ServiceFacts, body: FunctionBody): Promise<ImageFunction | undefined> {
  if ((await body.nodes('handler')).length > 0) return undefined;
  const image = await body.setting('image');
  if (image === undefined) return undefined;
  const { readServiceImage } = await import('./image.js');
  return readServiceImage(service, body, image);
}

async function readHandler(body: FunctionBody): Promise<Setting & { readonly value: string }> {
  const setting = await body.setting('handler');
  const image = await body.setting('image');
  if (setting !== undefined && image !== undefined) {
    throw invalidSetting(image, 'stands beside a handler, which the framework refuses', {
      code: 'function-image',
      hint: 'A function has a handler, or an image.',
    });
  }
  if (setting === undefined) {
    const missing = { name: `functions.${body.key}.handler`, node: body.node };
    throw invalidSetting(missing, 'is missing', { code: 'handler-missing', hint: handlerHint });
  }
  const { name, node, value } = setting;
  if (typeof value !== 'string') {
    throw invalidSetting(setting, `must be a string, and is ${kindOf(value)}`, {
      code: 'handler-malformed',
      hint: handlerHint,
    });
  }
  return { name, node, value };
}

/**
 * Only the runtimes for Node.js and Python split the handler at a dot; for others it names a class, a program, or nothing.
 */
function checkHandlerName(handler: Setting & { readonly value: string }, runtime: string): void {
  const language = parseRuntime(runtime)?.language;
  if (handler.value.includes('.') || language === 'custom' || language === 'java') return;
  throw invalidSetting(handler, `is malformed: \`${handler.value}\` has no dot`, {
    code: 'handler-malformed',
    hint: handlerHint,
  });
}

const handlerHint = 'A handler is written as `file.export`, such as `src/hello.handler`.';

async function readRuntime(
  setting: Setting | undefined,
  { plugins, report }: Pick<PluggedService, 'plugins' | 'report'>,
  body: FunctionBody,
): Promise<string> {
  if (setting === undefined) {
    const location = locateNode(body.node);
    report({
      severity: 'notice',
      code: 'runtime-default',
      message: `The function ${body.key} declares no runtime: it is run as ${defaultRuntime}.`,
      hint: `Set provider.runtime, such as \`runtime: ${defaultRuntime}\`.`,
      ...(location === undefined ? {} : { location }),
    });
    return defaultRuntime;
  }
  const runtime = textSetting(setting) ?? '';
  if (!isSupportedRuntime(runtime)) {
    const deployed = await firstOf(await plugins(), ({ runtimes = {} }) =>
      Object.hasOwn(runtimes, runtime) ? runtimes[runtime] : undefined,
    );
    if (deployed !== undefined) return deployed;
    const nearest = nearestName(runtime, knownRuntimes.filter(isSupportedRuntime));
    throw invalidSetting(setting, `is \`${runtime}\`, which can't be run here; supported are ${supportedRuntimes}`, {
      code: 'runtime-unsupported',
      hint: nearest === undefined || nearest === runtime ? undefined : `Did you mean ${nearest}?`,
    });
  }
  return runtime;
}

async function environmentLayers({ resolver }: ServiceFacts, body: FunctionBody): Promise<EnvironmentLayer[]> {
  const provider = await resolver.walk(resolver.root, ['provider']);
  const inherited = provider && childNode(provider, 'environment');
  const own = await body.nodes('environment');
  return [
    ...(inherited === undefined ? [] : [{ name: 'provider.environment', node: inherited }]),
    ...own.map((node) => ({ name: `functions.${body.key}.environment`, node })),
  ];
}
