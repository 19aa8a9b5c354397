import type { SourceLocation } from '../../diagnostics/diagnostic.js';

/** A pattern that decides on files of a package. Of those that match a file the last one decides. */
export interface PackagePattern {
  /** As micromatch has it, with forward slashes, relative to the root. */
  readonly glob: string;
  readonly isExclusion: boolean;
  /** What it comes from, for messages: a setting, or the tool's own defaults. */
  readonly source: string;
  /** Where it is written. */
  readonly location?: SourceLocation;
}

/** What a deploy puts into a function's package. */
export interface PackagingRules {
  /** The folder whose files are packed. Absolute. */
  readonly root: string;
  readonly patterns: readonly PackagePattern[];
  /** What is looked for beside all files of the root, as it is written: a `!` takes away from what comes before it. */
  readonly searched: readonly string[];
  /** Whether packages that only development needs are left out. */
  readonly leavesOutDevDependencies: boolean;
  /** The tool that makes the code of a function of its own, if one does: what is packed is its bundle then. */
  readonly bundler?: string;
}
