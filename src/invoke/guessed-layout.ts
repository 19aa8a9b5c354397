import type { RoomBasis } from '../lambda/containment/room.js';
import type { RoomLayout } from '../lambda/containment/room-layout.js';
import type { SeenFolders } from '../lambda/placement/place-function.js';
import type { Launch } from '../lambda/sandbox/process/launch.js';
import { functionRoom } from './function-room.js';
import type { GuessedFunction } from './guess-function.js';
import { imagePackagesOf } from './image-packages.js';
import type { Installation } from './installation.js';
import { machineView } from './machine-view.js';
import type { ProjectRequest } from './request.js';

/** What the room of a function depends on whose configuration was not read yet. */
export interface GuessedContents {
  readonly request: Pick<ProjectRequest, 'workingDirectory' | 'hostEnvironment' | 'imagePackages'>;
  readonly installation: Installation;
  readonly guess: GuessedFunction;
  readonly launches: readonly Launch[];
  readonly seen: SeenFolders;
}

/** What will probably be in the room of a function. */
export function guessedLayout(
  { mechanism, runtimes }: Pick<RoomBasis, 'mechanism' | 'runtimes'>,
  { request, installation, guess, launches, seen }: GuessedContents,
): RoomLayout {
  const { workingDirectory, hostEnvironment } = request;
  const { language, version, codeFolder, scratchMiB } = guess;
  const machine = machineView(workingDirectory, hostEnvironment, installation);
  const [first] = launches;
  const contents = {
    placed: { taskRoot: codeFolder, seen },
    sourceRoot: codeFolder,
    launches,
    values: [],
    scratchMiB,
    ...(first === undefined
      ? {}
      : {
          image: {
            declared: { language, version },
            interpreter: first.command,
            packages: imagePackagesOf(request),
            environment: hostEnvironment,
          },
        }),
  };
  return functionRoom({ kind: 'rooms', mechanism, runtimes, machine, withoutNetwork: false }, contents).layout;
}
