/** Whether something holds. What can't be known is said to be unknown, and why. */
export type Truth =
  | { readonly kind: 'yes' }
  | { readonly kind: 'no' }
  /** `reason` is a clause that could follow "because". */
  | { readonly kind: 'unknown'; readonly reason: string };

export const yes: Truth = { kind: 'yes' };
export const no: Truth = { kind: 'no' };

export function unknown(reason: string): Truth {
  return { kind: 'unknown', reason };
}

export function truthOf(holds: boolean): Truth {
  return holds ? yes : no;
}

/** `yes` turns into `no`, and the contrary. */
export function not(truth: Truth): Truth {
  return truth.kind === 'unknown' ? truth : truthOf(truth.kind === 'no');
}

/** Whether all hold: `no` if one does not, whatever is unknown. */
export function all(truths: readonly Truth[]): Truth {
  return truths.find(({ kind }) => kind === 'no') ?? truths.find(({ kind }) => kind === 'unknown') ?? yes;
}

/** Whether one holds: `yes` if one does, whatever is unknown. */
export function any(truths: readonly Truth[]): Truth {
  return truths.find(({ kind }) => kind === 'yes') ?? truths.find(({ kind }) => kind === 'unknown') ?? no;
}
