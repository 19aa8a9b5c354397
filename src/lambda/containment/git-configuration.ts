/**
 * A repository's configuration without credentials: headers of requests, as `actions/checkout` leaves one with the job's token,
 * helpers and includes, and what stands before the `@` of an address.
 */
export function withoutCredentials(configuration: string): string {
  return configuration
    .split('\n')
    .filter(
      (line) => !/^\s*(?:\[[^\]]*\]\s*)?(?:extraheader|cookiefile|helper|path|askpass|sshcommand)\s*=/i.test(line),
    )
    .map((line) => line.replace(/(:\/\/)[^/@\s"]+@/g, '$1'))
    .join('\n');
}
