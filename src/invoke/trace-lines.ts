/** A frame as AWS's Go client reports it: no text, but its parts. */
interface GoFrame {
  readonly path: string;
  readonly line: number;
  readonly label: string;
}

/** The lines of a reported trace: text as it is, Go's frames in one line each. What is neither is left out. */
export function traceLines(trace: readonly unknown[]): string[] {
  return trace.flatMap((entry) => {
    if (typeof entry === 'string') return [entry];
    return isGoFrame(entry) ? [`    at ${entry.label} (${entry.path}:${entry.line})`] : [];
  });
}

function isGoFrame(entry: unknown): entry is GoFrame {
  const { path, line, label } = (entry ?? {}) as Partial<Record<keyof GoFrame, unknown>>;
  return typeof path === 'string' && typeof line === 'number' && typeof label === 'string';
}
