import type { ReportDiagnostic } from '../diagnostics/diagnostic.js';
import type { Installation } from '../invoke/installation.js';
import { type OpenProject, openProject } from '../invoke/open-project.js';
import type { InvocationRequest } from '../invoke/request.js';
import { unnamedFunction } from '../invoke/unnamed-function.js';
import type { Options } from './options.js';
import type { Console } from './print.js';
import { toRequest } from './request.js';

/** What a command needs besides its arguments that tells of a function and runs none. */
export interface TellingParts {
  readonly installation: Installation;
  readonly stderr: Console;
  readonly signal: AbortSignal;
}

/** A function that options ask for, by its name or as the only one of its project. */
export interface AskedFunction extends AsyncDisposable {
  readonly name: string;
  readonly service: OpenProject['service'];
  readonly request: InvocationRequest;
  readonly report: ReportDiagnostic;
}

/**
 * Opens the project of the function that options ask for. It is closed with it.
 * @throws UserError where an option is wrong, or no function is named and there are several
 */
export async function openAskedFunction(
  options: Options,
  { installation, stderr, signal }: TellingParts,
): Promise<AskedFunction> {
  const request = toRequest(options, { workingDirectory: process.cwd(), environment: process.env });
  const report = stderr.report.bind(stderr);
  const project = await openProject(request, { installation, signal, report, logs: { write: () => {} } });
  const { service } = project;
  const close = (): PromiseLike<void> => project[Symbol.asyncDispose]();
  const name = request.function ?? service.onlyFunction;
  if (name === undefined) {
    const error = await unnamedFunction(service);
    await close();
    throw error;
  }
  return { name, service, request, report, [Symbol.asyncDispose]: close };
}
