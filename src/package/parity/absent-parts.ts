import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { realPath } from '../../diagnostics/real-path.js';
import { isBelow, pathBelow } from '../../host/path-below.js';
import type { PackagingRules } from '../../lambda/function/packaging.js';
import type { Absence, AbsentPart } from './absence.js';
import { absentNodeFiles } from './absent-node-files.js';
import { absentPythonFiles, siteOf } from './absent-python-files.js';
import { absentRubyFiles, gemOf } from './absent-ruby-files.js';
import { importedAt } from './imported-at.js';
import { nodePackageOf } from './node-package.js';
import { topLevelOf } from './python-distributions.js';
import { workspacePackageOf } from './workspace-package.js';

/** What a function has loaded, and what is known of its package. */
export interface LoadedCode {
  readonly language: 'nodejs' | 'python' | 'ruby';
  readonly rules: PackagingRules;
  /** The files, without links. Absolute. */
  readonly files: readonly string[];
  /** The folders of the service's virtual environments, without links. */
  readonly environments: readonly string[];
  /** Whether Lambda's image or a layer has a package, a module or a gem of this name. */
  isProvided(name: string): boolean;
}

/** What was loaded that a deploy would not hold: each package once, and the project's own files by what leaves them out. */
export async function absentParts(code: LoadedCode): Promise<AbsentPart[]> {
  const absent = await absentFiles(code);
  const parts = new Map<string, AbsentPart>();
  for (const [file, absence] of absent) {
    // Code can put names of no files into Node.js' cache.
    if (!existsSync(file)) continue;
    const whole = wholeOf(file, code);
    const key = whole === undefined ? groupOf(file, absence) : `${whole.folder} ${absence.kind}`;
    const known = parts.get(key);
    if (known !== undefined) parts.set(key, { ...known, files: known.files + 1 });
    else if (whole === undefined) parts.set(key, { name: file, isPackage: false, place: file, files: 1, absence });
    else parts.set(key, { name: whole.name, isPackage: true, place: whole.folder, files: 1, absence });
  }
  const isOwn = (file: string): boolean =>
    (code.language === 'nodejs' ? nodePackageOf(file) : wholeOf(file, code)) === undefined;
  const own = code.files.filter(isOwn);
  return Array.from(parts.values(), (part) => {
    const at = part.isPackage ? importedAt(own, code.language, part.name) : undefined;
    return at === undefined ? part : { ...part, importedAt: at };
  });
}

async function absentFiles(code: LoadedCode): Promise<ReadonlyMap<string, Absence>> {
  const { language, rules, files, environments } = code;
  const isProvided = (name: string): boolean => code.isProvided(name);
  if (language === 'nodejs') return absentNodeFiles(rules, files, isProvided);
  if (language === 'python') return absentPythonFiles(rules, files, environments, isProvided);
  return absentRubyFiles(rules, files, isProvided);
}

/** The package that a file belongs to, as a whole. */
function wholeOf(
  file: string,
  { language, rules, environments }: LoadedCode,
): { readonly name: string; readonly folder: string } | undefined {
  if (language === 'nodejs') {
    const root = realPath(rules.root);
    return nodePackageOf(file) ?? (isBelow(file, root) ? undefined : workspacePackageOf(file, root));
  }
  if (language === 'ruby') return gemOf(file);
  const site = siteOf(file, realPath(rules.root), environments);
  const path = site === undefined ? undefined : pathBelow(site, file);
  if (site === undefined || path === undefined) return undefined;
  return { name: topLevelOf(path), folder: `${site}/${path.split('/', 1)[0]}` };
}

function groupOf(file: string, absence: Absence): string {
  return absence.kind === 'excluded' ? absence.pattern.source : `${absence.kind} ${dirname(file)}`;
}
