import type { Json, Members } from '../aws-call.js';
import type { Member, Operation, ServiceModel, Shape, StructureShape } from '../models/service-model.js';

const nothing: StructureShape = { type: 'structure', members: {} };

/** The shape of a member. */
export function shapeOf(model: ServiceModel, { shape }: { readonly shape: string }): Shape {
  return model.shapes[shape] ?? nothing;
}

/** The structure that an operation takes; an empty one where it takes nothing. */
export function inputOf(model: ServiceModel, { input }: Operation): StructureShape {
  return structureOf(model, input);
}

/** The structure that an operation gives; an empty one where it gives nothing. */
export function outputOf(model: ServiceModel, { output }: Operation): StructureShape {
  return structureOf(model, output);
}

/** The structure of a member; an empty one where it is no structure. */
export function structureOf(model: ServiceModel, member: { readonly shape: string } | undefined): StructureShape {
  const shape = member === undefined ? nothing : shapeOf(model, member);
  return shape.type === 'structure' ? shape : nothing;
}

/** The members of a structure, as the model orders them. */
export function membersOf({ members }: StructureShape): [string, Member][] {
  return Object.entries(members);
}

/** Whether a member is a stream of bytes, whose length nobody knows when it begins. */
export function isStreaming(model: ServiceModel, member: Member): boolean {
  const shape = shapeOf(model, member);
  return member.streaming === true || ('streaming' in shape && shape.streaming === true);
}

/** The member of a structure that is a stream of events. */
export function eventStreamOf(model: ServiceModel, shape: StructureShape): [string, StructureShape] | undefined {
  for (const [name, member] of membersOf(shape)) {
    const events = shapeOf(model, member);
    if (events.type === 'structure' && events.eventstream) return [name, events];
  }
  return undefined;
}

/** Whether a value is an object with members. */
export function isMembers(value: Json | undefined): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
