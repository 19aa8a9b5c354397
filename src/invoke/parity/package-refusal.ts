import { UserError } from '../../diagnostics/user-error.js';

/** The error of a function that must not need what a deploy would not have. */
export function packageRefusal(
  key: string,
  found: readonly { readonly message: string; readonly hint?: string }[],
): UserError {
  return new UserError({
    code: 'package-enforced',
    message: `${key} needs what a deploy would not have:\n${found.map(({ message, hint }) => `  ${message}${hint === undefined ? '' : ` ${hint}`}`).join('\n')}`,
    hint: 'With `package: warn` it is run all the same.',
  });
}
