/** Where the parts of this product lie that are files of their own. The entry of a face computes it from its own folder. */
export interface Installation {
  /** The folder of the bootstraps, `runtimes/`. Absolute. */
  readonly runtimes: string;
  /** The folder of the chunks that both faces share, `dist/`. Absolute. */
  readonly chunks: string;
}
