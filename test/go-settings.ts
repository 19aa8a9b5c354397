/**
 * Settings of Go for the programs that tests build. Nothing is inlined, and nothing described for a debugger. The compilers, of which two
 * run at a time, each keep to one thread, and collect no garbage before they have half a gibibyte of it. This halves the processor's time
 * that a build takes. The settings are the same everywhere, so that the standard library is compiled once.
 */
export function goSettings(...moreFlags: readonly string[]) {
  const flags = ["'-gcflags=all=-l -dwarf=false'", '-p=2', ...moreFlags];
  return { CGO_ENABLED: '0', GOFLAGS: flags.join(' '), GOGC: 'off', GOMEMLIMIT: '512MiB', GOMAXPROCS: '1' };
}
