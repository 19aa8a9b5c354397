import type { BuildTool } from '../lambda/function/build-settings.js';
import type { GraphJob } from './compiler/compile-graph.js';
import type { CompileFailure } from './compiler/failure.js';
import type { ModuleFormat } from './module-format.js';

/** A handler to bundle with esbuild. */
export interface BundleJob {
  /** The handler's source. Absolute. */
  readonly entry: string;
  /** The folder that the project's paths are relative to. Absolute. */
  readonly root: string;
  /** The folder to write the bundle into. Absolute. */
  readonly outputFolder: string;
  /** The module format if the options do not choose one. */
  readonly format: ModuleFormat;
  /** The declared version of Node, `22`. */
  readonly nodeVersion: string;
  /** Options of esbuild, and of the tool that passes them on. */
  readonly options: Readonly<Record<string, unknown>>;
  /** The packages to leave to Node if the options do not name any. */
  readonly external: readonly string[];
}

/** What a bundle needs besides the options: files of the project that add options, and the arguments for their functions. */
export interface BundleExtras {
  /** The main file of the project's esbuild. Absolute. */
  readonly esbuild: string;
  readonly tool?: BuildTool;
  readonly configFile?: string;
  readonly pluginsFile?: string;
  /** What functions in these files learn about the service. */
  readonly provider: { readonly stage: string; readonly region: string; readonly runtime: string };
  /** Whether the project may ask for the metadata of decorators, which esbuild does not emit. */
  readonly decoratorMetadata: boolean;
  readonly tsconfig?: string;
}

/** The task of the compiler process. */
export type CompilerJob =
  | { readonly kind: 'graph'; readonly job: GraphJob }
  | { readonly kind: 'bundle'; readonly job: BundleJob; readonly extras: BundleExtras };

/** esbuild's errors for code that it can't bundle. The file is relative to the root; the column counts from 0, in bytes. */
export interface BundleProblem {
  readonly text: string;
  readonly location: { readonly file: string; readonly line: number; readonly column: number } | null;
}

/** The answer of the compiler process. */
export type CompilerAnswer =
  /** The compiled file; of a graph, the number of its modules. */
  | { readonly file: string; readonly modules?: number }
  | { readonly failure: CompileFailure }
  | { readonly problems: readonly BundleProblem[] }
  /** A file of the project that adds options threw an error. */
  | { readonly thrown: { readonly file: string; readonly message: string } };
