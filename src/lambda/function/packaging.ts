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

/** A file that names the packages which a tool installs. */
export interface PackageManifest {
  readonly kind: 'npm' | 'gemfile' | 'requirements' | 'pipfile' | 'poetry' | 'pyproject' | 'uv';
  /** Absolute. */
  readonly file: string;
}

/** Packages that a tool installs into the package at a deploy, beside the files of the folder. */
export interface InstalledPackages {
  /** The tool, for messages. */
  readonly tool: string;
  /** What names them; absent where there is no such file. */
  readonly manifest?: PackageManifest;
  /** Groups of the manifest that are installed too. */
  readonly groups?: readonly string[];
  /** Packages that are left out again. */
  readonly leftOut?: {
    readonly names: readonly string[];
    readonly setting: string;
    readonly location?: SourceLocation;
  };
  /** Patterns of files that are removed from what was installed. */
  readonly removed?: {
    readonly globs: readonly string[];
    readonly setting: string;
    readonly location?: SourceLocation;
  };
  /** Why none of them is in the package: they go into a layer that the function does not have. */
  readonly elsewhere?: string;
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
  /** What to do about code that has to be compiled, where nothing of a deploy compiles it: a sentence. */
  readonly uncompiledAdvice?: string;
  /** Packages of such a bundle that are neither in it nor beside it, as patterns of their names. */
  readonly unbundled?: readonly string[];
  /** What a tool installs beside the files. */
  readonly installs?: InstalledPackages;
  /** Why it is not known what exactly is packed, if it is not: the end of a sentence. */
  readonly unsure?: string;
}
