import { basename } from 'node:path';
import { watch } from 'chokidar';

/** Changes of files, while they are watched. */
export interface ChangeWatch extends AsyncDisposable {
  /** Waits for changes. @returns the files of all that were not taken yet; none once the signal was aborted */
  next(): Promise<ReadonlySet<string>>;
  /** Takes the changes that came until now, without waiting. */
  take(): ReadonlySet<string>;
}

/** Folders that hold what is installed, built or recorded. */
const ignoredFolders = new Set([
  'node_modules',
  '.git',
  '__snapshots__',
  '__pycache__',
  '.serverless',
  '.esbuild',
  '.venv',
  'coverage',
]);

/** How long to wait for more of the same change, in ms: editors and checkouts write several files. */
const settleMs = 100;

/**
 * Watches folders, and is ready once that has begun.
 * @param isIgnored tells of further paths that are not watched
 */
export async function watchChanges(
  folders: readonly string[],
  isIgnored: (path: string) => boolean,
  signal: AbortSignal,
): Promise<ChangeWatch> {
  const watcher = watch([...folders], {
    ignoreInitial: true,
    atomic: true,
    ignored: (path) => ignoredFolders.has(basename(path)) || isIgnored(path),
  });
  let changed = new Set<string>();
  let onChange = (): void => {};
  watcher.on('all', (_, path) => {
    changed.add(path);
    onChange();
  });
  signal.addEventListener('abort', () => onChange());
  await new Promise<void>((resolve) => void watcher.once('ready', resolve));
  const take = (): ReadonlySet<string> => {
    const taken = changed;
    changed = new Set();
    return taken;
  };
  return {
    take,
    async next() {
      if (changed.size === 0 && !signal.aborted) {
        await new Promise<void>((resolve) => {
          onChange = resolve;
        });
      }
      for (let seen = -1; seen !== changed.size && !signal.aborted; ) {
        seen = changed.size;
        await new Promise((resolve) => setTimeout(resolve, settleMs));
      }
      return signal.aborted ? new Set() : take();
    },
    async [Symbol.asyncDispose]() {
      await watcher.close();
    },
  };
}
