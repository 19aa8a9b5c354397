import { loadAws } from '../aws/load.js';
import { environmentOf } from '../host/environment.js';
import type { Credentials } from '../identity/credentials.js';
import type { CredentialsOptions } from '../identity/credentials-options.js';
import type { Narrowing } from '../identity/narrow-credentials.js';
import { resolveCredentials } from '../identity/resolve-credentials.js';
import type { Service } from '../service/service.js';
import type { ProjectHooks } from './hooks.js';
import type { ProjectRequest } from './request.js';

/** Finds the credentials of the run, or those of a profile that the configuration names. */
export type FindCredentials = (profile?: string) => Promise<Credentials | undefined>;

/** Narrows the credentials of the run. @throws UserError where they can't be narrowed */
export type NarrowCredentials = (narrowing: Narrowing) => Promise<Credentials>;

/** Where the credentials of a run come from. */
export interface RunCredentials {
  /** The configuration and the handler get the same ones, which are looked up once, at the first request. */
  readonly find: FindCredentials;
  readonly narrow: NarrowCredentials;
}

/**
 * Makes the functions through which a run gets its credentials.
 * @param service the service, which must be open when the credentials are requested
 */
export function createRunCredentials(
  request: Pick<ProjectRequest, 'credentials' | 'hostEnvironment'>,
  hooks: Pick<ProjectHooks, 'installation' | 'report' | 'signal' | 'onCredentials' | 'onSecret'>,
  service: () => Pick<Service, 'region' | 'identity' | 'dotenv'> | undefined,
): RunCredentials {
  const { installation, report, signal, onCredentials, onSecret } = hooks;
  const found = new Map<string | undefined, Promise<Credentials | undefined>>();
  const optionsFor = (profile: string | undefined): CredentialsOptions => {
    const { region, identity, dotenv } = service() ?? {};
    return {
      request: profile === undefined ? request.credentials : { profile },
      hostEnvironment: environmentOf(dotenv ?? {}, request.hostEnvironment),
      stepEnvironment: request.hostEnvironment,
      loadAws: () => loadAws(installation.chunks),
      report,
      signal,
      ...(onSecret === undefined ? {} : { onSecret }),
      ...(region === undefined ? {} : { region }),
      ...(identity === undefined ? {} : { service: identity }),
    };
  };
  const resolve = async (profile: string | undefined): Promise<Credentials | undefined> => {
    const credentials = await resolveCredentials(optionsFor(profile));
    if (credentials !== undefined) onCredentials?.(credentials);
    return credentials;
  };
  const find: FindCredentials = (profile) => {
    const credentials = found.get(profile) ?? resolve(profile);
    found.set(profile, credentials);
    return credentials;
  };
  return {
    find,
    async narrow(narrowing) {
      const { narrowCredentials } = await import('../identity/narrow-credentials.js');
      const credentials = await narrowCredentials(narrowing, optionsFor(undefined), find);
      onCredentials?.(credentials);
      return credentials;
    },
  };
}
