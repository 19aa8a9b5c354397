import { UserError } from '../../diagnostics/user-error.js';
import type { Json, Members } from '../aws-call.js';
import { leftOut } from '../matching/left-out.js';
import { isMembers } from '../protocols/shapes.js';

/** A member that recordings leave out, such as `dynamodb:PutItem Item.email.S` or `**.token`. */
export interface LeftOutPath {
  /** Of which calls; all where it is absent. */
  readonly call: string | undefined;
  readonly steps: readonly string[];
}

/**
 * Reads what `redact` names: a path of members, with the call in front where it is for one alone. `*` is any name or number,
 * `**` any number of them.
 * @throws UserError where it is no path
 */
export function readLeftOutPath(text: string): LeftOutPath {
  const [, call, path = ''] = /^(?:([\w-]+:(?:\w+|\*))\s+)?([^\s]+)$/.exec(text.trim()) ?? [];
  const steps = path.split('.');
  if (path === '' || steps.includes('')) {
    throw new UserError({
      code: 'aws-redact',
      message: `\`${text}\` of \`redact\` is no path of members.`,
      hint: 'Write it as in `Item.email.S`, `**.token`, or for one call as in `dynamodb:PutItem Item.email.S`.',
    });
  }
  return { call, steps };
}

/** Members without the values at these paths. */
export function withoutPaths(call: string, members: Members, paths: readonly LeftOutPath[]): Members {
  const ours = paths.filter(({ call: of }) => of === undefined || isCall(of, call));
  return ours.reduce<Members>((left, { steps }) => replace(left, steps) as Members, members);
}

/** Whether a call is the one that is named, or one of its service for `s3:*`. */
export function isCall(named: string, call: string): boolean {
  return named === '*' || named === call || (named.endsWith(':*') && call.startsWith(named.slice(0, -1)));
}

function replace(value: Json, [step, ...rest]: readonly string[]): Json {
  if (step === undefined) return leftOut;
  const further = step === '**' ? replace(value, rest) : value;
  const into = (name: string, inner: Json): Json => {
    if (step === '**') return replace(inner, [step, ...rest]);
    return step === '*' || step === name ? replace(inner, rest) : inner;
  };
  if (step === '**' && further === leftOut) return leftOut;
  if (Array.isArray(further)) return further.map((item, index) => into(String(index), item));
  if (!isMembers(further)) return further;
  return Object.fromEntries(Object.entries(further).map(([name, inner]) => [name, into(name, inner)]));
}
