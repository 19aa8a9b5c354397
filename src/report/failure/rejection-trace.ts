/** What stands before the object of a rejection in a log of the format Text, and in it in one of the format JSON. */
const rejection = /^.*\bRuntime\.UnhandledPromiseRejection\b.*$/gm;

/**
 * The trace of what a promise was rejected with. The error object of an unhandled rejection has the trace of the runtime alone;
 * the log has that of the reason.
 * @returns the lines, none where the log has no such line, or the reason is no error
 */
export function rejectionTrace(log: string): string[] {
  const line = [...log.matchAll(rejection)].at(-1)?.[0] ?? '';
  const start = line.indexOf('{');
  if (start === -1) return [];
  try {
    const logged = objectOf(JSON.parse(line.slice(start)));
    const reason = objectOf(objectOf(logged['message'] ?? logged)['reason']);
    const stack = reason['stack'] ?? reason['stackTrace'];
    return Array.isArray(stack) ? stack.filter((entry) => typeof entry === 'string') : [];
  } catch {
    return [];
  }
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
