import type { AwsReader } from '../../../aws/aws-reader.js';
import type { ReportDiagnostic } from '../../../diagnostics/diagnostic.js';
import type { OfflineAnswers } from '../../answers/offline-answers.js';
import type { ConfigDocument, ConfigNode } from '../../document/config-node.js';
import type { ProjectCode } from '../../service.js';
import type { Resolver } from '../variables/resolver.js';

/** The facts that all functions of a service share. */
export interface ServiceFacts {
  readonly resolver: Resolver;
  /**
   * Makes a resolver of the configuration as it is written that asks nobody and runs nothing.
   * @param onValue takes what variables refer to, as it is resolved
   */
  readonly localResolver: (onValue?: (node: ConfigNode) => void) => Resolver;
  /**
   * The documents that were read so far: the configuration, and files that its variables name. `undefined` where variables
   * may also lead into a composition.
   */
  readonly documents: readonly ConfigDocument[] | undefined;
  /** The service's root folder. Absolute. */
  readonly root: string;
  readonly stage: string;
  readonly region: string;
  readonly report: ReportDiagnostic;
  /** The variables that the caller sets for the handler. Their configured values are not read. */
  readonly overridden: ReadonlySet<string>;
  /** The caller's answers in place of remote services. */
  readonly answers?: OfflineAnswers | undefined;
  /** Asks AWS; `undefined` if AWS may not be asked. */
  readonly aws?: AwsReader | undefined;
  /** The values for `${env:}` and `${opt:}`. */
  readonly environment: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string>>;
  /** How code of the project is run, such as a condition of a plugin. */
  readonly projectCode: ProjectCode;
}
