import { text } from 'node:stream/consumers';
import { UserError } from '../../diagnostics/user-error.js';
import { findInstallation } from '../../invoke/find-installation.js';
import { createKnownSecrets } from '../../report/secrets/known-secrets.js';
import { createRedactor } from '../../report/secrets/redactor.js';
import { serve } from '../../serve/serve.js';
import { servedLog } from '../../serve/served-log.js';
import { type ServerJob, type ServerMessage, serveRequestOf } from './server-job.js';
import { openServerLog } from './server-log.js';

/**
 * Serves in the background of a job, until a signal comes. What is to be served comes on standard input; whether it does is told
 * by a message to the step that started it.
 * @param entry the folder of the running file
 * @param file the log, which must not exist yet
 */
export async function runServerProcess(entry: string, file: string): Promise<void> {
  const ended = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => ended.abort(new Error(`ended by ${signal}`)));
  const log = openServerLog(file);
  const secrets = createKnownSecrets();
  const redact = (words: string): string => createRedactor(secrets.values).text(words);
  try {
    const job = JSON.parse(await text(process.stdin)) as ServerJob;
    const request = serveRequestOf(job);
    secrets.addCredentials(request.project.credentials);
    await serve(request, {
      report: (diagnostic) => log.report({ ...diagnostic, message: redact(diagnostic.message) }),
      logs: { write: (chunk) => log.write(chunk) },
      logOf: ({ key }) => servedLog({ name: key, secrets: secrets.values, write: log.write }),
      installation: findInstallation(entry),
      signal: ended.signal,
      onCredentials: secrets.addCredentials,
      onSecret: secrets.add,
      redact,
      onReady: (ready) => tell({ ready }),
    });
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof UserError) {
      const { code, message, hint } = error.diagnostic;
      log.report({ ...error.diagnostic, message: redact(message) });
      return tell({ refused: { code, message: redact(message), hint: hint === undefined ? undefined : redact(hint) } });
    }
    log.write(
      Buffer.from(redact(`A defect of invoke-local: ${error instanceof Error ? error.stack : String(error)}\n`)),
    );
  }
}

/** Tells the step, as long as that is there. */
async function tell(message: ServerMessage): Promise<void> {
  await new Promise<void>((resolve) => {
    if (process.send === undefined || !process.connected) return resolve();
    process.send(message, () => resolve());
  });
  if (process.connected) process.disconnect();
}
