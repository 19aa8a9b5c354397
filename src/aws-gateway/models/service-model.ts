/**
 * How a service's requests and responses are written on the wire (botocore's names; Smithy's `aws.protocols`). `json-cbor` is `json` with
 * CBOR in place of JSON, as the SDKs for Java call Kinesis.
 */
export type Protocol = 'json' | 'json-cbor' | 'query' | 'rest-json' | 'rest-xml' | 'smithy-rpc-v2-cbor';

/** What is known of a service without its operations. */
export interface ServiceMetadata {
  readonly iamPrefix: string;
  /** The service's name in the scope of a signature. */
  readonly signingName: string;
  readonly endpointPrefix: string;
  readonly serviceId: string;
  readonly apiVersion: string;
  readonly protocol: Protocol;
  readonly jsonVersion?: string;
  /** What `X-Amz-Target` has in front of the operation. It names the service in paths of Smithy's RPC protocol, too. */
  readonly targetPrefix?: string;
  readonly xmlNamespace?: string;
  /** Whether the service was once asked by the protocol `query`, whose error codes it still names. */
  readonly awsQueryCompatible?: object;
}

/** A service of AWS: its operations and the shapes of what they take and give. */
export interface ServiceModel extends ServiceMetadata {
  /** As the AWS CLI names it. */
  readonly name: string;
  readonly operations: Readonly<Record<string, Operation>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

/** One operation of a service. */
export interface Operation {
  readonly method: string;
  /** The path, with members in braces and the constants of the query, such as `/{Bucket}?list-type=2`. */
  readonly requestUri: string;
  /** The status of a success, where it is not 200. */
  readonly status?: number;
  readonly input?: Member;
  readonly output?: { readonly shape: string; readonly resultWrapper?: string };
  /** The names of the shapes of its errors. */
  readonly errors?: readonly string[];
  readonly hostPrefix?: string;
  readonly isUnsigned?: boolean;
}

/** A member of a structure, a list or a map: the name of its shape, and how it is written there. */
export interface Member {
  readonly shape: string;
  readonly location?: 'uri' | 'querystring' | 'header' | 'headers' | 'statusCode';
  readonly locationName?: string;
  readonly queryName?: string;
  readonly flattened?: boolean;
  readonly streaming?: boolean;
  readonly jsonvalue?: boolean;
  readonly idempotencyToken?: boolean;
  readonly timestampFormat?: TimestampFormat;
  readonly xmlAttribute?: boolean;
  readonly xmlNamespace?: { readonly uri: string; readonly prefix?: string };
  readonly eventheader?: boolean;
  readonly eventpayload?: boolean;
}

/** How a time is written. */
export type TimestampFormat = 'iso8601' | 'rfc822' | 'unixTimestamp';

/** What a value looks like. */
export type Shape = StructureShape | ListShape | MapShape | ScalarShape;

/** A structure, a union (one member alone), an error, or the events of a stream. */
export interface StructureShape {
  readonly type: 'structure';
  readonly members: Readonly<Record<string, Member>>;
  readonly required?: readonly string[];
  /** The member that is the body. */
  readonly payload?: string;
  readonly locationName?: string;
  readonly xmlNamespace?: { readonly uri: string; readonly prefix?: string };
  readonly exception?: boolean;
  readonly error?: { readonly code?: string; readonly httpStatusCode?: number; readonly senderFault?: boolean };
  readonly eventstream?: boolean;
  /** Whether it is any JSON at all. */
  readonly document?: boolean;
  readonly union?: boolean;
  readonly sensitive?: boolean;
  readonly streaming?: boolean;
}

export interface ListShape {
  readonly type: 'list';
  readonly member: Member;
  readonly flattened?: boolean;
  readonly sensitive?: boolean;
}

export interface MapShape {
  readonly type: 'map';
  readonly key: Member;
  readonly value: Member;
  readonly flattened?: boolean;
  readonly sensitive?: boolean;
}

export interface ScalarShape {
  readonly type:
    | 'string'
    | 'character'
    | 'blob'
    | 'boolean'
    | 'integer'
    | 'long'
    | 'float'
    | 'double'
    | 'bigdecimal'
    | 'timestamp';
  readonly timestampFormat?: TimestampFormat;
  readonly streaming?: boolean;
  readonly sensitive?: boolean;
  readonly jsonvalue?: boolean;
  /** The first of the values that it may have. */
  readonly example?: string;
}
