import type { ReportDiagnostic, SourceLocation } from '../../../diagnostics/diagnostic.js';
import { nearestName } from '../../../diagnostics/nearest-name.js';
import { knownRuntimes } from '../../../lambda/deploy/runtime-lifecycle.js';
import type { BuildSettings } from '../../../lambda/function/build-settings.js';
import type { FunctionPermissions } from '../../../lambda/function/function-permissions.js';
import type { FunctionTrigger } from '../../../lambda/function/function-trigger.js';
import type {
  AddedFile,
  FunctionCode,
  LambdaFunction,
  LogSettings,
  OriginKey,
} from '../../../lambda/function/lambda-function.js';
import type { PackagingRules } from '../../../lambda/function/packaging.js';
import { isSupportedRuntime, parseRuntime, supportedRuntimes } from '../../../lambda/function/runtimes.js';
import type { ContainerImage } from '../../container-image/container-image.js';
import type { ImageFunction } from '../../container-image/read-image.js';
import type { ConfigNode } from '../../document/config-node.js';
import { locateNode } from '../../document/locate.js';
import {
  choiceSetting,
  invalidSetting,
  numberSetting,
  type Setting,
  storageSetting,
  textSetting,
} from '../../document/settings.js';
import { type OverriddenNames, overriddenSet } from '../../overridden-names.js';
import { isMapping } from '../values.js';
import { type DeclaredFunction, knownName } from './declared-function.js';
import { readEnvironment } from './environment.js';
import { evaluated } from './evaluated.js';
import type { FindAsset, TemplateLayers } from './layers.js';
import type { Property } from './properties.js';

/** A function's code, and what says where it is. */
export interface TemplateCode {
  readonly code: FunctionCode;
  readonly files?: readonly AddedFile[];
  readonly place: Pick<Property, 'name' | 'node'> | undefined;
}

/** What a format knows of the functions of its templates beyond CloudFormation's own properties. */
export interface FunctionReader {
  /** The service's root. Absolute. */
  readonly root: string;
  readonly region: string;
  readonly stage: string;
  readonly report: ReportDiagnostic;
  /** Variables that a tool of this format sets where it runs functions locally. */
  readonly toolVariables?: Readonly<Record<string, string>>;
  /** Where the user's code makes the function, if a program makes the template. It is what a message points at. */
  readonly madeAt?: SourceLocation;
  readonly findAsset: FindAsset;
  /**
   * @param use whether it is to be run
   * @throws UserError where there is none on this machine, or it can't be run as it is
   */
  code(declared: DeclaredFunction, runtime: string, use: { readonly isRun: boolean }): Promise<TemplateCode>;
  /** The image that a function is deployed as; `undefined` where only a registry has it. */
  image?(declared: DeclaredFunction): Promise<ContainerImage | undefined>;
  build?(declared: DeclaredFunction): Promise<BuildSettings | undefined>;
  /**
   * What a deploy does to the folder of a function's code before it is packed.
   * @param folder absolute
   */
  packaging?(declared: DeclaredFunction, folder: string, runtime: string): Promise<Partial<PackagingRules>>;
  triggers?(declared: DeclaredFunction): Promise<readonly FunctionTrigger[]>;
  permissions?(declared: DeclaredFunction): Promise<FunctionPermissions>;
}

/** Lambda's own defaults ("AWS::Lambda::Function", `Timeout` and `MemorySize`). */
const defaults = { timeoutMs: 3000, memorySizeMiB: 128 };

/**
 * Evaluates what a function needs, and nothing else.
 * @param overridden the variables that the caller sets
 * @throws UserError where that is missing, wrong, or not known
 */
