(function (exports, require, module, __filename, __dirname, importModule) {"use strict";exports.id=6375,exports.ids=[6375],exports.modules={86375:(function(__ncc_unmodule,__ncc_exports,__ncc_require){__ncc_require.d(__ncc_exports,{siblingLogs:()=>siblingLogs});const mostBytes=1024*1024;function siblingLogs(siblings){const parts=[];let bytes=0;for(const[index,sibling]of siblings.entries()){const part=prefixed(sibling);if(bytes+=part.length,bytes>mostBytes){const left=siblings.length-index;parts.push(Buffer.from(`The logs of ${left===1?"one more invocation":`${left} more invocations`} are left out.
`));break}parts.push(part)}return Buffer.concat(parts)}function prefixed({result,log}){const prefix=`${result.function.key} | `,left=log.omittedBytes===0?"":`${prefix}The first ${log.omittedBytes.toLocaleString("en")} bytes are left out.
`,lines=log.bytes.toString("latin1").replace(/\n$/,"").split(`
`),start=Buffer.from(prefix).toString("latin1");return Buffer.concat([Buffer.from(left),Buffer.from(lines.map(line=>`${start}${line}
`).join(""),"latin1")])}})};

})