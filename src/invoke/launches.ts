import { isAbsolute, join, resolve } from 'node:path';
import { UserError } from '../diagnostics/user-error.js';
import type { Candidate } from '../lambda/interpreter/candidate.js';
import { findNodes } from '../lambda/interpreter/node.js';
import { nodeFlags } from '../lambda/interpreter/node-flags.js';
import { findPythons } from '../lambda/interpreter/python.js';
import { executable, findOnPath } from '../lambda/interpreter/search-path.js';
import type { LambdaFunction } from '../lambda/lambda-function.js';
import type { PlacedFunction } from '../lambda/placement/place-function.js';
import { type DeclaredRuntime, parseRuntime, supportedRuntimes } from '../lambda/runtimes.js';
import type { Launch } from '../lambda/sandbox/launch.js';
import type { CompiledHandler } from '../typescript/compile-handler.js';
import { setUpHint } from './interpreter-advice.js';
import type { InvocationRequest } from './request.js';

/** What the ways to start a function's runtime depend on. */
export interface LaunchInput {
  readonly function: LambdaFunction;
  readonly placed: Pick<PlacedFunction, 'layerRoot'>;
  readonly request: Pick<InvocationRequest, 'interpreter' | 'hostEnvironment' | 'workingDirectory'>;
  /** The handler's environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** The folder of the bootstraps. */
  readonly runtimes: string;
  /** What the handler was compiled to, where it had to be. */
  readonly compiled?: Pick<CompiledHandler, 'file' | 'requiresEsModules'> | undefined;
}

/**
 * The ways to start a function's runtime, best first.
 * @throws UserError where the runtime cannot be run at all, or no interpreter is there
 */
export async function launchesOf(input: LaunchInput): Promise<[Launch, ...Launch[]]> {
  const fn = input.function;
  const declared = parseRuntime(fn.runtime);
  if (declared === undefined) {
    throw new UserError({
      code: 'runtime-unsupported',
      message: `${fn.key} declares the runtime ${fn.runtime}, which cannot be run here. Supported are ${supportedRuntimes}.`,
      location: await fn.origin('runtime'),
    });
  }
  const [first, ...others] = candidatesOf(input, declared).map((candidate) => launchOf(input, declared, candidate));
  if (first === undefined) {
    throw new UserError({
      code: 'interpreter-missing',
      message: `No interpreter for ${fn.runtime} was found: there is no ${declared.language === 'python' ? `python${declared.version}, python3 or python` : 'node'} on PATH, in a virtual environment of the service or in the runner's tool cache.`,
      hint: setUpHint(declared),
      location: await fn.origin('runtime'),
    });
  }
  return [first, ...others];
}

function candidatesOf({ function: fn, request }: LaunchInput, declared: DeclaredRuntime): Candidate[] {
  const environment = request.hostEnvironment;
  if (request.interpreter !== undefined) return [given(request.interpreter, request)];
  const search = { version: declared.version, sourceRoot: fn.sourceRoot, environment };
  return declared.language === 'nodejs' ? findNodes(search) : findPythons(search);
}

/** The interpreter that the caller named: a path, or a name to look up on `PATH`. */
function given(interpreter: string, request: LaunchInput['request']): Candidate {
  const isPath = isAbsolute(interpreter) || /[/\\]/.test(interpreter);
  const command = isPath
    ? executable(resolve(request.workingDirectory, interpreter))
    : findOnPath(interpreter, request.hostEnvironment['PATH']);
  if (command !== undefined) return { command };
  throw new UserError({
    code: 'interpreter-not-found',
    message: isPath
      ? `The interpreter ${interpreter} is not an executable file.`
      : `The interpreter ${interpreter} was not found on PATH.`,
    hint: 'Give the path of an interpreter, or leave it out to have one found by the runtime of the function.',
  });
}

function launchOf(
  { function: fn, placed, environment, runtimes, compiled }: LaunchInput,
  declared: DeclaredRuntime,
  candidate: Candidate,
): Launch {
  if (declared.language === 'python') {
    return {
      command: candidate.command,
      args: [join(runtimes, 'python', 'bootstrap.py')],
      ...(placed.layerRoot === undefined ? {} : { environment: { INVOKE_LOCAL_OPT: placed.layerRoot } }),
    };
  }
  const flags = nodeFlags({
    declared: declared.version,
    version: candidate.version,
    memorySizeMiB: fn.memorySizeMiB,
    nodeOptions: environment['NODE_OPTIONS'],
    requiresEsModules: compiled?.requiresEsModules ?? false,
  });
  return {
    command: candidate.command,
    args: [...flags, join(runtimes, 'node', 'bootstrap.cjs')],
    ...(compiled === undefined ? {} : { environment: { INVOKE_LOCAL_COMPILED_HANDLER: compiled.file } }),
  };
}
