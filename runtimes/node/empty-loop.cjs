'use strict';

let action;

process.on('beforeExit', () => action?.());

/**
 * Sets what to do when nothing keeps the event loop alive any more. A new callback replaces the last one, and stays set.
 * @param {(() => void) | undefined} callback
 */
exports.whenLoopIsEmpty = (callback) => {
  action = callback;
};
