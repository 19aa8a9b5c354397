/** What `package` asks for: that the function has only what a deploy would hold, that it is said where it had more, or nothing. */
export type PackageMode = 'enforce' | 'warn' | 'off';

/** The words of `package`, for messages. */
export const packageModes: readonly PackageMode[] = ['enforce', 'warn', 'off'];

/** Reads `package`; `undefined` for another word. */
export function parsePackageMode(text: string): PackageMode | undefined {
  return packageModes.find((mode) => mode === text);
}
