import type { Containment } from './containment-policy.js';

/**
 * What a function still reaches, or may use without a limit. Inside of namespaces: the network, the kernel itself, files that are not
 * named as secrets, and the machine's disk and processors; further namespaces where root has made them. Without: also the machine's
 * files, its processes, a way to root, and a life beyond the run.
 */
export type OpenWay =
  | 'network'
  | 'kernel'
  | 'readable-files'
  | 'resources'
  | 'further-namespaces'
  | 'files'
  | 'processes'
  | 'privileges';

/** How a function was contained, for reports. */
export interface ContainmentFacts {
  /** By which means: namespaces of this user, namespaces that root makes by `sudo`, or none. */
  readonly mechanism: 'user-namespaces' | 'sudo' | 'none';
  /** Why it was not contained, worded to follow "because". */
  readonly reason?: string;
  /** What is not closed. */
  readonly open: readonly OpenWay[];
}

/** What a report says of how a function was contained. */
export function containmentFacts(containment: Containment): ContainmentFacts {
  const always: readonly OpenWay[] = ['kernel', 'readable-files', 'resources'];
  if (containment.kind === 'none') {
    const { reason } = containment;
    return { mechanism: 'none', reason, open: ['network', 'files', 'processes', 'privileges', ...always] };
  }
  const { mechanism, withoutNetwork } = containment;
  return {
    mechanism,
    open: [
      ...(withoutNetwork ? [] : (['network'] as const)),
      ...always,
      ...(mechanism === 'sudo' ? (['further-namespaces'] as const) : []),
    ],
  };
}
