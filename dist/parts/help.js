(function (exports, require, module, __filename, __dirname, importModule) {"use strict";exports.id=1021,exports.ids=[1021],exports.modules={81021:(function(__ncc_unmodule,__ncc_exports,__ncc_require){__ncc_require.d(__ncc_exports,{helpText:()=>helpText,versionText:()=>versionText});var __ncc_1=__ncc_require(49339),__ncc_0=__ncc_require(35763);function helpText(){const rows=Object.entries(__ncc_0.Mv).map(([name,{short,placeholder,help}])=>[`  ${short===void 0?"    ":`-${short}, `}--${name}${placeholder===void 0?"":` ${placeholder}`}`,help]),width=Math.max(...rows.map(([left])=>left.length))+2;return`Usage: invoke-local [FUNCTION] [options]
       invoke-local event [KIND]
       invoke-local stub SERVICE:OPERATION
       invoke-local test [FILES]
       invoke-local serve
       invoke-local package -f NAME --list
       invoke-local permissions -f NAME
       invoke-local merge FILES

Runs a function of a Serverless, SAM or CDK project on this machine, as AWS Lambda would run it.
The event is read from standard input where neither --data nor --path is given; \`invoke-local event\` lists samples.

Options:
${rows.map(([left,help])=>left.padEnd(width)+help).join(`
`)}

Accepted for the habit, and without meaning here: ${Object.keys(__ncc_0.QV).join(", ")}.

Standard output carries the response and nothing else; all that the handler prints goes to standard error.
Exit codes: 0 the function succeeded; 1 it failed, timed out or crashed; 2 the request was wrong;
74 it succeeded, but a report could not be written; 130 and 143 after SIGINT and SIGTERM.

Example: invoke-local -f hello -d '{"name":"Ada"}'
`}function versionText(installation){return`${(0,__ncc_1.f)(installation)}
`}}),49339:(function(__ncc_unmodule,__ncc_exports,__ncc_require){__ncc_require.d(__ncc_exports,{f:()=>toolVersion});var __ncc_0=__ncc_require(73024),__ncc_1=__ncc_require(76760);function toolVersion({runtimes}){const{version}=JSON.parse((0,__ncc_0.readFileSync)((0,__ncc_1.join)((0,__ncc_1.dirname)(runtimes),"package.json"),"utf8"));return version}})};

})