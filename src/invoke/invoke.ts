import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createAwsReader } from '../aws/aws-reader.js';
import { loadAws } from '../aws/load.js';
import type { ReportDiagnostic } from '../diagnostics/diagnostic.js';
import { UserError } from '../diagnostics/user-error.js';
import { readContext } from '../event/read-context.js';
import { readEvent } from '../event/read-event.js';
import type { EventTools } from '../event/tools.js';
import { reportRefusals } from '../lambda/deploy/refused-by-deploy.js';
import { buildEnvironment } from '../lambda/environment/build-environment.js';
import { logStreamName, traceHeader } from '../lambda/environment/log-names.js';
import { visibleToConfiguration } from '../lambda/environment/passed-on.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import { placeFunction } from '../lambda/placement/place-function.js';
import { RuntimeApi } from '../lambda/runtime-api/runtime-api.js';
import type { SandboxOutcome } from '../lambda/sandbox/outcome.js';
import { RuntimeNotFoundError } from '../lambda/sandbox/process/runtime-not-found.js';
import { Sandbox } from '../lambda/sandbox/sandbox.js';
import type { SandboxInvocation, SandboxOptions } from '../lambda/sandbox/sandbox-options.js';
import { leftBehind } from '../process/left-process.js';
import { openService } from '../service/open-service.js';
import type { Service } from '../service/service.js';
import { architectureNotice } from './architecture-notice.js';
import { splitContext } from './context.js';
import { createCredentialsFinder } from './credentials.js';
import { wrapLaunches } from './exec-wrapper.js';
import { explainEnd } from './explain-end.js';
import { functionArn } from './function-arn.js';
import { buildHandler } from './handler-build.js';
import type { InvocationHooks } from './hooks.js';
import { interpreterOf, noUsableInterpreter, versionMismatch } from './interpreter-advice.js';
import { launchesOf } from './launches/launches-of.js';
import { createProjectCode } from './project-code.js';
import type { InvocationRequest } from './request.js';
import type { InvocationResult } from './result.js';
import { toResult } from './to-result.js';

/**
 * Runs one function once: reads the service, the credentials and the event, starts the handler in its own runtime,
 * and waits for what comes back.
 * @throws UserError where the request is wrong: nothing was run then
 * @throws the signal's reason where it was aborted, once everything that was started is gone
 */
export async function invoke(request: InvocationRequest, hooks: InvocationHooks): Promise<InvocationResult> {
  const listening = RuntimeApi.listen();
  listening.catch(() => {});
  try {
    return await prepareAndRun(request, hooks, listening);
  } finally {
    await (await listening)[Symbol.asyncDispose]();
  }
}

