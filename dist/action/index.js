'use strict';
void require('../parts/start.js').action(__dirname);
