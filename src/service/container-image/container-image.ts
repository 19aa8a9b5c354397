import type { SourceLocation } from '../../diagnostics/diagnostic.js';

/** A container image that a function is deployed as, as a project's configuration has it. */
export interface ContainerImage {
  /** The folder that is sent to the build. Absolute. */
  readonly context: string;
  /** The Dockerfile, relative to the context or absolute. */
  readonly dockerfile: string;
  readonly buildArgs: Readonly<Record<string, string>>;
  /** The stage that is built; the last one by default. */
  readonly target?: string;
  /** What the function's configuration has in place of the image's own `CMD`, `ENTRYPOINT` and `WORKDIR`. */
  readonly command?: readonly string[];
  readonly entryPoint?: readonly string[];
  readonly workingDirectory?: string;
  /** What a message points at where the image itself is wrong. */
  readonly location: SourceLocation | undefined;
}
