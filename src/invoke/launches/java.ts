import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, relative, resolve } from 'node:path';
import { displayPath } from '../../diagnostics/display-path.js';
import { UserError } from '../../diagnostics/user-error.js';
import type { LambdaFunction } from '../../lambda/function/lambda-function.js';
import { findJavas, javaVersion } from '../../lambda/interpreter/java.js';
import { javaFlags } from '../../lambda/interpreter/java-flags.js';
import { nativeLibraryFlags } from '../../lambda/java/native-library.js';
import { findProjectBuild } from '../../lambda/java/project-build.js';
import {
  clientInCode,
  clientInFolder,
  clientInRepositories,
  type FoundRuntimeClient,
  givenClient,
  jarsIn,
  runtimeClient,
  runtimeClientClass,
} from '../../lambda/java/runtime-client.js';
import { givenInterpreter } from './given-interpreter.js';
import type { FindLaunches, LaunchInput } from './launch-input.js';

/** The version of AWS's client that messages recommend: it works with every version of Java that Lambda has. */
const adviceVersion = '2.8.7';

/**
 * The JVMs that can run a function's handler, each with AWS's own runtime interface client, which Lambda's Java runtimes use
 * too.
 */
export const javaLaunches: FindLaunches = async (input, { version: declared }) => {
  const { function: fn, placed, request, environment } = input;
  await refuseOtherSystems(fn);
  await refuseFolderWithoutClasses(fn);
  const given = givenInterpreter(request);
  const candidates =
    given === undefined ? findJavas({ version: declared, environment: request.hostEnvironment }) : [withVersion(given)];
  const [best] = candidates;
  if (best === undefined) return [];
  const client = await findClient(input);
  const library = await nativeLibraryFlags(client, best.command, placed.taskRoot, placed.temporary);
  const path = classPath(client, placed).join(delimiter);
  return candidates.map(({ command, version }) => ({
    command,
    args: [
      ...javaFlags({ declared, version, memorySizeMiB: fn.memorySizeMiB }),
      ...library,
      '-classpath',
      path,
      runtimeClientClass,
      environment['_HANDLER'] ?? fn.handler,
    ],
    telemetry: true,
    ...(version === undefined ? {} : { interpreter: `java ${version}` }),
  }));
};

function withVersion({ command }: { readonly command: string }): { command: string; version?: string } {
  const version = javaVersion(command);
  return version === undefined ? { command } : { command, version };
}

/**
 * The client loads the code itself, from its working folder and from the jars in `lib`, as in Lambda. It can't find the jars
 * of layers, which it expects in `/opt`, nor jars beside code that contains the client itself. In these two cases all of the
 * code goes on the class path, in the same order.
 */
function classPath(client: FoundRuntimeClient, { taskRoot, layerRoot }: LaunchInput['placed']): string[] {
  const jarsBelow = (folder: string): string[] => jarsIn(folder).map((name) => join(folder, name));
  const ofLayers = layerRoot === undefined ? [] : jarsBelow(join(layerRoot, 'java', 'lib'));
  const jars = client.kind === 'jars' ? client.jars : [];
  if (client.kind === 'jars' && ofLayers.length === 0) return [...jars];
  return [...jars, taskRoot, ...jarsBelow(join(taskRoot, 'lib')), ...ofLayers];
}

/** @throws UserError if there is no client, or libraries that it needs are missing */
async function findClient({ function: fn, placed, request }: LaunchInput): Promise<FoundRuntimeClient> {
  const { taskRoot, layerRoot } = placed;
  const client =
    request.javaRuntimeClient === undefined
      ? (clientInCode(taskRoot) ??
        (layerRoot === undefined ? undefined : clientInFolder(join(layerRoot, 'java', 'lib'))) ??
        clientInRepositories(request.hostEnvironment, request.hostEnvironment['HOME'] || homedir()))
      : await clientOfCaller(resolve(request.workingDirectory, request.javaRuntimeClient));
  const name = `${runtimeClient.group}:${runtimeClient.name}`;
  if (client === undefined) {
    throw new UserError({
      code: 'java-client-missing',
      message: `AWS's runtime interface client for Java was not found, without which ${fn.key} can't be run: ${name} is neither in its artifact nor in Maven's local repository nor in Gradle's cache.`,
      hint: `Add a step "run: mvn -q dependency:get -Dartifact=${name}:${adviceVersion}" before this one, or name its jar with the java-runtime-client option.`,
      location: await fn.origin('runtime'),
    });
  }
  if (client.kind !== 'incomplete') return client;
  throw new UserError({
    code: 'java-client-incomplete',
    message: `AWS's runtime interface client for Java, ${displayPath(client.jar)}, lacks what it needs: ${client.missing.join(', ')} is not beside it.`,
    hint: `Fetch it with all that it needs: "mvn -q dependency:get -Dartifact=${name}:${adviceVersion}".`,
  });
}

async function clientOfCaller(path: string): Promise<FoundRuntimeClient> {
  const client = givenClient(path);
  if (client !== undefined) return client;
  throw new UserError({
    code: 'java-client-not-found',
    message: `The Java runtime client ${displayPath(path)} is neither a jar nor a folder with jars.`,
    hint: `Name the jar of ${runtimeClient.group}:${runtimeClient.name}, or a folder with it and the jars that it needs.`,
  });
}

async function refuseOtherSystems(fn: LambdaFunction): Promise<void> {
  if (process.platform === 'linux') return;
  throw new UserError({
    code: 'java-client-platform',
    message: `${fn.key} declares ${fn.runtime}, and AWS's runtime interface client for Java runs on Linux alone.`,
    hint: 'Run it on Linux, such as with "runs-on: ubuntu-latest".',
    location: await fn.origin('runtime'),
  });
}

/**
 * Code in a folder is usually the sources. A deploy would package them unchanged, and Lambda would find no class in them.
 */
async function refuseFolderWithoutClasses(fn: LambdaFunction): Promise<void> {
  if (fn.code.kind !== 'folder') return;
  const { folder } = fn.code;
  const [className = ''] = fn.handler.split('::');
  const classFile = `${className.replaceAll('.', '/')}.class`;
  if (existsSync(join(folder, classFile)) || jarsIn(join(folder, 'lib')).length > 0) return;
  const build = findProjectBuild(folder, folder);
  const built = build?.artifacts.map((file) => relative(folder, file))[0];
  const artifact = `\`package.artifact\`${built === undefined ? '' : `, such as ${built}`}`;
  throw new UserError({
    code: 'java-artifact-needed',
    message: `${fn.key} has no \`package.artifact\`, and ${displayPath(folder)} has no ${classFile}: a function in Java is deployed as the jar or zip file that its build makes.`,
    hint:
      build === undefined || built !== undefined
        ? `Name it as ${artifact}.`
        : `Build it with \`${build.command}\`, and name it as ${artifact}.`,
    location: await fn.origin('handler'),
  });
}
