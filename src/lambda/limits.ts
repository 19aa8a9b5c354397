/**
 * Sizes, times and names that Lambda fixes. The sources are AWS's developer guide ("Lambda quotas", "Using the Lambda
 * runtime API", "Understanding the Lambda execution environment lifecycle") and the runtime interface emulator
 * (`interop/model.go`).
 */

/** The largest buffered response, in bytes: 6 MiB and 100 bytes of room for the envelope. */
export const maxResponsePayloadBytes = 6_291_556;

/** The largest streamed response, in bytes ("Response streaming": 200 MB). */
export const maxStreamedResponseBytes = 200 * 1024 * 1024;

/** How long an init may take before it is repeated as part of the invocation, in ms. */
export const initTimeoutMs = 10_000;

/** The largest header block that a runtime may send: an X-Ray error cause of 1 MiB, and the rest. */
export const maxRuntimeHeaderBytes = 1024 * 1024 + 64 * 1024;

/** The function timeout of the Serverless Framework where neither the function nor the provider has one, in ms. */
export const defaultTimeoutMs = 6_000;

/** Memory of the Serverless Framework's functions where nothing is configured, in MiB. */
export const defaultMemorySizeMiB = 1024;

/** How long a result waits for the runtime to ask for the next invocation after its response, in ms. */
export const settleTimeoutMs = 100;

/** How long pipes are still read after the process and its group have ended (another process may hold them open), in ms. */
export const drainTimeoutMs = 500;

/** How long a runtime may take to save the coverage of its code before it is ended, in ms. */
export const saveTimeoutMs = 5_000;

/** The account in the ARNs of functions that have none: AWS's own example account. */
export const mockedAccountId = '123456789012';

/** The largest archive that the Lambda API takes itself, in bytes; a larger one has to come from a bucket ("Lambda quotas": 50 MB). */
export const maxUploadedBytes = 50 * 1024 * 1024;

/** The largest code of a function and its layers, unpacked, in bytes ("Lambda quotas": 250 MB). */
export const maxUnpackedBytes = 250 * 1024 * 1024;

/** The largest event of an invocation that is waited for, in bytes ("Lambda quotas": 6 MB). */
export const maxSyncPayloadBytes = 6_291_456;

/** The largest event of one that is not, in bytes ("Lambda quotas": 1 MB; it was 256 KB until October 2025). */
export const maxAsyncPayloadBytes = 1_048_576;

/** The longest client context, in base64 (API reference, "Invoke": 3,583 bytes). */
export const maxClientContextBytes = 3583;

/** How much of the log an answer holds, in bytes (API reference, "Invoke": the last 4 KB). */
export const logTailBytes = 4096;

/** How often a function may be invoked in one chain of invocations ("Use Lambda recursive loop detection": about 16 times). */
export const maxInvocationsOfChain = 16;

/** How often an event that nobody waits for is tried again where the function fails ("Asynchronous invocation": twice). */
export const asyncRetries = 2;
