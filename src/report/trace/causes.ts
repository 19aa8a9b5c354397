/** How many causes of an error are followed. */
const maxCauses = 10;

/**
 * The traces of the causes in a Java error object, as Java prints them: `Caused by: …` and its frames; none if it has no
 * causes. The objects have the members `errorType`, `errorMessage`, `stackTrace` and `cause`.
 */
export function causesOf(error: Buffer): string[] {
  const lines: string[] = [];
  let cause = causeOf(parsed(error));
  for (let depth = 0; depth < maxCauses && cause !== undefined; depth++) {
    const { errorType, errorMessage, stackTrace } = cause;
    if (typeof errorType !== 'string') break;
    lines.push(`Caused by: ${errorType}${typeof errorMessage === 'string' ? `: ${errorMessage}` : ''}`);
    if (Array.isArray(stackTrace)) lines.push(...stackTrace.filter((entry) => typeof entry === 'string'));
    cause = causeOf(cause);
  }
  return lines;
}

function causeOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  const cause = typeof value === 'object' && value !== null && 'cause' in value ? value.cause : undefined;
  return typeof cause === 'object' && cause !== null ? (cause as Record<string, unknown>) : undefined;
}

function parsed(error: Buffer): unknown {
  if (!error.includes('"cause"')) return undefined;
  try {
    return JSON.parse(error.toString('utf8'));
  } catch {
    return undefined;
  }
}
