/**
 * What a script does not see of the environment that `${env:}` shows: what would change how its own process starts, and
 * the files that a runner takes commands from.
 */
const hidden = /^(?:NODE_OPTIONS|NODE_PATH|LD_PRELOAD|GITHUB_(?:ENV|OUTPUT|PATH|STATE|STEP_SUMMARY))$/i;

/** The environment in which scripts of the configuration run: what `${env:}` shows, less what is not for them. */
export function scriptEnvironment(environment: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !hidden.test(name)));
}
