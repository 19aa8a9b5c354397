import { functionKey } from './open-functions.js';
import type { Running } from './running.js';
import type { SelectedCase } from './select-cases.js';

/** Cases that run one after the other. `index` is the place of each in the suite. */
export type CaseUnit = readonly { readonly index: number; readonly selected: SelectedCase }[];

/**
 * Parts the cases that are run into what can run side by side: the cases of one function, or each one. The longest unit comes
 * first, so that the last one is not waited for alone.
 */
export function caseUnits(cases: readonly SelectedCase[], { isolate }: Pick<Running, 'isolate'>): CaseUnit[] {
  const units = new Map<string, { index: number; selected: SelectedCase }[]>();
  for (const [index, selected] of cases.entries()) {
    if (selected.skipped !== undefined) continue;
    const key = isolate === 'case' ? String(index) : functionKey(selected.case);
    const unit = units.get(key);
    if (unit === undefined) units.set(key, [{ index, selected }]);
    else unit.push({ index, selected });
  }
  return [...units.values()].sort((a, b) => b.length - a.length);
}
