/** Where the cases of a suite come from. All of them add up. */
export interface SuiteSources {
  /** What relative paths start from: the service's folder. Absolute. */
  readonly folder: string;
  /** Case files, as paths or globs, relative to the folder or absolute; `!` in front takes files away. */
  readonly files: readonly string[];
  /** Cases as YAML or JSON. */
  readonly inline?: string;
  /** Functions whose own events are their cases: globs of their keys; `!` in front takes functions away. */
  readonly functions: readonly string[];
  /**
   * Where the events of these functions are: globs with `{function}` for the key; with `none`, a function without a file is
   * invoked without an event. By default `events/{function}/*.json`.
   */
  readonly events: readonly string[];
  /** Whether a path or a glob may name no file. */
  readonly allowEmpty: boolean;
}
