/** A call to AWS, by the names of its model. */
export interface SdkCall {
  /** Such as `DynamoDB` or `Cognito Identity Provider`. */
  readonly serviceId: string;
  readonly operation: string;
}

/** A frame of a thread: `at `, a module or a class loader, a class and a method. */
const frameLine = /^\s+at ((?:[^/()]+\/)*([\w.$]+)\.([\w$<>]+)\(.*)$/;

/** A client of version 2 of the SDK that waits for the answer itself. */
const clientOfSdk2 = /^software\.amazon\.awssdk\.services\.[\w.]+\.Default(\w+?)(?:Async)?Client$/;

/** A client of version 1, whose classes are named after the brands of the services. */
const clientOfSdk1 = /^com\.amazonaws\.services\.(?!lambda\.runtime\.)[\w.]+\.\w+Client$/;

/** By what a thread waits for what another one does, such as a client of the SDK's that does not wait itself. */
const waits = /^java\.util\.concurrent\.CompletableFuture$/;

/** AWS's runtime client, which calls the handler. */
const runtimeClient = /^com\.amazonaws\.services\.lambda\.runtime\.api\.client\./;

interface Frame {
  readonly text: string;
  readonly className: string;
  readonly method: string;
}

/**
 * Finds who waits for the answer to a call among the threads of a JVM: those inside of a method of a client of the SDK for this
 * service and operation. Where none is, the thread of the handler, if it waits for a future: the client's, most likely.
 * @param dump as `jstack` prints it
 * @returns for each such thread the frames that called, the nearest first, as traces have them
 */
export function callingFrames(dump: string, call: SdkCall): string[][] {
  const threads = dump.split(/\n\s*\n/).map(framesOf);
  const inside = threads.flatMap((frames) => {
    const at = frames.findLastIndex((frame) => isCallOf(frame, call));
    return at === -1 ? [] : [textsOf(frames.slice(at + 1))];
  });
  if (inside.length > 0) return inside;
  return threads.flatMap((frames) => {
    const at = frames.findLastIndex(({ className }) => waits.test(className));
    const isHandler = frames.some(({ className }) => runtimeClient.test(className));
    return at === -1 || !isHandler ? [] : [textsOf(frames.slice(at + 1))];
  });
}

function framesOf(thread: string): Frame[] {
  return thread.split('\n').flatMap((line) => {
    const [, text, className, method] = frameLine.exec(line) ?? [];
    return text === undefined || className === undefined || method === undefined ? [] : [{ text, className, method }];
  });
}

/** The SDK's own names of classes and methods differ from those of the models in their upper case alone. */
function isCallOf({ className, method }: Frame, { serviceId, operation }: SdkCall): boolean {
  if (method.toLowerCase() !== operation.toLowerCase()) return false;
  const [, service] = clientOfSdk2.exec(className) ?? [];
  if (service === undefined) return clientOfSdk1.test(className);
  return service.toLowerCase() === serviceId.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
}

function textsOf(frames: readonly Frame[]): string[] {
  return frames.map(({ text }) => `    at ${text}`);
}
