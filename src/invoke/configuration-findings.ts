import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { displayLocation } from '../diagnostics/display-path.js';
import { UserError } from '../diagnostics/user-error.js';
import type { LambdaFunction } from '../lambda/function/lambda-function.js';

/** What is wrong with a function's configuration by the rules of its format. It is looked for once, when it is first needed. */
export interface ConfigurationFindings {
  /** Begins to look, which is best done while something else is waited for. */
  begin(): void;
  /** What was found, for the one who asks first; then nothing any more. */
  take(): Promise<readonly Diagnostic[]>;
}

/**
 * Looks for what is wrong with a function's configuration: now if the tool of the project refuses what is not valid, else once
 * it is asked to.
 * @throws UserError with all that makes the tool refuse it
 */
export async function configurationFindings({ validation, key }: LambdaFunction): Promise<ConfigurationFindings> {
  let found: Promise<readonly Diagnostic[]> | undefined;
  let isTaken = false;
  const begin = (): void => {
    found ??= validation?.findings();
    found?.catch(() => {});
  };
  if (validation?.isStrict === true) {
    begin();
    const refusals = ((await found) ?? []).filter(({ severity }) => severity === 'error');
    if (refusals.length > 0) throw refusal(key, refusals);
  }
  return {
    begin,
    take: async () => {
      if (isTaken) return [];
      isTaken = true;
      begin();
      return (await found) ?? [];
    },
  };
}

function refusal(key: string, refusals: readonly Diagnostic[]): UserError {
  const lines = refusals.map(({ message, hint, location }) => {
    const place = location === undefined ? '' : `${displayLocation(location)}: `;
    return `  ${place}${message}${hint === undefined ? '' : ` ${hint}`}`;
  });
  return new UserError({
    code: 'config-refused',
    message: `The configuration of ${key} is not valid, and a deploy refuses it:\n${lines.join('\n')}`,
    hint: 'With `configValidationMode: warn` it is deployed, and run here, as it is.',
    location: refusals[0]?.location,
  });
}
