/** How a plugin of the project builds a function's native program before a deploy. */
export interface NativeBuild {
  /** The plugin's name. */
  readonly tool: string;
  /** Where the built program can be, best first; a deploy packs it as the function's program. Absolute. */
  readonly programs: readonly [string, ...string[]];
  /** The command that builds it, run in the service's root. */
  readonly command: string;
}
