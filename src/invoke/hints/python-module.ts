import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { displayPath } from '../../diagnostics/display-path.js';
import { codeRoot } from '../../lambda/function/code-root.js';
import type { LambdaFunction } from '../../lambda/function/lambda-function.js';
import { pythonDistributionOf } from '../../lambda/image/python-image.js';
import type { FailedInvocation, FindHint, Hint } from './failed-invocation.js';
import { pythonPackages } from './package-manager.js';

const missingModule = /No module named '?([\w.]+)'?/;

/** Files in which a project declares its packages. */
const declarations = ['requirements.txt', 'pyproject.toml', 'Pipfile', 'setup.py', 'setup.cfg', 'requirements-dev.txt'];

const requirements = /requirements[^/\\]*\.txt$/;

/** Those that are there: beside the code, or copied into the image. */
function declarationsOf(fn: LambdaFunction): readonly string[] {
  const beside = declarations.map((file) => join(codeRoot(fn), file)).filter((file) => existsSync(file));
  const copied = (fn.addedFiles ?? []).flatMap(({ path, content }) =>
    'file' in content && declarations.includes(path) ? [content.file] : [],
  );
  return [...beside, ...copied];
}

/** The folders of a service's own virtual environments. */
const environments = ['.venv', 'venv', 'env'];

/** Python does not find a module. */
export const pythonModuleHint: FindHint = (failure) => {
  const module = missingModule.exec(failure.errorMessage)?.[1];
  const name = module?.split('.')[0];
  if (module === undefined || name === undefined) return undefined;
  return (
    outranked(failure, module) ??
    builtForAnother(failure, module) ??
    inAnotherEnvironment(failure, name) ??
    notInstalled(failure, name)
  );
};

/** The module exists, but in a folder without `__init__.py`, and Python prefers any other module of that name. */
function outranked({ taskRoot }: FailedInvocation, module: string): Hint | undefined {
  const segments = module.split('.');
  const path = join(taskRoot, ...segments);
  if (segments.length === 1 || !(existsSync(`${path}.py`) || existsSync(path))) return undefined;
  const depth = segments.slice(1).findIndex((_, end) => !isPackage(join(taskRoot, ...segments.slice(0, end + 1))));
  if (depth < 0) return undefined;
  const folder = segments.slice(0, depth + 1).join('/');
  return {
    code: 'module-outranked',
    message: `The folder ${folder} has no __init__.py, so that another module ${folder.replaceAll('/', '.')} comes before it: one of Python itself, of Lambda's image or of a layer. This fails in Lambda too.`,
    hint: `Add an empty ${folder}/__init__.py, or give the folder another name.`,
  };
}

function isPackage(folder: string): boolean {
  return existsSync(join(folder, '__init__.py'));
}

function notInstalled({ function: fn, launch }: FailedInvocation, name: string): Hint {
  const packages = pythonPackages(codeRoot(fn), launch.command);
  const ofImage = fn.hasForeignImage === true ? undefined : pythonDistributionOf(name);
  const provided = ofImage?.comesWith ?? ofImage?.name;
  const distribution = provided ?? name.replaceAll('_', '-');
  const declared = declarationsOf(fn);
  const declaring = declared.find((file) => mentions(file, distribution));
  if (declaring !== undefined) {
    const isRequirements = requirements.test(declaring);
    return {
      code: 'module-missing',
      message: `The package ${distribution} is in ${displayPath(declaring)}, but not installed for ${launch.command}.`,
      hint: `Run \`${isRequirements ? packages.install.replace('requirements.txt', displayPath(declaring)) : packages.install}\` before this step.`,
    };
  }
  if (provided !== undefined) {
    return {
      code: 'module-of-image',
      message: `The module ${name} is part of Lambda's image of Python (${provided}), but this machine does not have it.`,
      hint: `Install it for development, so that a deploy leaves it out: \`${packages.addForDevelopment(provided)}\`.`,
    };
  }
  const [list] = declared.filter((file) => requirements.test(file));
  if (list !== undefined) {
    return {
      code: 'module-missing',
      message: `The module ${name} is not installed for ${launch.command}, and ${displayPath(list)} does not name it: this fails in Lambda too, unless a package that it names brings it along.`,
      hint: `Run \`${packages.install.replace('requirements.txt', displayPath(list))}\` before this step; where that does not bring it along, \`${packages.add(distribution)}\` does.`,
    };
  }
  return {
    code: 'module-missing',
    message: `The module ${name} is not installed for ${launch.command}. This fails in Lambda too, unless it is packed or in a layer.`,
    hint: `Add it, if its package has that name: \`${packages.add(distribution)}\`.`,
  };
}

function mentions(file: string, distribution: string): boolean {
  const name = distribution.replaceAll(/[-_.]/g, '[-_.]');
  return new RegExp(`(?:^|[\\s"'])${name}(?=$|[\\s"'=<>~!;\\[,])`, 'im').test(readFileSync(file, 'utf8'));
}

/** The module is installed, but in a virtual environment for another Python than the one that ran. */
function inAnotherEnvironment({ function: fn, launch }: FailedInvocation, name: string): Hint | undefined {
  for (const environment of environments) {
    const library = join(codeRoot(fn), environment, 'lib');
    if (!existsSync(library)) continue;
    for (const python of readdirSync(library)) {
      const packages = join(library, python, 'site-packages');
      if (!existsSync(join(packages, name)) && !existsSync(join(packages, `${name}.py`))) continue;
      return {
        code: 'module-elsewhere',
        message: `The module ${name} is installed in ${displayPath(join(codeRoot(fn), environment))} (${python.replace('python', 'Python ')}), and the function ran on ${launch.command}.`,
        hint: `Make the environment with the Python that ${fn.runtime} has, or name its interpreter with the interpreter option.`,
      };
    }
  }
  return undefined;
}

/** The module exists, but as native code for another Python or another machine, which Python ignores. */
function builtForAnother({ taskRoot, function: fn }: FailedInvocation, module: string): Hint | undefined {
  const segments = module.split('.');
  const leaf = segments.pop() ?? '';
  const libraries = [taskRoot, ...environments.flatMap((name) => sitePackages(join(codeRoot(fn), name, 'lib')))];
  for (const library of libraries) {
    const folder = join(library, ...segments);
    if (!existsSync(folder)) continue;
    const native = readdirSync(folder).find((file) => file.startsWith(`${leaf}.`) && /\.(?:so|pyd)$/.test(file));
    if (native === undefined) continue;
    return {
      code: 'native-module',
      message: `${displayPath(join(folder, native))} is native code that this Python can't load: its name says what it was built for.`,
      hint: `Install the package for this machine and ${fn.runtime}; what is deployed has to be for Lambda's Linux and ${fn.architecture}.`,
    };
  }
  return undefined;
}

function sitePackages(library: string): string[] {
  return existsSync(library) ? readdirSync(library).map((python) => join(library, python, 'site-packages')) : [];
}
