import picomatch from 'picomatch';
import type { PackagePattern } from '../lambda/function/packaging.js';

/** What a pattern says of a file; `undefined` for a file that none matches, which is in the package. */
export type Decision = { readonly isIn: boolean; readonly by: PackagePattern | undefined };

/**
 * Makes the rule of a package: whether a file is in it, and which pattern decides that. Matching is micromatch's with `dot`, as the
 * framework has it.
 */
export function packageRule(patterns: readonly PackagePattern[]): (path: string) => Decision {
  const rules = patterns.map((pattern) => ({
    pattern,
    matches: picomatch(pattern.glob.replace(/^\.\//, ''), { dot: true }),
  }));
  return (path) => {
    const found = rules.findLast(({ matches }) => matches(path));
    return { isIn: found === undefined || !found.pattern.isExclusion, by: found?.pattern };
  };
}
