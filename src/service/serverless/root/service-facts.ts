import type { AwsReader } from '../../../aws/aws-reader.js';
import type { ReportDiagnostic } from '../../../diagnostics/diagnostic.js';
import type { OfflineAnswers } from '../../answers/offline-answers.js';
import type { Resolver } from '../variables/resolver.js';

/** What all functions of a service share. */
export interface ServiceFacts {
  readonly resolver: Resolver;
  /** The service's root folder. Absolute. */
  readonly root: string;
  readonly stage: string;
  readonly region: string;
  readonly report: ReportDiagnostic;
  /** The variables that the caller sets for the handler. What is configured for them is not looked at. */
  readonly overridden: ReadonlySet<string>;
  /** The caller's answers to what only a remote service knows. */
  readonly answers?: OfflineAnswers | undefined;
  /** Asks AWS; `undefined` where that may not be asked. */
  readonly aws?: AwsReader | undefined;
  /** What plugins of the service add to `provider.environment`. */
  readonly pluginVariables: () => Promise<Readonly<Record<string, string>>>;
}
