import { UserError } from '../../diagnostics/user-error.js';
import { environmentOf } from '../../host/environment.js';
import { inLayers } from './layer-paths.js';
import { fixedVariables } from './reserved.js';

/**
 * An environment with the caller's own variables, which win over all others.
 * @param layerRoot what stands for `/opt`, where the function has layers
 * @throws UserError where the caller sets a variable that is the sandbox's own
 */
export function withOverrides(
  environment: Readonly<Record<string, string>>,
  overrides: Readonly<Record<string, string>>,
  layerRoot: string | undefined,
): Record<string, string> {
  refuseFixed(overrides);
  const overridden = environmentOf(environment);
  for (const [name, value] of Object.entries(overrides)) overridden[name] = inLayers(name, value, layerRoot);
  // The caller's own key does not belong to the session of the credentials that were found.
  if ('AWS_ACCESS_KEY_ID' in overrides && !('AWS_SESSION_TOKEN' in overrides)) delete overridden['AWS_SESSION_TOKEN'];
  return overridden;
}

function refuseFixed(overrides: Readonly<Record<string, string>>): void {
  const name = fixedVariables.find((fixed) => fixed in overrides);
  if (name === undefined) return;
  throw new UserError({
    code: 'environment-fixed',
    message: `The variable ${name} cannot be set: the sandbox itself depends on it.`,
    hint: `Remove ${name} from the env that is passed.`,
  });
}
