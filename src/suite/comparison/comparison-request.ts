import { UserError } from '../../diagnostics/user-error.js';
import { type FailOn, failOnKinds } from './comparison.js';

/** What a suite is asked to be compared with. */
export interface ComparisonRequest {
  /** A branch, a tag, a hash, or `auto` for the commit that the code is a change of. */
  readonly with: string;
  readonly failOn: FailOn;
  /** The command that installs the dependencies of that commit, where they are not those of now. */
  readonly install?: string;
  /** The command that builds its code. */
  readonly build?: string;
}

/** What was written; absent where it was not. */
export interface WrittenComparison {
  readonly 'compare-with'?: string | undefined;
  readonly 'compare-install'?: string | undefined;
  readonly 'compare-build'?: string | undefined;
  readonly 'fail-on'?: string | undefined;
}

/**
 * Reads what a suite is to be compared with. Where only what it fails on is written, that is the commit that the code is a change of.
 * @param nameOf how messages name what was written: "The input `fail-on`"
 * @returns `undefined` where it is not to be compared
 * @throws UserError where something is wrong, or means nothing
 */
export function readComparison(
  written: WrittenComparison,
  nameOf: (key: keyof WrittenComparison) => string,
): ComparisonRequest | undefined {
  const failOn = readFailOn(written['fail-on'], nameOf('fail-on'));
  const ref = written['compare-with'] ?? (failOn === 'failures' ? undefined : 'auto');
  const { 'compare-install': install, 'compare-build': build } = written;
  if (ref !== undefined) {
    return {
      with: ref,
      failOn,
      ...(install === undefined ? {} : { install }),
      ...(build === undefined ? {} : { build }),
    };
  }
  if (install === undefined && build === undefined) return undefined;
  throw new UserError({
    code: 'comparison-unasked',
    message: `${nameOf(install === undefined ? 'compare-build' : 'compare-install')} is for the commit to compare with, and none is named.`,
    hint: `Name it by \`compare-with\`: a branch, a tag, a hash, or \`auto\`.`,
  });
}

function readFailOn(value: string | undefined, name: string): FailOn {
  if (value === undefined) return 'failures';
  const known = failOnKinds.find((kind) => kind === value);
  if (known !== undefined) return known;
  throw new UserError({
    code: 'fail-on-unknown',
    message: `${name} is ${JSON.stringify(value)}, and is one of ${failOnKinds.join(', ')}.`,
  });
}
