import { resolve } from 'node:path';
import type { WrittenAsk } from '../aws-gateway/run/read-ask.js';
import { UserError } from '../diagnostics/user-error.js';
import type { WrittenSample } from '../event/request.js';
import { networkChoices } from '../invoke/network-choice.js';
import { packageModes } from '../invoke/parity/package-mode.js';
import { permissionsModes, permissionsRoles } from '../invoke/permissions-mode.js';
import type { InvocationRequest, ProjectRequest } from '../invoke/request.js';
import { imagePackagesWords } from '../lambda/image/package-questions.js';
import type { ReportKind } from '../report/files/report-target.js';
import { refuseServerInputs, refuseSuiteInputs } from './asked-for.js';
import { parseAssignments } from './assignments.js';
import {
  assignments,
  BOOLEANS,
  boolean,
  type Environment,
  isolation,
  layerPaths,
  oneOf,
  present,
  saysMore,
  text,
  verbatim,
} from './input-values.js';
import { readRoleInputs } from './role-inputs.js';

/** The inputs for one invocation, read and checked. */
export interface ActionInputs extends ConclusionInputs {
  readonly request: InvocationRequest;
}

/** The inputs that decide how the step ends. */
export interface ConclusionInputs {
  /** Whether the step fails when the function, or a case of a suite, fails. */
  readonly failOnError: boolean;
  /** Whether the step fails where calls to AWS would be denied in Lambda, however else it ends. */
  readonly failOnDenied: boolean;
  readonly summary: SummaryMode;
  /** The folder for the coverage, relative to the workspace or absolute, if it is measured. */
  readonly coverage?: string;
}

/** Whether the step adds to the run's summary page: always, never, or only if something failed. */
export type SummaryMode = 'always' | 'never' | 'failures';

function summaryMode(environment: Environment): SummaryMode {
  const value = text(environment, 'summary') ?? 'true';
  if (value === 'failures') return value;
  const known = Object.hasOwn(BOOLEANS, value) ? BOOLEANS[value] : undefined;
  if (known !== undefined) return known ? 'always' : 'never';
  throw new UserError({
    code: 'input-not-known',
    message: `The input \`summary\` is ${JSON.stringify(value)}, which is neither a boolean nor \`failures\`.`,
    hint: `Valid values are ${[...Object.keys(BOOLEANS), 'failures'].join(', ')}.`,
  });
}

/** The answers to remote variables; `undefined` if none is given. Their names may contain blanks. */
function answers(environment: Environment): Record<string, string> | undefined {
  const given = verbatim(environment, 'variables');
  return given === undefined ? undefined : parseAssignments('variables', given, { blanksInNames: true });
}

/** A path within the workspace. */
function absolute(workspace: string, path: string | undefined): string | undefined {
  return path === undefined ? undefined : resolve(workspace, path);
}

/**
 * Reads the inputs for one invocation from the variables that the runner makes of them. It does not use `@actions/core`,
 * which takes longer to load than all of this and is loaded only when the handler's process is starting.
 * @param workspace the folder that `working-directory` is relative to. Absolute.
 * @throws UserError where an input is malformed, or belongs to a suite.
 */
export function readInputs(environment: Environment, workspace: string): ActionInputs {
  refuseServerInputs(environment);
  refuseSuiteInputs(environment);
  const of = (name: string): string | undefined => text(environment, name);
  const request = present<InvocationRequest>({
    ...readProjectInputs(environment, workspace),
    function: of('function'),
    event: present<InvocationRequest['event']>({
      data: verbatim(environment, 'data'),
      path: of('path'),
      raw: boolean(environment, 'raw', false),
      command: verbatim(environment, 'data-command'),
    }),
    sample: readSample(environment),
    context: present<InvocationRequest['context']>({
      data: verbatim(environment, 'context'),
      path: of('context-path'),
    }),
  });
  return { request, ...readConclusionInputs(environment) };
}

