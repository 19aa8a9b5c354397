import {
  type BootstrapFunction,
  type BootstrapRuntime,
  type Exit,
  invokeAndStop,
  type Outcome,
  startBootstrap,
} from '../bootstrap-runtime.js';
import type { Interpreter } from './interpreters.js';

/** How Python ends when nobody catches a KeyboardInterrupt. */
export const interrupted: Exit =
  process.platform === 'win32' ? { code: 0xc000013a, signal: null } : { code: null, signal: 'SIGINT' };

export interface PythonFunction extends Omit<BootstrapFunction, 'interpreter' | 'bootstrap' | 'runtime'> {
  readonly python: Interpreter;
  /** `python3.12` by default. */
  readonly runtime?: string;
}

/** Starts the bootstrap for Python. */
export function startPython({ python, runtime = 'python3.12', ...fn }: PythonFunction): Promise<BootstrapRuntime> {
  return startBootstrap({ ...fn, runtime, interpreter: python.path, bootstrap: ['python', 'bootstrap.py'] });
}

/** Starts the bootstrap, sends one event, and waits for what comes of it. */
export async function invokeOnce({
  event = {},
  headers,
  ...which
}: PythonFunction & {
  readonly event?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}): Promise<Outcome> {
  return invokeAndStop(await startPython(which), event, headers);
}
