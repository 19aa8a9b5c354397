/**
 * Where the separate files of this product are. The entries of the action and of the command find it from their own folder.
 */
export interface Installation {
  /** The folder of the bootstraps, `runtimes/`. Absolute. */
  readonly runtimes: string;
  /** The folder of the chunks that the action and the command share, `dist/`. Absolute. */
  readonly chunks: string;
}
