import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The files with profiles. Absolute paths; the files need not exist. */
export interface ProfileFiles {
  readonly credentialsFile: string;
  readonly configFile: string;
}

/**
 * Where the profiles are, by the host's environment (AWS SDKs and tools reference guide, "Location of the shared
 * config and credentials files").
 */
export function profileFiles(environment: Readonly<Record<string, string | undefined>>): ProfileFiles {
  const home = environment['HOME'] || environment['USERPROFILE'] || homedir();
  const place = (path: string | undefined, name: string) => {
    if (!path) return join(home, '.aws', name);
    return /^~[/\\]/.test(path) ? join(home, path.slice(2)) : path;
  };
  return {
    credentialsFile: place(environment['AWS_SHARED_CREDENTIALS_FILE'], 'credentials'),
    configFile: place(environment['AWS_CONFIG_FILE'], 'config'),
  };
}

/** Whether there is a file in which profiles could be. */
export function hasProfileFiles({ credentialsFile, configFile }: ProfileFiles): boolean {
  return existsSync(credentialsFile) || existsSync(configFile);
}
