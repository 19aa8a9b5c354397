import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { service } from './packages.js';

/**
 * Collects the schema of version 4 from its sources, for it is in no registry. What it imports is taken from an installed
 * version 3 where that has it, and else is a thing that can be called and has every member: the schema needs none of it.
 * @param {string} checkout
 * @param {string} version3 the folder of an installed version 3
 */
export async function schemaOfSources(checkout, version3) {
  const sources = join(checkout, 'packages');
  const folder = mkdtempSync(join(tmpdir(), 'framework-schema-'));
  const output = join(folder, 'schema.json');
  const entry = join(folder, 'entry.mjs');
  writeFileSync(
    entry,
    `import { writeFileSync } from 'node:fs';
import Serverless from ${JSON.stringify(join(sources, 'serverless', 'lib', 'serverless.js'))};
const serverless = new Serverless({
  service: ${JSON.stringify(service)},
  servicePath: ${JSON.stringify(folder)},
  serviceConfigFileName: 'serverless.yml',
  commands: ['print'],
  options: {},
  version: '4.0.0',
  region: 'us-east-1',
  credentialProviders: { aws: { resolve: async () => ({}) } },
});
await serverless.init();
writeFileSync(${JSON.stringify(output)}, JSON.stringify(serverless.configSchemaHandler.schema));
process.exit(0);
`,
  );
  await build({
    entryPoints: [entry],
    outfile: join(folder, 'bundle.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    banner: {
      js: "import { createRequire as ofBundle } from 'node:module'; const require = ofBundle(import.meta.url); globalThis.__dirname = '.';",
    },
    plugins: [withStandIns(version3, importedNames(sources))],
  });
  execFileSync(process.execPath, [join(folder, 'bundle.mjs')], { cwd: folder, stdio: 'inherit' });
  return JSON.parse(readFileSync(output, 'utf8'));
}

/** Packages that do something as they are imported. */
const heavy = /^(?:@aws-sdk|aws-sdk|@smithy)(?:\/|$)/;

function withStandIns(version3, names) {
  return {
    name: 'stand-ins',
    setup(current) {
      current.onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) => {
        if (kind === 'entry-point') return undefined;
        if (path.startsWith('node:') || builtinModules.includes(path)) return { external: true };
        const isOtherSchema = path.startsWith('ajv') && !/node_modules|config-schema-handler/.test(importer);
        if (!heavy.test(path) && !isOtherSchema) {
          const from = importer.includes('node_modules') ? importer : join(version3, 'package.json');
          try {
            return { path: createRequire(from).resolve(path) };
          } catch {}
        }
        return { path, namespace: 'stand-in' };
      });
      current.onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path }) => ({
        contents: `const answer = { get: (target, key) => key === Symbol.toPrimitive ? () => '' : key === 'then' || key === '__esModule' ? undefined : key === 'prototype' ? target.prototype : all, apply: () => all, construct: () => all, has: () => true };
const all = new Proxy(class {}, answer);
export default all;
${[...(names.get(path) ?? [])].map((name) => `export const ${name} = all;`).join('\n')}`,
      }));
    },
  };
}

/** The names that are imported of each package. */
function importedNames(sources) {
  const names = new Map();
  for (const file of readdirSync(sources, { recursive: true })) {
    if (!/\.m?js$/.test(file)) continue;
    const text = readFileSync(join(sources, file), 'utf8');
    for (const [, list, from] of text.matchAll(
      /(?:import|export)\s+(?:[\w$]+\s*,\s*)?\{([^}]*)\}\s*from\s*['"]([^'"]+)/g,
    )) {
      const known = names.get(from) ?? new Set();
      names.set(from, known);
      for (const item of list.split(',')) {
        const name = item.trim().split(/\s/)[0];
        if (/^[\w$]+$/.test(name) && name !== 'default') known.add(name);
      }
    }
  }
  return names;
}
