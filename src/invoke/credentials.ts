import { loadAws } from '../aws/load.js';
import { environmentOf } from '../host/environment.js';
import type { Credentials } from '../identity/credentials.js';
import { resolveCredentials } from '../identity/resolve-credentials.js';
import type { Service } from '../service/service.js';
import type { ProjectHooks } from './hooks.js';
import type { ProjectRequest } from './request.js';

/** Finds the credentials of the run, or those of a profile that the configuration names. */
export type FindCredentials = (profile?: string) => Promise<Credentials | undefined>;

/**
 * Makes the function through which a run gets its credentials. The configuration and the handler get the same ones, which
 * are looked up once, at the first request.
 * @param service the service, which must be open when the credentials are requested
 */
export function createCredentialsFinder(
  request: Pick<ProjectRequest, 'credentials' | 'hostEnvironment'>,
  hooks: Pick<ProjectHooks, 'installation' | 'report' | 'signal' | 'onCredentials'>,
  service: () => Pick<Service, 'region' | 'identity' | 'dotenv'> | undefined,
): FindCredentials {
  const { installation, report, signal, onCredentials } = hooks;
  const found = new Map<string | undefined, Promise<Credentials | undefined>>();
  const find = async (profile: string | undefined): Promise<Credentials | undefined> => {
    const { region, identity, dotenv } = service() ?? {};
    const credentials = await resolveCredentials({
      request: profile === undefined ? request.credentials : { profile },
      hostEnvironment: environmentOf(dotenv ?? {}, request.hostEnvironment),
      loadProfiles: () => loadAws(installation.chunks),
      report,
      signal,
      ...(region === undefined ? {} : { region }),
      ...(identity === undefined ? {} : { service: identity }),
    });
    if (credentials !== undefined) onCredentials?.(credentials);
    return credentials;
  };
  return (profile) => {
    const credentials = found.get(profile) ?? find(profile);
    found.set(profile, credentials);
    return credentials;
  };
}
