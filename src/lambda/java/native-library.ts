import { createWriteStream, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';
import { isMuslJava } from '../interpreter/java.js';
import { type FoundRuntimeClient, runtimeClient } from './runtime-client.js';

/** The system property that tells the client where its native library is. */
const libraryProperty = 'com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI';

/**
 * Unpacks the native library of AWS's client, as Lambda's image has it. Left to itself, the client unpacks it to a fixed
 * file in `/tmp`, which sandboxes that start at the same time would overwrite for each other.
 * @param command the JVM that will load it
 * @param folder where to unpack it; `undefined` leaves it to the client
 * @returns the flags that tell the client where it is; none where the client has to unpack it itself
 */
export async function nativeLibraryFlags(
  client: FoundRuntimeClient,
  command: string,
  taskRoot: string,
  folder: string | undefined,
): Promise<string[]> {
  const libc = isMuslJava(command) ? 'linux_musl' : 'linux';
  const name = `libaws-lambda-jni.${libc}-${process.arch === 'arm64' ? 'aarch_64' : 'x86_64'}.so`;
  if (client.kind === 'classes') {
    const file = join(taskRoot, 'jni', name);
    return existsSync(file) ? [`-D${libraryProperty}=${file}`] : [];
  }
  const jars = client.kind === 'jars' ? client.jars : [];
  const jar = jars.find((each) => basename(each).startsWith(runtimeClient.name)) ?? jars[0];
  if (jar === undefined || folder === undefined) return [];
  const file = join(folder, name);
  return (await extract(jar, `jni/${name}`, file)) ? [`-D${libraryProperty}=${file}`] : [];
}

/** Unpacks one file of a jar; `false` if the jar does not have it, or is no jar. */
async function extract(jar: string, name: string, file: string): Promise<boolean> {
  const zip = await openPromise(jar, { autoClose: false }).catch(() => undefined);
  if (zip === undefined) return false;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName !== name) continue;
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(file));
      return true;
    }
    return false;
  } finally {
    zip.close();
  }
}
