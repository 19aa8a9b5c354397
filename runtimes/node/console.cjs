'use strict';

const { format } = require('node:util');
const { errorLogText, toError } = require('./errors.cjs');
const { watchOutputPipe } = require('./output-pipe.cjs');
const { writeBytes, writeFully } = require('./standard-output.cjs');

const { stringify } = JSON;
const { Date: RealDate } = globalThis;
const { now } = Date;
const { allocUnsafeSlow } = Buffer;

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
const newline = 10;
/** The longest line that is put together as bytes, and how much of it may stand before the message. */
const lineBytes = 8 * 1024;
const mostBeforeMessage = 1024;
/** How many bytes a UTF-16 unit takes at most. */
const mostBytesOfUnit = 3;

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
  const hasWritten = watchOutputPipe();
  let lastMs;
  let lastTime;
  const writeText = textWriter();

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
    if (isJson) {
      const fields = { timestamp, level, requestId, ...(tenantId ? { tenantId } : {}) };
      writeFully(standardOutput, `${jsonLine(fields, values, dialect)}\n`);
    } else writeText(timestamp, requestId, level, textOf(values));
    hasWritten();
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

/**
 * Writes lines of text with what stands before the message. That is kept as bytes for as long as it stays the same, which saves a
 * third of what a line costs.
 */
function textWriter() {
  const bytes = allocUnsafeSlow(lineBytes);
  let lastTimestamp;
  let lastId;
  let lastLevel;
  let start = 0;
  return (timestamp, requestId, level, message) => {
    if (message.length > (lineBytes - mostBeforeMessage) / mostBytesOfUnit) {
      writeFully(standardOutput, `${timestamp}\t${requestId}\t${level}\t${message}\n`);
      return;
    }
    if (timestamp !== lastTimestamp || level !== lastLevel || requestId !== lastId) {
      start = bytes.write(`${timestamp}\t${requestId}\t${level}\t`);
      lastTimestamp = timestamp;
      lastId = requestId;
      lastLevel = level;
    }
    const end = start + bytes.write(message, start);
    bytes[end] = newline;
    writeBytes(standardOutput, bytes, end + 1);
  };
}

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
