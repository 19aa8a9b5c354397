import type { ReportDiagnostic } from '../diagnostics/diagnostic.js';
import type { ProjectHooks } from '../invoke/hooks.js';
import type { SeenCalls } from '../report/calls/seen-calls.js';
import { findPlaceWith } from '../report/failure/call-place.js';
import { openCallsFile } from '../report/files/calls-file.js';
import { createRedactor } from '../report/secrets/redactor.js';
import type { Masks } from './masks.js';
import type { Step } from './step.js';

/** What a step takes of a project. */
export interface ProjectReceivers {
  readonly masks: Masks;
  /** Takes the calls to AWS. */
  readonly calls: SeenCalls;
  readonly report: ReportDiagnostic;
}

/** The callbacks that a step of any kind gives the engine. The file of the calls to AWS is opened for them. */
export function projectHooks(
  { installation, cancellation, files, workspace }: Step,
  { masks, calls, report }: ProjectReceivers,
): Omit<ProjectHooks, 'logs'> {
  const callsFile = openCallsFile(files.calls, workspace, report);
  return {
    report,
    installation,
    signal: cancellation.signal,
    onCredentials: masks.add,
    onSecret: masks.addSecret,
    findPlace: findPlaceWith(installation.runtimes),
    redact: (text) => createRedactor(masks.values).text(text),
    onCalls(made, of) {
      callsFile.add(made, of);
      calls.add(made, of);
    },
  };
}
