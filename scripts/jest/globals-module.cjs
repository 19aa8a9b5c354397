const { join } = require('node:path');

/** Where the emitted tests find what they import as @jest/globals: nearer than jest's own package, which only its own loader can load. */
exports.globalsModule = (root) => join(root, 'lib', 'node_modules', '@jest', 'globals', 'index.js');
