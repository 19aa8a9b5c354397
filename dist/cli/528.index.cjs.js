"use strict";
exports.id = 528;
exports.ids = [528];
exports.modules = {

/***/ 2528:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  evaluateIntrinsics: () => (/* binding */ evaluateIntrinsics)
});

// EXTERNAL MODULE: ./lib/src/service/cloudformation/intrinsic-failure.js
var intrinsic_failure = __webpack_require__(1195);
// EXTERNAL MODULE: ./lib/src/service/cloudformation/values.js
var cloudformation_values = __webpack_require__(5521);
;// CONCATENATED MODULE: ./lib/src/service/cloudformation/conditions.js


/** `Fn::If`: one of two values, of which only that one is evaluated. */
async function choose(argument, evaluation) {
    const [name, whenTrue, whenFalse, ...others] = (0,cloudformation_values/* listOf */.c3)(argument, 'an Fn::If');
    if (whenFalse === undefined || others.length > 0) {
        throw new intrinsic_failure/* IntrinsicFailure */.a('holds an Fn::If that is not a condition and two values');
    }
    const holds = await namedCondition((0,cloudformation_values/* textOf */.b6)(name, 'a condition of an Fn::If'), evaluation);
    return evaluation.evaluate(holds ? whenTrue : whenFalse);
}
async function namedCondition(name, evaluation) {
    const condition = await evaluation.template.condition(name);
    if (condition === undefined)
        throw new intrinsic_failure/* IntrinsicFailure */.a(`needs the condition ${name}, which is not declared`);
    return conditionHolds(condition, evaluation.within(`the condition ${name}`));
}
/** Whether a condition holds: a function of conditions, or the name of one under `Condition`. */
async function conditionHolds(value, evaluation) {
    const [entry] = (0,cloudformation_values/* isMapping */.pi)(value) ? Object.entries(value) : [];
    const [name, argument] = entry ?? [];
    switch (name) {
        case 'Condition':
            return namedCondition((0,cloudformation_values/* textOf */.b6)(argument, 'the name of a condition'), evaluation);
        case 'Fn::Equals': {
            const [left, right] = await Promise.all((0,cloudformation_values/* listOf */.c3)(argument, 'an Fn::Equals').map(evaluation.evaluate));
            return comparable(left) === comparable(right);
        }
        case 'Fn::Not': {
            const [negated] = (0,cloudformation_values/* listOf */.c3)(argument, 'an Fn::Not');
            return !(await conditionHolds(negated, evaluation));
        }
        case 'Fn::And':
            return (await conditions_all(argument, name, evaluation)).every(Boolean);
        case 'Fn::Or':
            return (await conditions_all(argument, name, evaluation)).some(Boolean);
        default:
            throw new intrinsic_failure/* IntrinsicFailure */.a('needs a condition that is no function of conditions');
    }
}
function conditions_all(argument, name, evaluation) {
    return Promise.all((0,cloudformation_values/* listOf */.c3)(argument, `an ${name}`).map((each) => conditionHolds(each, evaluation)));
}
/** CloudFormation compares the texts of values. */
function comparable(value) {
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
//# sourceMappingURL=conditions.js.map
;// CONCATENATED MODULE: ./lib/src/service/cloudformation/network-functions.js


const maxBlocks = 256;
const addressBits = 32;
/** `Fn::Cidr: [block, count, bits]`: the first subnets of a block of IPv4, each of that many bits for its own addresses. */
async function subnets(argument, evaluation) {
    const [block, count, bits] = await Promise.all((0,cloudformation_values/* listOf */.c3)(argument, 'an Fn::Cidr').map(evaluation.evaluate));
    const [, address = '', prefix = ''] = /^((?:\d{1,3}\.){3}\d{1,3})\/(\d+)$/.exec((0,cloudformation_values/* textOf */.b6)(block, 'a block')) ?? [];
    const parts = address.split('.').map(Number);
    const ownBits = wholeNumber(bits);
    const wanted = wholeNumber(count);
    if (parts.length !== 4 || parts.some((part) => part > 255) || Number(prefix) > addressBits) {
        throw new intrinsic_failure/* IntrinsicFailure */.a(`holds an Fn::Cidr of ${(0,cloudformation_values/* textOf */.b6)(block, 'a block')}, which is no block of IPv4`);
    }
    if (!(wanted >= 1 && wanted <= maxBlocks && ownBits >= 1 && ownBits <= addressBits)) {
        throw new intrinsic_failure/* IntrinsicFailure */.a('holds an Fn::Cidr that is not a block, a count of 1 to 256 and a number of bits');
    }
    const size = 2 ** ownBits;
    const room = 2 ** (addressBits - Number(prefix));
    if (wanted * size > room) {
        throw new intrinsic_failure/* IntrinsicFailure */.a(`holds an Fn::Cidr of ${wanted} subnets, and ${address}/${prefix} has not room for them`);
    }
    const number = parts.reduce((sum, part) => sum * 256 + part, 0);
    const first = number - (number % room);
    return Array.from({ length: wanted }, (_, index) => blockAt(first + index * size, addressBits - ownBits));
}
function blockAt(number, prefix) {
    const parts = [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256);
    return `${parts.join('.')}/${prefix}`;
}
function wholeNumber(value) {
    const text = (0,cloudformation_values/* textOf */.b6)(value, 'a number of an Fn::Cidr');
    return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}
/** `Fn::GetAZs: region`: what only the account knows, so that only the caller can tell it. */
async function availabilityZones(argument, evaluation) {
    const named = (0,cloudformation_values/* textOf */.b6)(await evaluation.evaluate(argument), 'an Fn::GetAZs');
    const region = named === '' ? (await evaluation.stack()).region : named;
    const question = `getazs:${region}`;
    const given = evaluation.lookup.given(question);
    if (given !== undefined)
        return given.split(',').map((zone) => zone.trim());
    throw new intrinsic_failure/* IntrinsicFailure */.a(`needs the availability zones of ${region}, which differ between accounts`, {
        question,
        hint: 'They are a list with commas between them.',
    });
}
//# sourceMappingURL=network-functions.js.map
// EXTERNAL MODULE: ./lib/src/aws/partition.js
var partition = __webpack_require__(9274);
// EXTERNAL MODULE: ./lib/src/diagnostics/nearest-name.js
var nearest_name = __webpack_require__(7847);
;// CONCATENATED MODULE: ./lib/src/service/cloudformation/parameters.js


/**
 * What `Ref` gives for a parameter of the template: its default, a list where its type is one, and what the Parameter
 * Store holds where its default is the name of that. Source: CloudFormation user guide, "Parameters".
 * @throws IntrinsicFailure where it has no default, or the Parameter Store can't be asked
 */
async function parameterValue(name, { type = 'String', default: given }, { lookup }) {
    if (given === undefined || given === null) {
        throw new intrinsic_failure/* IntrinsicFailure */.a(`refers to the parameter ${name}, which has no default`, { question: `ref:${name}` });
    }
    const stored = /^AWS::SSM::Parameter::Value<(.*)>$/.exec(type)?.[1];
    const value = stored === undefined ? given : await storedValue(name, (0,cloudformation_values/* textOf */.b6)(given, `the default of ${name}`), lookup);
    return isList(stored ?? type) && typeof value === 'string' ? value.split(',').map((item) => item.trim()) : value;
}
async function storedValue(name, storedName, lookup) {
    const question = `ssm:${storedName}`;
    const value = lookup.given(question) ?? (await lookup.storedParameter(storedName));
    if (value !== undefined)
        return value;
    throw new intrinsic_failure/* IntrinsicFailure */.a(`refers to the parameter ${name}, whose value the Parameter Store has as ${storedName}`, {
        question,
    });
}
function isList(type) {
    return type === 'CommaDelimitedList' || type.startsWith('List<');
}
//# sourceMappingURL=parameters.js.map
;// CONCATENATED MODULE: ./lib/src/service/cloudformation/pseudo-parameters.js

/**
 * The value of `{ Ref: name }` for a pseudo parameter, `null` for `AWS::NoValue`; `undefined` where there is none of that
 * name. The unique end of `AWS::StackId` is all zeros: there is no stack.
 * Source: CloudFormation user guide, "Pseudo parameters reference".
 */
function pseudoParameter(name, { region, stackName, accountId }) {
    switch (name) {
        case 'AWS::AccountId':
            return accountId;
        case 'AWS::NotificationARNs':
            return [];
        case 'AWS::NoValue':
            return null;
        case 'AWS::Partition':
            return (0,partition/* partitionOf */.i)(region);
        case 'AWS::Region':
            return region;
        case 'AWS::StackId':
            return `arn:${(0,partition/* partitionOf */.i)(region)}:cloudformation:${region}:${accountId}:stack/${stackName}/00000000-0000-0000-0000-000000000000`;
        case 'AWS::StackName':
            return stackName;
        case 'AWS::URLSuffix':
            return (0,partition/* endpointDomainOf */.f)(region);
        default:
            return undefined;
    }
}
//# sourceMappingURL=pseudo-parameters.js.map
;// CONCATENATED MODULE: ./lib/src/service/cloudformation/resource-types.js

const arn = (service, resource) => `arn:{partition}:${service}:{region}:{account}:${resource}`;
const iamArn = (kind) => `arn:{partition}:iam::{account}:${kind}{Path=/}{name}`;
const stateMachineArn = arn('states', 'stateMachine:{name}');
const activityArn = arn('states', 'activity:{name}');
const topicArn = arn('sns', '{name}');
const queueUrl = 'https://sqs.{region}.{suffix}/{account}/{name}';
const userPoolProvider = 'cognito-idp.{region}.{suffix}/{name}';
const searchDomain = {
    nameProperty: 'DomainName',
    attributes: { Arn: arn('es', 'domain/{name}'), DomainArn: arn('es', 'domain/{name}') },
};
/**
 * The types of resources whose values functions are told about. Source: CloudFormation template reference, the section
 * "Return values" of each type; ARNs from the service authorization reference.
 */
const resourceTypes = {
    'AWS::ApiGateway::RestApi': { attributes: { RestApiId: '{name}' } },
    'AWS::ApiGateway::Stage': { nameProperty: 'StageName' },
    'AWS::ApiGatewayV2::Api': {
        attributes: { ApiEndpoint: '{scheme}://{name}.execute-api.{region}.{suffix}', ApiId: '{name}' },
    },
    'AWS::ApiGatewayV2::Stage': { nameProperty: 'StageName' },
    'AWS::Athena::WorkGroup': { nameProperty: 'Name' },
    'AWS::CloudWatch::Alarm': { nameProperty: 'AlarmName', attributes: { Arn: arn('cloudwatch', 'alarm:{name}') } },
    'AWS::Cognito::UserPool': {
        attributes: {
            Arn: arn('cognito-idp', 'userpool/{name}'),
            ProviderName: userPoolProvider,
            ProviderURL: `https://${userPoolProvider}`,
            UserPoolId: '{name}',
        },
    },
    'AWS::Cognito::UserPoolClient': { attributes: { ClientId: '{name}' } },
    'AWS::Cognito::UserPoolDomain': { nameProperty: 'Domain' },
    'AWS::DynamoDB::GlobalTable': { nameProperty: 'TableName', attributes: { Arn: arn('dynamodb', 'table/{name}') } },
    'AWS::DynamoDB::Table': { nameProperty: 'TableName', attributes: { Arn: arn('dynamodb', 'table/{name}') } },
    'AWS::EC2::SecurityGroup': { attributes: { GroupId: '{name}' } },
    'AWS::EC2::Subnet': {
        attributes: {
            AvailabilityZone: '{AvailabilityZone}',
            CidrBlock: '{CidrBlock}',
            SubnetId: '{name}',
            VpcId: '{VpcId}',
        },
    },
    'AWS::EC2::VPC': { attributes: { CidrBlock: '{CidrBlock}', VpcId: '{name}' } },
    'AWS::ECR::Repository': {
        nameProperty: 'RepositoryName',
        attributes: {
            Arn: arn('ecr', 'repository/{name}'),
            RepositoryUri: '{account}.dkr.ecr.{region}.{suffix}/{name}',
        },
    },
    'AWS::ECS::Cluster': { nameProperty: 'ClusterName', attributes: { Arn: arn('ecs', 'cluster/{name}') } },
    'AWS::Elasticsearch::Domain': searchDomain,
    'AWS::Events::EventBus': {
        nameProperty: 'Name',
        attributes: { Arn: arn('events', 'event-bus/{name}'), Name: '{name}' },
    },
    'AWS::Events::Rule': {
        nameProperty: 'Name',
        attributes: { Arn: arn('events', 'rule/{name}') },
        unless: 'EventBusName',
    },
    'AWS::IAM::Group': { nameProperty: 'GroupName', attributes: { Arn: iamArn('group') } },
    'AWS::IAM::InstanceProfile': { nameProperty: 'InstanceProfileName', attributes: { Arn: iamArn('instance-profile') } },
    'AWS::IAM::ManagedPolicy': {
        nameProperty: 'ManagedPolicyName',
        ref: iamArn('policy'),
        attributes: { PolicyArn: iamArn('policy') },
    },
    'AWS::IAM::Role': { nameProperty: 'RoleName', attributes: { Arn: iamArn('role') } },
    'AWS::IAM::User': { nameProperty: 'UserName', attributes: { Arn: iamArn('user') } },
    'AWS::Kinesis::Stream': { nameProperty: 'Name', attributes: { Arn: arn('kinesis', 'stream/{name}') } },
    'AWS::KinesisFirehose::DeliveryStream': {
        nameProperty: 'DeliveryStreamName',
        attributes: { Arn: arn('firehose', 'deliverystream/{name}') },
    },
    'AWS::KMS::Alias': { nameProperty: 'AliasName' },
    'AWS::KMS::Key': { attributes: { Arn: arn('kms', 'key/{name}'), KeyId: '{name}' } },
    'AWS::Lambda::Function': { nameProperty: 'FunctionName', attributes: { Arn: arn('lambda', 'function:{name}') } },
    'AWS::Logs::LogGroup': { nameProperty: 'LogGroupName', attributes: { Arn: arn('logs', 'log-group:{name}:*') } },
    'AWS::OpenSearchService::Domain': searchDomain,
    'AWS::S3::Bucket': {
        nameProperty: 'BucketName',
        attributes: {
            Arn: 'arn:{partition}:s3:::{name}',
            DomainName: '{name}.s3.{suffix}',
            DualStackDomainName: '{name}.s3.dualstack.{region}.{suffix}',
            RegionalDomainName: '{name}.s3.{region}.{suffix}',
            WebsiteURL: 'http://{name}.{website}',
        },
    },
    'AWS::Scheduler::Schedule': {
        nameProperty: 'Name',
        attributes: { Arn: arn('scheduler', 'schedule/{GroupName=default}/{name}') },
    },
    'AWS::Scheduler::ScheduleGroup': {
        nameProperty: 'Name',
        attributes: { Arn: arn('scheduler', 'schedule-group/{name}') },
    },
    'AWS::SNS::Topic': {
        nameProperty: 'TopicName',
        ref: topicArn,
        attributes: { TopicArn: topicArn, TopicName: '{name}' },
    },
    'AWS::SQS::Queue': {
        nameProperty: 'QueueName',
        ref: queueUrl,
        attributes: { Arn: arn('sqs', '{name}'), QueueName: '{name}', QueueUrl: queueUrl },
    },
    'AWS::SSM::Parameter': { nameProperty: 'Name', attributes: { Type: '{Type}', Value: '{Value}' } },
    'AWS::StepFunctions::Activity': {
        nameProperty: 'Name',
        ref: activityArn,
        attributes: { Arn: activityArn, Name: '{name}' },
    },
    'AWS::StepFunctions::StateMachine': {
        nameProperty: 'StateMachineName',
        ref: stateMachineArn,
        attributes: { Arn: stateMachineArn, Name: '{name}' },
    },
    // The ARN of a secret ends in letters that are made up when it is created.
    'AWS::SecretsManager::Secret': { attributes: { Id: '{name}' } },
};
/** The regions whose websites have a dash before the region. Source: AWS general reference, "Amazon S3 website endpoints". */
const websitesWithDash = new Set([
    'ap-northeast-1',
    'ap-southeast-1',
    'ap-southeast-2',
    'eu-west-1',
    'sa-east-1',
    'us-east-1',
    'us-gov-west-1',
    'us-west-1',
    'us-west-2',
]);
/** The host that S3's websites in a region lie below. */
function websiteHostOf(region) {
    return `s3-website${websitesWithDash.has(region) ? '-' : '.'}${region}.${(0,partition/* endpointDomainOf */.f)(region)}`;
}
/** What is known of a type; `undefined` for one of which nothing is. */
function resourceType(name) {
    return Object.hasOwn(resourceTypes, name) ? resourceTypes[name] : undefined;
}
/** The name of a resource inside of its physical id, which is the name itself, a URL or an ARN that ends in it. */
function nameInPhysicalId({ ref = '{name}' }, physicalId) {
    return ref === '{name}' ? physicalId : (physicalId.split(/[/:]/).at(-1) ?? physicalId);
}
//# sourceMappingURL=resource-types.js.map
;// CONCATENATED MODULE: ./lib/src/service/cloudformation/references.js







/**
 * `Ref`: a pseudo parameter, a parameter's value, or the physical id of a resource: as the caller gave it, as the
 * template makes it, or as the deployed stack has it.
 * @returns `undefined` for `AWS::NoValue`
 */
async function reference(name, evaluation) {
    const { template, lookup, stack } = evaluation;
    const question = `ref:${name}`;
    const given = lookup.given(question);
    if (given !== undefined)
        return given;
    if (name.startsWith('AWS::')) {
        const known = pseudoParameter(name, await stack());
        if (known !== undefined)
            return known ?? undefined;
        throw new intrinsic_failure/* IntrinsicFailure */.a(`refers to ${name}, which is no pseudo parameter of CloudFormation`);
    }
    const parameter = await template.parameter(name);
    if (parameter !== undefined)
        return parameterValue(name, parameter, evaluation);
    const resource = await template.resource(name);
    if (resource === undefined) {
        const id = await lookup.physicalId(name).catch(ignoreFailure);
        if (id !== undefined)
            return id;
        throw await unknownName(name, question, evaluation);
    }
    const id = (await declaredId(name, resource, evaluation)) ?? (await lookup.physicalId(name));
    if (id !== undefined)
        return id;
    throw new intrinsic_failure/* IntrinsicFailure */.a(`refers to ${name}, whose ${whatRefGives(resource)} is known only once it is deployed`, {
        question,
    });
}
/** `Fn::GetAtt`: an attribute of a resource, as the caller gave it, or as its name makes it. */
async function attribute(logicalId, name, evaluation) {
    const { template, lookup } = evaluation;
    const question = `getatt:${logicalId}.${name}`;
    const given = lookup.given(question);
    if (given !== undefined)
        return given;
    const resource = await template.resource(logicalId);
    if (resource === undefined)
        throw await unknownName(logicalId, question, evaluation);
    const type = resourceType(resource.type) ?? {};
    const { attributes = {} } = type;
    const text = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    const isKnown = text !== undefined && !(await isExceptional(type, resource));
    const filled = isKnown ? await fillIn(text, { logicalId, resource, type, evaluation, mayAsk: true }) : undefined;
    if (filled !== undefined)
        return filled;
    throw new intrinsic_failure/* IntrinsicFailure */.a(`is the attribute ${name} of ${logicalId} (${resource.type}), which is known only once it is deployed`, { question });
}
/** `Fn::ImportValue`: what another stack exports. */
async function importedValue(name, { lookup }) {
    const question = `import:${name}`;
    const value = lookup.given(question) ?? (await lookup.exportValue(name));
    if (value !== undefined)
        return value;
    throw new intrinsic_failure/* IntrinsicFailure */.a(`imports ${name}, which another stack exports`, { question });
}
/** What `Ref` gives for a resource by its template alone. */
async function declaredId(logicalId, resource, evaluation) {
    const type = resourceType(resource.type);
    if (type?.nameProperty === undefined || (await isExceptional(type, resource)))
        return undefined;
    return fillIn(type.ref ?? '{name}', { logicalId, resource, type, evaluation, mayAsk: false });
}
async function isExceptional({ unless }, resource) {
    return unless !== undefined && (await resource.property(unless)) !== undefined;
}
/** Fills in a text of the table of types; `undefined` where something in it is not known. */
async function fillIn(text, subject) {
    const { region, accountId } = await subject.evaluation.stack();
    const facts = {
        region,
        account: accountId,
        partition: (0,partition/* partitionOf */.i)(region),
        suffix: (0,partition/* endpointDomainOf */.f)(region),
        website: websiteHostOf(region),
    };
    let filled = '';
    for (const [index, part] of text.split(/[{}]/).entries()) {
        const isPlaceholder = index % 2 === 1;
        const piece = isPlaceholder ? (facts[part] ?? (await placeholder(part, subject))) : part;
        if (piece === undefined)
            return undefined;
        filled += piece;
    }
    return filled;
}
async function placeholder(part, subject) {
    if (part === 'name')
        return nameOf(subject);
    if (part === 'scheme')
        return (await propertyText('ProtocolType', subject)) === 'WEBSOCKET' ? 'wss' : 'https';
    const [property = '', fallback] = part.split('=');
    return (await propertyText(property, subject)) ?? fallback;
}
async function nameOf(subject) {
    const { logicalId, type, evaluation, mayAsk } = subject;
    const declared = type.nameProperty === undefined ? undefined : await propertyText(type.nameProperty, subject);
    if (declared !== undefined || !mayAsk)
        return declared;
    const { lookup } = evaluation;
    const id = lookup.given(`ref:${logicalId}`) ?? (await lookup.physicalId(logicalId));
    return id === undefined ? undefined : nameInPhysicalId(type, id);
}
async function propertyText(name, { logicalId, resource, evaluation }) {
    const value = await evaluation.within(`${logicalId}.${name}`).evaluate(await resource.property(name));
    return value === undefined || value === null ? undefined : (0,cloudformation_values/* textOf */.b6)(value, `the property ${name} of ${logicalId}`);
}
/** That the stack can't be asked matters less than that the template has no such name. */
function ignoreFailure(error) {
    if (error instanceof intrinsic_failure/* IntrinsicFailure */.a)
        return undefined;
    throw error;
}
function whatRefGives({ type }) {
    return resourceType(type)?.nameProperty === undefined ? 'id' : 'name';
}
async function unknownName(name, question, { template }) {
    const nearest = (0,nearest_name/* nearestName */.q)(name, await template.names());
    return new intrinsic_failure/* IntrinsicFailure */.a(`refers to ${name}, which the template does not declare`, {
        question,
        hint: nearest === undefined ? undefined : `Did you mean ${nearest}?`,
    });
}
//# sourceMappingURL=references.js.map
;// CONCATENATED MODULE: ./lib/src/service/cloudformation/text-functions.js



/** `Fn::Join: [delimiter, list]` */
async function join(argument, evaluation) {
    const [delimiter, list] = (0,cloudformation_values/* listOf */.c3)(argument, 'an Fn::Join');
    const items = (0,cloudformation_values/* listOf */.c3)(await evaluation.evaluate(list), 'an Fn::Join');
    return items.map((item) => (0,cloudformation_values/* textOf */.b6)(item, 'an item of an Fn::Join')).join((0,cloudformation_values/* textOf */.b6)(delimiter, 'a delimiter'));
}
/** `Fn::Select: [index, list]` */
async function text_functions_select(argument, evaluation) {
    const [index, list] = (0,cloudformation_values/* listOf */.c3)(argument, 'an Fn::Select');
    const wanted = (0,cloudformation_values/* textOf */.b6)(await evaluation.evaluate(index), 'an index of an Fn::Select');
    const items = (0,cloudformation_values/* listOf */.c3)(await evaluation.evaluate(list), 'an Fn::Select');
    const item = /^\d+$/.test(wanted) ? items[Number(wanted)] : undefined;
    if (item !== undefined)
        return item;
    throw new intrinsic_failure/* IntrinsicFailure */.a(`selects item ${wanted} of a list that has ${items.length}`);
}
/** `Fn::Split: [delimiter, text]` */
async function split(argument, evaluation) {
    const [delimiter, text] = (0,cloudformation_values/* listOf */.c3)(argument, 'an Fn::Split');
    return (0,cloudformation_values/* textOf */.b6)(await evaluation.evaluate(text), 'an Fn::Split').split((0,cloudformation_values/* textOf */.b6)(delimiter, 'a delimiter'));
}
/**
 * `Fn::Sub: text`, or `[text, variables]`: `${Name}` is a variable or a `Ref`, `${Name.Attribute}` an `Fn::GetAtt`, and
 * `${!Literal}` is `${Literal}`.
 */
async function substitute(argument, evaluation) {
    const [text, variables = {}] = typeof argument === 'string' ? [argument] : (0,cloudformation_values/* listOf */.c3)(argument, 'an Fn::Sub');
    if (!(0,cloudformation_values/* isMapping */.pi)(variables))
        throw new intrinsic_failure/* IntrinsicFailure */.a('holds an Fn::Sub whose variables are not a mapping');
    const template = (0,cloudformation_values/* textOf */.b6)(text, 'an Fn::Sub');
    const pieces = template.split(/\$\{([^}]*)\}/);
    const values = await Promise.all(pieces.map(async (piece, index) => {
        if (index % 2 === 0)
            return piece;
        if (piece.startsWith('!'))
            return `\${${piece.slice(1)}}`;
        return (0,cloudformation_values/* textOf */.b6)(await substituted(piece.trim(), variables, evaluation), `\${${piece}} in an Fn::Sub`);
    }));
    return values.join('');
}
async function substituted(name, variables, evaluation) {
    if (Object.hasOwn(variables, name))
        return evaluation.evaluate(variables[name]);
    const dot = name.indexOf('.');
    if (dot === -1)
        return reference(name, evaluation);
    return attribute(name.slice(0, dot), name.slice(dot + 1), evaluation);
}
//# sourceMappingURL=text-functions.js.map
;// CONCATENATED MODULE: ./lib/src/service/cloudformation/evaluate.js






