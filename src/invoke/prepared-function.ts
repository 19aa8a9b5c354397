import type { AwsAsk, AwsPlan } from '../aws-gateway/run/plan.js';
import { UserError } from '../diagnostics/user-error.js';
import type { Credentials } from '../identity/credentials.js';
import { reportRefusals } from '../lambda/deploy/refused-by-deploy.js';
import { buildEnvironment } from '../lambda/environment/build-environment.js';
import { layersInEnvironment } from '../lambda/environment/layer-paths.js';
import { logStreamName } from '../lambda/environment/log-names.js';
import { withOverrides } from '../lambda/environment/overrides.js';
import { visibleToConfiguration } from '../lambda/environment/passed-on.js';
import type { FunctionPermissions } from '../lambda/function/function-permissions.js';
import { isHere, type LambdaFunction } from '../lambda/function/lambda-function.js';
import { type PlacedFunction, placeFunction } from '../lambda/placement/place-function.js';
import type { RuntimeApi } from '../lambda/runtime-api/runtime-api.js';
import { architectureNotice } from './architecture-notice.js';
import { gatewayOf, readAsk } from './cassette-of.js';
import { configurationFindings } from './configuration-findings.js';
import type { FunctionParts, Preparation } from './function-parts.js';
import { FunctionSandbox, type SandboxSettings } from './function-sandbox.js';
import { buildHandler } from './handler-build.js';
import type { SandboxHooks } from './hooks.js';
import { type InvocationInput, readInput } from './input.js';
import type { LayeredFunction } from './layers/resolve-layers.js';
import { functionParity } from './parity/function-parity.js';
import { planCalls } from './plan-calls.js';
import type { InputRequest } from './request.js';
import { seenFolders } from './seen-folders.js';

/**
 * A function that is ready to be invoked: loaded, placed, compiled if necessary, with its environment built. Disposing of it
 * removes what was made for it, once all of its sandboxes have ended.
 */
export class PreparedFunction implements AsyncDisposable {
  readonly #parts: FunctionParts;

  constructor(parts: FunctionParts) {
    this.#parts = parts;
  }

  get function(): LambdaFunction {
    return this.#parts.function;
  }

  /**
   * How the calls to AWS of an event are answered; `undefined` where nothing asks for the gateway.
   * @param ask what the caller says of it
   * @param cassette where its calls are recorded, unless that says another file. Absolute
   * @throws UserError where calls are to be recorded that can't be made
   */
  planCalls(ask: AwsAsk | undefined, cassette: string): AwsPlan | undefined {
    const { credentials, environment, permissions } = this.#parts;
    const canCall =
      credentials !== undefined ||
      Object.keys(environment).some((name) => name === 'AWS_ACCESS_KEY_ID' || name.startsWith('AWS_ENDPOINT_URL'));
    const circumstances = { canCall, defaultCassette: cassette };
    const planned = planCalls(ask, circumstances);
    if (planned !== undefined || permissions === undefined) return planned;
    return planCalls({ ...ask, mode: canCall ? 'forward' : 'none' }, circumstances);
  }

  /**
   * Reads the event, the context and the environment of an invocation.
   * @throws UserError where one of them is wrong
   */
  readInput(request: InputRequest, hooks: Pick<SandboxHooks, 'report' | 'logs'>): Promise<InvocationInput> {
    return readInput(this.#parts, request, hooks);
  }

  /**
   * Opens a sandbox, whose process starts with its first invocation.
   * @param api a Runtime API that listens already, which the sandbox then owns
   * @throws UserError if nothing on this machine can run the function
   */
  openSandbox(settings: SandboxSettings, hooks: SandboxHooks, api?: Promise<RuntimeApi>): Promise<FunctionSandbox> {
    return FunctionSandbox.open(this.#parts, settings, hooks, api);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const { compiled, placed, coverage } = this.#parts;
    const remove = async (): Promise<void> => {
      await compiled?.[Symbol.asyncDispose]();
      await placed[Symbol.asyncDispose]();
    };
    if (coverage === undefined) await remove();
    else coverage.whenRead(remove);
  }
}

/**
 * Gets a function ready to be invoked.
 * @throws UserError where something that it needs is wrong
 */
export async function prepareFunction(preparation: Preparation): Promise<PreparedFunction> {
  const { request, host, hooks, containment } = preparation;
  const { report, signal } = hooks;
  const { function: fn, published } = await withLayers(preparation);
  const findings = await configurationFindings(fn);
  await reportRefusals(fn, report);
  const otherArchitecture = await architectureNotice(fn);
  if (otherArchitecture !== undefined) report(otherArchitecture);
  const own = await (request.packageMode === 'enforce'
    ? import('./parity/place-package.js').then(({ placePackage }) => placePackage(fn, signal))
    : placeFunction(fn, signal));
  const placed: PlacedFunction = containment.kind === 'none' ? own : { ...own, seen: seenFolders(own) };
  try {
    const permissions = request.permissions === undefined ? undefined : await fn.permissions?.();
    const credentials = await credentialsOf({ ...preparation, function: fn }, permissions);
    const configured = await buildEnvironment({
      function: fn,
      placed,
      host,
      inherit: request.inheritEnvironment,
      credentials,
      logStreamName: logStreamName(new Date()),
      report,
    });
    const environment = withOverrides(configured, request.environment, layersInEnvironment(placed));
    const npmEnvironment =
      request.installEsbuild === true ? visibleToConfiguration(request.hostEnvironment) : undefined;
    const compiled = await buildHandler(fn, environment, npmEnvironment, hooks, preparation.enclose);
    const coverage = hooks.coverage?.open({ function: fn, placed });
    const parity = functionParity({ ...preparation, function: fn, placed, compiled });
    return new PreparedFunction({
      ...preparation,
      function: fn,
      published,
      placed,
      environment,
      compiled,
      credentials,
      coverage,
      findings,
      parity,
      permissions: request.permissions === 'assume' ? undefined : permissions,
    });
  } catch (error) {
    await placed[Symbol.asyncDispose]();
    throw error;
  }
}

/** The credentials that the handler gets. Where no call leaves, it needs none. */
async function credentialsOf(
  preparation: Preparation,
  permissions: FunctionPermissions | undefined,
): Promise<Credentials | undefined> {
  const { request, runCredentials } = preparation;
  try {
    if (request.permissions !== 'assume') return await runCredentials.find();
    const { narrowedCredentials } = await import('./narrowed-credentials.js');
    return await narrowedCredentials(preparation, permissions);
  } catch (error) {
    const code = error instanceof UserError ? error.diagnostic.code : undefined;
    if (code === undefined || !noneAtAll.has(code)) throw error;
    const ask = await readAsk(request.aws);
    if (ask?.mode === undefined || gatewayOf({ mode: ask.mode }) === 'online') throw error;
    return undefined;
  }
}

/** The codes of errors that say of what is asked for that there are no credentials to do it with. */
const noneAtAll: ReadonlySet<string> = new Set(['role-without-credentials', 'credentials-none-to-narrow']);

/** The function with the content of layers that the project only names. */
async function withLayers({ function: fn, request, aws, hooks }: Preparation): Promise<LayeredFunction> {
  if (fn.layers.every(isHere)) return { function: fn, published: [] };
  const { resolveLayers } = await import('./layers/resolve-layers.js');
  return resolveLayers(fn, { request, aws, report: hooks.report, signal: hooks.signal });
}
