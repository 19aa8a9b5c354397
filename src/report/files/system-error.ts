/** What the error of a failed file system call tells. */
export interface SystemError {
  /** Such as `ENOENT`; absent for any other error. */
  readonly code?: string;
  /** The reason, without the call and the paths that Node adds to it. */
  readonly reason: string;
}

/** Reads the error that a file system call threw. */
export function systemErrorOf(error: unknown): SystemError {
  const { code, message } =
    typeof error === 'object' && error !== null ? (error as Partial<NodeJS.ErrnoException>) : {};
  const text = message ?? String(error);
  return { ...(code === undefined ? {} : { code }), reason: /^[A-Z\d]+: [^,]+/.exec(text)?.[0] ?? text };
}
