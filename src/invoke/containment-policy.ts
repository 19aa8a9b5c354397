import { UserError } from '../diagnostics/user-error.js';
import type { Mechanism, TriedRoom } from '../lambda/containment/room-process.js';
import type { Installation } from './installation.js';
import { type MachineView, machineView } from './machine-view.js';
import type { ContainmentChoice, ProjectRequest } from './request.js';

/** How the programs of a run are contained, or why they are not. */
export type Containment = RoomContainment | { readonly kind: 'none'; readonly reason: string };

/** Programs run in rooms. */
export interface RoomContainment {
  readonly kind: 'rooms';
  readonly mechanism: Mechanism;
  /** The folder of the bootstraps. Absolute. */
  readonly runtimes: string;
  readonly machine: MachineView;
  /** Whether functions reach servers of ours alone. */
  readonly withoutNetwork: boolean;
}

/**
 * Finds how programs are contained on this machine.
 * @param tried a room that is being made already, by which it is known
 * @throws UserError where they have to be, and can't be
 */
export async function findContainment(
  {
    workingDirectory,
    hostEnvironment,
    network,
  }: Pick<ProjectRequest, 'workingDirectory' | 'hostEnvironment' | 'network'>,
  choice: ContainmentChoice,
  installation: Installation,
  tried: TriedRoom | undefined,
): Promise<Containment> {
  const withoutNetwork = network === 'none';
  if (choice === 'off') {
    const reason = 'it was not asked for';
    if (withoutNetwork) throw networkNotClosed('`isolate` is `false`');
    return { kind: 'none', reason };
  }
  const { runtimes } = installation;
  const machine = machineView(workingDirectory, hostEnvironment, installation);
  const rooms = { kind: 'rooms', runtimes, machine, withoutNetwork } as const;
  if (tried !== undefined && !withoutNetwork && (await tried.made)) return { ...rooms, mechanism: tried.mechanism };
  const { findMechanism } = await import('../lambda/containment/mechanism.js');
  const layout = { scratchMiB: 1, ...machine };
  const found = await findMechanism({ runtimes, layout, ...(withoutNetwork ? { servers: [] } : {}) });
  if (found.kind === 'found') return { ...rooms, mechanism: found.mechanism };
  if (withoutNetwork) throw networkNotClosed(found.reason);
  if (choice === 'auto') return found;
  throw new UserError({
    code: 'containment-impossible',
    message: `The function can't be contained on this machine: ${found.reason}.`,
    hint: 'Leave `isolate` at `auto`, which runs it without containment where there is none.',
  });
}

/** @param reason worded to follow a colon */
function networkNotClosed(reason: string): UserError {
  return new UserError({
    code: 'network-not-closed',
    message: `The function can't be kept from the network (\`network: none\`), because that needs containment: ${reason}.`,
    hint: 'Leave `network` out, or run it on Linux with containment (docs/containment.md).',
  });
}
