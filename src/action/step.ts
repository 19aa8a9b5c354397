import type { Installation } from '../invoke/installation.js';
import type { Cancellation } from './cancellation.js';
import type { FileCommands } from './file-commands.js';
import type { StepFiles } from './step-files.js';

/** What a step has, whatever it is asked for. */
export interface Step {
  readonly installation: Installation;
  /** The folder that places are told relative to. Absolute. */
  readonly workspace: string;
  readonly cancellation: Cancellation;
  readonly fileCommands: FileCommands;
  readonly files: StepFiles;
  readonly environment: NodeJS.ProcessEnv;
  readonly stdout: NodeJS.WriteStream;
}
