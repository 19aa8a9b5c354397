import type { LambdaFunction } from '../../lambda/function/lambda-function.js';
import type { DeclaredRuntime } from '../../lambda/function/runtimes.js';
import type { PlacedFunction } from '../../lambda/placement/place-function.js';
import type { Launch } from '../../lambda/sandbox/process/launch.js';
import type { CompiledHandler } from '../../typescript/compile-handler.js';
import type { ProjectRequest } from '../request.js';

/** What decides how a function's runtime can be started. */
export interface LaunchInput {
  readonly function: LambdaFunction;
  readonly placed: Pick<PlacedFunction, 'taskRoot' | 'layerRoot' | 'temporary' | 'seen'>;
  readonly request: Pick<
    ProjectRequest,
    'interpreter' | 'javaRuntimeClient' | 'hostEnvironment' | 'workingDirectory' | 'packageMode'
  >;
  /** The handler's environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** The folder of the bootstraps. */
  readonly runtimes: string;
  /** The folder that takes the coverage of the code, if that is measured. */
  readonly coverage?: string | undefined;
  /** The gateway between the handler and AWS, the token for it, and further hosts whose requests it gets. */
  readonly gateway?: { readonly url: string; readonly token: string; readonly hosts: readonly string[] } | undefined;
  /** The compiled handler, if it had to be compiled. */
  readonly compiled?: Pick<CompiledHandler, 'file' | 'requiresEsModules'> | undefined;
}

/** Finds the ways to start the runtime of one language, best first; none if there is no interpreter. */
export type FindLaunches = (
  input: LaunchInput,
  declared: DeclaredRuntime,
) => readonly Launch[] | Promise<readonly Launch[]>;
