/** Bounds of the gateway, whose clients are handlers that may do anything. */

/** The largest body that is read whole, in bytes: above that of every operation that is no stream (SES: 40 MB). */
export const maxBodyBytes = 64 * 1024 * 1024;

/** The largest body of a stream that is kept for its members, in bytes. What is larger passes through. */
export const maxKeptStreamBytes = 8 * 1024 * 1024;

/** How much of the bodies of all requests at a time is held in memory, in bytes. */
export const maxHeldBytes = 256 * 1024 * 1024;

/** The largest head of a request, in bytes: presigned URLs and metadata of S3 fit by far. */
export const maxHeadBytes = 64 * 1024;

/** How many connections may be open at a time. */
export const maxConnections = 512;

/** How many calls of one event are kept for its report. */
export const maxKeptCalls = 10_000;
