CREATE TABLE "rates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"zone_code" text NOT NULL,
	"method" text NOT NULL,
	"carrier" text NOT NULL,
	"name" jsonb NOT NULL,
	"max_weight_grams" integer NOT NULL,
	"price_krw" integer NOT NULL,
	"price_usd" integer NOT NULL,
	"price_eur" integer NOT NULL,
	"min_days" integer NOT NULL,
	"max_days" integer NOT NULL,
	CONSTRAINT "rates_one_a_bracket" UNIQUE("zone_code","method","carrier","max_weight_grams"),
	CONSTRAINT "rates_method" CHECK ("rates"."method" in ('STANDARD', 'EXPRESS')),
	CONSTRAINT "rates_name" CHECK (coalesce(length("rates"."name"->>'en') > 0 and length("rates"."name"->>'ko') > 0, false)),
	CONSTRAINT "rates_weight" CHECK ("rates"."max_weight_grams" > 0),
	CONSTRAINT "rates_prices" CHECK (least("rates"."price_krw", "rates"."price_usd", "rates"."price_eur") >= 0),
	CONSTRAINT "rates_days" CHECK ("rates"."min_days" >= 0 and "rates"."max_days" >= "rates"."min_days")
);
--> statement-breakpoint
CREATE TABLE "shipment_items" (
	"shipment_id" uuid NOT NULL,
	"order_line_number" integer NOT NULL,
	"quantity" integer NOT NULL,
	CONSTRAINT "shipment_items_one_a_line" PRIMARY KEY("shipment_id","order_line_number"),
	CONSTRAINT "shipment_items_line" CHECK ("shipment_items"."order_line_number" > 0),
	CONSTRAINT "shipment_items_quantity" CHECK ("shipment_items"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "shipments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"order_number" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"status" text NOT NULL,
	"method" text NOT NULL,
	"carrier" text NOT NULL,
	"tracking_number" text,
	"address" jsonb NOT NULL,
	"weight_grams" integer NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "shipments_tracking_number" UNIQUE("carrier","tracking_number"),
	CONSTRAINT "shipments_status" CHECK ("shipments"."status" in ('PENDING', 'LABEL_CREATED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED', 'EXCEPTION', 'RETURNED', 'CANCELLED')),
	CONSTRAINT "shipments_method" CHECK ("shipments"."method" in ('STANDARD', 'EXPRESS')),
	CONSTRAINT "shipments_weight" CHECK ("shipments"."weight_grams" > 0),
	CONSTRAINT "shipments_version" CHECK ("shipments"."version" >= 0),
	CONSTRAINT "shipments_labelled" CHECK ("shipments"."status" in ('PENDING', 'CANCELLED') or "shipments"."tracking_number" is not null),
	CONSTRAINT "shipments_number_not_empty" CHECK (length("shipments"."tracking_number") > 0)
);
--> statement-breakpoint
CREATE TABLE "tracking_events" (
	"shipment_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL,
	"location" text,
	"description" jsonb NOT NULL,
	CONSTRAINT "tracking_events_in_order" PRIMARY KEY("shipment_id","number"),
	CONSTRAINT "tracking_events_number" CHECK ("tracking_events"."number" > 0),
	CONSTRAINT "tracking_events_status" CHECK ("tracking_events"."status" in ('PENDING', 'LABEL_CREATED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED', 'EXCEPTION', 'RETURNED', 'CANCELLED')),
	CONSTRAINT "tracking_events_description" CHECK (coalesce(length("tracking_events"."description"->>'en') > 0 and length("tracking_events"."description"->>'ko') > 0, false))
);
--> statement-breakpoint
CREATE TABLE "zone_countries" (
	"country" text PRIMARY KEY NOT NULL,
	"zone_code" text NOT NULL,
	CONSTRAINT "zone_countries_code" CHECK ("zone_countries"."country" ~ '^[A-Z]{2}$')
);
--> statement-breakpoint
CREATE TABLE "zones" (
	"code" text PRIMARY KEY NOT NULL,
	"name" jsonb NOT NULL,
	CONSTRAINT "zones_name" CHECK (coalesce(length("zones"."name"->>'en') > 0 and length("zones"."name"->>'ko') > 0, false))
);
--> statement-breakpoint
ALTER TABLE "rates" ADD CONSTRAINT "rates_zone_code_zones_code_fk" FOREIGN KEY ("zone_code") REFERENCES "public"."zones"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_items" ADD CONSTRAINT "shipment_items_shipment_id_shipments_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking_events" ADD CONSTRAINT "tracking_events_shipment_id_shipments_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zone_countries" ADD CONSTRAINT "zone_countries_zone_code_zones_code_fk" FOREIGN KEY ("zone_code") REFERENCES "public"."zones"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "shipments_by_tracking_number" ON "shipments" USING btree ("tracking_number");--> statement-breakpoint
CREATE INDEX "shipments_by_order" ON "shipments" USING btree ("order_id","created_at","id");--> statement-breakpoint
CREATE INDEX "shipments_newest" ON "shipments" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "shipments_by_status" ON "shipments" USING btree ("status","created_at","id");