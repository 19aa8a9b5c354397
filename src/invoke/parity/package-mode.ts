/** What `package` asks for: that the function has only what a deploy would hold, that it is said where it had more, or nothing. */
export type PackageMode = 'enforce' | 'warn' | 'off';

/** The words of `package`. */
export const packageModes: readonly PackageMode[] = ['enforce', 'warn', 'off'];
