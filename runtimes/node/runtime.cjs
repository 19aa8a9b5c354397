'use strict';

const { checkCallbackUse } = require('./callback-deprecation.cjs');
const { installConsole } = require('./console.cjs');
const { functionFacts, setTraceVariable } = require('./context.cjs');
const { takeCrashNotes } = require('./crash-notes.cjs');
const { errorJson, errorResponse, giveErrorsTheirNames, UserCodeSyntaxError } = require('./errors.cjs');
const { takeRightToAsk } = require('./image-packages.cjs');
const { defineLambdaGlobal, streaming } = require('./lambda-global.cjs');
const { loadHandler } = require('./load-handler.cjs');
const { loadedFiles, watchImports } = require('./loaded-files.cjs');
const { makeStandardStreamsBlocking, writeFully } = require('./standard-output.cjs');

const exit = process.exit.bind(process);
const { setImmediate } = globalThis;

const firstModernVersion = 24;
/** From which version on `import` looks into the folders of `NODE_PATH`. */
const firstVersionWithNodePath = 18;
const unsettledTopLevelAwait = 13;
const uncaughtException = 129;
const standardError = 2;

/**
 * Runs a Node.js function: loads its handler and hands it one event of the Runtime API after the other. It behaves like AWS
 * Lambda's own runtime of the version that the function declares, whichever version runs it.
 * @param {ReturnType<import('./runtime-client.cjs').createRuntimeClient>} client
 */
exports.startRuntime = async (client) => {
  takeCrashNotes();
  watchImports();
  takeRightToAsk();
  const saveCoverage = takeCoverageFolder();
  const watchClients = takeGateway();
  const settings = { ...process.env };
  const declared = /nodejs(\d+)/.exec(settings.AWS_EXECUTION_ENV ?? '')?.[1];
  const dialect = {
    isModern: Number(declared) >= firstModernVersion,
    searchesNodePath: Number(declared) >= firstVersionWithNodePath,
  };
  makeStandardStreamsBlocking();
  const log = installConsole({
    logFormat: settings.AWS_LAMBDA_LOG_FORMAT,
    logLevel: settings.AWS_LAMBDA_LOG_LEVEL,
    dialect,
  });
  const runtime = { client, dialect, log, facts: functionFacts(settings, dialect) };
  const postInitError = (thrown, done) =>
    client.postInitError(errorResponse(thrown, dialect).errorType, errorJson(thrown, dialect), done);
  // How an uncaught error is reported, up to Node.js 22.
  const fatal = { report: postInitError };
  // All files of the dialect are loaded here, before the function's code can patch what they use.
  const createInvoker = dialect.isModern ? prepareModern(runtime) : prepareClassic(runtime, fatal);
  if (!['1', 'true'].includes(settings.AWS_LAMBDA_NODEJS_NO_GLOBAL_AWSLAMBDA)) {
    defineLambdaGlobal(dialect.isModern ? { InvokeStore: runtime.store } : {});
  }

  let invoke;
  try {
    const handler = await loadHandler(settings.LAMBDA_TASK_ROOT ?? process.cwd(), settings._HANDLER ?? '', dialect);
    watchClients?.();
    if (handler[streaming]) {
      const { createStreamingInvoker } = require('./streaming-invocation.cjs');
      invoke = createStreamingInvoker(runtime, handler);
    } else {
      checkCallbackUse(handler, dialect, settings);
      invoke = createInvoker(runtime, handler);
    }
  } catch (error) {
    log.logError(dialect.isModern ? 'Init Error' : 'Uncaught Exception', error);
    if (!dialect.isModern && error instanceof UserCodeSyntaxError) showPosition(error.cause);
    postInitError(error, () => {
      if (dialect.isModern) Promise.reject(error);
      else exit(uncaughtException);
    });
    return;
  }
  runtime.whenLoopIsEmpty?.(undefined);
  serve(runtime, invoke, fatal, saveCoverage);
};

/** Names the folder that takes the coverage of the code, if it is measured. The handler does not see it. */
const coverageVariable = 'INVOKE_LOCAL_COVERAGE';

function takeCoverageFolder() {
  const folder = process.env[coverageVariable];
  if (folder === undefined) return undefined;
  delete process.env[coverageVariable];
  return require('./coverage.cjs').measureCoverage(folder);
}

/** Names the gateway that stands between the handler and AWS, if there is one. The handler does not see it. */
const gatewayVariable = 'INVOKE_LOCAL_AWS_GATEWAY';

/** @returns {(() => void) | undefined} what to do once the handler's modules are loaded */
function takeGateway() {
  const gateway = process.env[gatewayVariable];
  if (gateway === undefined) return undefined;
  delete process.env[gatewayVariable];
  require('./aws-gateway.cjs').routeToGateway(JSON.parse(gateway));
  return require('./aws-clients.cjs').watchClients;
}

function prepareModern(runtime) {
  const { InvokeStore } = require('./invoke-store.cjs');
  giveErrorsTheirNames();
  const { createPromiseInvoker } = require('./promise-invocation.cjs');
  runtime.store = new InvokeStore();
  return createPromiseInvoker;
}

function prepareClassic(runtime, fatal) {
  const { createCallbackInvoker } = require('./callback-invocation.cjs');
  const { whenLoopIsEmpty } = require('./empty-loop.cjs');
  const { handleFatalErrors } = require('./fatal-errors.cjs');
  const { client, log } = runtime;
  runtime.whenLoopIsEmpty = whenLoopIsEmpty;
  handleFatalErrors(log, (thrown, done) => (client.isWaiting() ? done() : fatal.report(thrown, done)));
  whenLoopIsEmpty(() => exit(unsettledTopLevelAwait));
  return createCallbackInvoker;
}

/**
 * Prints the file, the line and the code of a syntax error. Lambda tells them nowhere up to Node.js 22; from 24 on Node.js itself
 * prints them when the process ends.
 */
function showPosition({ stack, message }) {
  const head = String(stack).split(message, 1)[0];
  writeFully(standardError, `${head}${message}\n`);
}

function serve({ client, dialect, log }, invoke, fatal, saveCoverage) {
  let hasRun = false;
  const askNext = () =>
    client.next(
      ({ headers, event }) => {
        hasRun = true;
        const requestId = headers['lambda-runtime-aws-request-id'];
        log.enterInvocation(requestId, dialect.isModern ? undefined : headers['lambda-runtime-aws-tenant-id']);
        setTraceVariable(headers);
        let isOver = false;
        const proceed = () => {
          if (isOver) return;
          isOver = true;
          saveCoverage?.();
          if (dialect.isModern) askNext();
          else setImmediate(askNext);
        };
        fatal.report = invoke({ requestId, headers, event }, proceed);
      },
      hasRun ? loadedFiles() : '',
    );
  // Up to Node.js 22, an unhandled rejection from the import of the code is an error of the initialization, because it is
  // raised before this runs.
  if (dialect.isModern) askNext();
  else setImmediate(askNext);
}
