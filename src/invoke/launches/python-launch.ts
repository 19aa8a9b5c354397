import { delimiter, join } from 'node:path';
import type { Candidate, InterpreterSearch } from '../../lambda/interpreter/candidate.js';
import { sitePackages } from '../../lambda/interpreter/virtual-environments.js';
import type { Launch } from '../../lambda/sandbox/process/launch.js';

/** How a Python is started as the runtime of a function. `runtimes` is the folder of the bootstraps. Absolute. */
export function pythonLaunch({ command, args = [] }: Candidate, runtimes: string): Launch {
  const folder = join(runtimes, 'python');
  return {
    command,
    args: [...args, join(folder, 'bootstrap.py')],
    notes: true,
    inheritsConnection: true,
    sendsToken: true,
    waitsWith: { PYTHONPATH: join(folder, 'forerunner') },
  };
}

/** Tells the bootstrap where the packages of the service's virtual environments are, and for which version they are. */
export function virtualPackages(search: InterpreterSearch): Record<string, string> {
  const packages = sitePackages(search);
  return packages.length === 0
    ? {}
    : { INVOKE_LOCAL_SITE_PACKAGES: packages.join(delimiter), INVOKE_LOCAL_SITE_VERSION: search.version };
}
