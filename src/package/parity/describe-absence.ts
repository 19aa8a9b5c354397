import type { Diagnostic, SourceLocation } from '../../diagnostics/diagnostic.js';
import { displayFolder, displayPath } from '../../diagnostics/display-path.js';
import type { PackagingRules } from '../../lambda/function/packaging.js';
import type { AbsentPart } from './absence.js';

/** What a message needs to know of the function. */
export interface DescribedFunction {
  readonly key: string;
  /** Whether it has what it is about, or does not find it. */
  readonly verb: 'loaded' | 'asks for';
  readonly language: string;
  readonly rules: PackagingRules;
  /** Where the configuration names the handler. */
  readonly handlerAt?: SourceLocation | undefined;
}

/** Says what was loaded, from where, why a deploy would not have it, and what to do. */
export function describeAbsence(part: AbsentPart, fn: DescribedFunction): Diagnostic {
  const { code, why, hint, at } = reasonOf(part, fn);
  const location = at ?? part.importedAt ?? fn.handlerAt;
  return {
    severity: 'warning',
    code,
    message: `${fn.key} ${fn.verb} ${subjectOf(part)}, which a deploy would not have: ${why}. Lambda does not find it.`,
    hint,
    ...(location === undefined ? {} : { location }),
  };
}

interface Reason {
  readonly code: string;
  readonly why: string;
  readonly hint: string;
  /** The place in the configuration that decides. */
  readonly at?: SourceLocation | undefined;
}

function reasonOf({ absence, name, isPackage }: AbsentPart, { language, rules }: DescribedFunction): Reason {
  switch (absence.kind) {
    case 'development': {
      const through = absence.through === undefined ? '' : ` needs ${absence.through}, which needs it, and that`;
      return {
        code: 'package-development',
        why: `${displayPath(absence.manifest)}${through} has it for development only (\`devDependencies\`)`,
        hint: `Name ${name} under \`dependencies\`.`,
      };
    }
    case 'excluded': {
      const { source, glob, location } = absence.pattern;
      return {
        code: 'package-excluded',
        why: location === undefined ? `${source} leave ${glob} out` : `\`${source}\` leaves it out`,
        hint: `Add a pattern for it after those that leave it out, or don't load it.`,
        at: location,
      };
    }
    case 'outside':
      return {
        code: 'package-outside',
        why: `it is outside of ${displayFolder(rules.root, "the service's folder")}, all of which a deploy packs`,
        hint: outsideHint(language, isPackage),
      };
    case 'moved':
      return {
        code: 'package-outside',
        why: `it is outside of ${displayFolder(rules.root, "the service's folder")}, into which a deploy packs it as ${absence.packedAs}`,
        hint: "Put a link to it into the service's folder: a deploy packs what a link leads to as if it were there.",
      };
    case 'not-required':
      return notRequired(absence, name, language, rules);
  }
}

function outsideHint(language: string, isPackage: boolean): string {
  if (!isPackage) return 'Move it into that folder, or make a package or a layer of it.';
  return language === 'nodejs'
    ? 'Install the package in that folder, or have the function bundled, such as with esbuild.'
    : 'Install the package into that folder, or into a layer.';
}

/** What puts a package into the folder of the code, where nothing in a deploy does it. */
const hintWithoutInstaller: Readonly<Record<string, string>> = {
  python: 'Use serverless-python-requirements, install it into that folder (pip install -t), or put it into a layer.',
  ruby: 'Name it in a Gemfile and install that into the folder (`bundle config set --local path vendor/bundle`, `bundle install`), or put it into a layer.',
};

const manifestOf: Readonly<Record<string, string>> = { python: 'requirements.txt', ruby: 'Gemfile' };

function notRequired(
  absence: Extract<AbsentPart['absence'], { kind: 'not-required' }>,
  name: string,
  language: string,
  { installs }: PackagingRules,
): Reason {
  const code = 'package-not-required';
  const at = (location: SourceLocation | undefined): Pick<Reason, 'at'> =>
    location === undefined ? {} : { at: location };
  if (absence.leftOutBy !== undefined) {
    const location =
      installs?.leftOut?.setting === absence.leftOutBy ? installs.leftOut.location : installs?.removed?.location;
    return {
      code,
      why: `\`${absence.leftOutBy}\` leaves it out`,
      hint: `Take it out of \`${absence.leftOutBy}\`, or put it into a layer.`,
      ...at(location),
    };
  }
  if (installs?.elsewhere !== undefined) {
    return { code, why: installs.elsewhere, hint: 'Add the layer to the function.' };
  }
  const { manifest } = absence;
  if (installs !== undefined && manifest !== undefined) {
    return {
      code,
      why: `it is installed on this machine, and ${displayPath(manifest)}, from which ${installs.tool} packs, does not need it`,
      hint: `Add ${absence.distribution ?? name} to it.`,
    };
  }
  const file = manifestOf[language] ?? 'a manifest';
  return {
    code,
    why:
      installs === undefined
        ? 'it is installed on this machine, and a deploy packs only what is in the folder of the code'
        : `it is installed on this machine, and there is no ${file} from which ${installs.tool} would pack it`,
    hint:
      (installs === undefined ? hintWithoutInstaller[language] : undefined) ??
      `Name ${absence.distribution ?? name} in a ${file}, or put it into a layer.`,
  };
}

function subjectOf({ name, isPackage, place, files }: AbsentPart): string {
  const shown = displayPath(place);
  if (isPackage) return `the package ${name} (${shown})`;
  return files === 1 ? shown : `${shown} and ${files - 1} more ${files === 2 ? 'file' : 'files'} beside it`;
}
