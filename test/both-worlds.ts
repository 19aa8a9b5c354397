import { likelyMechanism } from '../src/lambda/containment/likely-mechanism.js';

const likely = likelyMechanism();

/**
 * The values of `isolate` for a function that is contained, where this machine can do it with namespaces of this user's own, and for one
 * that is not. Where the same holds of both, examples are divided between them, so that each is tried in one.
 */
export const contained = likely.kind === 'found' && likely.mechanism === 'user-namespaces' ? 'true' : 'auto';
export const open = 'false';
