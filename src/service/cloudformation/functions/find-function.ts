import { type DeclaredFunction, deployedName, knownName } from './declared-function.js';

/**
 * The function that a name means: its key, else a name that no other function has.
 * @param file the configuration, for messages
 * @throws UserError where there is none, or the name means several
 */
export async function findFunction(
  name: string,
  functions: readonly DeclaredFunction[],
  file: string,
): Promise<DeclaredFunction> {
  const byKey = functions.find(({ key }) => key === name);
  if (byKey !== undefined) return byKey;
  const named = functions.filter(({ names }) => names.includes(name));
  const meant = named.length > 0 ? named : await withName(name, functions);
  const [only, ...others] = meant;
  if (only !== undefined && others.length === 0) return only;
  const { ambiguousFunction, unknownFunction } = await import('./function-errors.js');
  throw only === undefined ? unknownFunction(name, functions, file) : ambiguousFunction(name, meant, file);
}

async function withName(name: string, functions: readonly DeclaredFunction[]): Promise<DeclaredFunction[]> {
  const found = await Promise.all(
    functions.map(async (declared) => {
      const known = (await knownName(declared)) ?? (mayBeOf(declared, name) ? await deployedName(declared) : undefined);
      return known === name ? [declared] : [];
    }),
  );
  return found.flat();
}

/** Whether CloudFormation may have made such a name for a function, so that it is worth to be asked (user guide, "Name type"). */
function mayBeOf({ stack: { stackName }, logicalId }: DeclaredFunction, name: string): boolean {
  const start = `${stackName}-${logicalId.slice(0, 8)}`;
  return name.startsWith(start.slice(0, 24)) && /-[A-Za-z0-9]{12}$/.test(name);
}
