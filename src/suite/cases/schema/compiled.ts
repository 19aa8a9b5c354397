// @ts-nocheck: compiled from schema/suite-v1.schema.json by scripts/case-validator.js
"use strict";
export const validateSuite = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","type":["object","array"],"items":{"$ref":"#/definitions/case"},"required":["cases"],"additionalProperties":false,"patternProperties":{"^x-":{}},"properties":{"$schema":{"type":"string"},"defaults":{"$ref":"#/definitions/defaults"},"cases":{"type":"array","items":{"$ref":"#/definitions/case"}}},"definitions":{"case":{"type":"object","additionalProperties":false,"properties":{"name":{"type":"string","minLength":1},"function":{"$ref":"#/definitions/function"},"data":{"$ref":"#/definitions/data"},"path":{"$ref":"#/definitions/path"},"event":{"$ref":"#/definitions/event"},"event-source":{"$ref":"#/definitions/event-source"},"data-command":{"$ref":"#/definitions/data-command"},"raw":{"$ref":"#/definitions/raw"},"context":{"$ref":"#/definitions/context"},"env":{"$ref":"#/definitions/env"},"stage":{"$ref":"#/definitions/stage"},"params":{"$ref":"#/definitions/params"},"variables":{"$ref":"#/definitions/variables"},"aws":{"$ref":"#/definitions/aws"},"timeout":{"$ref":"#/definitions/timeout"},"repeat":{"$ref":"#/definitions/repeat"},"skip":{"$ref":"#/definitions/skip"},"only":{"$ref":"#/definitions/only"},"tags":{"$ref":"#/definitions/tags"},"matrix":{"$ref":"#/definitions/matrix"},"expect":{"$ref":"#/definitions/expect"}}},"defaults":{"type":"object","additionalProperties":false,"properties":{"function":{"$ref":"#/definitions/function"},"data":{"$ref":"#/definitions/data"},"path":{"$ref":"#/definitions/path"},"event":{"$ref":"#/definitions/event"},"event-source":{"$ref":"#/definitions/event-source"},"data-command":{"$ref":"#/definitions/data-command"},"raw":{"$ref":"#/definitions/raw"},"context":{"$ref":"#/definitions/context"},"env":{"$ref":"#/definitions/env"},"stage":{"$ref":"#/definitions/stage"},"params":{"$ref":"#/definitions/params"},"variables":{"$ref":"#/definitions/variables"},"aws":{"$ref":"#/definitions/aws"},"timeout":{"$ref":"#/definitions/timeout"},"repeat":{"$ref":"#/definitions/repeat"},"skip":{"$ref":"#/definitions/skip"},"tags":{"$ref":"#/definitions/tags"},"matrix":{"$ref":"#/definitions/matrix"},"expect":{"$ref":"#/definitions/expect"}}},"function":{"type":"string","minLength":1},"data":{},"path":{"type":"string","minLength":1},"event":{"type":["string","object"],"minLength":1,"required":["sample"],"additionalProperties":false,"properties":{"sample":{"type":"string","minLength":1},"with":{"$ref":"#/definitions/with"}}},"event-source":{"type":["boolean","object"],"additionalProperties":false,"properties":{"type":{"type":"string","minLength":1},"number":{"type":"integer","minimum":1},"with":{"$ref":"#/definitions/with"}}},"with":{"type":"object"},"data-command":{"type":"string","minLength":1},"raw":{"type":"boolean"},"context":{"type":["object","string"]},"env":{"$ref":"#/definitions/texts"},"stage":{"type":"string","minLength":1},"params":{"$ref":"#/definitions/texts"},"variables":{"$ref":"#/definitions/texts"},"aws":{"type":["string","object"],"minLength":1,"additionalProperties":false,"properties":{"mode":{"enum":["record","replay","none","forward"]},"cassette":{"type":"string","minLength":1},"stubs":{"$ref":"#/definitions/textOrTexts"},"match":{"type":"object","additionalProperties":{"$ref":"#/definitions/textOrTexts"}},"redact":{"$ref":"#/definitions/textOrTexts"},"strict":{"type":"boolean"},"siblings":{"type":"boolean"}}},"awsCall":{"type":["string","object"],"minLength":1,"required":["call"],"additionalProperties":false,"properties":{"call":{"type":"string","minLength":1},"members":{"type":"object"},"times":{"type":"integer","minimum":0},"never":{"type":"boolean"}}},"timeout":{"type":"number","exclusiveMinimum":0,"maximum":900},"repeat":{"type":"integer","minimum":1,"maximum":10000},"skip":{"type":["string","boolean"],"minLength":1},"only":{"type":"boolean"},"tags":{"type":["string","array"],"minLength":1,"items":{"type":"string","minLength":1}},"matrix":{"type":["object","array"],"minProperties":1,"additionalProperties":{"type":"array","minItems":1},"minItems":1,"items":{"type":"object","minProperties":1}},"texts":{"type":"object","additionalProperties":{"type":["string","number","boolean"]}},"expect":{"type":"object","additionalProperties":false,"properties":{"status":{"enum":["success","error","timeout","crash","failure"]},"error":{"type":["string","object"],"minLength":1,"minProperties":1,"additionalProperties":false,"properties":{"type":{"type":"string","minLength":1},"message":{"type":"string"}}},"output":{},"exact":{"type":"boolean"},"status-code":{"type":["integer","string","object"]},"headers":{"type":"object","additionalProperties":{"type":["string","number","boolean","array","object"]}},"body":{},"schema":{"type":"string","minLength":1},"log":{"type":["string","array","object"],"minLength":1,"items":{"type":"string","minLength":1},"minProperties":1,"additionalProperties":false,"properties":{"contains":{"$ref":"#/definitions/textOrTexts"},"matches":{"$ref":"#/definitions/textOrTexts"},"not":{"type":["string","array","object"],"minLength":1,"items":{"type":"string","minLength":1},"minProperties":1,"additionalProperties":false,"properties":{"contains":{"$ref":"#/definitions/textOrTexts"},"matches":{"$ref":"#/definitions/textOrTexts"}}}}},"max-duration-ms":{"type":"number","exclusiveMinimum":0},"max-init-ms":{"type":"number","exclusiveMinimum":0},"max-memory-mb":{"type":"number","exclusiveMinimum":0},"max-response-bytes":{"type":"integer","minimum":0},"aws":{"type":["object","array"],"items":{"$ref":"#/definitions/awsCall"},"required":["calls"],"additionalProperties":false,"properties":{"calls":{"type":"array","items":{"$ref":"#/definitions/awsCall"}},"order":{"type":"boolean"}}},"snapshot":{"type":["boolean","object"],"additionalProperties":false,"properties":{"ignore":{"$ref":"#/definitions/textOrTexts"},"volatile":{"type":"boolean"}}}}},"textOrTexts":{"type":["string","array"],"minLength":1,"items":{"type":"string","minLength":1}}}};
const schema12 = {"type":"object","additionalProperties":false,"properties":{"name":{"type":"string","minLength":1},"function":{"$ref":"#/definitions/function"},"data":{"$ref":"#/definitions/data"},"path":{"$ref":"#/definitions/path"},"event":{"$ref":"#/definitions/event"},"event-source":{"$ref":"#/definitions/event-source"},"data-command":{"$ref":"#/definitions/data-command"},"raw":{"$ref":"#/definitions/raw"},"context":{"$ref":"#/definitions/context"},"env":{"$ref":"#/definitions/env"},"stage":{"$ref":"#/definitions/stage"},"params":{"$ref":"#/definitions/params"},"variables":{"$ref":"#/definitions/variables"},"aws":{"$ref":"#/definitions/aws"},"timeout":{"$ref":"#/definitions/timeout"},"repeat":{"$ref":"#/definitions/repeat"},"skip":{"$ref":"#/definitions/skip"},"only":{"$ref":"#/definitions/only"},"tags":{"$ref":"#/definitions/tags"},"matrix":{"$ref":"#/definitions/matrix"},"expect":{"$ref":"#/definitions/expect"}}};
const schema13 = {"type":"string","minLength":1};
const schema14 = {};
const schema15 = {"type":"string","minLength":1};
const schema20 = {"type":"string","minLength":1};
const schema21 = {"type":"boolean"};
const schema22 = {"type":["object","string"]};
const schema23 = {"type":"object","additionalProperties":{"type":["string","number","boolean"]}};
const schema24 = {"type":"string","minLength":1};
const schema31 = {"type":"number","exclusiveMinimum":0,"maximum":900};
const schema32 = {"type":"integer","minimum":1,"maximum":10000};
const schema33 = {"type":["string","boolean"],"minLength":1};
const schema34 = {"type":"boolean"};
const schema35 = {"type":["string","array"],"minLength":1,"items":{"type":"string","minLength":1}};
const schema36 = {"type":["object","array"],"minProperties":1,"additionalProperties":{"type":"array","minItems":1},"minItems":1,"items":{"type":"object","minProperties":1}};
const func2 = Object.prototype.hasOwnProperty;
const schema16 = {"type":["string","object"],"minLength":1,"required":["sample"],"additionalProperties":false,"properties":{"sample":{"type":"string","minLength":1},"with":{"$ref":"#/definitions/with"}}};
const schema17 = {"type":"object"};

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((typeof data !== "string") && (!(data && typeof data == "object" && !Array.isArray(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema16.type},message:"must be string,object",schema:schema16.type,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(typeof data === "string"){
if(data.length < 1){
const err1 = {instancePath,schemaPath:"#/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.sample === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "sample"},message:"must have required property '"+"sample"+"'",schema:schema16.required,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "sample") || (key0 === "with"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema16,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.sample !== undefined){
let data0 = data.sample;
if(typeof data0 === "string"){
if(data0.length < 1){
const err4 = {instancePath:instancePath+"/sample",schemaPath:"#/properties/sample/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema16.properties.sample,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/sample",schemaPath:"#/properties/sample/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.properties.sample.type,parentSchema:schema16.properties.sample,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.with !== undefined){
let data1 = data.with;
if(!(data1 && typeof data1 == "object" && !Array.isArray(data1))){
const err6 = {instancePath:instancePath+"/with",schemaPath:"#/definitions/with/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema17.type,parentSchema:schema17,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
validate12.errors = vErrors;
return errors === 0;
}

const schema18 = {"type":["boolean","object"],"additionalProperties":false,"properties":{"type":{"type":"string","minLength":1},"number":{"type":"integer","minimum":1},"with":{"$ref":"#/definitions/with"}}};

function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((typeof data !== "boolean") && (!(data && typeof data == "object" && !Array.isArray(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema18.type},message:"must be boolean,object",schema:schema18.type,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "type") || (key0 === "number")) || (key0 === "with"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.type !== undefined){
let data0 = data.type;
if(typeof data0 === "string"){
if(data0.length < 1){
const err2 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema18.properties.type,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/type",schemaPath:"#/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema18.properties.type.type,parentSchema:schema18.properties.type,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.number !== undefined){
let data1 = data.number;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err4 = {instancePath:instancePath+"/number",schemaPath:"#/properties/number/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema18.properties.number.type,parentSchema:schema18.properties.number,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 1 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/number",schemaPath:"#/properties/number/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema18.properties.number,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
if(data.with !== undefined){
let data2 = data.with;
if(!(data2 && typeof data2 == "object" && !Array.isArray(data2))){
const err6 = {instancePath:instancePath+"/with",schemaPath:"#/definitions/with/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema17.type,parentSchema:schema17,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
validate14.errors = vErrors;
return errors === 0;
}

const schema27 = {"type":["string","object"],"minLength":1,"additionalProperties":false,"properties":{"mode":{"enum":["record","replay","none","forward"]},"cassette":{"type":"string","minLength":1},"stubs":{"$ref":"#/definitions/textOrTexts"},"match":{"type":"object","additionalProperties":{"$ref":"#/definitions/textOrTexts"}},"redact":{"$ref":"#/definitions/textOrTexts"},"strict":{"type":"boolean"},"siblings":{"type":"boolean"}}};
const schema28 = {"type":["string","array"],"minLength":1,"items":{"type":"string","minLength":1}};

function validate16(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if((typeof data !== "string") && (!(data && typeof data == "object" && !Array.isArray(data)))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema27.type},message:"must be string,object",schema:schema27.type,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(typeof data === "string"){
if(data.length < 1){
const err1 = {instancePath,schemaPath:"#/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((key0 === "mode") || (key0 === "cassette")) || (key0 === "stubs")) || (key0 === "match")) || (key0 === "redact")) || (key0 === "strict")) || (key0 === "siblings"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema27,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.mode !== undefined){
let data0 = data.mode;
if(!((((data0 === "record") || (data0 === "replay")) || (data0 === "none")) || (data0 === "forward"))){
const err3 = {instancePath:instancePath+"/mode",schemaPath:"#/properties/mode/enum",keyword:"enum",params:{allowedValues: schema27.properties.mode.enum},message:"must be equal to one of the allowed values",schema:schema27.properties.mode.enum,parentSchema:schema27.properties.mode,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.cassette !== undefined){
let data1 = data.cassette;
if(typeof data1 === "string"){
if(data1.length < 1){
const err4 = {instancePath:instancePath+"/cassette",schemaPath:"#/properties/cassette/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema27.properties.cassette,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/cassette",schemaPath:"#/properties/cassette/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema27.properties.cassette.type,parentSchema:schema27.properties.cassette,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.stubs !== undefined){
let data2 = data.stubs;
if((typeof data2 !== "string") && (!(Array.isArray(data2)))){
const err6 = {instancePath:instancePath+"/stubs",schemaPath:"#/definitions/textOrTexts/type",keyword:"type",params:{type: schema28.type},message:"must be string,array",schema:schema28.type,parentSchema:schema28,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(typeof data2 === "string"){
if(data2.length < 1){
const err7 = {instancePath:instancePath+"/stubs",schemaPath:"#/definitions/textOrTexts/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(typeof data3 === "string"){
if(data3.length < 1){
const err8 = {instancePath:instancePath+"/stubs/" + i0,schemaPath:"#/definitions/textOrTexts/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28.items,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/stubs/" + i0,schemaPath:"#/definitions/textOrTexts/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.items.type,parentSchema:schema28.items,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
}
if(data.match !== undefined){
let data4 = data.match;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key1 in data4){
let data5 = data4[key1];
if((typeof data5 !== "string") && (!(Array.isArray(data5)))){
const err10 = {instancePath:instancePath+"/match/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/textOrTexts/type",keyword:"type",params:{type: schema28.type},message:"must be string,array",schema:schema28.type,parentSchema:schema28,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(typeof data5 === "string"){
if(data5.length < 1){
const err11 = {instancePath:instancePath+"/match/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/textOrTexts/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(Array.isArray(data5)){
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
let data6 = data5[i1];
if(typeof data6 === "string"){
if(data6.length < 1){
const err12 = {instancePath:instancePath+"/match/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i1,schemaPath:"#/definitions/textOrTexts/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28.items,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/match/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i1,schemaPath:"#/definitions/textOrTexts/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.items.type,parentSchema:schema28.items,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
}
}
else {
const err14 = {instancePath:instancePath+"/match",schemaPath:"#/properties/match/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema27.properties.match.type,parentSchema:schema27.properties.match,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.redact !== undefined){
let data7 = data.redact;
if((typeof data7 !== "string") && (!(Array.isArray(data7)))){
const err15 = {instancePath:instancePath+"/redact",schemaPath:"#/definitions/textOrTexts/type",keyword:"type",params:{type: schema28.type},message:"must be string,array",schema:schema28.type,parentSchema:schema28,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(typeof data7 === "string"){
if(data7.length < 1){
const err16 = {instancePath:instancePath+"/redact",schemaPath:"#/definitions/textOrTexts/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(Array.isArray(data7)){
const len2 = data7.length;
for(let i2=0; i2<len2; i2++){
let data8 = data7[i2];
if(typeof data8 === "string"){
if(data8.length < 1){
const err17 = {instancePath:instancePath+"/redact/" + i2,schemaPath:"#/definitions/textOrTexts/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28.items,data:data8};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/redact/" + i2,schemaPath:"#/definitions/textOrTexts/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.items.type,parentSchema:schema28.items,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
}
if(data.strict !== undefined){
let data9 = data.strict;
if(typeof data9 !== "boolean"){
const err19 = {instancePath:instancePath+"/strict",schemaPath:"#/properties/strict/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema27.properties.strict.type,parentSchema:schema27.properties.strict,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.siblings !== undefined){
let data10 = data.siblings;
if(typeof data10 !== "boolean"){
const err20 = {instancePath:instancePath+"/siblings",schemaPath:"#/properties/siblings/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema27.properties.siblings.type,parentSchema:schema27.properties.siblings,data:data10};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
validate16.errors = vErrors;
return errors === 0;
}

const schema37 = {"type":"object","additionalProperties":false,"properties":{"status":{"enum":["success","error","timeout","crash","failure"]},"error":{"type":["string","object"],"minLength":1,"minProperties":1,"additionalProperties":false,"properties":{"type":{"type":"string","minLength":1},"message":{"type":"string"}}},"output":{},"exact":{"type":"boolean"},"status-code":{"type":["integer","string","object"]},"headers":{"type":"object","additionalProperties":{"type":["string","number","boolean","array","object"]}},"body":{},"schema":{"type":"string","minLength":1},"log":{"type":["string","array","object"],"minLength":1,"items":{"type":"string","minLength":1},"minProperties":1,"additionalProperties":false,"properties":{"contains":{"$ref":"#/definitions/textOrTexts"},"matches":{"$ref":"#/definitions/textOrTexts"},"not":{"type":["string","array","object"],"minLength":1,"items":{"type":"string","minLength":1},"minProperties":1,"additionalProperties":false,"properties":{"contains":{"$ref":"#/definitions/textOrTexts"},"matches":{"$ref":"#/definitions/textOrTexts"}}}}},"max-duration-ms":{"type":"number","exclusiveMinimum":0},"max-init-ms":{"type":"number","exclusiveMinimum":0},"max-memory-mb":{"type":"number","exclusiveMinimum":0},"max-response-bytes":{"type":"integer","minimum":0},"aws":{"type":["object","array"],"items":{"$ref":"#/definitions/awsCall"},"required":["calls"],"additionalProperties":false,"properties":{"calls":{"type":"array","items":{"$ref":"#/definitions/awsCall"}},"order":{"type":"boolean"}}},"snapshot":{"type":["boolean","object"],"additionalProperties":false,"properties":{"ignore":{"$ref":"#/definitions/textOrTexts"},"volatile":{"type":"boolean"}}}}};
const schema42 = {"type":["string","object"],"minLength":1,"required":["call"],"additionalProperties":false,"properties":{"call":{"type":"string","minLength":1},"members":{"type":"object"},"times":{"type":"integer","minimum":0},"never":{"type":"boolean"}}};

function validate18(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema37.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema37,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.status !== undefined){
let data0 = data.status;
if(!(((((data0 === "success") || (data0 === "error")) || (data0 === "timeout")) || (data0 === "crash")) || (data0 === "failure"))){
const err1 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/enum",keyword:"enum",params:{allowedValues: schema37.properties.status.enum},message:"must be equal to one of the allowed values",schema:schema37.properties.status.enum,parentSchema:schema37.properties.status,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.error !== undefined){
let data1 = data.error;
if((typeof data1 !== "string") && (!(data1 && typeof data1 == "object" && !Array.isArray(data1)))){
const err2 = {instancePath:instancePath+"/error",schemaPath:"#/properties/error/type",keyword:"type",params:{type: schema37.properties.error.type},message:"must be string,object",schema:schema37.properties.error.type,parentSchema:schema37.properties.error,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(typeof data1 === "string"){
if(data1.length < 1){
const err3 = {instancePath:instancePath+"/error",schemaPath:"#/properties/error/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema37.properties.error,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(Object.keys(data1).length < 1){
const err4 = {instancePath:instancePath+"/error",schemaPath:"#/properties/error/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema37.properties.error,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key1 in data1){
if(!((key1 === "type") || (key1 === "message"))){
const err5 = {instancePath:instancePath+"/error",schemaPath:"#/properties/error/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema37.properties.error,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data1.type !== undefined){
let data2 = data1.type;
if(typeof data2 === "string"){
if(data2.length < 1){
const err6 = {instancePath:instancePath+"/error/type",schemaPath:"#/properties/error/properties/type/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema37.properties.error.properties.type,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/error/type",schemaPath:"#/properties/error/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema37.properties.error.properties.type.type,parentSchema:schema37.properties.error.properties.type,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data1.message !== undefined){
let data3 = data1.message;
if(typeof data3 !== "string"){
const err8 = {instancePath:instancePath+"/error/message",schemaPath:"#/properties/error/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema37.properties.error.properties.message.type,parentSchema:schema37.properties.error.properties.message,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
}
if(data.exact !== undefined){
let data4 = data.exact;
if(typeof data4 !== "boolean"){
const err9 = {instancePath:instancePath+"/exact",schemaPath:"#/properties/exact/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema37.properties.exact.type,parentSchema:schema37.properties.exact,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data["status-code"] !== undefined){
let data5 = data["status-code"];
if(((!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))) && (typeof data5 !== "string")) && (!(data5 && typeof data5 == "object" && !Array.isArray(data5)))){
const err10 = {instancePath:instancePath+"/status-code",schemaPath:"#/properties/status-code/type",keyword:"type",params:{type: schema37.properties["status-code"].type},message:"must be integer,string,object",schema:schema37.properties["status-code"].type,parentSchema:schema37.properties["status-code"],data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.headers !== undefined){
let data6 = data.headers;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key2 in data6){
let data7 = data6[key2];
if((((!data7 || typeof data7 != "object") && (typeof data7 !== "string")) && (!((typeof data7 == "number") && (isFinite(data7))))) && (typeof data7 !== "boolean")){
const err11 = {instancePath:instancePath+"/headers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/headers/additionalProperties/type",keyword:"type",params:{type: schema37.properties.headers.additionalProperties.type},message:"must be string,number,boolean,array,object",schema:schema37.properties.headers.additionalProperties.type,parentSchema:schema37.properties.headers.additionalProperties,data:data7};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/headers",schemaPath:"#/properties/headers/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema37.properties.headers.type,parentSchema:schema37.properties.headers,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.schema !== undefined){
let data8 = data.schema;
if(typeof data8 === "string"){
if(data8.length < 1){
const err13 = {instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema37.properties.schema,data:data8};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema37.properties.schema.type,parentSchema:schema37.properties.schema,data:data8};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.log !== undefined){
let data9 = data.log;
if((!data9 || typeof data9 != "object") && (typeof data9 !== "string")){
const err15 = {instancePath:instancePath+"/log",schemaPath:"#/properties/log/type",keyword:"type",params:{type: schema37.properties.log.type},message:"must be string,array,object",schema:schema37.properties.log.type,parentSchema:schema37.properties.log,data:data9};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(typeof data9 === "string"){
if(data9.length < 1){
const err16 = {instancePath:instancePath+"/log",schemaPath:"#/properties/log/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema37.properties.log,data:data9};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(Array.isArray(data9)){
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
let data10 = data9[i0];
if(typeof data10 === "string"){
if(data10.length < 1){
const err17 = {instancePath:instancePath+"/log/" + i0,schemaPath:"#/properties/log/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema37.properties.log.items,data:data10};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/log/" + i0,schemaPath:"#/properties/log/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema37.properties.log.items.type,parentSchema:schema37.properties.log.items,data:data10};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(Object.keys(data9).length < 1){
const err19 = {instancePath:instancePath+"/log",schemaPath:"#/properties/log/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema37.properties.log,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
for(const key3 in data9){
if(!(((key3 === "contains") || (key3 === "matches")) || (key3 === "not"))){
const err20 = {instancePath:instancePath+"/log",schemaPath:"#/properties/log/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema37.properties.log,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data9.contains !== undefined){
let data11 = data9.contains;
if((typeof data11 !== "string") && (!(Array.isArray(data11)))){
const err21 = {instancePath:instancePath+"/log/contains",schemaPath:"#/definitions/textOrTexts/type",keyword:"type",params:{type: schema28.type},message:"must be string,array",schema:schema28.type,parentSchema:schema28,data:data11};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(typeof data11 === "string"){
if(data11.length < 1){
const err22 = {instancePath:instancePath+"/log/contains",schemaPath:"#/definitions/textOrTexts/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28,data:data11};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(Array.isArray(data11)){
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
let data12 = data11[i1];
if(typeof data12 === "string"){
if(data12.length < 1){
const err23 = {instancePath:instancePath+"/log/contains/" + i1,schemaPath:"#/definitions/textOrTexts/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28.items,data:data12};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/log/contains/" + i1,schemaPath:"#/definitions/textOrTexts/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.items.type,parentSchema:schema28.items,data:data12};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
}
if(data9.matches !== undefined){
let data13 = data9.matches;
if((typeof data13 !== "string") && (!(Array.isArray(data13)))){
const err25 = {instancePath:instancePath+"/log/matches",schemaPath:"#/definitions/textOrTexts/type",keyword:"type",params:{type: schema28.type},message:"must be string,array",schema:schema28.type,parentSchema:schema28,data:data13};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(typeof data13 === "string"){
if(data13.length < 1){
const err26 = {instancePath:instancePath+"/log/matches",schemaPath:"#/definitions/textOrTexts/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28,data:data13};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(Array.isArray(data13)){
const len2 = data13.length;
for(let i2=0; i2<len2; i2++){
let data14 = data13[i2];
if(typeof data14 === "string"){
if(data14.length < 1){
const err27 = {instancePath:instancePath+"/log/matches/" + i2,schemaPath:"#/definitions/textOrTexts/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28.items,data:data14};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/log/matches/" + i2,schemaPath:"#/definitions/textOrTexts/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.items.type,parentSchema:schema28.items,data:data14};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
}
if(data9.not !== undefined){
let data15 = data9.not;
if((!data15 || typeof data15 != "object") && (typeof data15 !== "string")){
const err29 = {instancePath:instancePath+"/log/not",schemaPath:"#/properties/log/properties/not/type",keyword:"type",params:{type: schema37.properties.log.properties.not.type},message:"must be string,array,object",schema:schema37.properties.log.properties.not.type,parentSchema:schema37.properties.log.properties.not,data:data15};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(typeof data15 === "string"){
if(data15.length < 1){
const err30 = {instancePath:instancePath+"/log/not",schemaPath:"#/properties/log/properties/not/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema37.properties.log.properties.not,data:data15};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(Array.isArray(data15)){
const len3 = data15.length;
for(let i3=0; i3<len3; i3++){
let data16 = data15[i3];
if(typeof data16 === "string"){
if(data16.length < 1){
const err31 = {instancePath:instancePath+"/log/not/" + i3,schemaPath:"#/properties/log/properties/not/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema37.properties.log.properties.not.items,data:data16};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/log/not/" + i3,schemaPath:"#/properties/log/properties/not/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema37.properties.log.properties.not.items.type,parentSchema:schema37.properties.log.properties.not.items,data:data16};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(Object.keys(data15).length < 1){
const err33 = {instancePath:instancePath+"/log/not",schemaPath:"#/properties/log/properties/not/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema37.properties.log.properties.not,data:data15};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
for(const key4 in data15){
if(!((key4 === "contains") || (key4 === "matches"))){
const err34 = {instancePath:instancePath+"/log/not",schemaPath:"#/properties/log/properties/not/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema37.properties.log.properties.not,data:data15};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data15.contains !== undefined){
let data17 = data15.contains;
if((typeof data17 !== "string") && (!(Array.isArray(data17)))){
const err35 = {instancePath:instancePath+"/log/not/contains",schemaPath:"#/definitions/textOrTexts/type",keyword:"type",params:{type: schema28.type},message:"must be string,array",schema:schema28.type,parentSchema:schema28,data:data17};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(typeof data17 === "string"){
if(data17.length < 1){
const err36 = {instancePath:instancePath+"/log/not/contains",schemaPath:"#/definitions/textOrTexts/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28,data:data17};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(Array.isArray(data17)){
const len4 = data17.length;
for(let i4=0; i4<len4; i4++){
let data18 = data17[i4];
if(typeof data18 === "string"){
if(data18.length < 1){
const err37 = {instancePath:instancePath+"/log/not/contains/" + i4,schemaPath:"#/definitions/textOrTexts/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28.items,data:data18};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/log/not/contains/" + i4,schemaPath:"#/definitions/textOrTexts/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.items.type,parentSchema:schema28.items,data:data18};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
}
if(data15.matches !== undefined){
let data19 = data15.matches;
if((typeof data19 !== "string") && (!(Array.isArray(data19)))){
const err39 = {instancePath:instancePath+"/log/not/matches",schemaPath:"#/definitions/textOrTexts/type",keyword:"type",params:{type: schema28.type},message:"must be string,array",schema:schema28.type,parentSchema:schema28,data:data19};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(typeof data19 === "string"){
if(data19.length < 1){
const err40 = {instancePath:instancePath+"/log/not/matches",schemaPath:"#/definitions/textOrTexts/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28,data:data19};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(Array.isArray(data19)){
const len5 = data19.length;
for(let i5=0; i5<len5; i5++){
let data20 = data19[i5];
if(typeof data20 === "string"){
if(data20.length < 1){
const err41 = {instancePath:instancePath+"/log/not/matches/" + i5,schemaPath:"#/definitions/textOrTexts/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28.items,data:data20};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/log/not/matches/" + i5,schemaPath:"#/definitions/textOrTexts/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.items.type,parentSchema:schema28.items,data:data20};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
}
}
}
}
}
if(data["max-duration-ms"] !== undefined){
let data21 = data["max-duration-ms"];
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 <= 0 || isNaN(data21)){
const err43 = {instancePath:instancePath+"/max-duration-ms",schemaPath:"#/properties/max-duration-ms/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema37.properties["max-duration-ms"],data:data21};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/max-duration-ms",schemaPath:"#/properties/max-duration-ms/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema37.properties["max-duration-ms"].type,parentSchema:schema37.properties["max-duration-ms"],data:data21};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data["max-init-ms"] !== undefined){
let data22 = data["max-init-ms"];
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 <= 0 || isNaN(data22)){
const err45 = {instancePath:instancePath+"/max-init-ms",schemaPath:"#/properties/max-init-ms/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema37.properties["max-init-ms"],data:data22};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/max-init-ms",schemaPath:"#/properties/max-init-ms/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema37.properties["max-init-ms"].type,parentSchema:schema37.properties["max-init-ms"],data:data22};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data["max-memory-mb"] !== undefined){
let data23 = data["max-memory-mb"];
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 <= 0 || isNaN(data23)){
const err47 = {instancePath:instancePath+"/max-memory-mb",schemaPath:"#/properties/max-memory-mb/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema37.properties["max-memory-mb"],data:data23};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/max-memory-mb",schemaPath:"#/properties/max-memory-mb/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema37.properties["max-memory-mb"].type,parentSchema:schema37.properties["max-memory-mb"],data:data23};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data["max-response-bytes"] !== undefined){
let data24 = data["max-response-bytes"];
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
const err49 = {instancePath:instancePath+"/max-response-bytes",schemaPath:"#/properties/max-response-bytes/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema37.properties["max-response-bytes"].type,parentSchema:schema37.properties["max-response-bytes"],data:data24};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 < 0 || isNaN(data24)){
const err50 = {instancePath:instancePath+"/max-response-bytes",schemaPath:"#/properties/max-response-bytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema37.properties["max-response-bytes"],data:data24};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
if(data.aws !== undefined){
let data25 = data.aws;
if(!data25 || typeof data25 != "object"){
const err51 = {instancePath:instancePath+"/aws",schemaPath:"#/properties/aws/type",keyword:"type",params:{type: schema37.properties.aws.type},message:"must be object,array",schema:schema37.properties.aws.type,parentSchema:schema37.properties.aws,data:data25};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(Array.isArray(data25)){
const len6 = data25.length;
for(let i6=0; i6<len6; i6++){
let data26 = data25[i6];
if((typeof data26 !== "string") && (!(data26 && typeof data26 == "object" && !Array.isArray(data26)))){
const err52 = {instancePath:instancePath+"/aws/" + i6,schemaPath:"#/definitions/awsCall/type",keyword:"type",params:{type: schema42.type},message:"must be string,object",schema:schema42.type,parentSchema:schema42,data:data26};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(typeof data26 === "string"){
if(data26.length < 1){
const err53 = {instancePath:instancePath+"/aws/" + i6,schemaPath:"#/definitions/awsCall/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema42,data:data26};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if(data26.call === undefined){
const err54 = {instancePath:instancePath+"/aws/" + i6,schemaPath:"#/definitions/awsCall/required",keyword:"required",params:{missingProperty: "call"},message:"must have required property '"+"call"+"'",schema:schema42.required,parentSchema:schema42,data:data26};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
for(const key5 in data26){
if(!((((key5 === "call") || (key5 === "members")) || (key5 === "times")) || (key5 === "never"))){
const err55 = {instancePath:instancePath+"/aws/" + i6,schemaPath:"#/definitions/awsCall/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema42,data:data26};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data26.call !== undefined){
let data27 = data26.call;
if(typeof data27 === "string"){
if(data27.length < 1){
const err56 = {instancePath:instancePath+"/aws/" + i6+"/call",schemaPath:"#/definitions/awsCall/properties/call/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema42.properties.call,data:data27};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
else {
const err57 = {instancePath:instancePath+"/aws/" + i6+"/call",schemaPath:"#/definitions/awsCall/properties/call/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.properties.call.type,parentSchema:schema42.properties.call,data:data27};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data26.members !== undefined){
let data28 = data26.members;
if(!(data28 && typeof data28 == "object" && !Array.isArray(data28))){
const err58 = {instancePath:instancePath+"/aws/" + i6+"/members",schemaPath:"#/definitions/awsCall/properties/members/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema42.properties.members.type,parentSchema:schema42.properties.members,data:data28};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data26.times !== undefined){
let data29 = data26.times;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
const err59 = {instancePath:instancePath+"/aws/" + i6+"/times",schemaPath:"#/definitions/awsCall/properties/times/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema42.properties.times.type,parentSchema:schema42.properties.times,data:data29};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 < 0 || isNaN(data29)){
const err60 = {instancePath:instancePath+"/aws/" + i6+"/times",schemaPath:"#/definitions/awsCall/properties/times/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema42.properties.times,data:data29};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
if(data26.never !== undefined){
let data30 = data26.never;
if(typeof data30 !== "boolean"){
const err61 = {instancePath:instancePath+"/aws/" + i6+"/never",schemaPath:"#/definitions/awsCall/properties/never/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema42.properties.never.type,parentSchema:schema42.properties.never,data:data30};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
}
}
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.calls === undefined){
const err62 = {instancePath:instancePath+"/aws",schemaPath:"#/properties/aws/required",keyword:"required",params:{missingProperty: "calls"},message:"must have required property '"+"calls"+"'",schema:schema37.properties.aws.required,parentSchema:schema37.properties.aws,data:data25};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
for(const key6 in data25){
if(!((key6 === "calls") || (key6 === "order"))){
const err63 = {instancePath:instancePath+"/aws",schemaPath:"#/properties/aws/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema37.properties.aws,data:data25};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data25.calls !== undefined){
let data31 = data25.calls;
if(Array.isArray(data31)){
const len7 = data31.length;
for(let i7=0; i7<len7; i7++){
let data32 = data31[i7];
if((typeof data32 !== "string") && (!(data32 && typeof data32 == "object" && !Array.isArray(data32)))){
const err64 = {instancePath:instancePath+"/aws/calls/" + i7,schemaPath:"#/definitions/awsCall/type",keyword:"type",params:{type: schema42.type},message:"must be string,object",schema:schema42.type,parentSchema:schema42,data:data32};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(typeof data32 === "string"){
if(data32.length < 1){
const err65 = {instancePath:instancePath+"/aws/calls/" + i7,schemaPath:"#/definitions/awsCall/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema42,data:data32};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
if(data32.call === undefined){
const err66 = {instancePath:instancePath+"/aws/calls/" + i7,schemaPath:"#/definitions/awsCall/required",keyword:"required",params:{missingProperty: "call"},message:"must have required property '"+"call"+"'",schema:schema42.required,parentSchema:schema42,data:data32};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
for(const key7 in data32){
if(!((((key7 === "call") || (key7 === "members")) || (key7 === "times")) || (key7 === "never"))){
const err67 = {instancePath:instancePath+"/aws/calls/" + i7,schemaPath:"#/definitions/awsCall/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties",schema:false,parentSchema:schema42,data:data32};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data32.call !== undefined){
let data33 = data32.call;
if(typeof data33 === "string"){
if(data33.length < 1){
const err68 = {instancePath:instancePath+"/aws/calls/" + i7+"/call",schemaPath:"#/definitions/awsCall/properties/call/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema42.properties.call,data:data33};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
else {
const err69 = {instancePath:instancePath+"/aws/calls/" + i7+"/call",schemaPath:"#/definitions/awsCall/properties/call/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.properties.call.type,parentSchema:schema42.properties.call,data:data33};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data32.members !== undefined){
let data34 = data32.members;
if(!(data34 && typeof data34 == "object" && !Array.isArray(data34))){
const err70 = {instancePath:instancePath+"/aws/calls/" + i7+"/members",schemaPath:"#/definitions/awsCall/properties/members/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema42.properties.members.type,parentSchema:schema42.properties.members,data:data34};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data32.times !== undefined){
let data35 = data32.times;
if(!(((typeof data35 == "number") && (!(data35 % 1) && !isNaN(data35))) && (isFinite(data35)))){
const err71 = {instancePath:instancePath+"/aws/calls/" + i7+"/times",schemaPath:"#/definitions/awsCall/properties/times/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema42.properties.times.type,parentSchema:schema42.properties.times,data:data35};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if((typeof data35 == "number") && (isFinite(data35))){
if(data35 < 0 || isNaN(data35)){
const err72 = {instancePath:instancePath+"/aws/calls/" + i7+"/times",schemaPath:"#/definitions/awsCall/properties/times/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema42.properties.times,data:data35};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
}
if(data32.never !== undefined){
let data36 = data32.never;
if(typeof data36 !== "boolean"){
const err73 = {instancePath:instancePath+"/aws/calls/" + i7+"/never",schemaPath:"#/definitions/awsCall/properties/never/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema42.properties.never.type,parentSchema:schema42.properties.never,data:data36};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
}
}
}
else {
const err74 = {instancePath:instancePath+"/aws/calls",schemaPath:"#/properties/aws/properties/calls/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema37.properties.aws.properties.calls.type,parentSchema:schema37.properties.aws.properties.calls,data:data31};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data25.order !== undefined){
let data37 = data25.order;
if(typeof data37 !== "boolean"){
const err75 = {instancePath:instancePath+"/aws/order",schemaPath:"#/properties/aws/properties/order/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema37.properties.aws.properties.order.type,parentSchema:schema37.properties.aws.properties.order,data:data37};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
}
if(data.snapshot !== undefined){
let data38 = data.snapshot;
if((typeof data38 !== "boolean") && (!(data38 && typeof data38 == "object" && !Array.isArray(data38)))){
const err76 = {instancePath:instancePath+"/snapshot",schemaPath:"#/properties/snapshot/type",keyword:"type",params:{type: schema37.properties.snapshot.type},message:"must be boolean,object",schema:schema37.properties.snapshot.type,parentSchema:schema37.properties.snapshot,data:data38};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
for(const key8 in data38){
if(!((key8 === "ignore") || (key8 === "volatile"))){
const err77 = {instancePath:instancePath+"/snapshot",schemaPath:"#/properties/snapshot/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema37.properties.snapshot,data:data38};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data38.ignore !== undefined){
let data39 = data38.ignore;
if((typeof data39 !== "string") && (!(Array.isArray(data39)))){
const err78 = {instancePath:instancePath+"/snapshot/ignore",schemaPath:"#/definitions/textOrTexts/type",keyword:"type",params:{type: schema28.type},message:"must be string,array",schema:schema28.type,parentSchema:schema28,data:data39};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if(typeof data39 === "string"){
if(data39.length < 1){
const err79 = {instancePath:instancePath+"/snapshot/ignore",schemaPath:"#/definitions/textOrTexts/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28,data:data39};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(Array.isArray(data39)){
const len8 = data39.length;
for(let i8=0; i8<len8; i8++){
let data40 = data39[i8];
if(typeof data40 === "string"){
if(data40.length < 1){
const err80 = {instancePath:instancePath+"/snapshot/ignore/" + i8,schemaPath:"#/definitions/textOrTexts/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28.items,data:data40};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
else {
const err81 = {instancePath:instancePath+"/snapshot/ignore/" + i8,schemaPath:"#/definitions/textOrTexts/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.items.type,parentSchema:schema28.items,data:data40};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
}
}
if(data38.volatile !== undefined){
let data41 = data38.volatile;
if(typeof data41 !== "boolean"){
const err82 = {instancePath:instancePath+"/snapshot/volatile",schemaPath:"#/properties/snapshot/properties/volatile/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema37.properties.snapshot.properties.volatile.type,parentSchema:schema37.properties.snapshot.properties.volatile,data:data41};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
}
}
}
else {
const err83 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema37.type,parentSchema:schema37,data};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
validate18.errors = vErrors;
return errors === 0;
}


function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema12.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(data0.length < 1){
const err1 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema12.properties.name,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.name.type,parentSchema:schema12.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.function !== undefined){
let data1 = data.function;
if(typeof data1 === "string"){
if(data1.length < 1){
const err3 = {instancePath:instancePath+"/function",schemaPath:"#/definitions/function/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/function",schemaPath:"#/definitions/function/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.type,parentSchema:schema13,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.path !== undefined){
let data3 = data.path;
if(typeof data3 === "string"){
if(data3.length < 1){
const err5 = {instancePath:instancePath+"/path",schemaPath:"#/definitions/path/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema15,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/path",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema15.type,parentSchema:schema15,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.event !== undefined){
if(!(validate12(data.event, {instancePath:instancePath+"/event",parentData:data,parentDataProperty:"event",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
if(data["event-source"] !== undefined){
if(!(validate14(data["event-source"], {instancePath:instancePath+"/event-source",parentData:data,parentDataProperty:"event-source",rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
}
if(data["data-command"] !== undefined){
let data6 = data["data-command"];
if(typeof data6 === "string"){
if(data6.length < 1){
const err7 = {instancePath:instancePath+"/data-command",schemaPath:"#/definitions/data-command/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema20,data:data6};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/data-command",schemaPath:"#/definitions/data-command/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.type,parentSchema:schema20,data:data6};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.raw !== undefined){
let data7 = data.raw;
if(typeof data7 !== "boolean"){
const err9 = {instancePath:instancePath+"/raw",schemaPath:"#/definitions/raw/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema21.type,parentSchema:schema21,data:data7};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.context !== undefined){
let data8 = data.context;
if((!(data8 && typeof data8 == "object" && !Array.isArray(data8))) && (typeof data8 !== "string")){
const err10 = {instancePath:instancePath+"/context",schemaPath:"#/definitions/context/type",keyword:"type",params:{type: schema22.type},message:"must be object,string",schema:schema22.type,parentSchema:schema22,data:data8};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.env !== undefined){
let data9 = data.env;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key1 in data9){
let data10 = data9[key1];
if(((typeof data10 !== "string") && (!((typeof data10 == "number") && (isFinite(data10))))) && (typeof data10 !== "boolean")){
const err11 = {instancePath:instancePath+"/env/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/env/additionalProperties/type",keyword:"type",params:{type: schema23.additionalProperties.type},message:"must be string,number,boolean",schema:schema23.additionalProperties.type,parentSchema:schema23.additionalProperties,data:data10};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/env",schemaPath:"#/definitions/env/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema23.type,parentSchema:schema23,data:data9};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.stage !== undefined){
let data11 = data.stage;
if(typeof data11 === "string"){
if(data11.length < 1){
const err13 = {instancePath:instancePath+"/stage",schemaPath:"#/definitions/stage/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema24,data:data11};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/stage",schemaPath:"#/definitions/stage/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema24.type,parentSchema:schema24,data:data11};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.params !== undefined){
let data12 = data.params;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key2 in data12){
let data13 = data12[key2];
if(((typeof data13 !== "string") && (!((typeof data13 == "number") && (isFinite(data13))))) && (typeof data13 !== "boolean")){
const err15 = {instancePath:instancePath+"/params/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/params/additionalProperties/type",keyword:"type",params:{type: schema23.additionalProperties.type},message:"must be string,number,boolean",schema:schema23.additionalProperties.type,parentSchema:schema23.additionalProperties,data:data13};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/params",schemaPath:"#/definitions/params/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema23.type,parentSchema:schema23,data:data12};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.variables !== undefined){
let data14 = data.variables;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
for(const key3 in data14){
let data15 = data14[key3];
if(((typeof data15 !== "string") && (!((typeof data15 == "number") && (isFinite(data15))))) && (typeof data15 !== "boolean")){
const err17 = {instancePath:instancePath+"/variables/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/variables/additionalProperties/type",keyword:"type",params:{type: schema23.additionalProperties.type},message:"must be string,number,boolean",schema:schema23.additionalProperties.type,parentSchema:schema23.additionalProperties,data:data15};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/variables",schemaPath:"#/definitions/variables/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema23.type,parentSchema:schema23,data:data14};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.aws !== undefined){
if(!(validate16(data.aws, {instancePath:instancePath+"/aws",parentData:data,parentDataProperty:"aws",rootData}))){
vErrors = vErrors === null ? validate16.errors : vErrors.concat(validate16.errors);
errors = vErrors.length;
}
}
if(data.timeout !== undefined){
let data17 = data.timeout;
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 > 900 || isNaN(data17)){
const err19 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/timeout/maximum",keyword:"maximum",params:{comparison: "<=", limit: 900},message:"must be <= 900",schema:900,parentSchema:schema31,data:data17};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data17 <= 0 || isNaN(data17)){
const err20 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/timeout/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema31,data:data17};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/timeout/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.type,parentSchema:schema31,data:data17};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.repeat !== undefined){
let data18 = data.repeat;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err22 = {instancePath:instancePath+"/repeat",schemaPath:"#/definitions/repeat/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema32.type,parentSchema:schema32,data:data18};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 > 10000 || isNaN(data18)){
const err23 = {instancePath:instancePath+"/repeat",schemaPath:"#/definitions/repeat/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000",schema:10000,parentSchema:schema32,data:data18};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data18 < 1 || isNaN(data18)){
const err24 = {instancePath:instancePath+"/repeat",schemaPath:"#/definitions/repeat/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema32,data:data18};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
if(data.skip !== undefined){
let data19 = data.skip;
if((typeof data19 !== "string") && (typeof data19 !== "boolean")){
const err25 = {instancePath:instancePath+"/skip",schemaPath:"#/definitions/skip/type",keyword:"type",params:{type: schema33.type},message:"must be string,boolean",schema:schema33.type,parentSchema:schema33,data:data19};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(typeof data19 === "string"){
if(data19.length < 1){
const err26 = {instancePath:instancePath+"/skip",schemaPath:"#/definitions/skip/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema33,data:data19};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
if(data.only !== undefined){
let data20 = data.only;
if(typeof data20 !== "boolean"){
const err27 = {instancePath:instancePath+"/only",schemaPath:"#/definitions/only/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema34.type,parentSchema:schema34,data:data20};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.tags !== undefined){
let data21 = data.tags;
if((typeof data21 !== "string") && (!(Array.isArray(data21)))){
const err28 = {instancePath:instancePath+"/tags",schemaPath:"#/definitions/tags/type",keyword:"type",params:{type: schema35.type},message:"must be string,array",schema:schema35.type,parentSchema:schema35,data:data21};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(typeof data21 === "string"){
if(data21.length < 1){
const err29 = {instancePath:instancePath+"/tags",schemaPath:"#/definitions/tags/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema35,data:data21};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(Array.isArray(data21)){
const len0 = data21.length;
for(let i0=0; i0<len0; i0++){
let data22 = data21[i0];
if(typeof data22 === "string"){
if(data22.length < 1){
const err30 = {instancePath:instancePath+"/tags/" + i0,schemaPath:"#/definitions/tags/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema35.items,data:data22};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/tags/" + i0,schemaPath:"#/definitions/tags/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.items.type,parentSchema:schema35.items,data:data22};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
}
if(data.matrix !== undefined){
let data23 = data.matrix;
if(!data23 || typeof data23 != "object"){
const err32 = {instancePath:instancePath+"/matrix",schemaPath:"#/definitions/matrix/type",keyword:"type",params:{type: schema36.type},message:"must be object,array",schema:schema36.type,parentSchema:schema36,data:data23};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(Array.isArray(data23)){
if(data23.length < 1){
const err33 = {instancePath:instancePath+"/matrix",schemaPath:"#/definitions/matrix/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema36,data:data23};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
const len1 = data23.length;
for(let i1=0; i1<len1; i1++){
let data24 = data23[i1];
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
if(Object.keys(data24).length < 1){
const err34 = {instancePath:instancePath+"/matrix/" + i1,schemaPath:"#/definitions/matrix/items/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema36.items,data:data24};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/matrix/" + i1,schemaPath:"#/definitions/matrix/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema36.items.type,parentSchema:schema36.items,data:data24};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
if(Object.keys(data23).length < 1){
const err36 = {instancePath:instancePath+"/matrix",schemaPath:"#/definitions/matrix/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema36,data:data23};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
for(const key4 in data23){
let data25 = data23[key4];
if(Array.isArray(data25)){
if(data25.length < 1){
const err37 = {instancePath:instancePath+"/matrix/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/matrix/additionalProperties/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema36.additionalProperties,data:data25};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/matrix/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/matrix/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema36.additionalProperties.type,parentSchema:schema36.additionalProperties,data:data25};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
}
if(data.expect !== undefined){
if(!(validate18(data.expect, {instancePath:instancePath+"/expect",parentData:data,parentDataProperty:"expect",rootData}))){
vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
errors = vErrors.length;
}
}
}
else {
const err39 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.type,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}

const schema45 = {"type":"object","additionalProperties":false,"properties":{"function":{"$ref":"#/definitions/function"},"data":{"$ref":"#/definitions/data"},"path":{"$ref":"#/definitions/path"},"event":{"$ref":"#/definitions/event"},"event-source":{"$ref":"#/definitions/event-source"},"data-command":{"$ref":"#/definitions/data-command"},"raw":{"$ref":"#/definitions/raw"},"context":{"$ref":"#/definitions/context"},"env":{"$ref":"#/definitions/env"},"stage":{"$ref":"#/definitions/stage"},"params":{"$ref":"#/definitions/params"},"variables":{"$ref":"#/definitions/variables"},"aws":{"$ref":"#/definitions/aws"},"timeout":{"$ref":"#/definitions/timeout"},"repeat":{"$ref":"#/definitions/repeat"},"skip":{"$ref":"#/definitions/skip"},"tags":{"$ref":"#/definitions/tags"},"matrix":{"$ref":"#/definitions/matrix"},"expect":{"$ref":"#/definitions/expect"}}};

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema45.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.function !== undefined){
let data0 = data.function;
if(typeof data0 === "string"){
if(data0.length < 1){
const err1 = {instancePath:instancePath+"/function",schemaPath:"#/definitions/function/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/function",schemaPath:"#/definitions/function/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.type,parentSchema:schema13,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.path !== undefined){
let data2 = data.path;
if(typeof data2 === "string"){
if(data2.length < 1){
const err3 = {instancePath:instancePath+"/path",schemaPath:"#/definitions/path/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema15,data:data2};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/path",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema15.type,parentSchema:schema15,data:data2};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.event !== undefined){
if(!(validate12(data.event, {instancePath:instancePath+"/event",parentData:data,parentDataProperty:"event",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
if(data["event-source"] !== undefined){
if(!(validate14(data["event-source"], {instancePath:instancePath+"/event-source",parentData:data,parentDataProperty:"event-source",rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
}
if(data["data-command"] !== undefined){
let data5 = data["data-command"];
if(typeof data5 === "string"){
if(data5.length < 1){
const err5 = {instancePath:instancePath+"/data-command",schemaPath:"#/definitions/data-command/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema20,data:data5};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/data-command",schemaPath:"#/definitions/data-command/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.type,parentSchema:schema20,data:data5};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.raw !== undefined){
let data6 = data.raw;
if(typeof data6 !== "boolean"){
const err7 = {instancePath:instancePath+"/raw",schemaPath:"#/definitions/raw/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema21.type,parentSchema:schema21,data:data6};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.context !== undefined){
let data7 = data.context;
if((!(data7 && typeof data7 == "object" && !Array.isArray(data7))) && (typeof data7 !== "string")){
const err8 = {instancePath:instancePath+"/context",schemaPath:"#/definitions/context/type",keyword:"type",params:{type: schema22.type},message:"must be object,string",schema:schema22.type,parentSchema:schema22,data:data7};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.env !== undefined){
let data8 = data.env;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key1 in data8){
let data9 = data8[key1];
if(((typeof data9 !== "string") && (!((typeof data9 == "number") && (isFinite(data9))))) && (typeof data9 !== "boolean")){
const err9 = {instancePath:instancePath+"/env/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/env/additionalProperties/type",keyword:"type",params:{type: schema23.additionalProperties.type},message:"must be string,number,boolean",schema:schema23.additionalProperties.type,parentSchema:schema23.additionalProperties,data:data9};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/env",schemaPath:"#/definitions/env/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema23.type,parentSchema:schema23,data:data8};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.stage !== undefined){
let data10 = data.stage;
if(typeof data10 === "string"){
if(data10.length < 1){
const err11 = {instancePath:instancePath+"/stage",schemaPath:"#/definitions/stage/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema24,data:data10};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/stage",schemaPath:"#/definitions/stage/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema24.type,parentSchema:schema24,data:data10};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.params !== undefined){
let data11 = data.params;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key2 in data11){
let data12 = data11[key2];
if(((typeof data12 !== "string") && (!((typeof data12 == "number") && (isFinite(data12))))) && (typeof data12 !== "boolean")){
const err13 = {instancePath:instancePath+"/params/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/params/additionalProperties/type",keyword:"type",params:{type: schema23.additionalProperties.type},message:"must be string,number,boolean",schema:schema23.additionalProperties.type,parentSchema:schema23.additionalProperties,data:data12};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath:instancePath+"/params",schemaPath:"#/definitions/params/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema23.type,parentSchema:schema23,data:data11};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.variables !== undefined){
let data13 = data.variables;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
for(const key3 in data13){
let data14 = data13[key3];
if(((typeof data14 !== "string") && (!((typeof data14 == "number") && (isFinite(data14))))) && (typeof data14 !== "boolean")){
const err15 = {instancePath:instancePath+"/variables/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/variables/additionalProperties/type",keyword:"type",params:{type: schema23.additionalProperties.type},message:"must be string,number,boolean",schema:schema23.additionalProperties.type,parentSchema:schema23.additionalProperties,data:data14};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/variables",schemaPath:"#/definitions/variables/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema23.type,parentSchema:schema23,data:data13};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.aws !== undefined){
if(!(validate16(data.aws, {instancePath:instancePath+"/aws",parentData:data,parentDataProperty:"aws",rootData}))){
vErrors = vErrors === null ? validate16.errors : vErrors.concat(validate16.errors);
errors = vErrors.length;
}
}
if(data.timeout !== undefined){
let data16 = data.timeout;
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 > 900 || isNaN(data16)){
const err17 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/timeout/maximum",keyword:"maximum",params:{comparison: "<=", limit: 900},message:"must be <= 900",schema:900,parentSchema:schema31,data:data16};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data16 <= 0 || isNaN(data16)){
const err18 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/timeout/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema31,data:data16};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/timeout/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.type,parentSchema:schema31,data:data16};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.repeat !== undefined){
let data17 = data.repeat;
if(!(((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17))) && (isFinite(data17)))){
const err20 = {instancePath:instancePath+"/repeat",schemaPath:"#/definitions/repeat/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema32.type,parentSchema:schema32,data:data17};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 > 10000 || isNaN(data17)){
const err21 = {instancePath:instancePath+"/repeat",schemaPath:"#/definitions/repeat/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000",schema:10000,parentSchema:schema32,data:data17};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data17 < 1 || isNaN(data17)){
const err22 = {instancePath:instancePath+"/repeat",schemaPath:"#/definitions/repeat/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema32,data:data17};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
if(data.skip !== undefined){
let data18 = data.skip;
if((typeof data18 !== "string") && (typeof data18 !== "boolean")){
const err23 = {instancePath:instancePath+"/skip",schemaPath:"#/definitions/skip/type",keyword:"type",params:{type: schema33.type},message:"must be string,boolean",schema:schema33.type,parentSchema:schema33,data:data18};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(typeof data18 === "string"){
if(data18.length < 1){
const err24 = {instancePath:instancePath+"/skip",schemaPath:"#/definitions/skip/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema33,data:data18};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
if(data.tags !== undefined){
let data19 = data.tags;
if((typeof data19 !== "string") && (!(Array.isArray(data19)))){
const err25 = {instancePath:instancePath+"/tags",schemaPath:"#/definitions/tags/type",keyword:"type",params:{type: schema35.type},message:"must be string,array",schema:schema35.type,parentSchema:schema35,data:data19};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(typeof data19 === "string"){
if(data19.length < 1){
const err26 = {instancePath:instancePath+"/tags",schemaPath:"#/definitions/tags/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema35,data:data19};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(Array.isArray(data19)){
const len0 = data19.length;
for(let i0=0; i0<len0; i0++){
let data20 = data19[i0];
if(typeof data20 === "string"){
if(data20.length < 1){
const err27 = {instancePath:instancePath+"/tags/" + i0,schemaPath:"#/definitions/tags/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema35.items,data:data20};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/tags/" + i0,schemaPath:"#/definitions/tags/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.items.type,parentSchema:schema35.items,data:data20};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
}
if(data.matrix !== undefined){
let data21 = data.matrix;
if(!data21 || typeof data21 != "object"){
const err29 = {instancePath:instancePath+"/matrix",schemaPath:"#/definitions/matrix/type",keyword:"type",params:{type: schema36.type},message:"must be object,array",schema:schema36.type,parentSchema:schema36,data:data21};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(Array.isArray(data21)){
if(data21.length < 1){
const err30 = {instancePath:instancePath+"/matrix",schemaPath:"#/definitions/matrix/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema36,data:data21};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
const len1 = data21.length;
for(let i1=0; i1<len1; i1++){
let data22 = data21[i1];
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
if(Object.keys(data22).length < 1){
const err31 = {instancePath:instancePath+"/matrix/" + i1,schemaPath:"#/definitions/matrix/items/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema36.items,data:data22};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/matrix/" + i1,schemaPath:"#/definitions/matrix/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema36.items.type,parentSchema:schema36.items,data:data22};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(Object.keys(data21).length < 1){
const err33 = {instancePath:instancePath+"/matrix",schemaPath:"#/definitions/matrix/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema36,data:data21};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
for(const key4 in data21){
let data23 = data21[key4];
if(Array.isArray(data23)){
if(data23.length < 1){
const err34 = {instancePath:instancePath+"/matrix/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/matrix/additionalProperties/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema36.additionalProperties,data:data23};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/matrix/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/matrix/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema36.additionalProperties.type,parentSchema:schema36.additionalProperties,data:data23};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
}
if(data.expect !== undefined){
if(!(validate18(data.expect, {instancePath:instancePath+"/expect",parentData:data,parentDataProperty:"expect",rootData}))){
vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
errors = vErrors.length;
}
}
}
else {
const err36 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema45.type,parentSchema:schema45,data};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}

const pattern0 = new RegExp("^x-", "u");

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!data || typeof data != "object"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: schema11.type},message:"must be object,array",schema:schema11.type,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
if(!(validate11(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.cases === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "cases"},message:"must have required property '"+"cases"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "$schema") || (key0 === "defaults")) || (key0 === "cases")) || (pattern0.test(key0)))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.$schema !== undefined){
let data1 = data.$schema;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.$schema.type,parentSchema:schema11.properties.$schema,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.defaults !== undefined){
if(!(validate21(data.defaults, {instancePath:instancePath+"/defaults",parentData:data,parentDataProperty:"defaults",rootData}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data.cases !== undefined){
let data3 = data.cases;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
if(!(validate11(data3[i1], {instancePath:instancePath+"/cases/" + i1,parentData:data3,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
}
else {
const err4 = {instancePath:instancePath+"/cases",schemaPath:"#/properties/cases/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.cases.type,parentSchema:schema11.properties.cases,data:data3};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
validate10.errors = vErrors;
return errors === 0;
}

export const validateCase = validate28;

function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema12.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(data0.length < 1){
const err1 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema12.properties.name,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema12.properties.name.type,parentSchema:schema12.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.function !== undefined){
let data1 = data.function;
if(typeof data1 === "string"){
if(data1.length < 1){
const err3 = {instancePath:instancePath+"/function",schemaPath:"#/definitions/function/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema13,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/function",schemaPath:"#/definitions/function/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema13.type,parentSchema:schema13,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.path !== undefined){
let data3 = data.path;
if(typeof data3 === "string"){
if(data3.length < 1){
const err5 = {instancePath:instancePath+"/path",schemaPath:"#/definitions/path/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema15,data:data3};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/path",schemaPath:"#/definitions/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema15.type,parentSchema:schema15,data:data3};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.event !== undefined){
if(!(validate12(data.event, {instancePath:instancePath+"/event",parentData:data,parentDataProperty:"event",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
if(data["event-source"] !== undefined){
if(!(validate14(data["event-source"], {instancePath:instancePath+"/event-source",parentData:data,parentDataProperty:"event-source",rootData}))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
}
if(data["data-command"] !== undefined){
let data6 = data["data-command"];
if(typeof data6 === "string"){
if(data6.length < 1){
const err7 = {instancePath:instancePath+"/data-command",schemaPath:"#/definitions/data-command/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema20,data:data6};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/data-command",schemaPath:"#/definitions/data-command/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema20.type,parentSchema:schema20,data:data6};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.raw !== undefined){
let data7 = data.raw;
if(typeof data7 !== "boolean"){
const err9 = {instancePath:instancePath+"/raw",schemaPath:"#/definitions/raw/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema21.type,parentSchema:schema21,data:data7};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.context !== undefined){
let data8 = data.context;
if((!(data8 && typeof data8 == "object" && !Array.isArray(data8))) && (typeof data8 !== "string")){
const err10 = {instancePath:instancePath+"/context",schemaPath:"#/definitions/context/type",keyword:"type",params:{type: schema22.type},message:"must be object,string",schema:schema22.type,parentSchema:schema22,data:data8};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.env !== undefined){
let data9 = data.env;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key1 in data9){
let data10 = data9[key1];
if(((typeof data10 !== "string") && (!((typeof data10 == "number") && (isFinite(data10))))) && (typeof data10 !== "boolean")){
const err11 = {instancePath:instancePath+"/env/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/env/additionalProperties/type",keyword:"type",params:{type: schema23.additionalProperties.type},message:"must be string,number,boolean",schema:schema23.additionalProperties.type,parentSchema:schema23.additionalProperties,data:data10};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/env",schemaPath:"#/definitions/env/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema23.type,parentSchema:schema23,data:data9};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.stage !== undefined){
let data11 = data.stage;
if(typeof data11 === "string"){
if(data11.length < 1){
const err13 = {instancePath:instancePath+"/stage",schemaPath:"#/definitions/stage/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema24,data:data11};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/stage",schemaPath:"#/definitions/stage/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema24.type,parentSchema:schema24,data:data11};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.params !== undefined){
let data12 = data.params;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key2 in data12){
let data13 = data12[key2];
if(((typeof data13 !== "string") && (!((typeof data13 == "number") && (isFinite(data13))))) && (typeof data13 !== "boolean")){
const err15 = {instancePath:instancePath+"/params/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/params/additionalProperties/type",keyword:"type",params:{type: schema23.additionalProperties.type},message:"must be string,number,boolean",schema:schema23.additionalProperties.type,parentSchema:schema23.additionalProperties,data:data13};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/params",schemaPath:"#/definitions/params/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema23.type,parentSchema:schema23,data:data12};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.variables !== undefined){
let data14 = data.variables;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
for(const key3 in data14){
let data15 = data14[key3];
if(((typeof data15 !== "string") && (!((typeof data15 == "number") && (isFinite(data15))))) && (typeof data15 !== "boolean")){
const err17 = {instancePath:instancePath+"/variables/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/variables/additionalProperties/type",keyword:"type",params:{type: schema23.additionalProperties.type},message:"must be string,number,boolean",schema:schema23.additionalProperties.type,parentSchema:schema23.additionalProperties,data:data15};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/variables",schemaPath:"#/definitions/variables/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema23.type,parentSchema:schema23,data:data14};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.aws !== undefined){
if(!(validate16(data.aws, {instancePath:instancePath+"/aws",parentData:data,parentDataProperty:"aws",rootData}))){
vErrors = vErrors === null ? validate16.errors : vErrors.concat(validate16.errors);
errors = vErrors.length;
}
}
if(data.timeout !== undefined){
let data17 = data.timeout;
if((typeof data17 == "number") && (isFinite(data17))){
if(data17 > 900 || isNaN(data17)){
const err19 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/timeout/maximum",keyword:"maximum",params:{comparison: "<=", limit: 900},message:"must be <= 900",schema:900,parentSchema:schema31,data:data17};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data17 <= 0 || isNaN(data17)){
const err20 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/timeout/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema31,data:data17};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/timeout/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema31.type,parentSchema:schema31,data:data17};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.repeat !== undefined){
let data18 = data.repeat;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err22 = {instancePath:instancePath+"/repeat",schemaPath:"#/definitions/repeat/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema32.type,parentSchema:schema32,data:data18};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 > 10000 || isNaN(data18)){
const err23 = {instancePath:instancePath+"/repeat",schemaPath:"#/definitions/repeat/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000",schema:10000,parentSchema:schema32,data:data18};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data18 < 1 || isNaN(data18)){
const err24 = {instancePath:instancePath+"/repeat",schemaPath:"#/definitions/repeat/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema32,data:data18};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
if(data.skip !== undefined){
let data19 = data.skip;
if((typeof data19 !== "string") && (typeof data19 !== "boolean")){
const err25 = {instancePath:instancePath+"/skip",schemaPath:"#/definitions/skip/type",keyword:"type",params:{type: schema33.type},message:"must be string,boolean",schema:schema33.type,parentSchema:schema33,data:data19};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(typeof data19 === "string"){
if(data19.length < 1){
const err26 = {instancePath:instancePath+"/skip",schemaPath:"#/definitions/skip/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema33,data:data19};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
if(data.only !== undefined){
let data20 = data.only;
if(typeof data20 !== "boolean"){
const err27 = {instancePath:instancePath+"/only",schemaPath:"#/definitions/only/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema34.type,parentSchema:schema34,data:data20};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.tags !== undefined){
let data21 = data.tags;
if((typeof data21 !== "string") && (!(Array.isArray(data21)))){
const err28 = {instancePath:instancePath+"/tags",schemaPath:"#/definitions/tags/type",keyword:"type",params:{type: schema35.type},message:"must be string,array",schema:schema35.type,parentSchema:schema35,data:data21};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(typeof data21 === "string"){
if(data21.length < 1){
const err29 = {instancePath:instancePath+"/tags",schemaPath:"#/definitions/tags/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema35,data:data21};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(Array.isArray(data21)){
const len0 = data21.length;
for(let i0=0; i0<len0; i0++){
let data22 = data21[i0];
if(typeof data22 === "string"){
if(data22.length < 1){
const err30 = {instancePath:instancePath+"/tags/" + i0,schemaPath:"#/definitions/tags/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema35.items,data:data22};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
else {
const err31 = {instancePath:instancePath+"/tags/" + i0,schemaPath:"#/definitions/tags/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.items.type,parentSchema:schema35.items,data:data22};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
}
if(data.matrix !== undefined){
let data23 = data.matrix;
if(!data23 || typeof data23 != "object"){
const err32 = {instancePath:instancePath+"/matrix",schemaPath:"#/definitions/matrix/type",keyword:"type",params:{type: schema36.type},message:"must be object,array",schema:schema36.type,parentSchema:schema36,data:data23};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(Array.isArray(data23)){
if(data23.length < 1){
const err33 = {instancePath:instancePath+"/matrix",schemaPath:"#/definitions/matrix/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema36,data:data23};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
const len1 = data23.length;
for(let i1=0; i1<len1; i1++){
let data24 = data23[i1];
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
if(Object.keys(data24).length < 1){
const err34 = {instancePath:instancePath+"/matrix/" + i1,schemaPath:"#/definitions/matrix/items/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema36.items,data:data24};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/matrix/" + i1,schemaPath:"#/definitions/matrix/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema36.items.type,parentSchema:schema36.items,data:data24};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
if(Object.keys(data23).length < 1){
const err36 = {instancePath:instancePath+"/matrix",schemaPath:"#/definitions/matrix/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema36,data:data23};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
for(const key4 in data23){
let data25 = data23[key4];
if(Array.isArray(data25)){
if(data25.length < 1){
const err37 = {instancePath:instancePath+"/matrix/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/matrix/additionalProperties/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema36.additionalProperties,data:data25};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/matrix/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/matrix/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema36.additionalProperties.type,parentSchema:schema36.additionalProperties,data:data25};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
}
if(data.expect !== undefined){
if(!(validate18(data.expect, {instancePath:instancePath+"/expect",parentData:data,parentDataProperty:"expect",rootData}))){
vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
errors = vErrors.length;
}
}
}
else {
const err39 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.type,parentSchema:schema12,data};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
validate28.errors = vErrors;
return errors === 0;
}

export const validateExpect = validate33;

function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema37.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema37,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.status !== undefined){
let data0 = data.status;
if(!(((((data0 === "success") || (data0 === "error")) || (data0 === "timeout")) || (data0 === "crash")) || (data0 === "failure"))){
const err1 = {instancePath:instancePath+"/status",schemaPath:"#/properties/status/enum",keyword:"enum",params:{allowedValues: schema37.properties.status.enum},message:"must be equal to one of the allowed values",schema:schema37.properties.status.enum,parentSchema:schema37.properties.status,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.error !== undefined){
let data1 = data.error;
if((typeof data1 !== "string") && (!(data1 && typeof data1 == "object" && !Array.isArray(data1)))){
const err2 = {instancePath:instancePath+"/error",schemaPath:"#/properties/error/type",keyword:"type",params:{type: schema37.properties.error.type},message:"must be string,object",schema:schema37.properties.error.type,parentSchema:schema37.properties.error,data:data1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(typeof data1 === "string"){
if(data1.length < 1){
const err3 = {instancePath:instancePath+"/error",schemaPath:"#/properties/error/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema37.properties.error,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(Object.keys(data1).length < 1){
const err4 = {instancePath:instancePath+"/error",schemaPath:"#/properties/error/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema37.properties.error,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key1 in data1){
if(!((key1 === "type") || (key1 === "message"))){
const err5 = {instancePath:instancePath+"/error",schemaPath:"#/properties/error/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema37.properties.error,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data1.type !== undefined){
let data2 = data1.type;
if(typeof data2 === "string"){
if(data2.length < 1){
const err6 = {instancePath:instancePath+"/error/type",schemaPath:"#/properties/error/properties/type/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema37.properties.error.properties.type,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/error/type",schemaPath:"#/properties/error/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema37.properties.error.properties.type.type,parentSchema:schema37.properties.error.properties.type,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data1.message !== undefined){
let data3 = data1.message;
if(typeof data3 !== "string"){
const err8 = {instancePath:instancePath+"/error/message",schemaPath:"#/properties/error/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema37.properties.error.properties.message.type,parentSchema:schema37.properties.error.properties.message,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
}
if(data.exact !== undefined){
let data4 = data.exact;
if(typeof data4 !== "boolean"){
const err9 = {instancePath:instancePath+"/exact",schemaPath:"#/properties/exact/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema37.properties.exact.type,parentSchema:schema37.properties.exact,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data["status-code"] !== undefined){
let data5 = data["status-code"];
if(((!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))) && (typeof data5 !== "string")) && (!(data5 && typeof data5 == "object" && !Array.isArray(data5)))){
const err10 = {instancePath:instancePath+"/status-code",schemaPath:"#/properties/status-code/type",keyword:"type",params:{type: schema37.properties["status-code"].type},message:"must be integer,string,object",schema:schema37.properties["status-code"].type,parentSchema:schema37.properties["status-code"],data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.headers !== undefined){
let data6 = data.headers;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key2 in data6){
let data7 = data6[key2];
if((((!data7 || typeof data7 != "object") && (typeof data7 !== "string")) && (!((typeof data7 == "number") && (isFinite(data7))))) && (typeof data7 !== "boolean")){
const err11 = {instancePath:instancePath+"/headers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/headers/additionalProperties/type",keyword:"type",params:{type: schema37.properties.headers.additionalProperties.type},message:"must be string,number,boolean,array,object",schema:schema37.properties.headers.additionalProperties.type,parentSchema:schema37.properties.headers.additionalProperties,data:data7};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/headers",schemaPath:"#/properties/headers/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema37.properties.headers.type,parentSchema:schema37.properties.headers,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.schema !== undefined){
let data8 = data.schema;
if(typeof data8 === "string"){
if(data8.length < 1){
const err13 = {instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema37.properties.schema,data:data8};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/schema",schemaPath:"#/properties/schema/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema37.properties.schema.type,parentSchema:schema37.properties.schema,data:data8};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.log !== undefined){
let data9 = data.log;
if((!data9 || typeof data9 != "object") && (typeof data9 !== "string")){
const err15 = {instancePath:instancePath+"/log",schemaPath:"#/properties/log/type",keyword:"type",params:{type: schema37.properties.log.type},message:"must be string,array,object",schema:schema37.properties.log.type,parentSchema:schema37.properties.log,data:data9};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(typeof data9 === "string"){
if(data9.length < 1){
const err16 = {instancePath:instancePath+"/log",schemaPath:"#/properties/log/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema37.properties.log,data:data9};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(Array.isArray(data9)){
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
let data10 = data9[i0];
if(typeof data10 === "string"){
if(data10.length < 1){
const err17 = {instancePath:instancePath+"/log/" + i0,schemaPath:"#/properties/log/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema37.properties.log.items,data:data10};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/log/" + i0,schemaPath:"#/properties/log/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema37.properties.log.items.type,parentSchema:schema37.properties.log.items,data:data10};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(Object.keys(data9).length < 1){
const err19 = {instancePath:instancePath+"/log",schemaPath:"#/properties/log/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema37.properties.log,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
for(const key3 in data9){
if(!(((key3 === "contains") || (key3 === "matches")) || (key3 === "not"))){
const err20 = {instancePath:instancePath+"/log",schemaPath:"#/properties/log/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema37.properties.log,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data9.contains !== undefined){
let data11 = data9.contains;
if((typeof data11 !== "string") && (!(Array.isArray(data11)))){
const err21 = {instancePath:instancePath+"/log/contains",schemaPath:"#/definitions/textOrTexts/type",keyword:"type",params:{type: schema28.type},message:"must be string,array",schema:schema28.type,parentSchema:schema28,data:data11};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(typeof data11 === "string"){
if(data11.length < 1){
const err22 = {instancePath:instancePath+"/log/contains",schemaPath:"#/definitions/textOrTexts/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28,data:data11};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(Array.isArray(data11)){
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
let data12 = data11[i1];
if(typeof data12 === "string"){
if(data12.length < 1){
const err23 = {instancePath:instancePath+"/log/contains/" + i1,schemaPath:"#/definitions/textOrTexts/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28.items,data:data12};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/log/contains/" + i1,schemaPath:"#/definitions/textOrTexts/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.items.type,parentSchema:schema28.items,data:data12};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
}
if(data9.matches !== undefined){
let data13 = data9.matches;
if((typeof data13 !== "string") && (!(Array.isArray(data13)))){
const err25 = {instancePath:instancePath+"/log/matches",schemaPath:"#/definitions/textOrTexts/type",keyword:"type",params:{type: schema28.type},message:"must be string,array",schema:schema28.type,parentSchema:schema28,data:data13};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(typeof data13 === "string"){
if(data13.length < 1){
const err26 = {instancePath:instancePath+"/log/matches",schemaPath:"#/definitions/textOrTexts/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28,data:data13};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(Array.isArray(data13)){
const len2 = data13.length;
for(let i2=0; i2<len2; i2++){
let data14 = data13[i2];
if(typeof data14 === "string"){
if(data14.length < 1){
const err27 = {instancePath:instancePath+"/log/matches/" + i2,schemaPath:"#/definitions/textOrTexts/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28.items,data:data14};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/log/matches/" + i2,schemaPath:"#/definitions/textOrTexts/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.items.type,parentSchema:schema28.items,data:data14};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
}
if(data9.not !== undefined){
let data15 = data9.not;
if((!data15 || typeof data15 != "object") && (typeof data15 !== "string")){
const err29 = {instancePath:instancePath+"/log/not",schemaPath:"#/properties/log/properties/not/type",keyword:"type",params:{type: schema37.properties.log.properties.not.type},message:"must be string,array,object",schema:schema37.properties.log.properties.not.type,parentSchema:schema37.properties.log.properties.not,data:data15};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(typeof data15 === "string"){
if(data15.length < 1){
const err30 = {instancePath:instancePath+"/log/not",schemaPath:"#/properties/log/properties/not/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema37.properties.log.properties.not,data:data15};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(Array.isArray(data15)){
const len3 = data15.length;
for(let i3=0; i3<len3; i3++){
let data16 = data15[i3];
if(typeof data16 === "string"){
if(data16.length < 1){
const err31 = {instancePath:instancePath+"/log/not/" + i3,schemaPath:"#/properties/log/properties/not/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema37.properties.log.properties.not.items,data:data16};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/log/not/" + i3,schemaPath:"#/properties/log/properties/not/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema37.properties.log.properties.not.items.type,parentSchema:schema37.properties.log.properties.not.items,data:data16};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(Object.keys(data15).length < 1){
const err33 = {instancePath:instancePath+"/log/not",schemaPath:"#/properties/log/properties/not/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema37.properties.log.properties.not,data:data15};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
for(const key4 in data15){
if(!((key4 === "contains") || (key4 === "matches"))){
const err34 = {instancePath:instancePath+"/log/not",schemaPath:"#/properties/log/properties/not/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema37.properties.log.properties.not,data:data15};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data15.contains !== undefined){
let data17 = data15.contains;
if((typeof data17 !== "string") && (!(Array.isArray(data17)))){
const err35 = {instancePath:instancePath+"/log/not/contains",schemaPath:"#/definitions/textOrTexts/type",keyword:"type",params:{type: schema28.type},message:"must be string,array",schema:schema28.type,parentSchema:schema28,data:data17};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(typeof data17 === "string"){
if(data17.length < 1){
const err36 = {instancePath:instancePath+"/log/not/contains",schemaPath:"#/definitions/textOrTexts/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28,data:data17};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(Array.isArray(data17)){
const len4 = data17.length;
for(let i4=0; i4<len4; i4++){
let data18 = data17[i4];
if(typeof data18 === "string"){
if(data18.length < 1){
const err37 = {instancePath:instancePath+"/log/not/contains/" + i4,schemaPath:"#/definitions/textOrTexts/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28.items,data:data18};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/log/not/contains/" + i4,schemaPath:"#/definitions/textOrTexts/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.items.type,parentSchema:schema28.items,data:data18};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
}
if(data15.matches !== undefined){
let data19 = data15.matches;
if((typeof data19 !== "string") && (!(Array.isArray(data19)))){
const err39 = {instancePath:instancePath+"/log/not/matches",schemaPath:"#/definitions/textOrTexts/type",keyword:"type",params:{type: schema28.type},message:"must be string,array",schema:schema28.type,parentSchema:schema28,data:data19};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(typeof data19 === "string"){
if(data19.length < 1){
const err40 = {instancePath:instancePath+"/log/not/matches",schemaPath:"#/definitions/textOrTexts/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28,data:data19};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(Array.isArray(data19)){
const len5 = data19.length;
for(let i5=0; i5<len5; i5++){
let data20 = data19[i5];
if(typeof data20 === "string"){
if(data20.length < 1){
const err41 = {instancePath:instancePath+"/log/not/matches/" + i5,schemaPath:"#/definitions/textOrTexts/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28.items,data:data20};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
else {
const err42 = {instancePath:instancePath+"/log/not/matches/" + i5,schemaPath:"#/definitions/textOrTexts/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.items.type,parentSchema:schema28.items,data:data20};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
}
}
}
}
}
if(data["max-duration-ms"] !== undefined){
let data21 = data["max-duration-ms"];
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 <= 0 || isNaN(data21)){
const err43 = {instancePath:instancePath+"/max-duration-ms",schemaPath:"#/properties/max-duration-ms/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema37.properties["max-duration-ms"],data:data21};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/max-duration-ms",schemaPath:"#/properties/max-duration-ms/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema37.properties["max-duration-ms"].type,parentSchema:schema37.properties["max-duration-ms"],data:data21};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data["max-init-ms"] !== undefined){
let data22 = data["max-init-ms"];
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 <= 0 || isNaN(data22)){
const err45 = {instancePath:instancePath+"/max-init-ms",schemaPath:"#/properties/max-init-ms/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema37.properties["max-init-ms"],data:data22};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
else {
const err46 = {instancePath:instancePath+"/max-init-ms",schemaPath:"#/properties/max-init-ms/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema37.properties["max-init-ms"].type,parentSchema:schema37.properties["max-init-ms"],data:data22};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data["max-memory-mb"] !== undefined){
let data23 = data["max-memory-mb"];
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 <= 0 || isNaN(data23)){
const err47 = {instancePath:instancePath+"/max-memory-mb",schemaPath:"#/properties/max-memory-mb/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema37.properties["max-memory-mb"],data:data23};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/max-memory-mb",schemaPath:"#/properties/max-memory-mb/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema37.properties["max-memory-mb"].type,parentSchema:schema37.properties["max-memory-mb"],data:data23};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data["max-response-bytes"] !== undefined){
let data24 = data["max-response-bytes"];
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
const err49 = {instancePath:instancePath+"/max-response-bytes",schemaPath:"#/properties/max-response-bytes/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema37.properties["max-response-bytes"].type,parentSchema:schema37.properties["max-response-bytes"],data:data24};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 < 0 || isNaN(data24)){
const err50 = {instancePath:instancePath+"/max-response-bytes",schemaPath:"#/properties/max-response-bytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema37.properties["max-response-bytes"],data:data24};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
if(data.aws !== undefined){
let data25 = data.aws;
if(!data25 || typeof data25 != "object"){
const err51 = {instancePath:instancePath+"/aws",schemaPath:"#/properties/aws/type",keyword:"type",params:{type: schema37.properties.aws.type},message:"must be object,array",schema:schema37.properties.aws.type,parentSchema:schema37.properties.aws,data:data25};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
if(Array.isArray(data25)){
const len6 = data25.length;
for(let i6=0; i6<len6; i6++){
let data26 = data25[i6];
if((typeof data26 !== "string") && (!(data26 && typeof data26 == "object" && !Array.isArray(data26)))){
const err52 = {instancePath:instancePath+"/aws/" + i6,schemaPath:"#/definitions/awsCall/type",keyword:"type",params:{type: schema42.type},message:"must be string,object",schema:schema42.type,parentSchema:schema42,data:data26};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
if(typeof data26 === "string"){
if(data26.length < 1){
const err53 = {instancePath:instancePath+"/aws/" + i6,schemaPath:"#/definitions/awsCall/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema42,data:data26};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if(data26.call === undefined){
const err54 = {instancePath:instancePath+"/aws/" + i6,schemaPath:"#/definitions/awsCall/required",keyword:"required",params:{missingProperty: "call"},message:"must have required property '"+"call"+"'",schema:schema42.required,parentSchema:schema42,data:data26};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
for(const key5 in data26){
if(!((((key5 === "call") || (key5 === "members")) || (key5 === "times")) || (key5 === "never"))){
const err55 = {instancePath:instancePath+"/aws/" + i6,schemaPath:"#/definitions/awsCall/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema42,data:data26};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
if(data26.call !== undefined){
let data27 = data26.call;
if(typeof data27 === "string"){
if(data27.length < 1){
const err56 = {instancePath:instancePath+"/aws/" + i6+"/call",schemaPath:"#/definitions/awsCall/properties/call/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema42.properties.call,data:data27};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
else {
const err57 = {instancePath:instancePath+"/aws/" + i6+"/call",schemaPath:"#/definitions/awsCall/properties/call/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.properties.call.type,parentSchema:schema42.properties.call,data:data27};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data26.members !== undefined){
let data28 = data26.members;
if(!(data28 && typeof data28 == "object" && !Array.isArray(data28))){
const err58 = {instancePath:instancePath+"/aws/" + i6+"/members",schemaPath:"#/definitions/awsCall/properties/members/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema42.properties.members.type,parentSchema:schema42.properties.members,data:data28};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
if(data26.times !== undefined){
let data29 = data26.times;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
const err59 = {instancePath:instancePath+"/aws/" + i6+"/times",schemaPath:"#/definitions/awsCall/properties/times/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema42.properties.times.type,parentSchema:schema42.properties.times,data:data29};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 < 0 || isNaN(data29)){
const err60 = {instancePath:instancePath+"/aws/" + i6+"/times",schemaPath:"#/definitions/awsCall/properties/times/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema42.properties.times,data:data29};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
}
if(data26.never !== undefined){
let data30 = data26.never;
if(typeof data30 !== "boolean"){
const err61 = {instancePath:instancePath+"/aws/" + i6+"/never",schemaPath:"#/definitions/awsCall/properties/never/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema42.properties.never.type,parentSchema:schema42.properties.never,data:data30};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
}
}
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.calls === undefined){
const err62 = {instancePath:instancePath+"/aws",schemaPath:"#/properties/aws/required",keyword:"required",params:{missingProperty: "calls"},message:"must have required property '"+"calls"+"'",schema:schema37.properties.aws.required,parentSchema:schema37.properties.aws,data:data25};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
for(const key6 in data25){
if(!((key6 === "calls") || (key6 === "order"))){
const err63 = {instancePath:instancePath+"/aws",schemaPath:"#/properties/aws/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties",schema:false,parentSchema:schema37.properties.aws,data:data25};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
if(data25.calls !== undefined){
let data31 = data25.calls;
if(Array.isArray(data31)){
const len7 = data31.length;
for(let i7=0; i7<len7; i7++){
let data32 = data31[i7];
if((typeof data32 !== "string") && (!(data32 && typeof data32 == "object" && !Array.isArray(data32)))){
const err64 = {instancePath:instancePath+"/aws/calls/" + i7,schemaPath:"#/definitions/awsCall/type",keyword:"type",params:{type: schema42.type},message:"must be string,object",schema:schema42.type,parentSchema:schema42,data:data32};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if(typeof data32 === "string"){
if(data32.length < 1){
const err65 = {instancePath:instancePath+"/aws/calls/" + i7,schemaPath:"#/definitions/awsCall/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema42,data:data32};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
if(data32.call === undefined){
const err66 = {instancePath:instancePath+"/aws/calls/" + i7,schemaPath:"#/definitions/awsCall/required",keyword:"required",params:{missingProperty: "call"},message:"must have required property '"+"call"+"'",schema:schema42.required,parentSchema:schema42,data:data32};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
for(const key7 in data32){
if(!((((key7 === "call") || (key7 === "members")) || (key7 === "times")) || (key7 === "never"))){
const err67 = {instancePath:instancePath+"/aws/calls/" + i7,schemaPath:"#/definitions/awsCall/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties",schema:false,parentSchema:schema42,data:data32};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data32.call !== undefined){
let data33 = data32.call;
if(typeof data33 === "string"){
if(data33.length < 1){
const err68 = {instancePath:instancePath+"/aws/calls/" + i7+"/call",schemaPath:"#/definitions/awsCall/properties/call/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema42.properties.call,data:data33};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
else {
const err69 = {instancePath:instancePath+"/aws/calls/" + i7+"/call",schemaPath:"#/definitions/awsCall/properties/call/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema42.properties.call.type,parentSchema:schema42.properties.call,data:data33};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data32.members !== undefined){
let data34 = data32.members;
if(!(data34 && typeof data34 == "object" && !Array.isArray(data34))){
const err70 = {instancePath:instancePath+"/aws/calls/" + i7+"/members",schemaPath:"#/definitions/awsCall/properties/members/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema42.properties.members.type,parentSchema:schema42.properties.members,data:data34};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data32.times !== undefined){
let data35 = data32.times;
if(!(((typeof data35 == "number") && (!(data35 % 1) && !isNaN(data35))) && (isFinite(data35)))){
const err71 = {instancePath:instancePath+"/aws/calls/" + i7+"/times",schemaPath:"#/definitions/awsCall/properties/times/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema42.properties.times.type,parentSchema:schema42.properties.times,data:data35};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
if((typeof data35 == "number") && (isFinite(data35))){
if(data35 < 0 || isNaN(data35)){
const err72 = {instancePath:instancePath+"/aws/calls/" + i7+"/times",schemaPath:"#/definitions/awsCall/properties/times/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema42.properties.times,data:data35};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
}
if(data32.never !== undefined){
let data36 = data32.never;
if(typeof data36 !== "boolean"){
const err73 = {instancePath:instancePath+"/aws/calls/" + i7+"/never",schemaPath:"#/definitions/awsCall/properties/never/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema42.properties.never.type,parentSchema:schema42.properties.never,data:data36};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
}
}
}
else {
const err74 = {instancePath:instancePath+"/aws/calls",schemaPath:"#/properties/aws/properties/calls/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema37.properties.aws.properties.calls.type,parentSchema:schema37.properties.aws.properties.calls,data:data31};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data25.order !== undefined){
let data37 = data25.order;
if(typeof data37 !== "boolean"){
const err75 = {instancePath:instancePath+"/aws/order",schemaPath:"#/properties/aws/properties/order/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema37.properties.aws.properties.order.type,parentSchema:schema37.properties.aws.properties.order,data:data37};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
}
if(data.snapshot !== undefined){
let data38 = data.snapshot;
if((typeof data38 !== "boolean") && (!(data38 && typeof data38 == "object" && !Array.isArray(data38)))){
const err76 = {instancePath:instancePath+"/snapshot",schemaPath:"#/properties/snapshot/type",keyword:"type",params:{type: schema37.properties.snapshot.type},message:"must be boolean,object",schema:schema37.properties.snapshot.type,parentSchema:schema37.properties.snapshot,data:data38};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
for(const key8 in data38){
if(!((key8 === "ignore") || (key8 === "volatile"))){
const err77 = {instancePath:instancePath+"/snapshot",schemaPath:"#/properties/snapshot/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema37.properties.snapshot,data:data38};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
if(data38.ignore !== undefined){
let data39 = data38.ignore;
if((typeof data39 !== "string") && (!(Array.isArray(data39)))){
const err78 = {instancePath:instancePath+"/snapshot/ignore",schemaPath:"#/definitions/textOrTexts/type",keyword:"type",params:{type: schema28.type},message:"must be string,array",schema:schema28.type,parentSchema:schema28,data:data39};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if(typeof data39 === "string"){
if(data39.length < 1){
const err79 = {instancePath:instancePath+"/snapshot/ignore",schemaPath:"#/definitions/textOrTexts/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28,data:data39};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
if(Array.isArray(data39)){
const len8 = data39.length;
for(let i8=0; i8<len8; i8++){
let data40 = data39[i8];
if(typeof data40 === "string"){
if(data40.length < 1){
const err80 = {instancePath:instancePath+"/snapshot/ignore/" + i8,schemaPath:"#/definitions/textOrTexts/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema28.items,data:data40};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
else {
const err81 = {instancePath:instancePath+"/snapshot/ignore/" + i8,schemaPath:"#/definitions/textOrTexts/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema28.items.type,parentSchema:schema28.items,data:data40};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
}
}
if(data38.volatile !== undefined){
let data41 = data38.volatile;
if(typeof data41 !== "boolean"){
const err82 = {instancePath:instancePath+"/snapshot/volatile",schemaPath:"#/properties/snapshot/properties/volatile/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema37.properties.snapshot.properties.volatile.type,parentSchema:schema37.properties.snapshot.properties.volatile,data:data41};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
}
}
}
}
else {
const err83 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema37.type,parentSchema:schema37,data};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
validate33.errors = vErrors;
return errors === 0;
}

