import type { LambdaFunction } from '../../lambda/function/lambda-function.js';
import type { PlacedFunction } from '../../lambda/placement/place-function.js';
import type { CompiledHandler } from '../../typescript/compile-handler.js';
import type { ProjectHooks } from '../hooks.js';
import type { ProjectRequest } from '../request.js';

/** The parts of a prepared function that its comparison with its package needs. */
export interface ComparedParts {
  readonly function: LambdaFunction;
  readonly placed: PlacedFunction;
  readonly compiled: CompiledHandler | undefined;
  readonly request: ProjectRequest;
  readonly hooks: Pick<ProjectHooks, 'installation'>;
}
