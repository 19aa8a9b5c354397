// What is used of the toolkit, by name: the rest of it, an HTTP client with it, stays out of the bundle.
export { error, notice, setOutput, warning } from '@actions/core';
