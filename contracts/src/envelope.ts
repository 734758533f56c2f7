import { z } from 'zod';

/** `souk.<service>.<fact in kebab case>.v<major version>`: `souk.reviews.review-hidden.v1`. */
export type EventType = `souk.${string}.${string}.v${number}`;

const TYPE = /^souk\.([a-z][a-z0-9-]*)\.[a-z][a-z0-9]*(-[a-z0-9]+)*\.v[1-9][0-9]*$/;

/**
 * What every event that leaves a service carries: CloudEvents 1.0 in JSON, with the extensions
 * `partitionkey` (events of one key stay in order), `correlationid` (the whole story),
 * `causationid` (the message or command that led to this) and `traceparent` (W3C).
 * Unknown attributes are dropped on reading, so that they can be added later.
 */
export const Envelope = z.object({
  specversion: z.literal('1.0'),
  id: z.uuidv7(),
  source: z.string().regex(/^\/souk\/[a-z][a-z0-9-]*$/),
  type: z.string().regex(TYPE),
  subject: z.string().min(1),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  partitionkey: z.string().min(1),
  correlationid: z.string().min(1),
  causationid: z.string().min(1),
  traceparent: z
    .string()
    .regex(/^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/)
    .optional(),
  data: z.unknown(),
});
export type Envelope = z.output<typeof Envelope>;

/**
 * The schema of one event. A consumer narrows it to what it reads:
 * `ReviewHidden.extend({ data: ReviewHidden.shape.data.pick({ reviewId: true }) })`.
 * Throws TypeError for a type of another form.
 */
export function defineEvent<const Type extends EventType, Data extends z.ZodObject>(
  type: Type,
  data: Data,
) {
  return Envelope.extend({ source: z.literal(sourceOf(type)), type: z.literal(type), data });
}

/** A schema made by `defineEvent`, or narrowed from one. */
export type EventSchema = ReturnType<typeof defineEvent<EventType, z.ZodObject>>;

/** The service that emits events of this type; its topic on the bus has the same name. */
export function emitterOf(type: string): string {
  const service = TYPE.exec(type)?.[1];
  if (service === undefined) throw new TypeError(`"${type}" is not souk.<service>.<fact>.v<n>`);
  return service;
}

const sourceOf = (type: string): `/souk/${string}` => `/souk/${emitterOf(type)}`;

export type EventDetails<Data> = {
  /** UUIDv7. The same fact told twice keeps its id. */
  id: string;
  /** The id of the aggregate that the event is about; also its key on the bus. */
  subject: string;
  time: Date;
  correlationid: string;
  causationid: string;
  traceparent?: string | undefined;
  data: Data;
};

/** The event with its envelope. Throws ZodError where it does not fit its schema. */
export function newEvent<Type extends EventType, Data extends z.ZodObject>(
  schema: ReturnType<typeof defineEvent<Type, Data>>,
  { traceparent, time, ...details }: EventDetails<z.input<Data>>,
): z.output<ReturnType<typeof defineEvent<Type, Data>>> {
  const type = schema.shape.type.value;
  return schema.parse({
    specversion: '1.0',
    source: sourceOf(type),
    type,
    time: time.toISOString(),
    datacontenttype: 'application/json',
    partitionkey: details.subject,
    ...details,
    ...(traceparent === undefined ? {} : { traceparent }),
  });
}
