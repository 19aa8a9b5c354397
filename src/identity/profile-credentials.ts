import { setTimeout as delay } from 'node:timers/promises';
import type { ProfileLookup } from '../aws/from-profile.js';
import { UserError } from '../diagnostics/user-error.js';
import type { Credentials } from './credentials.js';
import type { CredentialsOptions } from './credentials-options.js';
import { hasProfileFiles, profileFiles } from './profile-files.js';

/** How long getting a profile's credentials may take, in ms: it may start a program or call a service. */
const profileTimeoutMs = 60_000;

/** Who named a profile: the caller, the environment, or a setting of the service. */
export type ProfileAsker = 'input' | 'environment' | { readonly setting: string };

const askerNames = { input: 'aws-profile', environment: 'AWS_PROFILE' } as const;

/**
 * Gets the credentials of a profile that was asked for by name.
 * @returns `undefined` if there is no such profile, which is reported
 * @throws UserError if the caller's profile does not exist, or any profile fails to give its credentials
 */
export async function fromProfileAskedFor(
  profile: string,
  askedBy: ProfileAsker,
  options: CredentialsOptions,
): Promise<Credentials | undefined> {
  const name = typeof askedBy === 'object' ? askedBy.setting : askerNames[askedBy];
  const files = profileFiles(options.hostEnvironment);
  const lookup = await lookUp(profile, options).catch((error: unknown) => {
    options.signal.throwIfAborted();
    throw failed(profile, name, error as Error);
  });
  switch (lookup.kind) {
    case 'found':
      return credentials(lookup, profile);
    case 'absent':
      if (askedBy === 'input') throw absent(profile, name, lookup.profiles, files);
      options.report({
        severity: askedBy === 'environment' ? 'warning' : 'notice',
        code: 'profile-absent',
        message: `The profile "${profile}" of ${name} does not exist, so it is not used.`,
        hint: `It is looked for in ${files.credentialsFile} and ${files.configFile}.`,
      });
      return undefined;
    case 'empty':
      throw failed(profile, name, new Error('It has no credentials.'));
    case 'machine-identity':
      throw machineIdentity(profile, name, lookup.source);
  }
}

/**
 * Gets the credentials of the default profile, if there is one; at least one of the files has to be there. If it fails, that is only
 * a warning, since nobody asked for it.
 */
export async function fromDefaultProfile(options: CredentialsOptions): Promise<Credentials | undefined> {
  try {
    const lookup = await lookUp('default', options);
    if (lookup.kind === 'machine-identity') throw machineIdentity('default', 'the default', lookup.source);
    return lookup.kind === 'found' ? credentials(lookup, 'default') : undefined;
  } catch (error) {
    options.signal.throwIfAborted();
    options.report({
      severity: 'warning',
      code: 'profile-failed',
      message: `The default profile's credentials could not be loaded, so the handler gets none: ${(error as Error).message}`,
      hint: whatToDo('default', error as Error),
    });
    return undefined;
  }
}

async function lookUp(profile: string, options: CredentialsOptions): Promise<ProfileLookup> {
  const files = profileFiles(options.hostEnvironment);
  if (!hasProfileFiles(files)) return { kind: 'absent', profiles: [] };
  const { fromProfile } = await options.loadAws();
  const { region, signal } = options;
  const end = new AbortController();
  const limit = delay(profileTimeoutMs, undefined, { signal: AbortSignal.any([signal, end.signal]) }).then(() => {
    throw new Error(`It did not give its credentials within ${profileTimeoutMs / 1000} s.`);
  });
  try {
    return await Promise.race([fromProfile({ profile, ...files, ...(region === undefined ? {} : { region }) }), limit]);
  } finally {
    end.abort();
    limit.catch(() => {});
  }
}

function credentials(found: Extract<ProfileLookup, { kind: 'found' }>, profile: string): Credentials {
  const { accessKeyId, secretAccessKey, sessionToken } = found;
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}), source: 'profile', profile };
}

function absent(
  profile: string,
  name: string,
  profiles: readonly string[],
  { credentialsFile, configFile }: { credentialsFile: string; configFile: string },
): UserError {
  const there =
    profiles.length === 0
      ? `No profile is there: looked in ${credentialsFile} and ${configFile}.`
      : `Those that are there: ${profiles.join(', ')}.`;
  return new UserError({
    code: 'profile-absent',
    message: `There is no profile "${profile}" (${name}). ${there}`,
    hint: 'In a workflow, aws-actions/configure-aws-credentials puts keys into the environment, so that no profile is needed.',
  });
}

function machineIdentity(profile: string, name: string, source: string): UserError {
  return new UserError({
    code: 'profile-machine-identity',
    message: `The profile "${profile}" (${name}) takes its credentials from the machine itself (credential_source = ${source}), which is never used here.`,
    hint: 'Give keys, or a profile with a source_profile, credential_process or SSO.',
  });
}

function failed(profile: string, name: string, error: Error): UserError {
  return new UserError({
    code: 'profile-failed',
    message: `The credentials of the profile "${profile}" (${name}) could not be loaded: ${error.message}`,
    hint: whatToDo(profile, error),
    cause: error,
  });
}

function whatToDo(profile: string, error: Error): string {
  if (/\bsso\b|token/i.test(error.message)) return `Log in again with: aws sso login --profile ${profile}`;
  if (/multi-factor|\bmfa\b/i.test(error.message)) {
    return 'A code cannot be asked for here. Get a session first, and put its keys into the environment.';
  }
  return `Try the profile with: aws sts get-caller-identity --profile ${profile}`;
}
