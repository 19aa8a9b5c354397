import { resolve } from 'node:path';
import { UserError } from '../diagnostics/user-error.js';
import type { InvocationRequest } from '../invoke/request.js';
import type { ReportKind } from '../report/files/report-target.js';
import { parseAssignments } from './assignments.js';

/** The action's inputs, read and checked. */
export interface ActionInputs {
  readonly request: InvocationRequest;
  /** Whether the step fails when the function fails. */
  readonly failOnError: boolean;
  readonly summary: SummaryMode;
}

/** Whether the step adds to the run's summary page: always, never, or only if something failed. */
export type SummaryMode = 'always' | 'never' | 'failures';

type Environment = Readonly<Record<string, string | undefined>>;

/** The booleans of YAML 1.2, the only ones that the runner's toolkit takes. */
const BOOLEANS: Readonly<Record<string, boolean>> = {
  true: true,
  True: true,
  TRUE: true,
  false: false,
  False: false,
  FALSE: false,
};

/** An input as it was written. An empty one counts as not set, since `${{ matrix.x }}` without a value is empty. */
function verbatim(environment: Environment, name: string): string | undefined {
  const value = environment[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`];
  return value === '' ? undefined : value;
}

function text(environment: Environment, name: string): string | undefined {
  return verbatim(environment, name)?.trim() || undefined;
}

function boolean(environment: Environment, name: string, otherwise: boolean): boolean {
  const value = text(environment, name);
  if (value === undefined) return otherwise;
  const known = Object.hasOwn(BOOLEANS, value) ? BOOLEANS[value] : undefined;
  if (known !== undefined) return known;
  throw new UserError({
    code: 'input-not-boolean',
    message: `The input \`${name}\` is ${JSON.stringify(value)}, which is not a boolean.`,
    hint: `Valid values are ${Object.keys(BOOLEANS).join(', ')}.`,
  });
}

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

function assignments(environment: Environment, name: string): Record<string, string> {
  return parseAssignments(name, verbatim(environment, name) ?? '');
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

/** An object without the members that are not set. */
function present<T extends object>(members: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;
}

/**
 * Reads the inputs from the variables that the runner makes of them. It does not use `@actions/core`, which takes longer to
 * load than all of this and is loaded only when the handler's process is starting.
 * @param workspace the folder that `working-directory` is relative to. Absolute.
 * @throws UserError where an input is malformed.
 */
export function readInputs(environment: Environment, workspace: string): ActionInputs {
  const of = (name: string): string | undefined => text(environment, name);
  const request = present<InvocationRequest>({
    function: of('function'),
    workingDirectory: resolve(workspace, of('working-directory') ?? '.'),
    config: of('config'),
    service: of('service'),
    stage: of('stage'),
    region: of('region'),
    params: assignments(environment, 'param'),
    options: assignments(environment, 'opt'),
    variables: answers(environment),
    variablesFile: absolute(workspace, of('variables-file')),
    event: present<InvocationRequest['event']>({
      data: verbatim(environment, 'data'),
      path: of('path'),
      raw: boolean(environment, 'raw', false),
      command: verbatim(environment, 'data-command'),
    }),
    context: present<InvocationRequest['context']>({
      data: verbatim(environment, 'context'),
      path: of('context-path'),
    }),
    environment: assignments(environment, 'env'),
    hostEnvironment: environment,
    inheritEnvironment: boolean(environment, 'inherit-env', true),
    installEsbuild: boolean(environment, 'install-esbuild', true),
    interpreter: of('interpreter'),
    javaRuntimeClient: of('java-runtime-client'),
    credentials: present<InvocationRequest['credentials']>({
      accessKeyId: of('aws-access-key-id'),
      secretAccessKey: of('aws-secret-access-key'),
      sessionToken: of('aws-session-token'),
      profile: of('aws-profile'),
    }),
  });
  return {
    request,
    failOnError: boolean(environment, 'fail-on-error', true),
    summary: summaryMode(environment),
  };
}

/** Reads where the reports go. It never fails, because the reports also show what is wrong with other inputs. */
export function readReportPaths(environment: Environment): { readonly [kind in ReportKind]?: string } {
  return present({
    'report-json': text(environment, 'report-json'),
    'report-junit': text(environment, 'report-junit'),
  });
}
