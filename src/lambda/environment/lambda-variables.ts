import { delimiter, join } from 'node:path';
import type { LambdaFunction } from '../function/lambda-function.js';
import { parseRuntime } from '../function/runtimes.js';
import { logGroupName } from './log-names.js';

/** What Lambda's own variables are made from. */
export interface LambdaVariablesInput {
  readonly function: LambdaFunction;
  readonly logStreamName: string;
  /** The folders that take the place of `/var/task` and `/opt`. */
  readonly taskRoot: string;
  readonly layerRoot: string;
  /** The host's `PATH` and `LD_LIBRARY_PATH`, which are appended to Lambda's. */
  readonly path: string | undefined;
  readonly libraryPath: string | undefined;
}

/**
 * The variables that Lambda sets before a runtime starts, with values as they are in AWS (developer guide, "Defined runtime
 * environment variables"). Paths below `/var/task` and `/opt` are where the function was placed.
 */
export function lambdaVariables(input: LambdaVariablesInput): Record<string, string> {
  const { function: fn, logStreamName, taskRoot } = input;
  return {
    ...(process.platform === 'win32' ? {} : posixVariables(input)),
    LANG: 'en_US.UTF-8',
    LAMBDA_TASK_ROOT: taskRoot,
    LAMBDA_RUNTIME_DIR: '/var/runtime',
    _HANDLER: fn.handler,
    AWS_REGION: fn.region,
    AWS_DEFAULT_REGION: fn.region,
    ...(isManaged(fn.runtime) ? { AWS_EXECUTION_ENV: `AWS_Lambda_${fn.runtime}` } : {}),
    AWS_LAMBDA_FUNCTION_NAME: fn.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(fn.memorySizeMiB),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: logGroupName(fn),
    AWS_LAMBDA_LOG_STREAM_NAME: logStreamName,
    AWS_XRAY_CONTEXT_MISSING: 'LOG_ERROR',
    AWS_XRAY_DAEMON_ADDRESS: '169.254.79.129:2000',
    _AWS_XRAY_DAEMON_ADDRESS: '169.254.79.129',
    _AWS_XRAY_DAEMON_PORT: '2000',
    ...logVariables(fn),
    ...languageVariables(input),
  };
}

/** Whether AWS's image sets `AWS_EXECUTION_ENV` for this runtime; a `provided` runtime sets its own. */
function isManaged(runtime: string): boolean {
  return !runtime.startsWith('provided');
}

/** Lambda's search paths, before the host's own: an interpreter of a tool cache needs those. */
export function posixVariables({
  taskRoot,
  layerRoot,
  path,
  libraryPath,
}: Omit<LambdaVariablesInput, 'function' | 'logStreamName'>): Record<string, string> {
  const libraries = `/var/lang/lib:/lib64:/usr/lib64:/var/runtime:/var/runtime/lib:${taskRoot}:${join(taskRoot, 'lib')}:${layerRoot}/lib`;
  return {
    TZ: ':UTC',
    PATH: withHost(`/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:${layerRoot}/bin`, path),
    LD_LIBRARY_PATH: withHost(libraries, libraryPath),
  };
}

function withHost(own: string, host: string | undefined): string {
  return host === undefined || host === '' ? own : `${own}:${host}`;
}

function logVariables({ logging }: LambdaFunction): Record<string, string> {
  if (logging.format === 'Text') return {};
  return { AWS_LAMBDA_LOG_FORMAT: 'JSON', AWS_LAMBDA_LOG_LEVEL: logging.applicationLevel ?? 'INFO' };
}

function languageVariables({
  function: { runtime },
  taskRoot,
  layerRoot,
}: LambdaVariablesInput): Record<string, string> {
  const declared = parseRuntime(runtime);
  if (declared?.language === 'ruby') return rubyVariables(declared.version, taskRoot, layerRoot);
  if (declared?.language !== 'nodejs') return {};
  return { NODE_PATH: nodePath(declared.version, { taskRoot, layerRoot }) };
}

/** The value of `NODE_PATH` for a version of Node.js. */
export function nodePath(
  version: string,
  { taskRoot, layerRoot }: Pick<LambdaVariablesInput, 'taskRoot' | 'layerRoot'>,
): string {
  const folders = [
    `${layerRoot}/nodejs/node${version}/node_modules`,
    `${layerRoot}/nodejs/node_modules`,
    '/var/runtime/node_modules',
    '/var/runtime',
    taskRoot,
  ];
  return folders.join(delimiter);
}

/** Where Ruby looks for gems and for files to require (developer guide, "Layer paths for each Lambda runtime"). */
function rubyVariables(version: string, taskRoot: string, layerRoot: string): Record<string, string> {
  const gems = `ruby/${version}.0`;
  return {
    GEM_PATH: [
      `${taskRoot}/vendor/bundle/${gems}`,
      `${layerRoot}/ruby/gems/${version}.0`,
      '/var/runtime',
      `/var/runtime/${gems}`,
    ].join(delimiter),
    RUBYLIB: [taskRoot, '/var/runtime/lib', `${layerRoot}/ruby/lib`].join(delimiter),
  };
}
