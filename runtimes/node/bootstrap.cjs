'use strict';

const { createRuntimeClient } = require('./runtime-client.cjs');
const { writeFully } = require('./standard-output.cjs');

const exit = process.exit.bind(process);

const standardError = 2;

function endRuntime(reason) {
  writeFully(standardError, `invoke-local: the runtime ends: ${reason}\n`);
  exit(1);
}

/** Names the descriptor of an open connection to the Runtime API, if there is one. The handler does not see it. */
const connectionVariable = 'INVOKE_LOCAL_CONNECTION';
const descriptor = process.env[connectionVariable] && Number(process.env[connectionVariable]);

/** Says that this process was started before the function's environment was known, which comes through the connection. */
const forerunnerVariable = 'INVOKE_LOCAL_FORERUNNER';
let idleMs;
if (process.env[forerunnerVariable] !== undefined) {
  // What is needed later is loaded while there is time.
  require('./inherited-connection.cjs');
  require('./runtime.cjs');
  idleMs = require('./forerunner.cjs').awaitEnvironment(descriptor);
}
delete process.env[connectionVariable];

/** What shows the Runtime API that this process belongs to its sandbox. The handler does not see it. */
const tokenVariable = 'INVOKE_LOCAL_TOKEN';
const token = process.env[tokenVariable];
delete process.env[tokenVariable];

const address = process.env.AWS_LAMBDA_RUNTIME_API ?? '';
if (!/:\d+$/.test(address)) endRuntime(`AWS_LAMBDA_RUNTIME_API is not "host:port" but "${address}"`);

// The connection comes first, because it shows the other side that the interpreter works. Node.js opens it in the next tick,
// and meanwhile the rest of the runtime is loaded.
const client = createRuntimeClient({ address, descriptor, idleMs, token }, endRuntime);
process.nextTick(() => {
  const { startRuntime } = require('./runtime.cjs');
  client.whenConnected(() => startRuntime(client));
});
