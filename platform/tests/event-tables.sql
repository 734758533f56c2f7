-- As drizzle-kit writes it for src/event-tables.ts.
CREATE TABLE "event_streams" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"transaction" bigint NOT NULL,
	CONSTRAINT "event_streams_version" CHECK ("event_streams"."version" >= 1)
);

CREATE TABLE "events" (
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "events_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"transaction" bigint NOT NULL,
	"stream_id" text NOT NULL,
	"version" integer NOT NULL,
	"id" uuid NOT NULL,
	"type" text NOT NULL,
	"data" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"correlation_id" text NOT NULL,
	"causation_id" text NOT NULL,
	CONSTRAINT "events_key" PRIMARY KEY("stream_id","version"),
	CONSTRAINT "events_id" UNIQUE("id"),
	CONSTRAINT "events_version" CHECK ("events"."version" >= 1)
);

ALTER TABLE "events" ADD CONSTRAINT "events_stream_id_event_streams_id_fk" FOREIGN KEY ("stream_id") REFERENCES "public"."event_streams"("id") ON DELETE no action ON UPDATE no action;
CREATE INDEX "events_by_commit" ON "events" USING btree ("transaction","position");
