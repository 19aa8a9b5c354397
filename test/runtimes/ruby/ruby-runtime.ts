import { isAbsolute } from 'node:path';
import { fixture } from '../../paths.js';
import {
  type BootstrapFunction,
  type BootstrapRuntime,
  invokeAndStop,
  type Outcome,
  startBootstrap,
} from '../bootstrap-runtime.js';
import type { Interpreter } from './interpreters.js';

export interface RubyFunction extends Omit<BootstrapFunction, 'interpreter' | 'bootstrap' | 'runtime'> {
  readonly ruby: Interpreter;
}

/** Starts the bootstrap for Ruby, with what Lambda has in its environment for it. */
export function startRuby({ ruby, environment, ...fn }: RubyFunction): Promise<BootstrapRuntime> {
  return startBootstrap({
    ...fn,
    runtime: 'ruby3.3',
    interpreter: ruby.path,
    bootstrap: ['ruby', 'bootstrap.rb'],
    environment: {
      TZ: ':UTC',
      LC_ALL: process.platform === 'linux' ? 'C.UTF-8' : 'en_US.UTF-8',
      INVOKE_LOCAL_LOCALE: '1',
      RUBYLIB: isAbsolute(fn.service) ? fn.service : fixture(fn.service),
      ...environment,
    },
  });
}

/** Starts the bootstrap, sends one event, and waits until the runtime asks for the next or ends. */
export async function invokeOnce({
  event = {},
  headers,
  ...which
}: RubyFunction & {
  readonly event?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}): Promise<Outcome> {
  return invokeAndStop(await startRuby(which), event, headers);
}

/** An error as the caller gets it. */
export interface ReportedError {
  readonly errorMessage: string;
  readonly errorType: string;
  readonly stackTrace: readonly string[];
}
