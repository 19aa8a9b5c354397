/** A frame as AWS's Go client reports it: an object, not a text. */
interface GoFrame {
  readonly path: string;
  readonly line: number;
  readonly label: string;
}

/** The most entries of a trace that are kept. A longer one, such as that of an endless recursion, is cut to its two ends. */
const mostEntries = 1_000;

/** The lines of a reported trace: texts unchanged, Go's frames in one line each. Other entries are left out. */
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
