// CommonJS: an ES module as the entry costs Node several milliseconds more at every start.
void import(/* webpackMode: "eager" */ './main.js').then(({ main }) => main(__dirname));
