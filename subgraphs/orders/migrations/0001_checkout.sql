CREATE SEQUENCE "public"."order_numbers" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 500001 CACHE 1;--> statement-breakpoint
CREATE TABLE "checkout_log" (
	"order_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"input" text NOT NULL,
	"from_step" text NOT NULL,
	"to_step" text NOT NULL,
	"told" text[] NOT NULL,
	"compensation" boolean NOT NULL,
	"trace_id" text,
	CONSTRAINT "checkout_log_key" PRIMARY KEY("order_id","position"),
	CONSTRAINT "checkout_log_position" CHECK ("checkout_log"."position" >= 1)
);
--> statement-breakpoint
CREATE TABLE "checkouts" (
	"order_id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"state" jsonb NOT NULL,
	"ask" text,
	"ask_after" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone,
	"details" jsonb NOT NULL,
	"cart_id" uuid,
	"logged" integer NOT NULL,
	"traceparent" text,
	CONSTRAINT "checkouts_ask" CHECK ("checkouts"."ask" in ('PRICES', 'RESERVATION')),
	CONSTRAINT "checkouts_ask_some_time" CHECK (("checkouts"."ask" is null) = ("checkouts"."ask_after" is null)),
	CONSTRAINT "checkouts_logged" CHECK ("checkouts"."logged" >= 0)
);
--> statement-breakpoint
CREATE TABLE "coupon_uses" (
	"order_id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"used_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "coupons" (
	"code" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"percent" integer,
	"amount" bigint,
	"minimum" bigint,
	"currency" text,
	"usage_limit" integer,
	"customer_limit" integer,
	"used" integer DEFAULT 0 NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "coupons_code" CHECK ("coupons"."code" ~ '^[A-Z0-9][A-Z0-9-]{2,31}$'),
	CONSTRAINT "coupons_kind" CHECK ("coupons"."kind" in ('PERCENT', 'AMOUNT')),
	CONSTRAINT "coupons_percent" CHECK (("coupons"."kind" = 'PERCENT') = ("coupons"."percent" is not null)),
	CONSTRAINT "coupons_percent_range" CHECK ("coupons"."percent" between 1 and 100),
	CONSTRAINT "coupons_amount" CHECK (("coupons"."kind" = 'AMOUNT') = ("coupons"."amount" is not null)),
	CONSTRAINT "coupons_amount_positive" CHECK ("coupons"."amount" > 0),
	CONSTRAINT "coupons_minimum" CHECK ("coupons"."minimum" > 0),
	CONSTRAINT "coupons_currency" CHECK (("coupons"."currency" is null) = ("coupons"."amount" is null and "coupons"."minimum" is null)),
	CONSTRAINT "coupons_known_currency" CHECK ("coupons"."currency" in ('KRW', 'USD', 'EUR')),
	CONSTRAINT "coupons_limits" CHECK (least("coupons"."usage_limit", "coupons"."customer_limit") >= 1),
	CONSTRAINT "coupons_used" CHECK ("coupons"."used" >= 0 and "coupons"."used" <= "coupons"."usage_limit"),
	CONSTRAINT "coupons_period" CHECK ("coupons"."ends_at" > "coupons"."starts_at")
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
CREATE TABLE "return_history" (
	"return_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"status" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "return_history_key" PRIMARY KEY("return_id","position"),
	CONSTRAINT "return_history_status" CHECK ("return_history"."status" in ('REQUESTED', 'APPROVED', 'REJECTED', 'IN_TRANSIT', 'RECEIVED', 'REFUNDED'))
);
--> statement-breakpoint
CREATE TABLE "return_items" (
	"return_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"variant_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	"refund" bigint NOT NULL,
	"resellable" boolean,
	CONSTRAINT "return_items_key" PRIMARY KEY("return_id","number"),
	CONSTRAINT "return_items_quantity" CHECK ("return_items"."quantity" >= 1),
	CONSTRAINT "return_items_refund" CHECK ("return_items"."refund" >= 0)
);
--> statement-breakpoint
CREATE TABLE "returns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"status" text NOT NULL,
	"currency" text NOT NULL,
	"reason" text NOT NULL,
	"rejection_reason" text,
	"refund" bigint NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "returns_status" CHECK ("returns"."status" in ('REQUESTED', 'APPROVED', 'REJECTED', 'IN_TRANSIT', 'RECEIVED', 'REFUNDED')),
	CONSTRAINT "returns_currency" CHECK ("returns"."currency" in ('KRW', 'USD', 'EUR')),
	CONSTRAINT "returns_refund" CHECK ("returns"."refund" >= 0),
	CONSTRAINT "returns_rejected_for_a_reason" CHECK (("returns"."status" = 'REJECTED') = ("returns"."rejection_reason" is not null)),
	CONSTRAINT "returns_version" CHECK ("returns"."version" >= 1)
);
--> statement-breakpoint
ALTER TABLE "carts" ADD COLUMN "checkout_order_id" uuid;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "coupon_code" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "shipping_method" text DEFAULT 'STANDARD' NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "delivered_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "coupon_uses" ADD CONSTRAINT "coupon_uses_code_coupons_code_fk" FOREIGN KEY ("code") REFERENCES "public"."coupons"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_stream_id_event_streams_id_fk" FOREIGN KEY ("stream_id") REFERENCES "public"."event_streams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_history" ADD CONSTRAINT "return_history_return_id_returns_id_fk" FOREIGN KEY ("return_id") REFERENCES "public"."returns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_items" ADD CONSTRAINT "return_items_return_id_returns_id_fk" FOREIGN KEY ("return_id") REFERENCES "public"."returns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "checkouts_to_ask" ON "checkouts" USING btree ("ask_after") WHERE "checkouts"."ask" is not null;--> statement-breakpoint
CREATE INDEX "checkouts_due" ON "checkouts" USING btree ("due_at") WHERE "checkouts"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "coupon_uses_by_customer" ON "coupon_uses" USING btree ("code","customer_id");--> statement-breakpoint
CREATE INDEX "coupons_by_time" ON "coupons" USING btree ("created_at","code");--> statement-breakpoint
CREATE INDEX "events_by_commit" ON "events" USING btree ("transaction","position");--> statement-breakpoint
CREATE INDEX "idempotent_replies_created_at" ON "idempotent_replies" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "inbox_received_at" ON "inbox" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "returns_by_order" ON "returns" USING btree ("order_id","requested_at","id");--> statement-breakpoint
CREATE INDEX "returns_by_status" ON "returns" USING btree ("status","requested_at","id");