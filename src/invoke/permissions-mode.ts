/**
 * `audit`: calls are judged by the function's own policy. `enforce`: those that it denies are answered with its error, too.
 * `assume`: the handler's credentials may do no more than the function.
 */
export type PermissionsMode = (typeof permissionsModes)[number];

/** The words of `permissions`. */
export const permissionsModes = ['audit', 'enforce', 'assume'] as const;

/** Whose permissions `assume` gives: those of the configured policy, or of the role of the deployed function. */
export type PermissionsRole = (typeof permissionsRoles)[number];

/** The words of `permissions-role`. */
export const permissionsRoles = ['policy', 'function'] as const;
