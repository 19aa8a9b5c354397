/** How long one answer may take, with its one retry, in ms. */
export const answerTimeoutMs = 10_000;

/** How often a question is put, before it has failed. */
export const maxAttempts = 2;
