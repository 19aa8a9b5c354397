/**
 * The variables that `${env:}` has but a script does not get: those that change how its process starts, and those that name
 * the runner's command files.
 */
const hidden = /^(?:NODE_OPTIONS|NODE_PATH|LD_PRELOAD|GITHUB_(?:ENV|OUTPUT|PATH|STATE|STEP_SUMMARY))$/i;

/** The environment in which scripts of the configuration run: that of `${env:}` without those variables. */
export function scriptEnvironment(environment: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !hidden.test(name)));
}
