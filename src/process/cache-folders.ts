import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The folders that may keep what one run installs for later ones, the best first: the runner's tool cache, then the cache
 * folder of the user (XDG Base Directory Specification; Apple's File System Programming Guide; Windows' known folders).
 */
export function cacheFolders(environment: Environment, platform: NodeJS.Platform = process.platform): string[] {
  const runner = environment['RUNNER_TOOL_CACHE'] || environment['AGENT_TOOLSDIRECTORY'];
  const user = userCache(environment, platform);
  return [...(runner ? [runner] : []), ...(user === undefined ? [] : [join(user, 'invoke-local')])].filter(isAbsolute);
}

function userCache(environment: Environment, platform: NodeJS.Platform): string | undefined {
  if (platform === 'win32') return environment['LOCALAPPDATA'] || undefined;
  const home = environment['HOME'] || homedir();
  if (platform === 'darwin') return join(home, 'Library', 'Caches');
  const chosen = environment['XDG_CACHE_HOME'];
  return chosen && isAbsolute(chosen) ? chosen : join(home, '.cache');
}
