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
}

/**
 * Finds how programs are contained on this machine.
 * @param tried a room that is being made already, by which it is known
 * @throws UserError where they have to be, and can't be
 */
export async function findContainment(
  { workingDirectory, hostEnvironment }: Pick<ProjectRequest, 'workingDirectory' | 'hostEnvironment'>,
  choice: Exclude<ContainmentChoice, 'off'>,
  installation: Installation,
  tried: TriedRoom | undefined,
): Promise<Containment> {
  const { runtimes } = installation;
  const machine = machineView(workingDirectory, hostEnvironment, installation);
  if (tried !== undefined && (await tried.made))
    return { kind: 'rooms', mechanism: tried.mechanism, runtimes, machine };
  const { findMechanism } = await import('../lambda/containment/mechanism.js');
  const found = await findMechanism({ runtimes, layout: { scratchMiB: 1, ...machine } });
  if (found.kind === 'found') return { kind: 'rooms', mechanism: found.mechanism, runtimes, machine };
  if (choice === 'auto') return found;
  throw new UserError({
    code: 'containment-impossible',
    message: `The function can't be contained on this machine: ${found.reason}.`,
    hint: 'Leave `isolate` at `auto`, which runs it without containment where there is none.',
  });
}
