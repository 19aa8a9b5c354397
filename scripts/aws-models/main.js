// Writes the models of AWS's services anew, as data: `node scripts/aws-models/main.js`. They are botocore's, from PyPI.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gunzipSync } from 'node:zlib';
import { reduceModel } from './reduce.js';
import { services } from './services.js';

const version = '1.44.8';
const root = join(import.meta.dirname, '..', '..');
const botocore = join(root, '.cache', `botocore-${version}`);
if (!existsSync(join(botocore, 'botocore', 'data'))) {
  mkdirSync(botocore, { recursive: true });
  execFileSync('python3', ['-m', 'pip', 'install', '-q', '--no-deps', '--target', botocore, `botocore==${version}`]);
}

/** The newest version of a service's model. */
function modelOf(service) {
  const folder = join(botocore, 'botocore', 'data', service);
  const newest = readdirSync(folder).sort().at(-1);
  return JSON.parse(gunzipSync(readFileSync(join(folder, newest, 'service-2.json.gz'))).toString());
}

const index = {};
const packed = [];
for (const [service, iamPrefix] of Object.entries(services)) {
  const { operations, shapes, ...metadata } = reduceModel(modelOf(service));
  index[service] = { iamPrefix, signingName: metadata.endpointPrefix, ...metadata };
  const text = JSON.stringify({ operations, shapes });
  const bytes = brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  });
  packed.push(`  ${JSON.stringify(service)}:\n    '${bytes.toString('base64')}',\n`);
  console.log(service, text.length, bytes.length);
}

const folder = join(root, 'src', 'aws-gateway', 'models');
const notice = `// Made by scripts/aws-models/main.js of botocore ${version} (Apache License 2.0).\n\n`;
mkdirSync(folder, { recursive: true });
writeFileSync(
  join(folder, 'data.ts'),
  `${notice}/** What is known of every service, as JSON of a record of \`ServiceMetadata\`. */\nexport const metadataText =\n  '${JSON.stringify(index).replaceAll("'", "\\'")}';\n\n` +
    `/** The operations and shapes of each service: JSON, compressed by Brotli, in base64. */\nexport const packedModels: Readonly<Record<string, string>> = {\n${packed.join('')}};\n`,
);
const licence = readdirSync(botocore).find((name) => name.startsWith('botocore-') && name.endsWith('.dist-info'));
// The notices of what botocore brings along end at a line of dashes: nothing of that is in its models.
const texts = ['NOTICE', 'LICENSE.txt'].flatMap((name) => {
  const found = [join(botocore, licence, name), join(botocore, licence, 'licenses', name)].find(existsSync);
  return found === undefined
    ? []
    : [
        readFileSync(found, 'utf8')
          .split(/^----$/m)[0]
          .trim(),
      ];
});
if (texts.length !== 2) throw new Error('The license of botocore is not where it was.');
writeFileSync(
  join(folder, 'LICENSE.txt'),
  `The models of AWS's services are made of botocore ${version} (Apache-2.0)\n\n${texts.join('\n\n')}\n`,
);
