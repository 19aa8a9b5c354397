// Modules that come without types. istanbul-reports has types only for its function that loads a report by its name, which a bundle
// can't follow.

declare module '@bcoe/v8-coverage' {
  import type { Profiler } from 'node:inspector';

  export type ScriptCov = Profiler.ScriptCoverage;
  export interface ProcessCov {
    readonly result: readonly ScriptCov[];
  }
  /** Adds up the counts of several processes, script by script. */
  export function mergeProcessCovs(processes: readonly ProcessCov[]): ProcessCov;
}

declare module 'istanbul-reports/lib/lcovonly/index.js' {
  import type { ReportBase } from 'istanbul-lib-report';
  import type { LcovOnlyOptions } from 'istanbul-reports';

  const LcovOnlyReport: new (options: Partial<LcovOnlyOptions>) => ReportBase;
  export = LcovOnlyReport;
}

declare module 'istanbul-reports/lib/cobertura/index.js' {
  import type { ReportBase } from 'istanbul-lib-report';
  import type { CoberturaOptions } from 'istanbul-reports';

  const CoberturaReport: new (options: Partial<CoberturaOptions>) => ReportBase;
  export = CoberturaReport;
}

declare module 'istanbul-reports/lib/text/index.js' {
  import type { ReportBase } from 'istanbul-lib-report';
  import type { TextOptions } from 'istanbul-reports';

  const TextReport: new (options: Partial<TextOptions>) => ReportBase;
  export = TextReport;
}
