import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { caseless } from '../../src/host/environment.js';
import type { Ended, Start, WindowsMachine } from './machine.js';
import { temporaryFolder } from './temporary-folder.js';

/** One thing that the command does on Windows. */
export interface WindowsCase {
  /** A sentence about behaviour. */
  readonly title: string;
  /** Why a machine can't try it; absent for what any machine can. */
  readonly lacks?: (machine: WindowsMachine) => string | undefined;
  /** @throws Error if the command behaves otherwise */
  readonly run: (trial: Trial) => Promise<void>;
}

/** What a run of the command may be given. */
export interface CommandOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Where it is started, relative to the project or absolute; by default in the project. */
  readonly folder?: string;
  /** Which program of the face is started. */
  readonly program?: Start['program'];
}

/** A machine, and a project on it. */
export interface Trial {
  readonly machine: WindowsMachine;
  /** How what was started has ended. */
  readonly runs: readonly Ended[];
  /** Writes the files of the project, and returns its folder, as this machine names it. */
  write(files: Readonly<Record<string, string>>): Promise<string>;
  /** Runs the command in the project. */
  command(args: readonly string[], options?: CommandOptions): Promise<Ended>;
  /** Runs the action in the project, with inputs by their names. */
  action(inputs: Readonly<Record<string, string>>, options?: CommandOptions): Promise<Ended>;
}

/** A trial in a new project. */
export async function startTrial(machine: WindowsMachine): Promise<Trial> {
  const project = await temporaryFolder('project');
  const runs: Ended[] = [];
  const start = async (
    face: Start['face'],
    args: readonly string[],
    { environment = {}, input = '', folder = '.', program = 'index' }: CommandOptions = {},
  ): Promise<Ended> => {
    const ended = await machine.run({
      face,
      program,
      args,
      environment: { ...Object.assign(caseless(), systemVariables(machine), environment) },
      input,
      folder: join(project, folder),
    });
    runs.push(ended);
    return ended;
  };
  return {
    machine,
    runs,
    async write(files) {
      for (const [name, content] of Object.entries(files)) {
        const path = join(project, name);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, content);
      }
      return project;
    },
    command: (args, options) => start('cli', args, options),
    action: (inputs, { environment, ...options } = {}) => {
      const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
      return start('action', [], { ...options, environment: { ...environment, ...Object.fromEntries(given) } });
    },
  };
}

/** The variables of a new shell of Windows, spelled as it spells them. */
function systemVariables(machine: WindowsMachine): Record<string, string> {
  if (!machine.isWine) return { ...process.env } as Record<string, string>;
  return {
    SystemRoot: 'C:\\windows',
    windir: 'C:\\windows',
    SystemDrive: 'C:',
    ComSpec: 'C:\\windows\\system32\\cmd.exe',
    Path: 'C:\\windows\\system32;C:\\windows',
    PATHEXT: '.COM;.EXE;.BAT;.CMD;.VBS;.JS',
    TEMP: 'C:\\windows\\temp',
    TMP: 'C:\\windows\\temp',
    USERPROFILE: 'C:\\users\\public',
    APPDATA: 'C:\\users\\public\\AppData\\Roaming',
    LOCALAPPDATA: 'C:\\users\\public\\AppData\\Local',
  };
}
