'use strict';

let action;

process.on('beforeExit', () => action?.());

/**
 * Says what to do when nothing keeps the event loop alive any more. Only the last one counts, and it stays.
 * @param {(() => void) | undefined} callback
 */
exports.whenLoopIsEmpty = (callback) => {
  action = callback;
};
