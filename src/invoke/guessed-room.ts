import { likelyMechanism } from '../lambda/containment/likely-mechanism.js';
import { Room } from '../lambda/containment/room.js';
import type { Launch } from '../lambda/sandbox/process/launch.js';
import { functionRoom } from './function-room.js';
import type { GuessedFunction } from './guess-function.js';
import type { Installation } from './installation.js';
import { machineView } from './machine-view.js';
import type { ProjectRequest } from './request.js';
import { seenFolders } from './seen-folders.js';

/** A room that a function will probably have. */
export interface GuessedRoom {
  readonly room: Room;
  /** The function's working folder, as it sees it. */
  readonly taskRoot: string;
}

export type FindGuessedRoom = typeof guessedRoom;

/**
 * The room of a function whose configuration was not read yet.
 * @returns `undefined` where there will probably be none, because this machine can't make one
 */
export function guessedRoom(
  { workingDirectory, hostEnvironment }: Pick<ProjectRequest, 'workingDirectory' | 'hostEnvironment'>,
  installation: Installation,
  { scratchMiB, codeFolder }: GuessedFunction,
  launches: readonly Launch[],
): GuessedRoom | undefined {
  const likely = likelyMechanism();
  if (likely.kind === 'none') return undefined;
  const { mechanism } = likely;
  const { runtimes } = installation;
  const machine = machineView(workingDirectory, hostEnvironment, installation);
  const seen = seenFolders({ taskRoot: codeFolder });
  const placed = { taskRoot: codeFolder, seen };
  const contents = { placed, sourceRoot: codeFolder, launches, values: [], scratchMiB };
  const settings = functionRoom({ kind: 'rooms', mechanism, runtimes, machine }, contents);
  return { room: new Room(settings), taskRoot: seen.taskRoot };
}
