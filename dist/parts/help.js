const require_engine=require("./engine.js"),require_cli=require("../cli/index.js");exports.helpText=function(){let rows=Object.entries(require_cli.flags).map(([name,{short,placeholder,help}])=>[`  ${short===void 0?`    `:`-${short}, `}--${name}${placeholder===void 0?``:` ${placeholder}`}`,help]),width=Math.max(...rows.map(([left])=>left.length))+2;return`Usage: invoke-local [options]
       invoke-local event [KIND]
       invoke-local test [FILES]

Runs a function of a Serverless project on this machine, as AWS Lambda would run it.
The event is read from standard input where neither --data nor --path is given; \`invoke-local event\` lists samples.

Options:
${rows.map(([left,help])=>left.padEnd(width)+help).join(`
`)}

Accepted for the habit, and without meaning here: ${Object.keys(require_cli.ignoredFlags).join(`, `)}.

Standard output carries the response and nothing else; all that the handler prints goes to standard error.
Exit codes: 0 the function succeeded; 1 it failed, timed out or crashed; 2 the request was wrong;
74 it succeeded, but a report could not be written; 130 and 143 after SIGINT and SIGTERM.

Example: invoke-local -f hello -d '{"name":"Ada"}'
`},exports.versionText=function(installation){return`${require_engine.toolVersion(installation)}\n`};