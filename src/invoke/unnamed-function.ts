import { displayPath } from '../diagnostics/display-path.js';
import { UserError } from '../diagnostics/user-error.js';
import type { Service } from '../service/service.js';

/** How many functions the error names. */
const maxListed = 30;

/** The error of a request that names no function, of a service in which that is needed. */
export async function unnamedFunction(service: Pick<Service, 'names' | 'configFile'>): Promise<UserError> {
  const names = await service.names();
  const location = { file: service.configFile };
  if (names.length === 0) {
    return new UserError({
      code: 'functions-missing',
      message: `There is no function in ${displayPath(service.configFile)}.`,
      hint: 'Add one to it, or name another configuration as `config` (--config).',
      location,
    });
  }
  const more = names.length > maxListed ? ` and ${names.length - maxListed} more` : '';
  return new UserError({
    code: 'function-missing',
    message: 'No function was named.',
    hint: `Name one of the service's functions: ${names.slice(0, maxListed).join(', ')}${more}.`,
    location,
  });
}
