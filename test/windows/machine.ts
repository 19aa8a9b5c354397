/** A face of the product that is started on Windows. */
export interface Start {
  readonly face: 'cli' | 'action';
  /** Its file in `dist/`, without the ending: `index`, or `post` for the action's post step. */
  readonly program?: 'index' | 'post';
  /** The folder that it is started in, as this machine names it. */
  readonly folder: string;
  readonly args: readonly string[];
  /** Its whole environment, beyond what no program of Windows starts without. */
  readonly environment: Readonly<Record<string, string>>;
  /** What its standard input holds. */
  readonly input: string;
}

/** How it ended. `exitCode` is absent for one that did not end within its time, and was killed. */
export interface Ended {
  readonly exitCode?: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly durationMs: number;
}

/** Windows itself, or Wine. */
export interface WindowsMachine {
  /** `Node.js 22.23.3 in wine-8.0` */
  readonly name: string;
  readonly isWine: boolean;
  /** Node.js, as Windows names its path. */
  readonly node: string;
  /** The major version of that Node.js. */
  readonly nodeMajor: number;
  /** A Python for Windows, as Windows names its path; absent if there is none. */
  readonly python?: string;
  /** A path of this machine, as Windows names it. */
  windowsPath(path: string): string;
  /** Starts what is tested, and waits for its end. */
  run(start: Start): Promise<Ended>;
}

/** What keeps the command from being tried on Windows, with the way to get it. */
export interface Unavailable {
  readonly unavailable: string;
}
