import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InstallationError } from '../../process/install-once.js';
import { runInstaller } from '../../process/run-installer.js';
import { type ImageMachine, installedPackages } from './installed-packages.js';
import type { PackageQuestion } from './package-questions.js';
import { isGemOfImage } from './ruby-image.js';
import { platformOf } from './stand-places.js';
import { standGems } from './stands.js';

/** A function in Ruby that asks for gems. */
export interface RubyAsker {
  readonly runtime: string;
  /** The interpreter that runs it, whose `gem` is asked. */
  readonly interpreter: { readonly command: string };
}

/** A file that says that gem has done all that it was asked for. */
const installedMark = '.installed';

/**
 * A folder for `GEM_PATH` with a gem of the image; `gem` installs it where it is not there yet. Which version of each of the SDK's
 * gems an image has is not known: it is the one that the registry has.
 * @throws InstallationError
 */
export async function installedGem(
  { names: [name = ''], version: running }: PackageQuestion,
  { runtime, interpreter }: RubyAsker,
  machine: ImageMachine,
): Promise<string | undefined> {
  if (!isGemOfImage(name) || !/^[\w-]+$/.test(name) || running === undefined || !/^\d+\.\d+$/.test(running)) {
    return undefined;
  }
  const place = await installedPackages(
    {
      title: `The gem ${name}`,
      owner: `Lambda's image of ${runtime}`,
      path: ['ruby', platformOf(running), name],
      marks: [installedMark],
      fill: async (folder) => {
        await gemInstall(folder, name, interpreter.command, machine);
        await writeFile(join(folder, installedMark), '');
      },
    },
    machine,
  );
  await standGems(place);
  return place;
}

/** @throws InstallationError */
async function gemInstall(
  folder: string,
  name: string,
  ruby: string,
  { environment, signal }: Pick<ImageMachine, 'environment' | 'signal'>,
): Promise<void> {
  const end = await runInstaller({
    tool: 'gem',
    command: ruby,
    args: ['-S', 'gem', 'install', name, '--install-dir', folder, '--no-document', '--minimal-deps', '--quiet'],
    folder,
    environment,
    signal,
  });
  if (end.kind === 'failed') throw new InstallationError(`gem failed: ${reasonIn(end.printed) || end.how}`);
}

/** What gem says of an error. Where its first line says no more than that there is a reason, the next one has it. */
function reasonIn(printed: string): string {
  const lines = printed.split(/\r?\n/).filter((line) => line.trim() !== '');
  const at = Math.max(
    lines.findIndex((line) => /^ERROR: /.test(line)),
    0,
  );
  const said = lines.slice(at, at + (lines[at]?.endsWith('here is why:') === true ? 2 : 1));
  const text = said.map((line) => line.replace(/^ERROR:/, '').trim()).join(' ');
  return text.replace(/\.$/, '').slice(0, 300);
}
