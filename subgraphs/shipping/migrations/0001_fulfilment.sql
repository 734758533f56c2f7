CREATE TABLE "fulfilment_lines" (
	"order_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"ordered" integer NOT NULL,
	"dispatched" integer DEFAULT 0 NOT NULL,
	"cancelled" integer DEFAULT 0 NOT NULL,
	"unit_weight_grams" integer NOT NULL,
	CONSTRAINT "fulfilment_lines_key" PRIMARY KEY("order_id","number"),
	CONSTRAINT "fulfilment_lines_number" CHECK ("fulfilment_lines"."number" > 0),
	CONSTRAINT "fulfilment_lines_ordered" CHECK ("fulfilment_lines"."ordered" > 0),
	CONSTRAINT "fulfilment_lines_dispatched" CHECK ("fulfilment_lines"."dispatched" >= 0),
	CONSTRAINT "fulfilment_lines_cancelled" CHECK ("fulfilment_lines"."cancelled" >= 0),
	CONSTRAINT "fulfilment_lines_never_more" CHECK ("fulfilment_lines"."dispatched" + "fulfilment_lines"."cancelled" <= "fulfilment_lines"."ordered"),
	CONSTRAINT "fulfilment_lines_weight" CHECK ("fulfilment_lines"."unit_weight_grams" >= 0)
);
--> statement-breakpoint
CREATE TABLE "fulfilments" (
	"order_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
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
ALTER TABLE "fulfilment_lines" ADD CONSTRAINT "fulfilment_lines_order_id_fulfilments_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."fulfilments"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idempotent_replies_created_at" ON "idempotent_replies" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "inbox_received_at" ON "inbox" USING btree ("received_at");--> statement-breakpoint
INSERT INTO "fulfilments" ("order_id") SELECT DISTINCT "order_id" FROM "shipments";--> statement-breakpoint
INSERT INTO "fulfilment_lines" ("order_id", "number", "ordered", "dispatched", "cancelled", "unit_weight_grams")
SELECT s."order_id", i."order_line_number", sum(i."quantity"),
	coalesce(sum(i."quantity") FILTER (WHERE s."status" NOT IN ('PENDING', 'LABEL_CREATED', 'CANCELLED')), 0),
	coalesce(sum(i."quantity") FILTER (WHERE s."status" = 'CANCELLED'), 0),
	max(s."weight_grams" / (SELECT sum("quantity") FROM "shipment_items" WHERE "shipment_id" = s."id"))
FROM "shipments" s JOIN "shipment_items" i ON i."shipment_id" = s."id"
GROUP BY s."order_id", i."order_line_number";--> statement-breakpoint
ALTER TABLE "shipments" ADD CONSTRAINT "shipments_order_id_fulfilments_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."fulfilments"("order_id") ON DELETE no action ON UPDATE no action;