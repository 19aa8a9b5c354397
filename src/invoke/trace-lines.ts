/** A frame as AWS's Go client reports it: no text, but its parts. */
interface GoFrame {
  readonly path: string;
  readonly line: number;
  readonly label: string;
}

/** No trace that anybody reads has more entries. Of one that has, such as an endless recursion's, both ends are kept. */
const mostEntries = 1_000;

/** The lines of a reported trace: text as it is, Go's frames in one line each. What is neither is left out. */
export function traceLines(trace: readonly unknown[]): string[] {
  const half = mostEntries / 2;
  const kept =
    trace.length <= mostEntries
      ? trace
      : [...trace.slice(0, half), `    … ${trace.length - mostEntries} lines …`, ...trace.slice(-half)];
  return kept.flatMap((entry) => {
    if (typeof entry === 'string') return [entry];
    return isGoFrame(entry) ? [`    at ${entry.label} (${entry.path}:${entry.line})`] : [];
  });
}

function isGoFrame(entry: unknown): entry is GoFrame {
  const { path, line, label } = (entry ?? {}) as Partial<Record<keyof GoFrame, unknown>>;
  return typeof path === 'string' && typeof line === 'number' && typeof label === 'string';
}
