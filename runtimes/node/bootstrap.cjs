'use strict';

const { createRuntimeClient } = require('./runtime-client.cjs');
const { writeFully } = require('./standard-output.cjs');

const exit = process.exit.bind(process);

const standardError = 2;

function endRuntime(reason) {
  writeFully(standardError, `invoke-local: the runtime ends: ${reason}\n`);
  exit(1);
}

const address = process.env.AWS_LAMBDA_RUNTIME_API ?? '';
if (!/:\d+$/.test(address)) endRuntime(`AWS_LAMBDA_RUNTIME_API is not "host:port" but "${address}"`);

/** Names the descriptor of an open connection to the Runtime API, if there is one. The handler does not see it. */
const connectionVariable = 'INVOKE_LOCAL_CONNECTION';
const descriptor = process.env[connectionVariable];
delete process.env[connectionVariable];

// The connection comes first, because it shows the other side that the interpreter works. Node.js opens it in the next tick,
// and meanwhile the rest of the runtime is loaded.
const client = createRuntimeClient(address, descriptor && Number(descriptor), endRuntime);
process.nextTick(() => {
  const { startRuntime } = require('./runtime.cjs');
  client.whenConnected(() => startRuntime(client));
});
