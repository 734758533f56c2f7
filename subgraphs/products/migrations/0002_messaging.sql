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
DROP INDEX "stock_movements_sell_once";--> statement-breakpoint
ALTER TABLE "stock_movements" ADD COLUMN "return_id" uuid;--> statement-breakpoint
ALTER TABLE "stock_movements" ADD COLUMN "return_line" integer;--> statement-breakpoint
CREATE INDEX "inbox_received_at" ON "inbox" USING btree ("received_at");--> statement-breakpoint
CREATE UNIQUE INDEX "stock_movements_once_for_reservation" ON "stock_movements" USING btree ("reservation_id","variant_id","reason");--> statement-breakpoint
CREATE UNIQUE INDEX "stock_movements_once_for_return" ON "stock_movements" USING btree ("return_id","return_line");--> statement-breakpoint
ALTER TABLE "stock_movements" ADD CONSTRAINT "stock_movements_return_by_line" CHECK (("stock_movements"."return_id" is null) = ("stock_movements"."return_line" is null));