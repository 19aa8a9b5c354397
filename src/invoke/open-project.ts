import { createAwsReader } from '../aws/aws-reader.js';
import { loadAws } from '../aws/load.js';
import { environmentOf } from '../host/environment.js';
import { visibleToConfiguration } from '../lambda/environment/passed-on.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';
import type { Enclosure } from '../process/enclosure.js';
import { openService } from '../service/open-service.js';
import type { Service } from '../service/service.js';
import type { Containment } from './containment-policy.js';
import { createRunCredentials } from './credentials.js';
import type { EnvironmentFile } from './environment-file.js';
import type { Siblings } from './fleet/siblings.js';
import type { OpenEventFor } from './function-parts.js';
import type { ProjectHooks, SandboxHooks } from './hooks.js';
import { defaultContainment } from './isolation.js';
import { type PreparedFunction, prepareFunction } from './prepared-function.js';
import { createProjectCode } from './project-code.js';
import type { ProjectRequest } from './request.js';

/**
 * A project whose configuration was read. Its credentials are looked up once, when they are first needed. Disposing of it
 * ends the processes that ran for the configuration; prepared functions have to be disposed of themselves.
 */
export interface OpenProject extends AsyncDisposable {
  readonly service: Service;
  /**
   * Gets a function ready to be invoked.
   * @param name its key or its full name
   * @param overridden variables that its invocations set in addition to the request's; their configured values are never
   * resolved
   * @throws UserError if there is no such function, or something that it needs is wrong
   */
  prepare(name: string, overridden?: readonly string[]): Promise<PreparedFunction>;
  /**
   * Begins the work on an event: its calls to AWS, and the invocations that it causes.
   * @throws UserError where a file of calls to AWS is wrong
   */
  readonly openEvent: OpenEventFor;
  /**
   * Ends what is needed only to load functions, and reports answers to remote variables that nothing used. Call it once the
   * last function is prepared; events can still be read.
   */
  endLoading(): Promise<void>;
}

/**
 * Opens a project: its service, or at the root of a composition the one that the request or its function names.
 * @throws UserError where there is none, or its configuration is wrong
 */
export async function openProject(
  request: ProjectRequest,
  hooks: ProjectHooks & Pick<SandboxHooks, 'forerunner'>,
): Promise<OpenProject> {
  const { report, signal, onSecret, installation, forerunner } = hooks;
  const secrets = onSecret === undefined ? {} : { onSecret };
  const visible = visibleToConfiguration(request.hostEnvironment);
  const choice = request.containment ?? defaultContainment;
  const contained: Promise<Containment> =
    choice === 'off' && request.network !== 'none'
      ? Promise.resolve({ kind: 'none', reason: 'it was not asked for' })
      : import('./containment-policy.js').then(({ findContainment }) =>
          findContainment(request, choice, installation, forerunner?.room),
        );
  contained.catch(() => {});
  const enclose = async (): Promise<Enclosure | undefined> => {
    const containment = await contained;
    if (containment.kind === 'none') return undefined;
    const { projectEnclosure } = await import('./project-enclosure.js');
    return projectEnclosure(containment, request.workingDirectory);
  };
  const encloseBuild = async (output: string): Promise<Enclosure | undefined> => {
    const containment = await contained;
    if (containment.kind === 'none') return undefined;
    const { encloseBuilds } = await import('./enclose-builds.js');
    return encloseBuilds(containment, request, { output });
  };
  const projectCode = createProjectCode(hooks, visible, { enclose, encloseBuild });
  let service: Service | undefined;
  const runCredentials = createRunCredentials(request, hooks, () => service);
  const aws = createAwsReader({
    credentials: runCredentials.find,
    loadAws: () => loadAws(installation.chunks),
    environment: () => environmentOf(service?.dotenv ?? {}, request.hostEnvironment),
    ...secrets,
    signal,
  });
  try {
    service = await openService({
      ...request,
      environment: visible,
      aws,
      ...secrets,
      signal,
      projectCode,
      report,
    });
  } catch (error) {
    await projectCode[Symbol.asyncDispose]();
    throw error;
  }
  const opened = service;
  const host = environmentOf(opened.dotenv, request.hostEnvironment);
  const { loaderFor } = projectCode;
  const environmentFile = environmentFileOf(request);
  const withVariables = async (
    given: ProjectRequest,
    fn: LambdaFunction,
    names: readonly string[],
    file: EnvironmentFile,
  ): Promise<ProjectRequest> => {
    const { functionVariables } = await import('./function-variables.js');
    const variables = await functionVariables(fn, [...names, fn.key, fn.name], file, report);
    return { ...given, environment: { ...variables, ...given.environment } };
  };
  let siblings: Promise<Siblings> | undefined;
  const project: OpenProject = {
    service: opened,
    async prepare(name, overridden = []) {
      const file = await environmentFile?.();
      const names = file === undefined ? [] : ((await opened.namesOf?.(name)) ?? [name]);
      const ofFile = file?.variablesOf(names).map((variable) => variable.name) ?? [];
      const fn = await opened.load(name, [...Object.keys(request.environment), ...overridden, ...ofFile]);
      return prepareFunction({
        function: fn,
        accountId: opened.accountId,
        request: file === undefined ? request : await withVariables(request, fn, names, file),
        host,
        runCredentials,
        hooks,
        loaderFor,
        aws,
        containment: await contained,
        enclose,
        openEvent: project.openEvent,
      });
    },
    openEvent: async (plan, isAlone) => {
      siblings ??= import('./fleet/siblings.js').then(({ Siblings }) => new Siblings(project, report));
      return (await siblings).openEvent(plan, isAlone);
    },
    async endLoading() {
      for (const diagnostic of opened.unusedAnswers()) report(diagnostic);
      await opened[Symbol.asyncDispose]();
    },
    async [Symbol.asyncDispose]() {
      await (await siblings)?.[Symbol.asyncDispose]();
      await opened[Symbol.asyncDispose]();
      await projectCode[Symbol.asyncDispose]();
    },
  };
  return project;
}

/** Reads the file of variables once, when it is first needed. */
function environmentFileOf({ environmentFile: path }: ProjectRequest): (() => Promise<EnvironmentFile>) | undefined {
  if (path === undefined) return undefined;
  let read: Promise<EnvironmentFile> | undefined;
  return () => {
    read ??= import('./environment-file.js').then(({ readEnvironmentFile }) => readEnvironmentFile(path));
    return read;
  };
}
