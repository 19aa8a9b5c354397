import { type ExactJson, isJsonObject } from '../../json/exact-number.js';
import type { SnapshotExpectation } from '../expectations/expectations.js';
import { parseValuePath } from '../snapshots/value-path.js';
import type { OnMistake } from './case-mistakes.js';

/** Reads `snapshot`. */
export function readSnapshot(
  written: ExactJson | undefined,
  { hasFile, onMistake }: { readonly hasFile: boolean; readonly onMistake: OnMistake },
): SnapshotExpectation | undefined {
  if (written === undefined || written === false) return undefined;
  if (!hasFile) {
    const message = 'a `snapshot` lies beside the file of its case, and this case has none';
    onMistake({ path: ['snapshot'], message, hint: 'Put the case into a file.' });
  }
  if (!isJsonObject(written)) return { ignore: [], volatile: false };
  const { ignore = [], volatile } = written;
  const paths = typeof ignore === 'string' ? [ignore] : (ignore as readonly string[]);
  for (const [index, path] of paths.entries()) {
    if (parseValuePath(path) !== undefined) continue;
    const place = typeof ignore === 'string' ? ['snapshot', 'ignore'] : ['snapshot', 'ignore', index];
    const hint = 'Write it as `body.id`, `items[*].createdAt`, `headers["x-id"]` or `**.updatedAt`.';
    onMistake({ path: place, message: `\`${path}\` is no path of a value`, hint });
  }
  return { ignore: paths, volatile: volatile === true };
}