/** The Runtime API listens while the configuration is read: its address is wanted as soon as that is known. */
async function prepareAndRun(
  request: InvocationRequest,
  hooks: InvocationHooks,
  listening: Promise<RuntimeApi>,
): Promise<InvocationResult> {
  const { report, signal, onSecret } = hooks;
  const secrets = onSecret === undefined ? {} : { onSecret };
  const visible = visibleToConfiguration(request.hostEnvironment);
  await using projectCode = createProjectCode(hooks, visible);
  let service: Service | undefined;
  const findCredentials = createCredentialsFinder(request, hooks, () => service);
  service = await openService({
    workingDirectory: request.workingDirectory,
    params: request.params,
    options: request.options,
    environment: visible,
    variables: request.variables ?? {},
    aws: createAwsReader({
      credentials: findCredentials,
      loadAws: () => loadAws(hooks.installation.chunks),
      environment: () => ({ ...service?.dotenv, ...request.hostEnvironment }),
      ...secrets,
      signal,
    }),
    ...secrets,
    signal,
    overridden: Object.keys(request.environment),
    projectCode,
    report,
    ...(request.config === undefined ? {} : { config: request.config }),
    ...(request.stage === undefined ? {} : { stage: request.stage }),
    ...(request.region === undefined ? {} : { region: request.region }),
    ...(request.variablesFile === undefined ? {} : { variablesFile: request.variablesFile }),
  });
  await using opened = service;
  const fn = await opened.load(request.function ?? (await refuseNoFunction(opened)));
  await reportRefusals(fn, report);
  const otherArchitecture = await architectureNotice(fn);
  if (otherArchitecture !== undefined) report(otherArchitecture);
  await using placed = await placeFunction(fn, signal);
  const credentials = await findCredentials();
  const environment = await buildEnvironment({
    function: fn,
    placed,
    host: { ...service.dotenv, ...request.hostEnvironment },
    inherit: request.inheritEnvironment,
    credentials,
    overrides: request.environment,
    logStreamName: logStreamName(new Date()),
    report,
  });
  const tools: EventTools = {
    root: fn.sourceRoot,
    runtimes: hooks.installation.runtimes,
    environment: () => environment,
    ...(projectCode.loaderFor === undefined ? {} : { loaderFor: projectCode.loaderFor }),
    report,
    signal,
    onOutput: (chunk, stream) => hooks.logs.write(chunk, stream),
  };
  const context = splitContext(await readContext(request.context, tools));
  const variables = { ...environment, ...without(context.variables, request.environment) };
  const { payload } = await readEvent(request.event, tools);
  await using compiled = await buildHandler(fn, variables, hooks);
  const { runtimes } = hooks.installation;
  const launches = await launchesOf({ function: fn, placed, request, environment: variables, runtimes, compiled });
  const { launches: candidates, notice } = await wrapLaunches(launches, fn, variables);
  if (notice !== undefined) report(notice);
  await opened[Symbol.asyncDispose]();
  await hooks.onResolved?.({
    function: fn,
    taskRoot: placed.taskRoot,
    environment: variables,
    launches: candidates,
    ...(credentials === undefined ? {} : { credentials }),
  });
  signal.throwIfAborted();
  const outcome = await run(
    fn,
    {
      candidates,
      environment: variables,
      workingDirectory: placed.taskRoot,
      timeoutMs: fn.timeoutMs,
      memorySizeMiB: fn.memorySizeMiB,
      runtime: fn.runtime,
      logging: fn.logging,
      functionArn: functionArn(fn.name, fn.region, opened.accountId),
      logs: hooks.logs,
      onLeft: (left) => report(leftBehind(left, 'the function')),
      ...(placed.layerRoot === undefined ? {} : externalExtensions(fn, placed.layerRoot, report)),
      onStarting: () => {
        payload();
        hooks.onSandboxStarting?.();
      },
      ...(hooks.onDispatched === undefined ? {} : { onDispatched: hooks.onDispatched }),
    },
    { ...context, event: payload, traceId: traceHeader(new Date()) },
    await listening,
    signal,
  );
  const explanation = await explainEnd(fn, launches[0], placed.taskRoot, outcome);
  for (const diagnostic of [
    await versionMismatch(fn, interpreterOf(outcome), request.interpreter !== undefined),
    explanation,
  ]) {
    if (diagnostic !== undefined) report(diagnostic);
  }
  if (process.platform !== 'linux' && outcome.status === 'success') {
    const { passesOnlyHere } = await import('./passes-only-here.js');
    for (const diagnostic of await passesOnlyHere(fn, placed.taskRoot, outcome.maxMemoryUsedMiB)) report(diagnostic);
  }
  return toResult(fn, placed, payload(), outcome);
}

/** Where the external extensions of the layers are, if they have any. */
function externalExtensions(
  { architecture }: LambdaFunction,
  layerRoot: string,
  report: ReportDiagnostic,
): Pick<SandboxOptions, 'extensions'> {
  const folder = join(layerRoot, 'extensions');
  return existsSync(folder) ? { extensions: { folder, architecture, report } } : {};
}

/** The variables that the caller does not set. */
function without(
  variables: Readonly<Record<string, string>>,
  overrides: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !Object.hasOwn(overrides, name)));
}

/** Runs the one invocation, and ends everything that it started, also where the signal says so first. */
async function run(
  fn: LambdaFunction,
  options: SandboxOptions,
  invocation: SandboxInvocation,
  api: RuntimeApi,
  signal: AbortSignal,
): Promise<SandboxOutcome> {
  await using sandbox = await Sandbox.create(options, api);
  const stop = (): void => void sandbox.stop();
  signal.addEventListener('abort', stop);
  try {
    const outcome = await sandbox.invoke(invocation);
    signal.throwIfAborted();
    return outcome;
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof RuntimeNotFoundError ? await noUsableInterpreter(fn, error) : error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function refuseNoFunction(service: Service): Promise<never> {
  const names = await service.names();
  throw new UserError({
    code: 'function-missing',
    message: 'No function was named.',
    hint:
      names.length === 0
        ? 'The service has no functions: add one under "functions".'
        : `Name one of the service's functions: ${names.join(', ')}.`,
    location: { file: service.configFile },
  });
}