/**
 * Evaluates CloudFormation's intrinsic functions as far as the template, the caller's answers and the deployed stack say
 * what they stand for. Source: CloudFormation user guide, "Intrinsic function reference".
 * @returns the value, `null` where it is `AWS::NoValue`
 * @throws IntrinsicFailure where it is not known, or a function is written wrongly
 */
async function evaluateIntrinsics(value, inputs) {
    return (await evaluationOf(inputs, []).evaluate(value)) ?? null;
}
function evaluationOf(inputs, way) {
    const evaluation = {
        ...inputs,
        evaluate: (value) => evaluate(value, evaluation),
        within: (what) => {
            const longer = [...way, what];
            if (way.includes(what))
                throw new intrinsic_failure/* IntrinsicFailure */.a(`refers to itself: ${longer.join(' -> ')}`);
            return evaluationOf(inputs, longer);
        },
    };
    return evaluation;
}
async function evaluate(value, evaluation) {
    const called = (0,cloudformation_values/* intrinsicIn */.VL)(value);
    if (called !== undefined)
        return call(called.name, called.argument, evaluation);
    if (Array.isArray(value)) {
        const items = await Promise.all(value.map(evaluation.evaluate));
        return items.filter((item) => item !== undefined);
    }
    if (!(0,cloudformation_values/* isMapping */.pi)(value))
        return value;
    const members = await Promise.all(Object.entries(value).map(async ([key, member]) => [key, await evaluation.evaluate(member)]));
    return Object.fromEntries(members.filter(([, member]) => member !== undefined));
}
async function call(name, argument, evaluation) {
    switch (name) {
        case 'Ref':
            return reference((0,cloudformation_values/* textOf */.b6)(argument, 'a Ref'), evaluation);
        case 'Fn::GetAtt': {
            const [logicalId, attributeName] = await attributeNames(argument, evaluation);
            return attribute(logicalId, attributeName, evaluation);
        }
        case 'Fn::ImportValue':
            return importedValue((0,cloudformation_values/* textOf */.b6)(await evaluation.evaluate(argument), 'an Fn::ImportValue'), evaluation);
        case 'Fn::If':
            return choose(argument, evaluation);
        case 'Fn::FindInMap':
            return mapped(argument, evaluation);
        case 'Fn::Base64':
            return Buffer.from((0,cloudformation_values/* textOf */.b6)(await evaluation.evaluate(argument), 'an Fn::Base64')).toString('base64');
        case 'Fn::Cidr':
            return subnets(argument, evaluation);
        case 'Fn::GetAZs':
            return availabilityZones(argument, evaluation);
        case 'Fn::Length':
            return (0,cloudformation_values/* listOf */.c3)(await evaluation.evaluate(argument), 'an Fn::Length').length;
        case 'Fn::ToJsonString':
            return JSON.stringify((await evaluation.evaluate(argument)) ?? null);
        case 'Fn::Join':
            return join(argument, evaluation);
        case 'Fn::Select':
            return text_functions_select(argument, evaluation);
        case 'Fn::Split':
            return split(argument, evaluation);
        case 'Fn::Sub':
            return substitute(argument, evaluation);
        default:
            throw new intrinsic_failure/* IntrinsicFailure */.a(`is or holds ${name} of CloudFormation, which only a deploy can answer`);
    }
}
/** `[resource, attribute]`, or `resource.attribute`. The attribute may be a `Ref`. */
async function attributeNames(argument, evaluation) {
    if (typeof argument === 'string')
        return splitAttribute(argument);
    const [logicalId, name] = (0,cloudformation_values/* listOf */.c3)(argument, 'an Fn::GetAtt');
    return [
        (0,cloudformation_values/* textOf */.b6)(logicalId, "the resource's name of an Fn::GetAtt"),
        (0,cloudformation_values/* textOf */.b6)(await evaluation.evaluate(name), "the attribute's name of an Fn::GetAtt"),
    ];
}
/** Takes `Table.Stream.Arn` apart: the attribute `Stream.Arn` of `Table`. */
function splitAttribute(text) {
    const dot = text.indexOf('.');
    if (dot !== -1)
        return [text.slice(0, dot), text.slice(dot + 1)];
    throw new intrinsic_failure/* IntrinsicFailure */.a(`holds an Fn::GetAtt that names no attribute: ${text}`);
}
/** `[map, top-level key, second-level key]`, with `{ DefaultValue }` behind them at will. */
async function mapped(argument, evaluation) {
    const [map, top, second, options] = (0,cloudformation_values/* listOf */.c3)(argument, 'an Fn::FindInMap');
    const keys = await Promise.all([map, top, second].map(evaluation.evaluate));
    const [name = '', topKey = '', secondKey = ''] = keys.map((key) => (0,cloudformation_values/* textOf */.b6)(key, 'a key of an Fn::FindInMap'));
    const found = await evaluation.template.mapping(name, topKey, secondKey);
    if (found !== undefined)
        return found;
    if ((0,cloudformation_values/* isMapping */.pi)(options) && options['DefaultValue'] !== undefined)
        return evaluation.evaluate(options['DefaultValue']);
    throw new intrinsic_failure/* IntrinsicFailure */.a(`looks for ${topKey}.${secondKey} in the mapping ${name}, where it is not`);
}
//# sourceMappingURL=evaluate.js.map

/***/ })

};
;