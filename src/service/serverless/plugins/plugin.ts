import type { BuildSettings } from '../../../lambda/function/build-settings.js';
import type { LambdaFunction } from '../../../lambda/function/lambda-function.js';
import type { NativeBuild } from '../../../lambda/function/native-build.js';
import type { FunctionBody } from '../function/functions.js';
import type { Change } from '../root/changed-configuration.js';
import type { ServiceFacts } from '../root/service-facts.js';

/** What a plugin adds to the properties that the framework knows of a configuration, as dotted paths. */
export interface AddedProperties {
  /** Below each function: `alarms`. */
  readonly function?: readonly string[];
  /** Below `provider`: `deploymentBucket.versioning`. */
  readonly provider?: readonly string[];
  /** At the root: `constructs`. */
  readonly service?: readonly string[];
  /** Types of events, and properties of such: `existingS3`, `http.documentation`. */
  readonly events?: readonly string[];
}

/** A plugin of the framework, and what is done about it here. No plugin itself is ever loaded. */
export interface Plugin {
  /** The name by which a service lists it. */
  readonly name: string;
  /** Other packages that do the same by the same settings: forks, and what it was called before. */
  readonly otherNames?: readonly string[];
  readonly adds?: AddedProperties;
  /** The variable sources that it brings: `construct` for `${construct:…}`. */
  readonly sources?: readonly string[];
}

/** A plugin that changes functions. */
export interface ChangingPlugin extends Plugin {
  /** What it changes of a function at a deploy, as `docs/serverless.md` has it: Markdown. */
  readonly changes: string;
  /** What is done here, as `docs/serverless.md` has it: Markdown. */
  readonly here: string;
  readonly effects?: PluginEffects;
}

/** Plugins that change no function, of one concern. */
export interface PluginFamily {
  /** What they are about, as `docs/serverless.md` has it. */
  readonly about: string;
  readonly plugins: readonly Plugin[];
}

/** A function, as far as it is known while it is read. */
export interface FunctionInput {
  readonly service: ServiceFacts;
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
 * What a plugin changes, done here. The plugins of a service take turns, in the order of its list; of what only one can
 * decide, such as how a function is built, the first one does.
 */
export interface PluginEffects {
  /** Changes of the configuration, once its variables are resolved. */
  configuration?(service: ServiceFacts): Promise<readonly Change[]>;
  /** The function's settings as the plugin leaves them. */
  settings?(input: FunctionInput): Promise<FunctionBody>;
  /** What becomes of a value that goes into the CloudFormation template. */
  template?(service: ServiceFacts): Promise<(value: unknown) => unknown>;
  /** Runtimes that functions may declare, and what they are deployed as. */
  readonly runtimes?: Readonly<Record<string, string>>;
  /** The folder that is packaged for the function, absolute. */
  codeFolder?(input: FunctionInput): Promise<string | undefined>;
  /** How the function's code is compiled. */
  build?(input: FunctionInput): Promise<BuildSettings | undefined>;
  /** How the function's native program is built. */
  nativeBuild?(service: ServiceFacts, fn: NativeFunction): Promise<NativeBuild | undefined>;
  /** The function, once all of it is known, as the plugin deploys it. */
  function?(fn: LambdaFunction, input: FunctionInput): Promise<LambdaFunction>;
  /** What the function runs without, as a sentence; `undefined` where it misses nothing. */
  leftOut?(input: FunctionInput): Promise<string | undefined>;
}
