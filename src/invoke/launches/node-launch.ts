import { join } from 'node:path';
import type { Candidate } from '../../lambda/interpreter/candidate.js';
import { type NodeFlagsInput, nodeFlags } from '../../lambda/interpreter/node-flags.js';
import type { Launch } from '../../lambda/sandbox/process/launch.js';

/** What decides how a Node is started, except for its version. */
export interface NodeLaunchInput extends Omit<NodeFlagsInput, 'version' | 'nodeOptions'> {
  readonly nodeOptions?: string | undefined;
  /** The folder of the bootstraps. Absolute. */
  readonly runtimes: string;
}

/** How a Node is started as the runtime of a function. */
export function nodeLaunch({ command, version }: Candidate, { runtimes, ...input }: NodeLaunchInput): Launch {
  const flags = nodeFlags({ nodeOptions: undefined, ...input, version });
  return {
    command,
    args: [...flags, join(runtimes, 'node', 'bootstrap.cjs')],
    notes: true,
    inheritsConnection: true,
    sendsToken: true,
    takesPipe: true,
  };
}
