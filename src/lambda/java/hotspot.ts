import { readFileSync } from 'node:fs';

/** A HotSpot JVM that may be asked for its threads. */
export interface HotSpot {
  readonly pid: number;
  /** Its number as it knows it: in a room another one than on this machine. */
  readonly ownPid: string;
  readonly uid: number;
  /** Whether a signal would have it listen, if it does not yet. Without that it must not get one. */
  readonly heedsSignal: boolean;
}

/** The variables with options of a JVM. */
const optionVariables = /^(?:JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|_JAVA_OPTIONS)=/;

/** By which the attach listener is turned off, or what may have options that are not seen here. */
const mayTurnOff = /DisableAttachMechanism|-XX:Flags=|-XX:VMOptionsFile=|(?:^|[\s=])@/;

/** The signal SIGQUIT in a mask of signals, which begins with that of the number 1. */
const sigquit = 1n << 2n;

/**
 * What a process is, if it is surely a HotSpot JVM of this user's: any other one may end by the signal that is meant for
 * HotSpot (as a JVM with `-Xrs` does), or write a file (as OpenJ9 does). Linux only.
 */
export function hotSpotOf(pid: number): HotSpot | undefined {
  try {
    const libraries = readFileSync(`/proc/${pid}/maps`, 'latin1');
    if (!/\/libjvm\.so$/m.test(libraries) || /\/libj9/.test(libraries)) return undefined;
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    const ownPid = /^NSpid:.*?(\d+)$/m.exec(status)?.[1];
    const uid = Number(/^Uid:\s+\d+\s+(\d+)/m.exec(status)?.[1]);
    const caught = /^SigCgt:\s+([0-9a-f]+)$/m.exec(status)?.[1];
    if (ownPid === undefined || caught === undefined || uid !== process.geteuid?.()) return undefined;
    const heedsSignal =
      (BigInt(`0x${caught}`) & sigquit) !== 0n && !optionsOf(pid).some((each) => mayTurnOff.test(each));
    return { pid, ownPid, uid, heedsSignal };
  } catch {
    return undefined;
  }
}

function optionsOf(pid: number): string[] {
  const parts = (name: string): string[] => readFileSync(`/proc/${pid}/${name}`, 'utf8').split('\0');
  return [...parts('cmdline'), ...parts('environ').filter((variable) => optionVariables.test(variable))];
}
