// Only what we use of the toolkit, by name, so that the rest of it, such as its HTTP client, stays out of the bundle.
export { error, notice, saveState, setOutput, warning } from '@actions/core';
