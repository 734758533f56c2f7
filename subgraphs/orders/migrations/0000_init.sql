CREATE TABLE "cart_lines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cart_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"variant_id" uuid NOT NULL,
	"sku" text NOT NULL,
	"title" text NOT NULL,
	"variant_title" text NOT NULL,
	"quantity" integer NOT NULL,
	"unit_price" bigint NOT NULL,
	"weight_grams" integer NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "cart_lines_one_per_variant" UNIQUE("cart_id","variant_id"),
	CONSTRAINT "cart_lines_quantity" CHECK ("cart_lines"."quantity" between 1 and 99),
	CONSTRAINT "cart_lines_unit_price" CHECK ("cart_lines"."unit_price" >= 0),
	CONSTRAINT "cart_lines_weight" CHECK ("cart_lines"."weight_grams" >= 0)
);
--> statement-breakpoint
CREATE TABLE "carts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid,
	"token_hash" "bytea",
	"currency" text NOT NULL,
	"status" text DEFAULT 'ACTIVE' NOT NULL,
	"merged_into" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "carts_token_hash" UNIQUE("token_hash"),
	CONSTRAINT "carts_currency" CHECK ("carts"."currency" in ('KRW', 'USD', 'EUR')),
	CONSTRAINT "carts_status" CHECK ("carts"."status" in ('ACTIVE', 'MERGED')),
	CONSTRAINT "carts_customer_or_token" CHECK (num_nonnulls("carts"."customer_id", "carts"."token_hash") = 1),
	CONSTRAINT "carts_merged_somewhere" CHECK (("carts"."status" = 'MERGED') = ("carts"."merged_into" is not null))
);
--> statement-breakpoint
CREATE TABLE "order_history" (
	"order_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"status" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "order_history_key" PRIMARY KEY("order_id","position"),
	CONSTRAINT "order_history_position" CHECK ("order_history"."position" >= 1),
	CONSTRAINT "order_history_status" CHECK ("order_history"."status" in ('PENDING', 'STOCK_RESERVED', 'PAYMENT_AUTHORIZED', 'CONFIRMED', 'PARTIALLY_SHIPPED', 'SHIPPED', 'DELIVERED', 'REJECTED', 'CANCELLING', 'CANCELLED', 'EXPIRED'))
);
--> statement-breakpoint
CREATE TABLE "order_lines" (
	"order_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"product_id" uuid NOT NULL,
	"variant_id" uuid NOT NULL,
	"sku" text NOT NULL,
	"title" text NOT NULL,
	"variant_title" text NOT NULL,
	"quantity" integer NOT NULL,
	"unit_price" bigint NOT NULL,
	"line_total" bigint GENERATED ALWAYS AS (quantity * unit_price) STORED NOT NULL,
	"tax" bigint NOT NULL,
	"weight_grams" integer NOT NULL,
	CONSTRAINT "order_lines_key" PRIMARY KEY("order_id","number"),
	CONSTRAINT "order_lines_number" CHECK ("order_lines"."number" between 1 and 100),
	CONSTRAINT "order_lines_quantity" CHECK ("order_lines"."quantity" between 1 and 99),
	CONSTRAINT "order_lines_unit_price" CHECK ("order_lines"."unit_price" >= 0),
	CONSTRAINT "order_lines_tax" CHECK ("order_lines"."tax" between 0 and quantity * unit_price),
	CONSTRAINT "order_lines_weight" CHECK ("order_lines"."weight_grams" >= 0)
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"status" text NOT NULL,
	"currency" text NOT NULL,
	"subtotal" bigint NOT NULL,
	"shipping" bigint NOT NULL,
	"discount" bigint NOT NULL,
	"tax" bigint NOT NULL,
	"total" bigint NOT NULL,
	"shipping_address" jsonb NOT NULL,
	"placed_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "orders_number" UNIQUE("number"),
	CONSTRAINT "orders_number_shape" CHECK ("orders"."number" ~ '^SK-[0-9]{4}-[0-9]{6,}$'),
	CONSTRAINT "orders_status" CHECK ("orders"."status" in ('PENDING', 'STOCK_RESERVED', 'PAYMENT_AUTHORIZED', 'CONFIRMED', 'PARTIALLY_SHIPPED', 'SHIPPED', 'DELIVERED', 'REJECTED', 'CANCELLING', 'CANCELLED', 'EXPIRED')),
	CONSTRAINT "orders_currency" CHECK ("orders"."currency" in ('KRW', 'USD', 'EUR')),
	CONSTRAINT "orders_amounts" CHECK (least("orders"."subtotal", "orders"."shipping", "orders"."discount", "orders"."tax", "orders"."total") >= 0),
	CONSTRAINT "orders_total" CHECK ("orders"."total" = "orders"."subtotal" - "orders"."discount" + "orders"."shipping"),
	CONSTRAINT "orders_tax_within_total" CHECK ("orders"."tax" <= "orders"."total"),
	CONSTRAINT "orders_version" CHECK ("orders"."version" >= 1)
);
--> statement-breakpoint
ALTER TABLE "cart_lines" ADD CONSTRAINT "cart_lines_cart_id_carts_id_fk" FOREIGN KEY ("cart_id") REFERENCES "public"."carts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carts" ADD CONSTRAINT "carts_merged_into_carts_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."carts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_history" ADD CONSTRAINT "order_history_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "carts_one_active_per_customer" ON "carts" USING btree ("customer_id") WHERE "carts"."status" = 'ACTIVE';--> statement-breakpoint
CREATE INDEX "carts_by_merged_into" ON "carts" USING btree ("merged_into");--> statement-breakpoint
CREATE INDEX "order_lines_by_product" ON "order_lines" USING btree ("product_id","order_id");--> statement-breakpoint
CREATE INDEX "orders_by_customer" ON "orders" USING btree ("customer_id","placed_at","id");--> statement-breakpoint
CREATE INDEX "orders_by_time" ON "orders" USING btree ("placed_at","id");--> statement-breakpoint
CREATE INDEX "orders_by_status" ON "orders" USING btree ("status","placed_at","id");