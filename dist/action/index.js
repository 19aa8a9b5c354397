'use strict';
void require('../parts/engine.js').action(__dirname);
