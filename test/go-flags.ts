/**
 * Flags for the programs that tests build with Go. Nothing is inlined, which takes the compiler a fourth of its time. They are the same
 * everywhere, so that the standard library is compiled once.
 */
export const goFlags = '-gcflags=all=-l';
