(function (exports, require, module, __filename, __dirname, importModule) {exports.id=8050,exports.ids=[8050],exports.modules={98050:(function(module){module.exports=eval("require")("kerberos")})};

})