'use strict';

const { format } = require('node:util');
const { errorLogText, toError } = require('./errors.cjs');
const { writeFully } = require('./standard-output.cjs');

const { stringify } = JSON;
const { Date: RealDate } = globalThis;
const { now } = Date;

const levels = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'];
const methods = {
  trace: 'TRACE',
  debug: 'DEBUG',
  info: 'INFO',
  log: 'INFO',
  warn: 'WARN',
  error: 'ERROR',
  fatal: 'FATAL',
};
const standardOutput = 1;

/**
 * Replaces the methods of the global console by those of Lambda: each call is one line with a time, the request id and a level.
 * A message keeps its line breaks, as it does in CloudWatch Logs.
 * @param {object} settings
 * @param {string | undefined} settings.logFormat `AWS_LAMBDA_LOG_FORMAT`
 * @param {string | undefined} settings.logLevel `AWS_LAMBDA_LOG_LEVEL`: calls below it are dropped.
 * @param {{ isModern: boolean }} settings.dialect
 * @returns {{ enterInvocation(requestId: string, tenantId?: string): void, logError(label: string, thrown: unknown): void }}
 *   `logError` throws what an error's own members throw, or what has no text, as Lambda's runtimes do.
 */
exports.installConsole = ({ logFormat, logLevel, dialect }) => {
  const isJson = logFormat?.toUpperCase() === 'JSON';
  const lowest = levels.indexOf(logLevel?.toUpperCase());
  const isDropped = (level) => levels.indexOf(level) < lowest;
  let requestId = dialect.isModern ? '-' : undefined;
  let tenantId;
  let lastMs;
  let lastTime;

  /** The time as text, which many lines of a busy log share. */
  const time = () => {
    const ms = now();
    if (ms !== lastMs) {
      lastMs = ms;
      lastTime = new RealDate(ms).toISOString();
    }
    return lastTime;
  };

  const write = (level, values) => {
    const timestamp = time();
    const line = isJson
      ? jsonLine({ timestamp, level, requestId, ...(tenantId ? { tenantId } : {}) }, values, dialect)
      : `${timestamp}\t${requestId}\t${level}\t${textOf(values)}`;
    writeFully(standardOutput, `${line}\n`);
  };

  for (const [method, level] of Object.entries(methods)) {
    console[method] = isDropped(level) ? () => {} : (message, ...rest) => write(level, [message, ...rest]);
  }

  return {
    enterInvocation: (id, tenant) => {
      requestId = id;
      tenantId = tenant;
    },
    logError: (label, thrown) => {
      if (isDropped('ERROR')) return;
      const error = toError(thrown, dialect);
      write('ERROR', isJson ? [error] : [label, `\t${errorLogText(error, dialect)}`]);
    },
  };
};

/** What `format` makes of the values; a text alone is taken as it is. */
function textOf(values) {
  return values.length === 1 && typeof values[0] === 'string' ? values[0] : format(...values);
}

function jsonLine(fields, values, { isModern }) {
  if (values.length === 1) {
    try {
      return stringify({ ...fields, message: values[0] }, (_key, value) =>
        value instanceof Error ? Object.assign(errorFields(value, value.stack), value) : value,
      );
    } catch {
      return stringify({ ...fields, message: format(values[0]) });
    }
  }
  // From Node.js 24 on, the first of several values counts as text, even if it is an error.
  const error = values.find((value, index) => value instanceof Error && !(isModern && index === 0));
  return stringify({ ...fields, message: format(...values), ...(error === undefined ? {} : errorFields(error, [])) });
}

/** `unusual` is used for a stack that is no text. */
function errorFields(error, unusual) {
  return {
    errorType: error.constructor?.name ?? 'UnknownError',
    errorMessage: error.message,
    stackTrace: typeof error.stack === 'string' ? error.stack.split('\n') : unusual,
  };
}
