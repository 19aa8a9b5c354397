import { openServerlessService } from './serverless/serverless-service.js';
import type { Service, ServiceOptions } from './service.js';

/**
 * Opens the project's configuration: finds and reads its file, and settles the service's name, stage and region.
 * @throws UserError where there is no configuration, or it can't be read.
 */
export async function openService(options: ServiceOptions): Promise<Service> {
  return openServerlessService(options);
}
