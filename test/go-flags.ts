/**
 * Flags for the programs that tests build with Go. Nothing is inlined, and nothing described for a debugger, which takes a third of the
 * processor's time that a build takes. They are the same everywhere, so that the standard library is compiled once.
 */
export const goFlags = "'-gcflags=all=-l -dwarf=false'";