export async function loadFunction(
  declared: DeclaredFunction,
  reader: FunctionReader,
  overridden: OverriddenNames,
): Promise<LambdaFunction> {
  const { properties, stack, key } = declared;
  const { report, region, stage, toolVariables } = reader;
  const setting = (name: string): Promise<Setting | undefined> => evaluated(properties.get(name), stack);
  const image = await readImageOf(declared, reader);
  const [handler, runtime, timeout, memorySize, architectures, logging] = await Promise.all(
    ['Handler', 'Runtime', 'Timeout', 'MemorySize', 'Architectures', 'LoggingConfig'].map(setting),
  );
  const runtimeName = image?.runtime ?? readRuntime(declared, runtime);
  const handlerText = image?.handler ?? readHandler(declared, handler, runtimeName);
  const environment = await readEnvironment(declared, overriddenSet(overridden));
  const layers = await layersOf(declared, reader);
  const {
    code,
    files = [],
    place = undefined,
  } = image === undefined
    ? await reader.code(declared, runtimeName, { isRun: overridden !== 'all' })
    : { ...image, place: undefined };
  const timeoutSeconds = numberSetting(timeout, { min: 1, max: 900, unit: 'seconds', member: 'timeout', report });
  const memorySizeMiB = numberSetting(memorySize, { min: 128, max: 10_240, unit: 'MiB', member: 'memorySize', report });
  const storage = storageSetting(await memberOf(setting('EphemeralStorage'), 'Size'), report);
  if (overridden !== 'all') await reportFileSystems(declared, reader);
  const origins = new Map<OriginKey, ConfigNode | undefined>([
    ['function', stack.nodeAt(['Resources', declared.logicalId])],
    ['handler', handler?.node],
    ['runtime', runtime?.node],
    ['timeout', timeout?.node],
    ['memorySize', memorySize?.node],
    ['architecture', architectures?.node],
    ['environment', properties.get('Environment')?.node],
    ['layers', layers.place?.node],
    ['artifact', place?.node],
    ...[...environment.places].map(([name, { node }]): [OriginKey, ConfigNode] => [`environment.${name}`, node]),
  ]);
  const { build, triggers, permissions } = reader;
  return {
    key,
    name: (await knownName(declared)) ?? generatedName(declared),
    handler: handlerText,
    runtime: runtimeName,
    code,
    ...(files.length === 0 ? {} : { addedFiles: files }),
    ...(image?.hasForeignImage === true ? { hasForeignImage: true } : {}),
    layers: [...(image?.layers ?? []), ...layers.value],
    sourceRoot: reader.root,
    environment: { ...image?.environment, ...environment.values },
    ...(toolVariables === undefined ? {} : { toolVariables }),
    timeoutMs: timeoutSeconds === undefined ? defaults.timeoutMs : timeoutSeconds * 1000,
    memorySizeMiB: memorySizeMiB ?? defaults.memorySizeMiB,
    ...storage,
    architecture: readArchitecture(architectures, report),
    logging: readLogging(logging),
    region,
    stage,
    ...(build === undefined ? {} : { build: () => build(declared) }),
    ...(image === undefined && code.kind === 'folder' ? { packsWholeFolder: true } : {}),
    ...(image === undefined && code.kind === 'folder'
      ? {
          packaging: async () => ({
            ...wholeFolder(code.folder),
            ...(await reader.packaging?.(declared, code.folder, runtimeName)),
          }),
        }
      : {}),
    asyncInvocations: async () => (await import('./async-invocations.js')).asyncInvocationsOf(declared),
    ...(triggers === undefined ? {} : { triggers: () => triggers(declared) }),
    ...(permissions === undefined ? {} : { permissions: () => permissions(declared) }),
    origin: async (origin): Promise<SourceLocation | undefined> => {
      if (reader.madeAt !== undefined) return reader.madeAt;
      if (image !== undefined && (origin === 'runtime' || origin === 'handler')) return image.location;
      const node = origins.get(origin);
      return node && locateNode(node, 'key');
    },
  };
}

async function layersOf(declared: DeclaredFunction, { findAsset }: FunctionReader): Promise<TemplateLayers> {
  const property = declared.properties.get('Layers');
  if (property === undefined) return { value: [], place: undefined };
  const { readLayers } = await import('./layers.js');
  return readLayers(property, declared.stack, findAsset);
}

async function reportFileSystems(declared: DeclaredFunction, { madeAt, report }: FunctionReader): Promise<void> {
  const property = declared.properties.get('FileSystemConfigs');
  if (property === undefined) return;
  const { fileSystemNotice } = await import('../../file-system-notice.js');
  const { knownParts } = await import('../known-parts.js');
  const known = await knownParts(property.value, declared.stack.evaluation);
  for (const each of Array.isArray(known) ? known : []) {
    const path = isMapping(each) ? each['LocalMountPath'] : undefined;
    const location = madeAt ?? locateNode(property.node, 'key');
    report(fileSystemNotice(declared.key, typeof path === 'string' ? path : undefined, location));
  }
}

/** All of a folder. */
function wholeFolder(root: string): PackagingRules {
  return { root, patterns: [], searched: [], leavesOutDevDependencies: false };
}

/** A member of a setting that is an object; a setting that is none is left to the deploy. */
async function memberOf(whole: Promise<Setting | undefined>, member: string): Promise<Setting | undefined> {
  const setting = await whole;
  if (setting === undefined || typeof setting.value !== 'object' || setting.value === null) return undefined;
  const value = (setting.value as Record<string, unknown>)[member];
  return value === undefined ? undefined : { ...setting, name: `${setting.name}.${member}`, value };
}

