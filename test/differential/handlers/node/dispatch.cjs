'use strict';

/** Makes a module of many handlers: an event names the one that it is for. */
exports.dispatch = (cases) => ({
  cases,
  handler: (event, context) => cases[event.case](event, context),
  callbackHandler: (event, context, callback) => cases[event.case](event, context, callback),
});
