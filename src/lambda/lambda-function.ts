import type { SourceLocation } from '../diagnostics/diagnostic.js';
import type { BuildSettings } from './build-settings.js';

/** Where the function's code is. */
export type FunctionCode = { readonly kind: 'folder'; readonly folder: string };

/** How the function's logs are written (Lambda's `LoggingConfig`). */
export interface LogSettings {
  readonly format: 'Text' | 'JSON';
  /** `TRACE` to `FATAL`; only with the format `JSON`. */
  readonly applicationLevel?: string;
  readonly systemLevel?: string;
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
  | 'architecture';

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
  /** The service's root: the working folder of the handler, and its `LAMBDA_TASK_ROOT`. Absolute. */
  readonly sourceRoot: string;
  /** The configured environment, the provider's and the function's own merged. `null` removes a variable. */
  readonly environment: Readonly<Record<string, string | null>>;
  readonly timeoutMs: number;
  readonly memorySizeMiB: number;
  readonly architecture: 'x86_64' | 'arm64';
  readonly logging: LogSettings;
  readonly region: string;
  readonly stage: string;
  /** How the project has this function's code compiled, where it says so. Resolved only when it is called. */
  build?(): Promise<BuildSettings | undefined>;
  /** Where a key of this function stands in the project's files. Reads positions only when it is called. */
  origin(key: OriginKey): Promise<SourceLocation | undefined>;
}
