CREATE TABLE "dead_letters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_name" text NOT NULL,
	"message_id" text NOT NULL,
	"topic" text NOT NULL,
	"key" text NOT NULL,
	"headers" jsonb NOT NULL,
	"body" text NOT NULL,
	"attempts" integer NOT NULL,
	"error" text NOT NULL,
	"died_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dead_letters_message" UNIQUE("group_name","message_id")
);
--> statement-breakpoint
CREATE TABLE "event_streams" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"transaction" bigint NOT NULL,
	CONSTRAINT "event_streams_version" CHECK ("event_streams"."version" >= 1)
);
--> statement-breakpoint
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
--> statement-breakpoint
CREATE TABLE "idempotent_replies" (
	"actor" text NOT NULL,
	"key" text NOT NULL,
	"operation" text NOT NULL,
	"fingerprint" text NOT NULL,
	"reply" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotent_replies_actor_key_pk" PRIMARY KEY("actor","key")
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"consumer" text NOT NULL,
	"message_id" text NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inbox_consumer_message_id_pk" PRIMARY KEY("consumer","message_id")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"id" text NOT NULL,
	"topic" text NOT NULL,
	"key" text NOT NULL,
	"headers" jsonb NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "provider_tasks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "provider_tasks_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"payment_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"cause" text NOT NULL,
	"traceparent" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_error" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "provider_tasks_kind" CHECK ("provider_tasks"."kind" in ('AUTHORIZE', 'CAPTURE', 'VOID', 'REFUND', 'SYNC'))
);
--> statement-breakpoint
ALTER TABLE "ledger_entries" DROP CONSTRAINT "ledger_entries_kind";--> statement-breakpoint
ALTER TABLE "payments" DROP CONSTRAINT "payments_known_to_provider";--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "action_url" text;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_stream_id_event_streams_id_fk" FOREIGN KEY ("stream_id") REFERENCES "public"."event_streams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_by_commit" ON "events" USING btree ("transaction","position");--> statement-breakpoint
CREATE INDEX "idempotent_replies_created_at" ON "idempotent_replies" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "inbox_received_at" ON "inbox" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "provider_tasks_of_payment" ON "provider_tasks" USING btree ("payment_id","position");--> statement-breakpoint
CREATE INDEX "provider_tasks_due" ON "provider_tasks" USING btree ("next_at");--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_kind" CHECK ("ledger_entries"."kind" in ('AUTHORIZE', 'CAPTURE', 'RELEASE', 'REFUND', 'REFUND_REVERSAL'));--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_action_url" CHECK ("payments"."action_url" is null or "payments"."status" = 'REQUIRES_ACTION');--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_known_to_provider" CHECK ("payments"."status" in ('CREATED', 'DECLINED', 'VOIDED', 'EXPIRED') or "payments"."provider_reference" is not null);