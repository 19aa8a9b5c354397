(function (exports, require, module, __filename, __dirname, importModule) {"use strict";exports.id=3324,exports.ids=[3324],exports.modules={3324:(function(__ncc_unmodule,__ncc_exports,__ncc_require){__ncc_require.d(__ncc_exports,{L:()=>excerptAt,describeJsonError:()=>describeJsonError});var __ncc_0=__ncc_require(91919);function describeJsonError(text){const bytes=Buffer.from(text),at=(0,__ncc_0.gO)(bytes),offset=bytes.toString("utf8",0,at===-1?bytes.length:at).length,lineStart=text.lastIndexOf(`
`,offset-1)+1,line=offset===0?1:text.slice(0,offset).split(`
`).length,found=text.codePointAt(offset);return{line,column:offset-lineStart+1,reason:found===void 0?"the text ends too early":`unexpected ${JSON.stringify(String.fromCodePoint(found))}`,excerpt:excerptAt(text,line,offset-lineStart+1)}}const excerptRadius=50;function excerptAt(text,line,column){const whole=(text.split(`
`)[line-1]??"").replace(/\r$/,""),start=Math.max(0,column-1-excerptRadius),shown=whole.slice(start,column-1+excerptRadius).replaceAll("	"," "),before=start>0?"\u2026":"",after=column-1+excerptRadius<whole.length?"\u2026":"";return`  ${before}${shown}${after}
  ${" ".repeat(before.length+column-1-start)}^`}})};

})