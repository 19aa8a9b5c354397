import { fstatSync } from 'node:fs';
import { resolve } from 'node:path';
import { isatty } from 'node:tty';
import { UserError } from '../diagnostics/user-error.js';
import type { EventRequest, WrittenSample } from '../event/request.js';
import { environmentOf } from '../host/environment.js';
import { readRole } from '../identity/read-role.js';
import type { CredentialsRequest } from '../identity/request.js';
import { type Isolation, parseIsolation } from '../invoke/isolation.js';
import { networkChoices } from '../invoke/network-choice.js';
import { packageModes } from '../invoke/parity/package-mode.js';
import { permissionsModes, permissionsRoles } from '../invoke/permissions-mode.js';
import type { InvocationRequest } from '../invoke/request.js';
import { imagePackagesWords } from '../lambda/image/package-questions.js';
import type { Options } from './options.js';

/** Where the command is run. */
export interface Shell {
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const defaultStdinTimeoutMs = 30_000;

/**
 * The request for a command line.
 * @throws UserError if the time limit of standard input is not a number of seconds.
 */
export function toRequest(parsed: Options, shell: Shell): InvocationRequest {
  const { values, env, param, parameterFiles, opt, variable, layer, switches } = parsed;
  const profile = values['aws-profile'];
  return {
    workingDirectory: resolve(shell.workingDirectory, values['working-directory'] || '.'),
    params: param,
    ...(parameterFiles.length === 0 ? {} : { parameterFiles }),
    options: {
      ...given('function', values.function),
      ...given('aws-profile', profile),
      ...opt,
    },
    variables: variable,
    ...given('variablesFile', values['variables-file'] && resolve(shell.workingDirectory, values['variables-file'])),
    event: toEventRequest(values, switches.has('raw')),
    ...toSample(values),
    context: {
      ...given('data', values.context),
      ...given('path', values.contextPath),
    },
    environment: env,
    hostEnvironment: environmentOf(shell.environment),
    containment: isolationOf(values.isolate).containment,
    network: oneOf('network', values.network, networkChoices) ?? 'step',
    packageMode: oneOf('package', values.package, packageModes) ?? 'warn',
    inheritEnvironment: !switches.has('no-inherit-env'),
    installEsbuild: !switches.has('no-install-esbuild'),
    imagePackages: oneOf('image-packages', values['image-packages'], imagePackagesWords) ?? 'install',
    layers: Object.fromEntries(
      Object.entries(layer).map(([name, path]) => [name, resolve(shell.workingDirectory, path)]),
    ),
    fetchLayers: !switches.has('no-fetch-layers'),
    extensions: !switches.has('no-extensions'),
    credentials: { ...given('profile', profile), ...toRole(values) },
    ...given('function', values.function),
    ...given('config', values.config),
    ...given('configEnvironment', values['config-env']),
    ...(switches.has('synth') ? { synthesize: true } : {}),
    ...given('environmentFile', values['env-file'] && resolve(shell.workingDirectory, values['env-file'])),
    ...given('service', values.service),
    ...given('stage', values.stage),
    ...given('region', values.region),
    ...given('interpreter', values.interpreter),
    ...given('javaRuntimeClient', values['java-runtime-client']),
    ...toAsk(values, switches.has('no-siblings'), shell.workingDirectory),
    ...given('permissions', oneOf('permissions', values.permissions, permissionsModes)),
    ...given('permissionsRole', oneOf('permissions-role', values['permissions-role'], permissionsRoles)),
    ...(switches.has('no-fail-on-denied') ? { failOnDenied: false } : {}),
  };
}

/**
 * One of the words that a flag takes; `undefined` where it has no value.
 * @throws UserError where it has another word
 */
function oneOf<Word extends string>(flag: string, value: string | undefined, words: readonly Word[]): Word | undefined {
  const known = words.find((word) => word === value);
  if (value === undefined || value === '' || known !== undefined) return known;
  const listed = `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
  throw new UserError({
    code: 'flag-value-invalid',
    message: `The flag --${flag} takes ${listed}, and "${value}" was given.`,
  });
}

/** The role that is named. @throws UserError where something of it is wrong */
function toRole(values: Options['values']): Pick<CredentialsRequest, 'role'> {
  const role = readRole(
    {
      arn: values['role-to-assume'] || undefined,
      sessionName: values['role-session-name'] || undefined,
      externalId: values['role-external-id'] || undefined,
      durationSeconds: values['role-duration-seconds'] || undefined,
    },
    { sessionName: 'invoke-local', tags: {} },
    (name) => `the flag --${name}`,
  );
  return role === undefined ? {} : { role };
}

/** What is to become of calls to AWS. */
function toAsk(
  { aws, cassette, stubs }: Options['values'],
  withoutSiblings: boolean,
  folder: string,
): Pick<InvocationRequest, 'aws'> {
  const written = {
    ...given('aws', aws),
    ...given('cassette', cassette),
    ...given('stubs', stubs),
    ...(withoutSiblings ? { siblings: false } : {}),
  };
  return Object.keys(written).length === 0
    ? {}
    : { aws: { ...written, folder, named: (name) => `the flag --${name}` } };
}

/**
 * What the flag `--isolate` asks for.
 * @throws UserError where it has another word
 */
export function isolationOf(value = ''): Isolation {
  const known = parseIsolation(value);
  if (known !== undefined) return known;
  throw new UserError({
    code: 'flag-value-invalid',
    message: `The flag --isolate takes auto, true or false, for a suite also case, and "${value}" was given.`,
  });
}

/** A member with a flag's value. An empty value, such as that of an unset variable, counts as none. */
function given<Name extends string, Value extends string>(
  name: Name,
  value: Value | undefined,
): { [Key in Name]?: Value } {
  return (value === undefined || value === '' ? {} : { [name]: value }) as { [Key in Name]?: Value };
}

function toEventRequest({ data, 'stdin-timeout': timeout, ...values }: Options['values'], raw: boolean): EventRequest {
  const timeoutMs = timeout === undefined ? defaultStdinTimeoutMs : milliseconds(timeout);
  const path = given('path', values.path);
  if ('sample' in toSample(values)) return { raw, ...given('data', data), ...path };
  if (data !== undefined || path.path !== undefined) {
    return { raw, ...(data === undefined ? {} : { data }), ...path };
  }
  return mayHoldEvent() ? { raw, standardInput: { stream: process.stdin, timeoutMs } } : { raw };
}

/** The sample that is the event. */
function toSample({ event, 'event-source': source }: Options['values']): { readonly sample?: WrittenSample } {
  if (event && source) {
    throw new UserError({
      code: 'event-twice',
      message: 'The flags --event and --event-source both say what the event is.',
      hint: 'Write one of them.',
    });
  }
  if (event) return { sample: { kind: 'sample', text: event, asked: 'The flag --event' } };
  if (source) return { sample: { kind: 'source', text: source, asked: 'The flag --event-source' } };
  return {};
}

/**
 * The event is never read from a terminal. /dev/null and a closed standard input are known to be empty without opening a
 * stream.
 */
function mayHoldEvent(): boolean {
  try {
    return !isatty(0) && !fstatSync(0).isCharacterDevice();
  } catch {
    return false;
  }
}

/** The longest delay of a timer in Node, in seconds. */
const maxSeconds = 2_147_483;

function milliseconds(text: string): number {
  const seconds = Number(text);
  if (text.trim() !== '' && seconds > 0 && seconds <= maxSeconds) return seconds * 1000;
  throw new UserError({
    code: 'flag-value-invalid',
    message: `The flag --stdin-timeout takes a number of seconds greater than 0, and "${text}" was given.`,
  });
}
