import type { BuildSettings } from '../../../lambda/function/build-settings.js';
import type { LambdaFunction } from '../../../lambda/function/lambda-function.js';
import type { NativeBuild } from '../../../lambda/function/native-build.js';
import type { FunctionBody } from '../function/functions.js';
import type { Change } from '../root/changed-configuration.js';
import type { ServiceFacts } from '../root/service-facts.js';

/** The properties that a plugin adds to those that the framework knows, as dotted paths. */
export interface AddedProperties {
  /** Below each function: `alarms`. */
  readonly function?: readonly string[];
  /** Below `provider`: `deploymentBucket.versioning`. */
  readonly provider?: readonly string[];
  /** At the root: `constructs`. */
  readonly service?: readonly string[];
  /** Types of events, and properties of events: `existingS3`, `http.documentation`. */
  readonly events?: readonly string[];
}

/** A plugin of the framework, and how it is handled here. Plugins themselves are never loaded. */
export interface Plugin {
  /** The name by which a service lists it. */
  readonly name: string;
  /** Other packages with the same effect and settings: forks, and former names. */
  readonly otherNames?: readonly string[];
  readonly adds?: AddedProperties;
  /** The variable sources that it brings: `construct` for `${construct:…}`. */
  readonly sources?: readonly string[];
}

/** A plugin that changes functions. */
export interface ChangingPlugin extends Plugin {
  /** What it changes in a function at a deploy, for `docs/serverless.md`. Markdown. */
  readonly changes: string;
  /** What is done here, for `docs/serverless.md`. Markdown. */
  readonly here: string;
  readonly effects?: PluginEffects;
}

/** Plugins with the same purpose that change no function. */
export interface PluginFamily {
  /** Their purpose, for `docs/serverless.md`. */
  readonly about: string;
  readonly plugins: readonly Plugin[];
}

/** What is known about a function while it is read. */
export interface FunctionInput<Facts extends ServiceFacts = ServiceFacts> {
  readonly service: Facts;
  readonly body: FunctionBody;
}

/** A function whose native program a plugin may build. */
export interface NativeFunction {
  readonly key: string;
  readonly handler: string;
  readonly runtime: string;
  readonly architecture: 'x86_64' | 'arm64';
}

/**
 * The changes of a plugin, made here. A service's plugins make them in the order of its list. Where only one plugin can
 * decide, for instance how a function is built, the first one does.
 */
export interface PluginEffects {
  /** Changes the configuration, once its variables are resolved. */
  configuration?(service: ServiceFacts): Promise<readonly Change[]>;
  /** Changes the function's settings. */
  settings?(input: FunctionInput): Promise<FunctionBody>;
  /** Changes a value that goes into the CloudFormation template. */
  template?(service: ServiceFacts): Promise<(value: unknown) => unknown>;
  /** Further runtimes that functions may declare, and the runtimes that they are deployed with. */
  readonly runtimes?: Readonly<Record<string, string>>;
  /** The folder that is packaged for the function, absolute. */
  codeFolder?(input: FunctionInput): Promise<string | undefined>;
  /** How the function's code is compiled. */
  build?(input: FunctionInput): Promise<BuildSettings | undefined>;
  /** How the function's native program is built. */
  nativeBuild?(service: ServiceFacts, fn: NativeFunction): Promise<NativeBuild | undefined>;
  /** Changes the function into what the plugin deploys, once everything else is known. */
  function?(fn: LambdaFunction, input: FunctionInput): Promise<LambdaFunction>;
  /** What the function lacks here, as a sentence; `undefined` if nothing. */
  leftOut?(input: FunctionInput): Promise<string | undefined>;
}
