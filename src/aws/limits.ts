/** How long one answer may take, including its one retry, in ms. */
export const answerTimeoutMs = 10_000;

/** How often a request is tried before it counts as failed. */
export const maxAttempts = 2;
