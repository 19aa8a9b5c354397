import type { Diagnostic } from '../../diagnostics/diagnostic.js';

/** The tools that a project can have its functions compiled with before a deploy. */
export type BuildTool =
  | 'build.esbuild'
  | 'serverless-esbuild'
  | 'serverless-plugin-typescript'
  | 'serverless-webpack'
  | 'serverless-bundle'
  | 'sam build';

/** How a project's own configuration has a function's code compiled before a deploy. */
export interface BuildSettings {
  readonly tool: BuildTool;
  /** Options of esbuild and of the tool, as the configuration has them. */
  readonly options: Readonly<Record<string, unknown>>;
  /** A module that exports further options, or a function that returns them. Absolute. */
  readonly configFile?: string;
  /** A module that exports plugins of esbuild, or a function that returns them. Absolute. */
  readonly pluginsFile?: string;
  /** The source of the handler, where the handler names the file that is made of it. Absolute. */
  readonly source?: string;
  /** What is found of them that matters once the code is deployed. */
  readonly findings?: readonly Diagnostic[];
  /** The `tsconfig.json` to use instead of the nearest one. Absolute. */
  readonly tsconfig?: string;
}
