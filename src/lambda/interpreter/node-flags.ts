/** What decides the flags of a Node. */
export interface NodeFlagsInput {
  /** The declared major, `22`. */
  readonly declared: string;
  /** The version that runs, where it is known. */
  readonly version: string | undefined;
  readonly memorySizeMiB: number;
  /** The handler's `NODE_OPTIONS`. */
  readonly nodeOptions: string | undefined;
  /** Whether `require()` has to load ES modules even where Lambda's Node would not: a deploy bundles them into the code. */
  readonly requiresEsModules?: boolean;
}

/**
 * The flags with which Lambda starts Node: V8's heap at 90 % and its young generation at 5 % of the memory, and up to Node
 * 22 neither `require()` of ES modules nor detection of them (developer guide, "Building Lambda functions with Node.js").
 * What `NODE_OPTIONS` sets is left alone, and a flag is passed only to a version that is known to have it.
 */
export function nodeFlags(input: NodeFlagsInput): string[] {
  const { declared, version, memorySizeMiB, nodeOptions = '', requiresEsModules = false } = input;
  const flags: string[] = [];
  const add = (name: string, value?: number): void => {
    const option = name.replace(/^--(?:no-)?/, '');
    if (!nodeOptions.replaceAll('_', '-').includes(option)) flags.push(value === undefined ? name : `${name}=${value}`);
  };
  add('--max-old-space-size', Math.floor(memorySizeMiB * 0.9));
  add('--max-semi-space-size', Math.max(1, Math.floor(memorySizeMiB * 0.05)));
  if (version === undefined) return flags;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const knowsRequire = major >= 22 || (major === 20 && minor >= 17);
  if (requiresEsModules && knowsRequire) add('--experimental-require-module');
  if (Number(declared) > 22) return flags;
  if (!requiresEsModules && knowsRequire) add('--no-experimental-require-module');
  if (major >= 22 || (major === 20 && minor >= 10)) add('--no-experimental-detect-module');
  return flags;
}
