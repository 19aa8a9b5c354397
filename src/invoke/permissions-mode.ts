/** `audit`: calls are judged by the function's own policy. `enforce`: those that it denies are answered with its error, too. */
export type PermissionsMode = (typeof permissionsModes)[number];

const permissionsModes = ['audit', 'enforce'] as const;

/** The words for it. */
export const permissionsWords = permissionsModes.join(', ');

/** @returns `undefined` for another word */
export function parsePermissionsMode(word: string): PermissionsMode | undefined {
  return permissionsModes.find((mode) => mode === word);
}
