export const id=50,ids=[50],modules={8050:(function(module){module.exports=eval("require")("kerberos")})};
