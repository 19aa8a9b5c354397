import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { InvocationRequest } from '../../src/invoke/request.js';
import { PrefixedLog } from '../../src/serve/prefixed-log.js';
import { serve } from '../../src/serve/serve.js';
import { jobFor } from '../services/run-function.js';

/** A server of a service's functions. */
export interface OpenServer extends AsyncDisposable {
  readonly url: string;
  readonly log: () => string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Serves the service in a folder, until it is disposed of. */
export async function openServer(
  folder: string,
  { concurrency = 10, request = {} }: { concurrency?: number; request?: Partial<InvocationRequest> } = {},
): Promise<OpenServer> {
  const ended = new AbortController();
  const { request: project, hooks } = jobFor(folder, '', { request });
  const pieces: Buffer[] = [];
  const diagnostics: Diagnostic[] = [];
  let onReady: (url: string) => void = () => {};
  const ready = new Promise<string>((resolve) => {
    onReady = resolve;
  });
  const running = serve(
    { project, port: 0, concurrency },
    {
      ...hooks,
      report: (diagnostic) => diagnostics.push(diagnostic),
      signal: ended.signal,
      logOf: ({ key }) => new PrefixedLog(key, (lines) => void pieces.push(lines)),
      onReady: ({ url }) => onReady(url),
    },
  );
  const url = await Promise.race([ready, running.then(() => '')]);
  return {
    url,
    log: () => Buffer.concat(pieces).toString(),
    diagnostics,
    async [Symbol.asyncDispose]() {
      ended.abort(new Error('the test is over'));
      await running;
    },
  };
}
