import { environmentAgent } from '../network/environment-agent.js';
import type { AwsAccess, SessionKeys } from './access.js';
import type { ProfileLookup, ProfileRequest } from './from-profile.js';
import type { LayerVersion } from './layer-versions.js';
import type { ObjectStore } from './object-store.js';
import type { ParameterStore } from './parameter-store.js';
import type { SessionAccess, SessionRequest } from './sessions.js';
import type { Stacks } from './stacks.js';

// Each part loads a client of the SDK, which takes time, so none is loaded before it is used.

export async function fromProfile(request: ProfileRequest): Promise<ProfileLookup> {
  return (await import('./from-profile.js')).fromProfile(await throughProxies(request));
}

export async function openParameterStore(access: AwsAccess): Promise<ParameterStore> {
  return (await import('./parameter-store.js')).openParameterStore(await throughProxies(access));
}

export async function openObjectStore(access: AwsAccess): Promise<ObjectStore> {
  return (await import('./object-store.js')).openObjectStore(await throughProxies(access));
}

export async function openStacks(access: AwsAccess): Promise<Stacks> {
  return (await import('./stacks.js')).openStacks(await throughProxies(access));
}

export async function accountOf(access: AwsAccess, signal: AbortSignal): Promise<string | undefined> {
  return (await import('./caller-identity.js')).accountOf(await throughProxies(access), signal);
}

export async function layerVersion(access: AwsAccess, arn: string, signal: AbortSignal): Promise<LayerVersion> {
  return (await import('./layer-versions.js')).layerVersion(await throughProxies(access), arn, signal);
}

export async function functionRole(access: AwsAccess, name: string, signal: AbortSignal): Promise<string | undefined> {
  return (await import('./function-role.js')).functionRole(await throughProxies(access), name, signal);
}

export async function openSession(
  access: SessionAccess,
  request: SessionRequest,
  signal: AbortSignal,
): Promise<SessionKeys> {
  return (await import('./sessions.js')).openSession(await throughProxies(access), request, signal);
}

/** The same with the agent for the proxies that the environment names, if it names any. */
async function throughProxies<Request extends Pick<AwsAccess, 'agent'>>(request: Request): Promise<Request> {
  const agent = await environmentAgent();
  return agent === undefined ? request : { ...request, agent };
}
