import type { Agent } from 'node:http';
import { fromIni } from '@aws-sdk/credential-provider-ini';
import { loadSharedConfigFiles } from '@smithy/core/config';
import { connectionSettings } from './client-settings.js';

/** A profile to look for, and the files to look in. Their paths are absolute; they need not exist. */
export interface ProfileRequest {
  readonly profile: string;
  readonly credentialsFile: string;
  readonly configFile: string;
  /** The region for the service that issues a role's or a session's credentials, if the profile names none. */
  readonly region?: string;
  /** The agent for connections, if the environment names a proxy. */
  readonly agent?: Agent;
}

/** The result of looking for a profile's credentials. */
export type ProfileLookup =
  | {
      readonly kind: 'found';
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
      readonly sessionToken?: string;
    }
  /** There is no such profile; `profiles` lists the existing ones. */
  | { readonly kind: 'absent'; readonly profiles: readonly string[] }
  /** The profile exists, but does not say where its credentials come from. */
  | { readonly kind: 'empty' }
  /** The profile uses the machine's own identity, which is never used here. */
  | { readonly kind: 'machine-identity'; readonly source: string };

type Profiles = Record<string, Record<string, string | undefined> | undefined>;

/** Sources of the SDK's `credential_source` that are the machine's own identity (instance metadata, a container's role). */
const machineSources = ['Ec2InstanceMetadata', 'EcsContainer'];

/** A profile with credentials has at least one of these settings. */
const credentialSettings = [
  'aws_access_key_id',
  'role_arn',
  'credential_process',
  'sso_start_url',
  'sso_session',
  'sso_account_id',
  'web_identity_token_file',
  'login_session',
  'credential_source',
];

/**
 * Gets the credentials of a profile from the AWS SDK's own provider: keys, an assumed role, SSO, a process.
 * @throws the SDK's own error if the profile exists, but getting its credentials fails.
 */
export async function fromProfile(request: ProfileRequest): Promise<ProfileLookup> {
  const { profile, credentialsFile: filepath, configFile: configFilepath, region, agent } = request;
  const files = { filepath, configFilepath, ignoreCache: true };
  const profiles = await readProfiles(files);
  const settings = profiles[profile];
  if (settings === undefined) return { kind: 'absent', profiles: Object.keys(profiles).filter(isProfileName).sort() };
  if (!credentialSettings.some((name) => settings[name] !== undefined)) return { kind: 'empty' };
  const source = machineSource(profile, profiles);
  if (source !== undefined) return { kind: 'machine-identity', source };

  const clientConfig = { ...(region === undefined ? {} : { region }), ...connectionSettings(agent) };
  const provider = fromIni({ profile, ...files, clientConfig });
  const { accessKeyId, secretAccessKey, sessionToken } = await withVariables(
    {
      AWS_SHARED_CREDENTIALS_FILE: filepath,
      AWS_CONFIG_FILE: configFilepath,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    },
    provider,
  );
  return { kind: 'found', accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
}

async function readProfiles(files: Parameters<typeof loadSharedConfigFiles>[0]): Promise<Profiles> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles(files);
  const profiles: Profiles = Object.create(null);
  for (const [name, settings] of [...Object.entries(configFile), ...Object.entries(credentialsFile)]) {
    profiles[name] = { ...profiles[name], ...settings };
  }
  return profiles;
}

/** Settles when no other call has changed variables of this process; only one may do so at a time. */
let turn: Promise<unknown> = Promise.resolve();

/** Sets variables of this process while a part of the SDK runs. SSO finds its files only by them. */
async function withVariables<T>(variables: Record<string, string>, run: () => Promise<T>): Promise<T> {
  const mine = turn.then(() => setting(variables, run));
  turn = mine.catch(() => {});
  return mine;
}

async function setting<T>(variables: Record<string, string>, run: () => Promise<T>): Promise<T> {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, variables);
  try {
    return await run();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/** The names of sections of other kinds begin with the kind and a dot. */
function isProfileName(section: string): boolean {
  return !section.startsWith('sso-session.') && !section.startsWith('services.');
}

/** The machine's identity that a profile uses, directly or through the profile that its role's credentials come from. */
function machineSource(profile: string, profiles: Profiles): string | undefined {
  const visited = new Set<string>();
  for (let name: string | undefined = profile; name !== undefined && !visited.has(name); ) {
    visited.add(name);
    const settings: Record<string, string | undefined> | undefined = profiles[name];
    const source = settings?.['credential_source'];
    if (source !== undefined && machineSources.includes(source)) return source;
    name = settings?.['source_profile'];
  }
  return undefined;
}
