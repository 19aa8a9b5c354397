import { displayPath } from '../diagnostics/display-path.js';
import { UserError } from '../diagnostics/user-error.js';
import { openServerlessService } from './serverless/serverless-service.js';
import type { Service, ServiceOptions } from './service.js';

/**
 * Opens the project's configuration: finds and reads its file, and settles the service's name, stage and region. At the root
 * of a composition that is the service that is named.
 * @throws UserError where there is no configuration, or it can't be read.
 */
export async function openService(options: ServiceOptions): Promise<Service> {
  const { service, function: name, config } = options;
  const composed = await openComposed(options, service !== undefined || name?.includes('/') === true);
  if (composed !== undefined) return composed;
  if (service !== undefined) throw noComposition(service, options);
  try {
    return await openServerlessService(options);
  } catch (error) {
    // A folder that has both is a service, which costs no look for the other.
    const isMissing = error instanceof UserError && error.diagnostic.code === 'config-missing' && !config;
    const found = isMissing ? await openComposed(options, true) : undefined;
    if (found !== undefined) return found;
    throw error;
  }
}

async function openComposed(options: ServiceOptions, isAsked: boolean): Promise<Service | undefined> {
  if (!isAsked && !options.config?.includes('serverless-compose')) return undefined;
  const { openComposedService } = await import('./serverless/compose/open-composed.js');
  return openComposedService(options);
}

function noComposition(service: string, { workingDirectory, config }: ServiceOptions): UserError {
  const shown = displayPath(workingDirectory);
  const where = config ? `at ${config}` : `in ${shown === '.' ? workingDirectory : shown}`;
  return new UserError({
    code: 'composition-missing',
    message: `The service ${service} was named, and there is no composition ${where}: looked for serverless-compose.yml, .yaml, .json, .js and .ts.`,
    hint: 'Run in the folder of the composition, or leave the service out to run the function of the service that is there.',
  });
}
