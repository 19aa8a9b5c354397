import type { AwsAccess } from './access.js';
import type { ProfileLookup, ProfileRequest } from './from-profile.js';
import type { ObjectStore } from './object-store.js';
import type { ParameterStore } from './parameter-store.js';
import type { Stacks } from './stacks.js';

// Each part loads a client of the SDK, which takes time, so none is loaded before it is used.

export async function fromProfile(request: ProfileRequest): Promise<ProfileLookup> {
  return (await import('./from-profile.js')).fromProfile(request);
}

export async function openParameterStore(access: AwsAccess): Promise<ParameterStore> {
  return (await import('./parameter-store.js')).openParameterStore(access);
}

export async function openObjectStore(access: AwsAccess): Promise<ObjectStore> {
  return (await import('./object-store.js')).openObjectStore(access);
}

export async function openStacks(access: AwsAccess): Promise<Stacks> {
  return (await import('./stacks.js')).openStacks(access);
}

export async function accountOf(access: AwsAccess, signal: AbortSignal): Promise<string | undefined> {
  return (await import('./caller-identity.js')).accountOf(access, signal);
}
