// Validates configurations by osls itself, and prints which places each time were wrong: `node oracle.cjs <folder of osls>`, with a JSON list of
// configurations on standard input.
const { readFileSync, mkdtempSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const osls = process.argv[2];
const folder = mkdtempSync(join(tmpdir(), 'osls-validation-'));
process.env.SLS_SCHEMA_CACHE_BASE_DIR = folder;

/** What the framework keeps of the findings of its validator. */
let kept = [];
const normalizer = require.resolve(join(osls, 'lib/classes/config-schema-handler/normalize-ajv-errors.js'));
const normalize = require(normalizer);
require.cache[normalizer].exports = (errors) => {
  kept = normalize(errors);
  return kept;
};
/** The validator is the same each time. */
let validator;
const compiler = require.resolve(join(osls, 'lib/classes/config-schema-handler/resolve-ajv-validate.js'));
const compile = require(compiler);
require.cache[compiler].exports = (schema) => {
  validator ??= compile(schema);
  return validator;
};
const Serverless = require(join(osls, 'lib/serverless.js'));

function placeOf({ instancePath, keyword, params }) {
  const path = instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (keyword === 'additionalProperties') return [...path, params.additionalProperty];
  if (keyword === 'required') return [...path, params.missingProperty];
  return path;
}

async function open() {
  const serverless = new Serverless({
    configuration: { service: 'svc', provider: { name: 'aws' }, configValidationMode: 'warn' },
    serviceDir: folder,
    configurationFilename: 'serverless.json',
    commands: ['print'],
    options: {},
  });
  await serverless.init();
  return serverless;
}

async function placesIn(configuration, { service }) {
  kept = [];
  service.initialServerlessConfig = configuration;
  service.reloadServiceFileParam();
  service.configValidationMode = 'warn';
  service.mergeArrays();
  service.setFunctionNames({});
  await service.validate();
  return kept.map(placeOf);
}

async function main() {
  const serverless = await open();
  const results = [];
  for (const configuration of JSON.parse(readFileSync(0, 'utf8'))) {
    results.push(
      await placesIn(configuration, serverless).catch((error) => ({ failure: String(error.message ?? error) })),
    );
  }
  process.stdout.write(`\n@@${JSON.stringify(results)}\n`, () => process.exit(0));
}

main();