/** The sample event that is asked for. */
function readSample(environment: Environment): WrittenSample | undefined {
  const sample = verbatim(environment, 'event');
  const source = saysMore(environment, 'event-source') ? verbatim(environment, 'event-source') : undefined;
  if (sample !== undefined && source !== undefined) {
    throw new UserError({
      code: 'event-twice',
      message: 'The inputs `event` and `event-source` both say what the event is.',
      hint: 'Write one of them.',
    });
  }
  if (sample !== undefined) return { kind: 'sample', text: sample, asked: 'The input `event`' };
  return source === undefined ? undefined : { kind: 'source', text: source, asked: 'The input `event-source`' };
}

/**
 * Reads what a suite and a single invocation have in common: the project, and the handlers' environment.
 * @param workspace the folder that `working-directory` is relative to. Absolute.
 * @throws UserError where an input is malformed.
 */
export function readProjectInputs(environment: Environment, workspace: string): ProjectRequest {
  const of = (name: string): string | undefined => text(environment, name);
  return present<ProjectRequest>({
    workingDirectory: resolve(workspace, of('working-directory') ?? '.'),
    config: of('config'),
    configEnvironment: of('config-env'),
    synthesize: boolean(environment, 'synth', false),
    environmentFile: absolute(workspace, of('env-file')),
    service: of('service'),
    stage: of('stage'),
    region: of('region'),
    params: assignments(environment, 'param'),
    options: assignments(environment, 'opt'),
    variables: answers(environment),
    variablesFile: absolute(workspace, of('variables-file')),
    environment: assignments(environment, 'env'),
    hostEnvironment: environment,
    containment: isolation(environment).containment,
    network: oneOf(environment, 'network', networkChoices) ?? 'step',
    packageMode: oneOf(environment, 'package', packageModes) ?? 'warn',
    inheritEnvironment: boolean(environment, 'inherit-env', true),
    installEsbuild: boolean(environment, 'install-esbuild', true),
    imagePackages: oneOf(environment, 'image-packages', imagePackagesWords) ?? 'install',
    layers: layerPaths(environment, workspace),
    fetchLayers: boolean(environment, 'fetch-layers', true),
    extensions: boolean(environment, 'extensions', true),
    interpreter: of('interpreter'),
    javaRuntimeClient: of('java-runtime-client'),
    aws: readCallInputs(environment, workspace),
    permissions: oneOf(environment, 'permissions', permissionsModes),
    permissionsRole: oneOf(environment, 'permissions-role', permissionsRoles),
    failOnDenied: boolean(environment, 'fail-on-denied', true),
    credentials: present<ProjectRequest['credentials']>({
      accessKeyId: of('aws-access-key-id'),
      secretAccessKey: of('aws-secret-access-key'),
      sessionToken: of('aws-session-token'),
      profile: of('aws-profile'),
      role: readRoleInputs(environment),
    }),
  });
}

/** Reads what is to become of calls to AWS. */
function readCallInputs(environment: Environment, workspace: string): ProjectRequest['aws'] {
  const written = present<Omit<WrittenAsk, 'folder' | 'named'>>({
    aws: verbatim(environment, 'aws'),
    cassette: text(environment, 'cassette'),
    stubs: verbatim(environment, 'stubs'),
    siblings: boolean(environment, 'siblings', true) ? undefined : false,
  });
  if (Object.keys(written).length === 0) return undefined;
  return { ...written, folder: workspace, named: (name) => `the input \`${name}\`` };
}

/** Reads what decides how the step ends. */
export function readConclusionInputs(environment: Environment): ConclusionInputs {
  return present<ConclusionInputs>({
    failOnError: boolean(environment, 'fail-on-error', true),
    failOnDenied: boolean(environment, 'fail-on-denied', true),
    summary: summaryMode(environment),
    coverage: text(environment, 'coverage'),
  });
}

/** Reads where the reports go. It never fails, because the reports also show what is wrong with other inputs. */
export function readReportPaths(environment: Environment): { readonly [kind in ReportKind]?: string } {
  return present({
    'report-json': text(environment, 'report-json'),
    'report-junit': text(environment, 'report-junit'),
    'report-html': text(environment, 'report-html'),
  });
}
