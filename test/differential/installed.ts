/** How long an installation may take. */
export const installTimeoutMs = 420_000;

/** Why something that a test needs is not there. */
export interface Unavailable {
  readonly unavailable: string;
}

/** The whole time that a test file may need where it has to install something first, in ms. */
export const installingTimeoutMs = 900_000;

/** What an installation that failed said last. */
export function whyNot(error: unknown): string {
  const { stderr, message } = error as Error & { readonly stderr?: string };
  return (stderr?.trim() || message).split('\n').slice(-3).join(' ');
}
