import type { AnnotationProperties } from '@actions/core';
import type { Diagnostic, Severity, SourceLocation } from '../diagnostics/diagnostic.js';
import { byRank } from '../diagnostics/diagnostic-rank.js';
import { displayLocation } from '../diagnostics/display-path.js';
import { realPath } from '../diagnostics/real-path.js';
import { pathBelow } from '../host/path-below.js';
import { cutText } from '../report/text/cut-middle.js';

/** The runner keeps ten annotations of each type per step, and 4,096 characters of each one (its `ExecutionContext.cs`). */
export const MOST_OF_A_TYPE = 10;
export const LONGEST_ANNOTATION = 4096;

/** One annotation, ready for the toolkit. */
export interface Annotation {
  readonly severity: Severity;
  readonly message: string;
  readonly properties: AnnotationProperties;
}

/**
 * A place as an annotation's properties, relative to the workspace; none if it is outside, since its link would lead
 * nowhere.
 */
export function locationProperties(location: SourceLocation | undefined, workspace: string): AnnotationProperties {
  if (location === undefined) return {};
  const file = [workspace, realPath(workspace)]
    .map((folder) => pathBelow(folder, location.file))
    .find((path) => path !== undefined);
  if (file === undefined) return {};
  return {
    file,
    ...(location.line === undefined ? {} : { startLine: location.line }),
    ...(location.column === undefined ? {} : { startColumn: location.column }),
  };
}

/** The lines of a diagnostic: what, where, what to do. */
export function diagnosticText({ message, hint, location }: Diagnostic, workspace: string): string {
  const place = location && displayLocation(location, workspace);
  return [message, place, hint].filter(Boolean).join('\n');
}

function annotationOf(diagnostic: Diagnostic, workspace: string): Annotation {
  return {
    severity: diagnostic.severity,
    message: cutText(diagnosticText(diagnostic, workspace), LONGEST_ANNOTATION),
    properties: locationProperties(diagnostic.location, workspace),
  };
}

/**
 * The annotations for our diagnostics, each once, the most important first, within the runner's limits. The last annotation
 * of a type sums up those beyond the limit. Room for one error is left, for the failure of the step itself.
 */
export function annotationsOf(diagnostics: readonly Diagnostic[], workspace: string): Annotation[] {
  return (['error', 'warning', 'notice'] as const).flatMap((severity) => {
    const most = severity === 'error' ? MOST_OF_A_TYPE - 1 : MOST_OF_A_TYPE;
    const unique = new Map<string, Annotation>();
    for (const diagnostic of byRank(diagnostics)) {
      if (diagnostic.severity !== severity) continue;
      const annotation = annotationOf(diagnostic, workspace);
      unique.set(JSON.stringify(annotation), annotation);
    }
    const all = [...unique.values()];
    if (all.length <= most) return all;
    const rest = all.slice(most - 1).map(({ message }) => message);
    const last = {
      severity,
      message: cutText(`And ${rest.length} more:\n${rest.join('\n')}`, LONGEST_ANNOTATION),
      properties: {},
    };
    return [...all.slice(0, most - 1), last];
  });
}
