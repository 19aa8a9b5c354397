'use strict';

const { unhandledRejection } = require('./errors.cjs');

const exit = process.exit.bind(process);

const exitOnException = 129;
const exitOnRejection = 128;

/**
 * Ends the process after an uncaught error, as Lambda does up to Node.js 22, once the error has been logged and reported.
 * From Node.js 24 on, Node.js itself ends the process.
 * @param {{ logError(label: string, thrown: unknown): void }} log
 * @param {(thrown: unknown, done: () => void) => void} report
 */
exports.handleFatalErrors = (log, report) => {
  process.on('uncaughtException', (error) => {
    log.logError('Uncaught Exception', error);
    report(error, () => exit(exitOnException));
  });
  process.on('unhandledRejection', (reason, promise) => {
    const error = unhandledRejection(reason, promise);
    log.logError('Unhandled Promise Rejection', error);
    report(error, () => exit(exitOnRejection));
  });
};
