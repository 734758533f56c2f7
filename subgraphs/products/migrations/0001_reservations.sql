CREATE TABLE "reservation_lines" (
	"reservation_id" uuid NOT NULL,
	"variant_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "reservation_lines_reservation_id_variant_id_pk" PRIMARY KEY("reservation_id","variant_id"),
	CONSTRAINT "reservation_lines_quantity_positive" CHECK ("reservation_lines"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "reservations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"status" text NOT NULL,
	"request" text,
	"shortages" jsonb,
	"created_at" timestamp(3) with time zone NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"ended_at" timestamp(3) with time zone,
	CONSTRAINT "reservations_status_known" CHECK ("reservations"."status" in ('HELD', 'COMMITTED', 'RELEASED', 'EXPIRED', 'REFUSED')),
	CONSTRAINT "reservations_end_with_status" CHECK (("reservations"."status" = 'HELD') = ("reservations"."ended_at" is null)),
	CONSTRAINT "reservations_refused_for_shortages" CHECK (("reservations"."status" = 'REFUSED') = ("reservations"."shortages" is not null)),
	CONSTRAINT "reservations_asked_for" CHECK ("reservations"."request" is not null or "reservations"."status" = 'RELEASED')
);
--> statement-breakpoint
ALTER TABLE "stock_movements" ADD COLUMN "reservation_id" uuid;--> statement-breakpoint
ALTER TABLE "variants" ADD COLUMN "reserved" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "reservation_lines" ADD CONSTRAINT "reservation_lines_reservation_id_reservations_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservation_lines" ADD CONSTRAINT "reservation_lines_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reservations_due" ON "reservations" USING btree ("expires_at") WHERE "reservations"."status" = 'HELD';--> statement-breakpoint
ALTER TABLE "stock_movements" ADD CONSTRAINT "stock_movements_reservation_id_reservations_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "stock_movements_sell_once" ON "stock_movements" USING btree ("reservation_id","variant_id");--> statement-breakpoint
ALTER TABLE "variants" ADD CONSTRAINT "variants_reserved_not_negative" CHECK ("variants"."reserved" >= 0);--> statement-breakpoint
ALTER TABLE "variants" ADD CONSTRAINT "variants_unreserved_not_negative" CHECK ("variants"."reserved" <= "variants"."stock");