/** The function that an image makes; `undefined` for one that is no image. */
async function readImageOf(declared: DeclaredFunction, reader: FunctionReader): Promise<ImageFunction | undefined> {
  const { properties, stack, key } = declared;
  const type = await evaluated(properties.get('PackageType'), stack);
  if (type?.value !== 'Image') return undefined;
  const config = await evaluated(properties.get('ImageConfig'), stack);
  const image = await reader.image?.(declared);
  if (image === undefined) {
    throw invalidSetting(type, 'makes the function a container image, whose Dockerfile is not known here', {
      code: 'function-image',
      hint: "Name the image's Dockerfile and folder in the function's Metadata (Dockerfile, DockerContext).",
    });
  }
  const {
    Command: command,
    EntryPoint: entryPoint,
    WorkingDirectory: folder,
  } = isMapping(config?.value) ? config.value : {};
  const { readImage } = await import('../../container-image/read-image.js');
  const given = {
    ...image,
    ...(Array.isArray(command) ? { command: command.map(String) } : {}),
    ...(Array.isArray(entryPoint) ? { entryPoint: entryPoint.map(String) } : {}),
    ...(typeof folder === 'string' ? { workingDirectory: folder } : {}),
  };
  return readImage(given, key, reader.report);
}

function missing({ stack, logicalId }: DeclaredFunction, name: string, code: string, hint: string): Error {
  const path = ['Resources', logicalId];
  const place = { name: `${path.join('.')}.Properties.${name}`, node: stack.nodeAt(path) };
  return invalidSetting(place, 'is missing', { code, hint });
}

function readRuntime(declared: DeclaredFunction, setting: Setting | undefined): string {
  if (setting === undefined) throw missing(declared, 'Runtime', 'runtime-missing', 'Add one, such as nodejs22.x.');
  const runtime = textSetting(setting) ?? '';
  if (isSupportedRuntime(runtime)) return runtime;
  const nearest = nearestName(runtime, knownRuntimes.filter(isSupportedRuntime));
  throw invalidSetting(setting, `is \`${runtime}\`, which can't be run here; supported are ${supportedRuntimes}`, {
    code: 'runtime-unsupported',
    hint: nearest === undefined || nearest === runtime ? undefined : `Did you mean ${nearest}?`,
  });
}

const handlerHint = 'A handler is written as `file.export`, such as `src/hello.handler`.';

function readHandler(declared: DeclaredFunction, setting: Setting | undefined, runtime: string): string {
  const language = parseRuntime(runtime)?.language;
  if (setting === undefined) {
    if (language === 'custom') return 'bootstrap';
    throw missing(declared, 'Handler', 'handler-missing', handlerHint);
  }
  const handler = textSetting(setting) ?? '';
  if (handler.includes('.') || language === 'custom' || language === 'java') return handler;
  throw invalidSetting(setting, `is malformed: \`${handler}\` has no dot`, {
    code: 'handler-malformed',
    hint: handlerHint,
  });
}

function readArchitecture(setting: Setting | undefined, report: ReportDiagnostic): 'x86_64' | 'arm64' {
  const [value, ...others] = Array.isArray(setting?.value) ? setting.value : [setting?.value];
  if (setting !== undefined && others.length > 0) {
    const location = locateNode(setting.node, 'key');
    report({
      severity: 'warning',
      code: 'config-default-used',
      message: `${setting.name} lists ${others.length + 1} architectures, and a function has one: ${String(value)} is used.`,
      hint: 'A deploy would fail: Lambda refuses such a list.',
      ...(location === undefined ? {} : { location }),
    });
  }
  return choiceSetting(setting && { ...setting, value }, ['x86_64', 'arm64']) ?? 'x86_64';
}

function readLogging(setting: Setting | undefined): LogSettings {
  const value = isMapping(setting?.value) ? setting.value : {};
  const member = (key: string): Setting | undefined => {
    const found = value[key];
    return setting === undefined || found === undefined || found === null
      ? undefined
      : { name: `${setting.name}.${key}`, node: setting.node, value: found };
  };
  const format = choiceSetting(member('LogFormat'), ['Text', 'JSON']) ?? 'Text';
  const levels = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'] as const;
  const applicationLevel = choiceSetting(member('ApplicationLogLevel'), levels);
  const systemLevel = choiceSetting(member('SystemLogLevel'), ['DEBUG', 'INFO', 'WARN']);
  const group = textSetting(member('LogGroup'));
  return {
    format,
    ...(format === 'JSON' && applicationLevel !== undefined ? { applicationLevel } : {}),
    ...(format === 'JSON' && systemLevel !== undefined ? { systemLevel } : {}),
    ...(group === undefined ? {} : { group }),
  };
}

const longestName = 64;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/**
 * A name such as CloudFormation generates: the stack, the logical id, and twelve letters and digits, which here follow from
 * both. Source: CloudFormation user guide, "Name type".
 */
function generatedName({ stack: { stackName }, logicalId }: DeclaredFunction): string {
  const digits = Array.from({ length: 12 }, (_, index) => fnv1a(`${index}/${stackName}/${logicalId}`));
  const suffix = digits.map((digit) => letters[digit % letters.length]).join('');
  const room = longestName - suffix.length - 2;
  const id = logicalId.slice(0, Math.max(24, room - stackName.length));
  return `${stackName.slice(0, room - id.length)}-${id}-${suffix}`;
}

/** A number that follows from a text: the hash FNV-1a, of 32 bits. One of OpenSSL's would have to load that first. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
