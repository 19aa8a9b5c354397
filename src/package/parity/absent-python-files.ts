import { sep } from 'node:path';
import picomatch from 'picomatch';
import { realPath } from '../../diagnostics/real-path.js';
import { filesBelow, type Walk } from '../../host/files-below.js';
import { pathBelow } from '../../host/path-below.js';
import type { PackagingRules } from '../../lambda/function/packaging.js';
import { triedByPythonImage } from '../../lambda/image/python-image.js';
import { packageRule } from '../package-files.js';
import { regularText } from '../regular-text.js';
import type { Absence } from './absence.js';
import { distributionsIn, normalized, topLevelOf } from './python-distributions.js';
import { readRequirements } from './python-requirements.js';

/** How many files and folders of a project are looked at for a mention of a module. */
const maxFiles = 5000;

/** A file that is loaded. */
interface Loaded {
  readonly file: string;
  /** The folder of installed packages that it is in; absent for one of the project, or of elsewhere. */
  readonly site: string | undefined;
}

/** Folders of installed packages, also of virtual environments. */
const installed = /^(.*[\\/](?:site|dist)-packages)[\\/]/;

/**
 * The folder of installed packages that a file is in; none for one of the folder that is packed.
 * @param environments the folders of the service's virtual environments, without links
 */
export function siteOf(file: string, root: string, environments: readonly string[]): string | undefined {
  const isApart = environments.some((folder) => pathBelow(folder, file) !== undefined);
  return isApart || pathBelow(root, file) === undefined ? installed.exec(file)?.[1] : undefined;
}

/**
 * Which files that a Python function has loaded a deploy would not hold, and why.
 * @param files without links
 * @param environments the folders of the service's virtual environments, without links
 * @param isProvided whether Lambda's image or a layer has a module of this name
 */
export async function absentPythonFiles(
  { root: written, patterns, installs }: PackagingRules,
  files: readonly string[],
  environments: readonly string[],
  isProvided: (name: string) => boolean,
): Promise<Map<string, Absence>> {
  const root = realPath(written);
  const absent = new Map<string, Absence>();
  const rule = packageRule(patterns);
  const others: Loaded[] = [];
  for (const file of files) {
    const site = siteOf(file, root, environments);
    const path = site === undefined ? pathBelow(root, file) : undefined;
    if (path === undefined) others.push({ file, site });
    else {
      const { isIn, by } = rule(path);
      if (!isIn && by !== undefined) absent.set(file, { kind: 'excluded', pattern: by });
    }
  }
  const moduleOf = ({ file, site }: Loaded): string | undefined =>
    site === undefined ? undefined : topLevelOf(pathBelow(site, file) ?? '');
  const unprovided = others.filter((each) => {
    const module = moduleOf(each);
    return module === undefined || !isProvided(module);
  });
  const beyondProvided = withoutTried(unprovided, root, moduleOf);
  if (beyondProvided.length === 0) return absent;
  const sites = [...new Set(beyondProvided.flatMap(({ site }) => (site === undefined ? [] : [site])))];
  const distributions = distributionsIn(sites);
  const { names, isOpen } = installs === undefined ? nothing : await readRequirements(installs);
  const required = distributions.requiredBy(names);
  // What is not installed in one of these places may require anything.
  const isUnknown = isOpen || [...names].some((name) => !distributions.has(name) && !isProvided(name));
  const leftOut = new Set(installs?.leftOut?.names.map(normalized));
  const isRemoved = picomatch([...(installs?.removed?.globs ?? [])], { dot: true });
  const manifest = installs?.manifest?.file;
  for (const { file, site } of beyondProvided) {
    const path = site === undefined ? undefined : pathBelow(site, file);
    const owner = path === undefined ? distributions.editableOf(file) : distributions.ownerOf(file);
    const name = owner ?? (path === undefined ? undefined : normalized(topLevelOf(path)));
    const why = (leftOutBy?: string): Absence => ({
      kind: 'not-required',
      manifest,
      ...(leftOutBy === undefined ? {} : { leftOutBy }),
      ...(owner === undefined ? {} : { distribution: owner }),
    });
    if (name === undefined) absent.set(file, { kind: 'outside' });
    else if (installs === undefined || installs.elsewhere !== undefined) absent.set(file, why());
    else if (leftOut.has(name)) absent.set(file, why(installs.leftOut?.setting));
    else if (!required.has(name)) {
      // What is named by a place only may be this one, or require it.
      if (!isUnknown && (owner !== undefined || manifest === undefined)) absent.set(file, why());
    } else if (path !== undefined && isRemoved(path)) absent.set(file, why(installs.removed?.setting));
  }
  return absent;
}

/**
 * What is left without the modules that packages of the image only try to import, of which nothing else makes a mention: neither a file
 * of the project nor one that is loaded.
 */
function withoutTried(
  loaded: readonly Loaded[],
  root: string,
  moduleOf: (file: Loaded) => string | undefined,
): readonly Loaded[] {
  const tried = new Set(loaded.flatMap((each) => moduleOf(each) ?? []).filter((name) => triedByPythonImage.has(name)));
  if (tried.size === 0) return loaded;
  const enters: Walk['enters'] = ({ name, path }) =>
    name !== 'node_modules' && !name.startsWith('.') && !installed.test(`${path}${sep}`);
  const mentioning = [
    ...filesBelow(root, { most: maxFiles, enters }),
    ...loaded.filter((each) => !tried.has(moduleOf(each) ?? '')).map(({ file }) => file),
  ].filter((file) => file.endsWith('.py'));
  for (const file of mentioning) {
    const text = regularText(file);
    for (const name of tried) if (new RegExp(`\\b${name}\\b`).test(text)) tried.delete(name);
    if (tried.size === 0) return loaded;
  }
  return loaded.filter((each) => !tried.has(moduleOf(each) ?? ''));
}

const nothing = { names: new Set<string>(), isOpen: false };
