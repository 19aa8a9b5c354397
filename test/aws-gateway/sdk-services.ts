import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, realpath, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { fixture } from '../paths.js';
import { prepareJava } from '../runtimes/java/toolchain.js';
import { motoPython } from '../service/serverless/remote/moto.js';
import { installedPackages } from '../services/installed-packages.js';
import type { RunOptions } from '../services/run-function.js';
import { clientPackages } from './client-packages.js';
import { buildGoClients, buildJavaClients } from './compiled-clients.js';

const run = promisify(execFile);
const clients = fixture('aws-clients');

/** A service whose function `f` makes the calls of its event by an SDK, or why there is none. */
export type SdkService =
  | { readonly folder: string; readonly host: RunOptions['host'] }
  | { readonly unavailable: string };

/** An SDK that functions have. */
export interface Sdk {
  readonly name: string;
  /** Services that it has no clients of, or none that can be had. */
  readonly without?: readonly string[];
  /** Services that it calls by a protocol of which moto knows nothing: CBOR. Stubs answer these. */
  readonly notInMoto?: readonly string[];
  /** Lays a service with it into a folder of its own. */
  lay(): Promise<SdkService>;
}

/** The SDKs that honour the gateway's address, or whose requests are led to it. */
export const sdks: readonly Sdk[] = [
  { name: 'the SDK for JavaScript', lay: () => javascript('javascript.mjs', 'aws-sdk-js-clients', clientPackages) },
  {
    name: 'version 2 of the SDK for JavaScript',
    without: ['bedrock-runtime'],
    lay: () => javascript('javascript-2.cjs', 'aws-sdk-js-2', ['aws-sdk@2.1693.0']),
  },
  { name: 'boto3', lay: python },
  {
    name: 'the SDK for Go',
    without: ['apigatewaymanagementapi', 'appconfigdata', 'iot-data'],
    notInMoto: ['cloudwatch'],
    lay: go,
  },
  { name: 'the SDK for Java', without: ['iot-data'], notInMoto: ['cloudwatch', 'kinesis'], lay: java },
];

async function javascript(file: string, cache: string, packages: readonly string[]): Promise<SdkService> {
  const installed = await installedPackages(cache, packages);
  if ('unavailable' in installed) return installed;
  const folder = await serviceOf('nodejs22.x', `${basename(file).replace(/\.\w+$/, '')}.handler`);
  await copyFile(join(clients, file), join(folder, file));
  await symlink(await realpath(join(installed.folder, 'node_modules')), join(folder, 'node_modules'));
  return { folder, host: { AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE: '1' } };
}

async function python(): Promise<SdkService> {
  try {
    const program = await motoPython();
    const { stdout } = await run(program, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])']);
    const folder = await serviceOf(`python${stdout.trim()}`, 'python.handler');
    await copyFile(join(clients, 'python.py'), join(folder, 'python.py'));
    return { folder, host: { PATH: [await realpath(join(program, '..')), process.env['PATH']].join(delimiter) } };
  } catch (error) {
    return { unavailable: (error as Error).message };
  }
}

async function go(): Promise<SdkService> {
  const built = await buildGoClients();
  if ('unavailable' in built) return built;
  const folder = await serviceOf('provided.al2023', 'bootstrap');
  await copyFile(built.program, join(folder, 'bootstrap'));
  return { folder, host: {} };
}

async function java(): Promise<SdkService> {
  const toolchain = await prepareJava();
  if ('unavailable' in toolchain) return toolchain;
  const built = await buildJavaClients();
  if ('unavailable' in built) return built;
  const folder = await serviceOf('java17', 'clients.Calls', 'package: { artifact: clients.zip }\n');
  await symlink(built.artifact, join(folder, 'clients.zip'));
  return { folder, host: { MAVEN_REPO: toolchain.repository } };
}

async function serviceOf(runtime: string, handler: string, more = ''): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sdk-service-'));
  const provider = `{ name: aws, runtime: ${runtime}, region: eu-west-1, memorySize: 1024, timeout: 900 }`;
  const text = `service: clients\nprovider: ${provider}\n${more}functions: { f: { handler: ${handler} } }\n`;
  await writeFile(join(folder, 'serverless.yml'), text);
  return folder;
}
