import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Packages of which we use a part, and whose other parts take long to load: the toolkit brings an HTTP client. */
const reduced = [
  '@actions/core',
  '@actions/exec',
  '@aws-sdk/xml-builder',
  '@smithy/core/cbor',
  '@smithy/core/config',
  '@smithy/core/event-streams',
  '@smithy/signature-v4',
  'js-yaml',
];

/**
 * Puts what is bundled into a folder: our emitted modules, which do nothing when they are loaded but define things, and packages reduced
 * to what of them is imported, for ncc keeps all of a package that does not say the same of itself.
 * @param {string} root
 * @returns {Promise<{ folder: string, modules: Set<string> }>} the folder, and the paths of the packages' modules that were kept
 * @throws if a reduced package is imported other than by names
 */
export async function stage(root) {
  const folder = join(root, 'lib', 'bundled');
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(root, 'lib', 'src'), join(folder, 'src'), { recursive: true, filter: (path) => !path.endsWith('.map') });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', sideEffects: false }));

  const sources = readdirSync(join(folder, 'src'), { recursive: true })
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(folder, 'src', name), 'utf8'));
  const modules = new Set();
  for (const name of reduced) {
    const { inputs } = await reduce(
      root,
      { name, imported: importedFrom(name, sources) },
      join(folder, 'node_modules', name),
    );
    exportSubpath(folder, name);
    for (const input of Object.keys(inputs)) if (input !== '<stdin>') modules.add(join(root, input));
  }
  return { folder, modules };
}

/** Has a reduced part of a package found, which is a folder in a package that has no more than such parts. */
function exportSubpath(folder, name) {
  const [, owner, part] = /^(@[^/]+\/[^/]+)\/(.+)$/.exec(name) ?? [];
  if (owner === undefined) return;
  const file = join(folder, 'node_modules', owner, 'package.json');
  const { exports } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { exports: {} };
  writeFileSync(
    file,
    JSON.stringify({
      private: true,
      type: 'module',
      sideEffects: false,
      exports: { ...exports, [`./${part}`]: `./${part}/index.js` },
    }),
  );
}

/** The names that modules import from a package, sorted. */
function importedFrom(name, sources) {
  const names = new Set();
  for (const source of sources) {
    for (const line of source.split('\n').filter((line) => line.includes(`'${name}'`))) {
      const [, list] = /(?:import|export|const) \{ ([\w, ]+) \} (?:from|= await import\()/.exec(line) ?? [];
      if (list === undefined) throw new Error(`This is not by names: ${line.trim()}`);
      for (const [, part] of list.matchAll(/(\w+)(?: as \w+)?/g)) names.add(part);
    }
  }
  return [...names].sort();
}

/** Writes the part of a package as a package of the same name. */
async function reduce(root, { name, imported }, folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, type: 'module', main: 'index.js', sideEffects: false }),
  );
  const { metafile } = await build({
    stdin: { contents: `export { ${imported.join(', ')} } from '${name}';`, resolveDir: root },
    absWorkingDir: root,
    outfile: join(folder, 'index.js'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.11',
    // As modules of ECMAScript, of which what is not imported can be left out.
    mainFields: ['module', 'main'],
    metafile: true,
    plugins: [{ name: 'only-what-is-imported', setup: takeOnlyWhatIsImported }],
    logLevel: 'warning',
  });
  const kept = Object.values(metafile.outputs)[0].inputs;
  return { inputs: Object.fromEntries(Object.entries(kept).filter(([, { bytesInOutput }]) => bytesInOutput > 0)) };
}

/** The packages of the toolkit and of Smithy do nothing when they are loaded, which they do not say. */
function takeOnlyWhatIsImported({ onResolve, resolve }) {
  onResolve({ filter: /./ }, async ({ path, pluginData, ...from }) => {
    if (pluginData === 'resolved' || from.kind === 'entry-point') return undefined;
    const found = await resolve(path, { ...from, pluginData: 'resolved' });
    return { ...found, sideEffects: found.sideEffects && !/[\\/]@(?:actions|smithy)[\\/]/.test(found.path) };
  });
}
