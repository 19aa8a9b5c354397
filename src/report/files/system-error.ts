/** What a failed call of the file system says of itself. */
export interface SystemError {
  /** Such as `ENOENT`; absent where it is another error. */
  readonly code?: string;
  /** Why it failed, without the call and the paths that Node tells after it. */
  readonly reason: string;
}

/** Reads what a call of the file system threw. */
export function systemErrorOf(error: unknown): SystemError {
  const { code, message } =
    typeof error === 'object' && error !== null ? (error as Partial<NodeJS.ErrnoException>) : {};
  const text = message ?? String(error);
  return { ...(code === undefined ? {} : { code }), reason: /^[A-Z\d]+: [^,]+/.exec(text)?.[0] ?? text };
}
