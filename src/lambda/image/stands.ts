import { lstat, mkdir, readdir, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { nodeProvision } from './node-image.js';

/*
 * Packages are installed into a folder for each set of them. A stand is beside these: it has links to what all of them have, as Lambda's
 * `/var/runtime` has it.
 */

/**
 * Puts what was installed for Node.js on its stand: the packages that were asked for, in the place of earlier ones, since they go
 * together, and of what they need what the image has too.
 * @param place the folder of the installation, which is beside the stand. Absolute
 */
export async function standNodePackages(place: string, version: string, names: readonly string[]): Promise<void> {
  const scope = '@aws-sdk';
  const inner = (await listed(join(place, 'node_modules', scope))).map((name) => `${scope}/${name}`);
  const others = inner.filter((name) => nodeProvision(name, version) === 'provided' && !names.includes(name));
  const asked = names.filter((name) => nodeProvision(name, version) === 'provided');
  const at = (name: string): string => join('node_modules', name);
  await stand(place, asked.map(at), true);
  await stand(place, others.map(at), false);
}

/** Puts gems that were installed on their stand. @param place as for Node.js */
export async function standGems(place: string): Promise<void> {
  for (const folder of ['gems', 'specifications']) {
    const names = await listed(join(place, folder));
    await stand(
      place,
      names.map((name) => join(folder, name)),
      false,
    );
  }
}

/** Where a cache can't be written, it stays as it is. */
async function stand(place: string, paths: readonly string[], replaces: boolean): Promise<void> {
  const folder = join(dirname(place), 'runtime');
  for (const path of paths) {
    const link = join(folder, path);
    const target = join(place, path);
    try {
      if ((replaces || !(await isThere(link))) && (await isThere(target))) await linkTo(link, target);
    } catch {
      return;
    }
  }
}

/** Nobody sees a moment without it. */
async function linkTo(link: string, target: string): Promise<void> {
  const made = `${link}.${process.pid}`;
  await mkdir(dirname(link), { recursive: true });
  await rm(made, { force: true });
  await symlink(relative(dirname(link), target), made);
  await rename(made, link);
}

async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined)) !== undefined;
}

async function listed(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
