import { environmentOf } from '../../host/environment.js';
import type { ProjectRequest } from '../../invoke/request.js';
import { passedOn } from '../../lambda/environment/passed-on.js';
import type { ServeRequest } from '../../serve/serve.js';

/** What a step tells the server that it starts, as JSON on its standard input: nothing of it stands in its environment. */
export interface ServerJob extends Omit<ServeRequest, 'project'> {
  readonly project: Omit<ProjectRequest, 'hostEnvironment' | 'aws'> & {
    readonly aws?: Omit<NonNullable<ProjectRequest['aws']>, 'named'>;
  };
  /** The step's environment, as far as the project and its handlers may depend on it. */
  readonly host: Readonly<Record<string, string>>;
}

/** What a server answers once it knows: that it is ready, or why it is not. */
export type ServerMessage =
  | { readonly ready: { readonly url: string; readonly port: number; readonly functions: readonly string[] } }
  | { readonly refused: { readonly code: string; readonly message: string; readonly hint?: string | undefined } };

/** Names of the runner's own that no server has to know: tokens, inputs, and the files of the step's commands. */
const ofStep = /^(?:INPUT_.*|STATE_.*|GITHUB_(?:TOKEN|OUTPUT|ENV|PATH|STATE|STEP_SUMMARY))$/i;
const ofRunner = /^ACTIONS_/i;

/**
 * The job for a request.
 * @param assumesRole whether the credentials may come from the runner's own identity, for which its token is needed
 */
export function serverJob(
  { project: { hostEnvironment, aws, ...project }, ...own }: ServeRequest,
  assumesRole: boolean,
): ServerJob {
  const { named: _, ...written } = aws ?? {};
  const host = Object.entries(hostEnvironment).filter(
    ([name]) => !ofStep.test(name) && (assumesRole || !ofRunner.test(name)),
  );
  return {
    ...own,
    project: { ...project, ...(aws === undefined ? {} : { aws: { ...written, folder: aws.folder } }) },
    host: Object.fromEntries(host.filter((entry): entry is [string, string] => entry[1] !== undefined)),
  };
}

/** The request of a job. */
export function serveRequestOf({ project: { aws, ...project }, host, ...own }: ServerJob): ServeRequest {
  return {
    ...own,
    project: {
      ...project,
      hostEnvironment: environmentOf(host),
      ...(aws === undefined ? {} : { aws: { ...aws, named: (name) => `the input \`${name}\`` } }),
    },
  };
}

/** What programs need of the machine, beside what handlers get: where tools are, and the way to the network. */
const ofMachine =
  /^(?:RUNNER_TEMP|RUNNER_TOOL_CACHE|AGENT_TOOLSDIRECTORY|(?:HTTPS?|ALL|NO)_PROXY|NODE_EXTRA_CA_CERTS)$/i;

/** The environment of the server's process: no more than handlers get, and no credentials. */
export function environmentOfServer(step: NodeJS.ProcessEnv, inheritsEnvironment: boolean): NodeJS.ProcessEnv {
  const machine = Object.entries(step).filter(([name]) => ofMachine.test(name));
  const { RUNNER_TRACKING_ID: trackingId } = step;
  return {
    ...passedOn(step, inheritsEnvironment),
    ...Object.fromEntries(machine),
    ...(trackingId === undefined ? {} : { RUNNER_TRACKING_ID: trackingId }),
  };
}
