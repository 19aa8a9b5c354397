/**
 * A repository's configuration without credentials: headers of requests, as `actions/checkout` leaves one with the job's token,
 * helpers and includes, and what stands before the `@` of an address.
 */
export function withoutCredentials(configuration: string): string {
  return configuration
    .split('\n')
    .filter(
      (line) =>
        !/^\s*(?:\[[^\]]*\]\s*)?(?:extraheader|cookiefile|helper|path|askpass|sshcommand|sslkey)\s*=/i.test(line),
    )
    .map((line) => line.replace(/(:\/\/)[^/@\s"]+@/g, '$1'))
    .join('\n');
}

/**
 * The files that a configuration names and in which credentials may be: further configurations (as `actions/checkout` leaves one with the
 * job's token beside the workspace), stores of credentials, cookies, and keys.
 */
export function namedFiles(configuration: string): string[] {
  let isInclude = false;
  return configuration.split('\n').flatMap((line) => {
    const [, section, rest = ''] = /^\s*(?:\[\s*([\w.-]+)[^\]]*\])?(.*)$/.exec(line) ?? [];
    if (section !== undefined) isInclude = /^include(?:if)?$/i.test(section);
    const [, name = '', value = ''] = /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(rest) ?? [];
    const store = /^helper$/i.test(name) ? /--file[= ]\s*([^\s"]+)/.exec(value)?.[1] : undefined;
    if (store !== undefined) return [store];
    const isNamed = /^(?:cookiefile|sslkey)$/i.test(name) || (isInclude && /^path$/i.test(name));
    return isNamed ? [value.replace(/^"(.*)"$/, '$1')] : [];
  });
}
