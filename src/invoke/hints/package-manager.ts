import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ancestors } from '../../typescript/ancestors.js';

/** The commands of the package manager that a project uses. */
export interface PackageCommands {
  /** Installs the packages that the project declares. */
  readonly install: string;
  /** Adds a package that need not be deployed with the function. */
  addForDevelopment(name: string): string;
  add(name: string): string;
}

const npm = {
  install: 'npm ci',
  build: 'npm run build',
  add: (name: string) => `npm install ${name}`,
  addForDevelopment: (name: string) => `npm install --save-dev ${name}`,
};

/** Each package manager's lock file. */
const nodeManagers: readonly (readonly [string, typeof npm])[] = [
  ['package-lock.json', npm],
  ['npm-shrinkwrap.json', npm],
  [
    'pnpm-lock.yaml',
    {
      install: 'pnpm install --frozen-lockfile',
      build: 'pnpm build',
      add: (name) => `pnpm add ${name}`,
      addForDevelopment: (name) => `pnpm add --save-dev ${name}`,
    },
  ],
  [
    'yarn.lock',
    {
      install: 'yarn install --immutable',
      build: 'yarn build',
      add: (name) => `yarn add ${name}`,
      addForDevelopment: (name) => `yarn add --dev ${name}`,
    },
  ],
  ...['bun.lock', 'bun.lockb'].map((lock): [string, typeof npm] => [
    lock,
    {
      install: 'bun install --frozen-lockfile',
      build: 'bun run build',
      add: (name) => `bun add ${name}`,
      addForDevelopment: (name) => `bun add --dev ${name}`,
    },
  ]),
];

/** The commands of a Node.js project, and the folder of its lock file, if it has one. Absolute. */
export interface NodePackageCommands extends PackageCommands {
  readonly build: string;
  readonly folder?: string;
}

/** The package manager of a Node.js project: that of the nearest lock file, else npm. */
export function nodePackages(folder: string): NodePackageCommands {
  return byFile(folder, nodeManagers) ?? { ...npm, install: 'npm install' };
}

const pythonManagers: readonly (readonly [string, PackageCommands])[] = [
  [
    'uv.lock',
    { install: 'uv sync', add: (name) => `uv add ${name}`, addForDevelopment: (name) => `uv add --dev ${name}` },
  ],
  [
    'poetry.lock',
    {
      install: 'poetry install',
      add: (name) => `poetry add ${name}`,
      addForDevelopment: (name) => `poetry add --group dev ${name}`,
    },
  ],
  [
    'Pipfile',
    {
      install: 'pipenv sync --dev',
      add: (name) => `pipenv install ${name}`,
      addForDevelopment: (name) => `pipenv install --dev ${name}`,
    },
  ],
];

/**
 * The package manager of a Python project: uv, Poetry or Pipenv, recognised by their files, else an interpreter's pip.
 * @param python the command of the interpreter that ran
 */
export function pythonPackages(folder: string, python: string): PackageCommands {
  const add = (name: string): string => `${python} -m pip install ${name}`;
  return byFile(folder, pythonManagers) ?? { install: add('-r requirements.txt'), add, addForDevelopment: add };
}

function byFile<Commands extends object>(
  folder: string,
  managers: readonly (readonly [string, Commands])[],
): (Commands & { readonly folder: string }) | undefined {
  for (const current of ancestors(folder)) {
    const found = managers.find(([file]) => existsSync(join(current, file)));
    if (found !== undefined) return { ...found[1], folder: current };
  }
  return undefined;
}
