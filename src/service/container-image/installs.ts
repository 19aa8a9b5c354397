/** What a command of a build installs. */
export type Install =
  /** Packages of Node.js, as the folder's manifest has them. */
  | { readonly kind: 'node'; readonly folder: string }
  /** Packages that the interpreter has, or should have. */
  | { readonly kind: 'packages'; readonly target?: string };

const words = /(?:[^\s"']+|"[^"]*"|'[^']*')+/g;

/**
 * Commands that install a function's packages: what they would install is looked for on this machine. All parts of a chain
 * (`&&`) have to be such a command, or change nothing of the function.
 * @param folder the folder that the command runs in, in the image
 * @returns `undefined` for a command that does something else
 */
export function installsOf(command: string, folder: string): readonly Install[] | undefined {
  const installs: Install[] = [];
  for (const part of command.split(/&&|;/)) {
    const given = Array.from(part.matchAll(words), ([word]) => word.replaceAll(/^["']|["']$/g, '')).filter(
      (word) => !word.startsWith('--mount'),
    );
    const install = installOf(given, folder);
    if (install === undefined) return undefined;
    if (install !== 'nothing') installs.push(install);
  }
  return installs;
}

function installOf([program = '', ...args]: readonly string[], folder: string): Install | 'nothing' | undefined {
  const bare = program.replace(/^.*\//, '');
  const [first, second, third] = args;
  if (/^(?:npm|pnpm)$/.test(bare) && /^(?:ci|install|i|clean-install)$/.test(first ?? '')) {
    const isGlobal = args.some((word) => word === '-g' || word === '--global');
    return isGlobal ? 'nothing' : { kind: 'node', folder };
  }
  if (bare === 'yarn' && (first === undefined || first === 'install' || first.startsWith('-')))
    return { kind: 'node', folder };
  if (bare === 'npm' && first === 'cache') return 'nothing';
  if (/^pip[\d.]*$/.test(bare) && first === 'install') return pip(args);
  if (/^python[\d.]*$/.test(bare) && first === '-m' && second === 'pip' && third === 'install') return pip(args);
  if (bare === 'uv' && (first === 'sync' || first === 'export' || (first === 'pip' && second === 'install')))
    return pip(args);
  if (/^(?:poetry|pipenv)$/.test(bare) && first === 'install') return { kind: 'packages' };
  if (bare === 'bundle' && (first === undefined || /^(?:install|config|lock)$/.test(first) || first.startsWith('-'))) {
    return { kind: 'packages' };
  }
  if (bare === 'gem' && first === 'install') return { kind: 'packages' };
  return /^(?:mkdir|echo|true|:)$/.test(bare) ? 'nothing' : undefined;
}

function pip(args: readonly string[]): Install {
  const index = args.findIndex((word) => word === '-t' || word === '--target');
  const target = index === -1 ? args.find((word) => word.startsWith('--target='))?.slice(9) : args[index + 1];
  return { kind: 'packages', ...(target === undefined ? {} : { target }) };
}
