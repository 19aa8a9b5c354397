(function (exports, require, module, __filename, __dirname, importModule) {"use strict";exports.id=4129,exports.ids=[4129],exports.modules={84129:(function(__ncc_unmodule,__ncc_exports,__ncc_require){__ncc_require.d(__ncc_exports,{testHelp:()=>testHelp});var __ncc_1=__ncc_require(35763),__ncc_0=__ncc_require(28311);function testHelp(){const rows=Object.entries(__ncc_0.u).map(([name,{short,placeholder,help}])=>[`  ${short===void 0?"    ":`-${short}, `}--${name}${placeholder===void 0?"":` ${placeholder}`}`,help]),width=Math.max(...rows.map(([left])=>left.length))+2,shared=Object.keys(__ncc_1.Mv).filter(name=>__ncc_0.DK.has(name));return`Usage: invoke-local test [FILES] [options]

Runs the cases of files, by paths or globs, and says what did not come as expected.

${rows.map(([left,help])=>left.padEnd(width)+help).join(`
`)}

As for one invocation: ${shared.map(name=>`--${name}`).join(", ")}.

Exit codes: 0 every case passed; 1 one failed or could not be run, or the run was stopped; 2 the case files or the flags are wrong;
74 every case passed, but a report could not be written; 130 and 143 after SIGINT and SIGTERM.
`}})};

})