/** How many invocations one event may cause, and how many may wait: what goes beyond that is a runaway. */
export const maxInvocationsOfEvent = 1000;

/** How many invocations of other functions run at a time: more than a chain that Lambda would stop needs. */
export const mostSandboxes = 64;
