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

/** The descriptor of a connection to the Runtime API, where there is one already. The handler does not see it. */
const connectionVariable = 'INVOKE_LOCAL_CONNECTION';
const descriptor = process.env[connectionVariable];
delete process.env[connectionVariable];

// The connection comes before everything else: it is how the other side learns that the interpreter works.
// Node.js makes it in the next tick, and while it is made the rest of the runtime loads.
const client = createRuntimeClient(address, descriptor && Number(descriptor), endRuntime);
process.nextTick(() => {
  const { startRuntime } = require('./runtime.cjs');
  client.whenConnected(() => startRuntime(client));
});
