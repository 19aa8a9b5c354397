import { UserError } from '../diagnostics/user-error.js';
import type { Credentials } from './credentials.js';
import type { CredentialsOptions } from './credentials-options.js';
import type { ProfileAsker } from './profile-credentials.js';
import { hasProfileFiles, profileFiles } from './profile-files.js';
import type { CredentialsRequest } from './request.js';

/**
 * Finds the credentials of the run: those of the role that the caller names, else its own.
 * @returns `undefined` if there are none; many functions need none
 * @throws UserError if the credentials that the caller named are incomplete or missing, a profile fails to give its
 * credentials, or the role can't be assumed
 */
export async function resolveCredentials(options: CredentialsOptions): Promise<Credentials | undefined> {
  const { role } = options.request;
  if (role === undefined) return resolveOwnCredentials(options);
  const { assumeRole } = await import('./assume-role.js');
  return assumeRole(role, options, () => resolveOwnCredentials(options));
}

/**
 * Finds credentials without the role that the caller names. The first of these that exists counts: the caller's keys, the caller's profile, the
 * environment's keys, `AWS_PROFILE`, the service's own identity (before the environment's if the service says so), the
 * default profile. The machine's own identity (instance metadata, a container's role) is never used.
 * @returns `undefined` if there are none; many functions need none
 * @throws UserError if the credentials that the caller named are incomplete or missing, or a profile fails to give its
 * credentials
 */
export async function resolveOwnCredentials(options: CredentialsOptions): Promise<Credentials | undefined> {
  const { request, service } = options;
  const given = givenKeys(request);
  if (given !== undefined) return given;
  if (request.profile) return fromNamedProfile(request.profile, 'input', options);
  const finders = service?.isFirst ? [ofService, ofEnvironment] : [ofEnvironment, ofService];
  for (const find of finders) {
    const found = await find(options);
    if (found !== undefined) return found;
  }
  if (!hasProfileFiles(profileFiles(options.hostEnvironment))) return undefined;
  const { fromDefaultProfile } = await import('./profile-credentials.js');
  return fromDefaultProfile(options);
}

async function ofEnvironment(options: CredentialsOptions): Promise<Credentials | undefined> {
  const profile = options.hostEnvironment['AWS_PROFILE'];
  return environmentKeys(options) ?? (profile ? fromNamedProfile(profile, 'environment', options) : undefined);
}

async function ofService(options: CredentialsOptions): Promise<Credentials | undefined> {
  for (const { setting, identity } of options.service?.candidates ?? []) {
    if ('profile' in identity) {
      const found = await fromNamedProfile(identity.profile, { setting }, options);
      if (found !== undefined) return found;
    } else {
      const { accessKeyId, secretAccessKey, sessionToken } = identity;
      return keys(accessKeyId, secretAccessKey, sessionToken, 'service');
    }
  }
  return undefined;
}

async function fromNamedProfile(
  profile: string,
  askedBy: ProfileAsker,
  options: CredentialsOptions,
): Promise<Credentials | undefined> {
  const { fromProfileAskedFor } = await import('./profile-credentials.js');
  return fromProfileAskedFor(profile, askedBy, options);
}

function givenKeys({ accessKeyId, secretAccessKey, sessionToken }: CredentialsRequest): Credentials | undefined {
  if (accessKeyId && secretAccessKey) return keys(accessKeyId, secretAccessKey, sessionToken, 'input');
  if (!accessKeyId && !secretAccessKey && !sessionToken) return undefined;
  const missing = [
    ...(accessKeyId ? [] : ['aws-access-key-id']),
    ...(secretAccessKey ? [] : ['aws-secret-access-key']),
  ].join(' and ');
  throw new UserError({
    code: 'credentials-incomplete',
    message: `The credentials are incomplete: ${missing} is not given.`.replace(/ and (.*) is /, ' and $1 are '),
    hint: 'Give aws-access-key-id and aws-secret-access-key together. A secret that is not set in the repository is empty.',
  });
}

function environmentKeys({ hostEnvironment, report }: CredentialsOptions): Credentials | undefined {
  const accessKeyId = hostEnvironment['AWS_ACCESS_KEY_ID'];
  const secretAccessKey = hostEnvironment['AWS_SECRET_ACCESS_KEY'];
  if (accessKeyId && secretAccessKey) {
    return keys(accessKeyId, secretAccessKey, hostEnvironment['AWS_SESSION_TOKEN'], 'environment');
  }
  if (accessKeyId || secretAccessKey) {
    const [present, missing] = accessKeyId
      ? ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']
      : ['AWS_SECRET_ACCESS_KEY', 'AWS_ACCESS_KEY_ID'];
    report({
      severity: 'warning',
      code: 'credentials-incomplete',
      message: `The environment has ${present} but not ${missing}: neither is used.`,
      hint: `Set ${missing} too, or unset ${present}.`,
    });
  }
  return undefined;
}

function keys(
  accessKeyId: string,
  secretAccessKey: string,
  sessionToken: string | undefined,
  source: 'input' | 'environment' | 'service',
): Credentials {
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}), source };
}
