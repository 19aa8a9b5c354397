(function (exports, require, module, __filename, __dirname, importModule) {"use strict";exports.id=4215,exports.ids=[4215],exports.modules={64215:(function(__ncc_unmodule,__ncc_exports,__ncc_require){__ncc_require.d(__ncc_exports,{suggestionText:()=>suggestionText});var __ncc_0=__ncc_require(76760),__ncc_1=__ncc_require(38815);function suggestionText(statements,configFile,key){const file=(0,__ncc_0.basename)(configFile);if(file==="manifest.json")return cdkText(statements);const plain=statements.map(({Effect,Action,Resource})=>({Effect,Action,Resource}));if(/^serverless\b/.test(file))return(0,__ncc_1.As)({provider:{iam:{role:{statements:plain}}}},{lineWidth:0});const policies=[{Version:"2012-10-17",Statement:plain}];return(0,__ncc_1.As)({Resources:{[key]:{Properties:{Policies:policies}}}},{lineWidth:0})}function cdkText(statements){return statements.map(({Action,Resource})=>`fn.addToRolePolicy(
  new iam.PolicyStatement({
    actions: [${Action.map(quoted).join(", ")}],
    resources: [${Resource.map(cdkResource).join(", ")}],
  }),
);
`).join("")}function cdkResource(resource){return typeof resource=="string"?quoted(resource):`Fn.sub(${quoted(resource["Fn::Sub"])})`}function quoted(text){return`'${text.replaceAll("'","\\'")}'`}})};

})