import { dirname, join } from 'node:path';
import type { TomlTable } from 'smol-toml';
import type { InstalledPackages, PackageManifest } from '../../lambda/function/packaging.js';
import { regularText } from '../regular-text.js';
import { normalized } from './python-distributions.js';

/** The distributions that a manifest names. */
export interface Requirements {
  /** Normalized. */
  readonly names: ReadonlySet<string>;
  /** Whether it also names some by a place, or can't be read: then others may be required too. */
  readonly isOpen: boolean;
}

/** Reads which distributions a tool installs. */
export async function readRequirements({ manifest, groups = [] }: InstalledPackages): Promise<Requirements> {
  if (manifest === undefined) return { names: new Set(), isOpen: false };
  try {
    return manifest.kind === 'requirements' ? ofRequirements(manifest.file) : await ofToml(manifest, groups);
  } catch {
    return { names: new Set(), isOpen: true };
  }
}

/** By https://pip.pypa.io/en/stable/reference/requirements-file-format/ */
function ofRequirements(file: string, seen = new Set<string>()): Requirements {
  if (seen.has(file)) return { names: new Set(), isOpen: false };
  seen.add(file);
  const names = new Set<string>();
  let isOpen = false;
  const text = regularText(file).replaceAll(/\\\r?\n/g, ' ');
  for (const line of text.split(/\r?\n/).map((each) => each.replace(/(?:^|\s)#.*$/, '').trim())) {
    const [, included] = /^(?:-r|--requirement)[\s=]+(\S+)/.exec(line) ?? [];
    if (included !== undefined) {
      const other = ofRequirements(join(dirname(file), included), seen);
      for (const name of other.names) names.add(name);
      isOpen ||= other.isOpen;
      continue;
    }
    const isPlace =
      /^(?:-e|--editable)\b/.test(line) || (/^[./]|:\/\/|\.(?:whl|zip|tar\.gz)$/.test(line) && !/\s@\s/.test(line));
    const named = isPlace ? /[#&]egg=([\w.-]+)/.exec(line)?.[1] : /^[A-Za-z0-9][\w.-]*/.exec(line)?.[0];
    if (named !== undefined) names.add(normalized(named));
    else if (isPlace) isOpen = true;
  }
  return { names, isOpen };
}

async function ofToml({ kind, file }: PackageManifest, groups: readonly string[]): Promise<Requirements> {
  const { parse } = await import('smol-toml');
  const root = parse(regularText(kind === 'uv' ? join(dirname(file), 'pyproject.toml') : file));
  const names = new Set<string>();
  const addKeys = (table: unknown): void => {
    for (const name of Object.keys(tableOf(table))) if (name !== 'python') names.add(normalized(name));
  };
  const addTexts = (list: unknown): void => {
    for (const text of Array.isArray(list) ? list : []) {
      const [name] = typeof text === 'string' ? (/^[A-Za-z0-9][\w.-]*/.exec(text.trim()) ?? []) : [];
      if (name !== undefined) names.add(normalized(name));
    }
  };
  if (kind === 'pipfile') addKeys(root['packages']);
  else {
    addTexts(tableOf(root['project'])['dependencies']);
    const poetry = tableOf(tableOf(root['tool'])['poetry']);
    addKeys(poetry['dependencies']);
    for (const group of groups) {
      addKeys(tableOf(tableOf(poetry['group'])[group])['dependencies']);
      addTexts(tableOf(root['dependency-groups'])[group]);
    }
  }
  return { names, isOpen: false };
}

function tableOf(value: unknown): TomlTable {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as TomlTable) : {};
}
