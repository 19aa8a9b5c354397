/**
 * `audit`: calls are judged by the function's own policy. `enforce`: those that it denies are answered with its error, too.
 * `assume`: the handler's credentials may do no more than the function.
 */
export type PermissionsMode = (typeof permissionsModes)[number];

const permissionsModes = ['audit', 'enforce', 'assume'] as const;

/** Whose permissions `assume` gives: those of the configured policy, or of the role of the deployed function. */
export type PermissionsRole = (typeof permissionsRoles)[number];

const permissionsRoles = ['policy', 'function'] as const;

/** The words for them. */
export const permissionsWords = permissionsModes.join(', ');
export const permissionsRoleWords = permissionsRoles.join(', ');

/** @returns `undefined` for another word */
export function parsePermissionsMode(word: string): PermissionsMode | undefined {
  return permissionsModes.find((mode) => mode === word);
}

/** @returns `undefined` for another word */
export function parsePermissionsRole(word: string): PermissionsRole | undefined {
  return permissionsRoles.find((role) => role === word);
}
