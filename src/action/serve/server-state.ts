/** What the post step of a server has to know. */
export interface ServerState {
  readonly pid: number;
  /** Absolute. */
  readonly logFile: string;
}

/** The name under which the runner keeps it, which it puts behind `STATE_` for the post step. */
export const stateName = 'invoke_local_server';

/** The state as a text. */
export function writtenState(state: ServerState): string {
  return JSON.stringify(state);
}

/** Reads the state from the environment of a post step; `undefined` where the step has started no server. */
export function readState(environment: NodeJS.ProcessEnv): ServerState | undefined {
  const text = environment[`STATE_${stateName}`];
  if (text === undefined || text === '') return undefined;
  const { pid, logFile } = JSON.parse(text) as Partial<ServerState>;
  return typeof pid === 'number' && typeof logFile === 'string' ? { pid, logFile } : undefined;
}
