import type { ReportDiagnostic } from '../../diagnostics/diagnostic.js';
import type { LoadedModules } from '../../lambda/runtime-api/loaded-modules.js';

/** Reports what was loaded that a deploy would not hold. */
export type ParityCheck = (loaded: LoadedModules, report: ReportDiagnostic) => Promise<void>;
