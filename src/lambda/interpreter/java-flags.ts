/** What decides the flags of a JVM. */
export interface JavaFlagsInput {
  /** The declared version: `8`, `17`. */
  readonly declared: string;
  /** The version that runs, where it is known. */
  readonly version: string | undefined;
  readonly memorySizeMiB: number;
}

/** The most that Lambda keeps of a function's memory for classes and for compiled code, in KiB: 160 and 80 MiB. */
const maxMetaspaceKib = 163_840;
const maxCodeCacheKib = 81_920;

/**
 * The flags with which Lambda starts the JVM, as functions that print their own command line show them: 10 % of the memory
 * (at most 160 MiB) is for classes, 5 % (at most 80 MiB) for compiled code, and the heap gets the rest, which is 85 % up to
 * 1600 MB. From Java 17 on only the C1 compiler is used (developer guide, "Customize Java runtime startup behavior"). The
 * JVM reads `JAVA_TOOL_OPTIONS` too; these flags override it, as in Lambda. What only Lambda's image has (its class archive,
 * its Log4j patch) is left out, and a flag goes only to a version that is known to have it.
 */
export function javaFlags({ declared, version, memorySizeMiB }: JavaFlagsInput): string[] {
  const memoryKib = memorySizeMiB * 1024;
  const metaspaceKib = Math.min(Math.round(memoryKib * 0.1), maxMetaspaceKib);
  const codeCacheKib = Math.min(Math.round(memoryKib * 0.05), maxCodeCacheKib);
  const heap = `-XX:MaxHeapSize=${memoryKib - metaspaceKib - codeCacheKib}k`;
  const major = Number.parseInt(version ?? declared, 10);
  const forVersion = [
    ...(major >= 9 ? ['--add-opens=java.base/java.io=ALL-UNNAMED'] : []),
    ...(major >= 17 ? ['-XX:+ErrorFileToStderr'] : []),
    ...(major >= 24 ? ['--enable-native-access=ALL-UNNAMED'] : []),
  ];
  if (Number(declared) < 17) {
    return [
      heap,
      `-XX:MaxMetaspaceSize=${metaspaceKib}k`,
      `-XX:ReservedCodeCacheSize=${codeCacheKib}k`,
      '-XX:+UseSerialGC',
      '-Djava.net.preferIPv4Stack=true',
      ...forVersion,
    ];
  }
  return [
    heap,
    '-XX:+UseSerialGC',
    '-XX:+TieredCompilation',
    '-XX:TieredStopAtLevel=1',
    '-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac',
    ...forVersion,
  ];
}
