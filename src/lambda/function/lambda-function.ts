import type { Diagnostic, SourceLocation } from '../../diagnostics/diagnostic.js';
import type { AsyncInvocations } from './async-invocations.js';
import type { BuildSettings } from './build-settings.js';
import type { FunctionPermissions } from './function-permissions.js';
import type { FunctionTrigger } from './function-trigger.js';
import type { NativeBuild } from './native-build.js';
import type { PackagingRules } from './packaging.js';

/** Where code is: in a folder, or in a zip file that has to be unpacked first. Absolute paths. */
export type PackedCode =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'zip'; readonly file: string };

/** Where a function's code is. Code that the configuration itself holds is in no file: it consists of added files only. */
export type FunctionCode = PackedCode | { readonly kind: 'inline' };

/** A layer whose content is on this machine: what Lambda unpacks to `/opt`. */
export interface LambdaLayer {
  /** The name that the project has for it. */
  readonly name: string;
  readonly code: FunctionCode;
  /** What it holds in addition to a folder. */
  readonly addedFiles?: readonly AddedFile[];
}

/** A layer of which the project knows what it is called, mostly its ARN, and not what it holds. */
export interface NamedLayer {
  readonly name: string;
  readonly code: { readonly kind: 'elsewhere' };
}

/** Whether the content of a layer is on this machine. */
export function isHere(layer: LambdaLayer | NamedLayer): layer is LambdaLayer {
  return layer.code.kind !== 'elsewhere';
}

/** A file that a tool of the project adds to the package, beside the code. */
export interface AddedFile {
  /** Its path inside the code's folder, with forward slashes. It replaces a file of that path. */
  readonly path: string;
  /** Its content: that of another file, by its absolute path, or a text; or a folder that is linked. */
  readonly content: { readonly file: string } | { readonly text: string } | { readonly link: string };
  /** Whether a text is a program, which can be started. */
  readonly isProgram?: boolean;
}

/** How the function's logs are written (Lambda's `LoggingConfig`). */
export interface LogSettings {
  readonly format: 'Text' | 'JSON';
  /** `TRACE` to `FATAL`; only with the format `JSON`. */
  readonly applicationLevel?: string;
  /** From which level on the platform's own log is written; only with the format `JSON`, `INFO` where it is not given. */
  readonly systemLevel?: 'DEBUG' | 'INFO' | 'WARN';
  /** The log group, `/aws/lambda/<name>` where it is not given. */
  readonly group?: string;
}

/** The keys of a function's configuration that a message can point at. */
export type OriginKey =
  | 'function'
  | 'handler'
  | 'runtime'
  | 'timeout'
  | 'memorySize'
  | 'environment'
  | `environment.${string}`
  | 'layers'
  | 'artifact'
  | 'architecture';

/** The validation of a function's configuration by the rules of its format. */
export interface FunctionValidation {
  /** Whether the tool of the project deploys nothing if the configuration is not valid. */
  readonly isStrict: boolean;
  /** What is wrong with the configuration of the function and with what it inherits; errors if the tool refuses it. */
  findings(): Promise<readonly Diagnostic[]>;
}

/** One Lambda function as it would be deployed. Every configuration format yields it; the engine sees nothing else. */
export interface LambdaFunction {
  /** The name that the project has for it (the key under `functions`). */
  readonly key: string;
  /** The name that it has in AWS. */
  readonly name: string;
  /** The handler string, as it would be deployed. */
  readonly handler: string;
  /** Lambda's identifier, such as `nodejs22.x` or `python3.13`. */
  readonly runtime: string;
  readonly code: FunctionCode;
  /** Whether it is a container image that stands on none of AWS's, so that it has none of their packages. */
  readonly hasForeignImage?: true;
  /** What the package holds in addition to a folder of code. */
  readonly addedFiles?: readonly AddedFile[];
  /** Its layers; a later one replaces files of an earlier one. */
  readonly layers: readonly (LambdaLayer | NamedLayer)[];
  /**
   * The service's root. Absolute. Unless the code is in a zip file, or files are added to it, it is the working folder of the
   * handler, and its `LAMBDA_TASK_ROOT`.
   */
  readonly sourceRoot: string;
  /** The configured environment, the provider's and the function's own merged. `null` removes a variable. */
  readonly environment: Readonly<Record<string, string | null>>;
  /** Variables that a tool of the project sets where it runs functions locally, beside `IS_LOCAL`. */
  readonly toolVariables?: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly memorySizeMiB: number;
  /** The size of `/tmp`; 512 MB where it is not given. */
  readonly ephemeralStorageSizeMiB?: number;
  readonly architecture: 'x86_64' | 'arm64';
  readonly logging: LogSettings;
  readonly region: string;
  readonly stage: string;
  /** How the project has this function's code compiled, where it says so. Resolved only when it is called. */
  build?(): Promise<BuildSettings | undefined>;
  /** How a plugin builds this function's native program, where one does. Resolved only when it is called. */
  nativeBuild?(): Promise<NativeBuild | undefined>;
  /** Whether the project has no rules of its own for what a deploy packs: all of the code's folder but what the tool always leaves out. */
  readonly packsWholeFolder?: true;
  /** What a deploy puts into its package, where the format has rules for that. Resolved only when it is called. */
  packaging?(): Promise<PackagingRules>;
  /** What it may do in AWS once it is deployed, where the format says so. Resolved only when it is called. */
  permissions?(): Promise<FunctionPermissions>;
  /** What sends events to this function, in the order of the configuration, as far as there are samples of it. Resolved only when it is called. */
  triggers?(): Promise<readonly FunctionTrigger[]>;
  /** What becomes of events that nobody waits for. Resolved only when it is called. */
  asyncInvocations?(): Promise<AsyncInvocations>;
  /** What the rules of the project's format say of its configuration, where it has such rules. */
  readonly validation?: FunctionValidation;
  /** Where a key of this function stands in the project's files. Reads positions only when it is called. */
  origin(key: OriginKey): Promise<SourceLocation | undefined>;
}
