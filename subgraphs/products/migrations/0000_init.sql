CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE TABLE "categories" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"parent_id" uuid,
	"position" integer NOT NULL,
	"name_en" text NOT NULL,
	"name_ko" text NOT NULL,
	"description_en" text NOT NULL,
	"description_ko" text NOT NULL,
	CONSTRAINT "categories_slug_unique" UNIQUE("slug"),
	CONSTRAINT "categories_not_own_parent" CHECK ("categories"."parent_id" <> "categories"."id"),
	CONSTRAINT "categories_slug_shape" CHECK ("categories"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
--> statement-breakpoint
CREATE TABLE "facet_values" (
	"token" text PRIMARY KEY NOT NULL,
	"name_en" text NOT NULL,
	"name_ko" text NOT NULL,
	"value_en" text NOT NULL,
	"value_ko" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "listings" (
	"product_id" uuid PRIMARY KEY NOT NULL,
	"category_id" uuid NOT NULL,
	"status" text NOT NULL,
	"brand" text NOT NULL,
	"title_en" text COLLATE "C" NOT NULL,
	"title_ko" text COLLATE "C" NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"in_stock" boolean NOT NULL,
	"from_krw" integer NOT NULL,
	"to_krw" integer NOT NULL,
	"from_usd" integer NOT NULL,
	"to_usd" integer NOT NULL,
	"from_eur" integer NOT NULL,
	"to_eur" integer NOT NULL,
	"facets" text[] NOT NULL,
	"tags" text[] NOT NULL,
	"search" "tsvector" NOT NULL,
	CONSTRAINT "listings_published_are_priced" CHECK ("listings"."status" <> 'PUBLISHED' or ("listings"."from_krw" > 0 and "listings"."from_usd" > 0 and "listings"."from_eur" > 0))
);
--> statement-breakpoint
CREATE TABLE "price_changes" (
	"variant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"currency" text NOT NULL,
	"before" integer,
	"after" integer NOT NULL,
	"actor_id" uuid NOT NULL,
	"changed_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "price_changes_variant_id_id_pk" PRIMARY KEY("variant_id","id"),
	CONSTRAINT "price_changes_currency_known" CHECK ("price_changes"."currency" in ('KRW', 'USD', 'EUR')),
	CONSTRAINT "price_changes_positive" CHECK ("price_changes"."after" > 0)
);
--> statement-breakpoint
CREATE TABLE "product_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"product_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"action" text NOT NULL,
	"actor_id" uuid NOT NULL,
	"changed_at" timestamp(3) with time zone NOT NULL,
	"changes" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "products" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"category_id" uuid NOT NULL,
	"brand" text NOT NULL,
	"title_en" text NOT NULL,
	"title_ko" text NOT NULL,
	"description_en" text NOT NULL,
	"description_ko" text NOT NULL,
	"status" text NOT NULL,
	"tags" text[] NOT NULL,
	"options" jsonb NOT NULL,
	"attributes" jsonb NOT NULL,
	"images" jsonb NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "products_slug_unique" UNIQUE("slug"),
	CONSTRAINT "products_status_known" CHECK ("products"."status" in ('DRAFT', 'PUBLISHED', 'ARCHIVED')),
	CONSTRAINT "products_slug_shape" CHECK ("products"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "products_version_positive" CHECK ("products"."version" > 0),
	CONSTRAINT "products_titled" CHECK ("products"."title_en" <> '' and "products"."title_ko" <> '')
);
--> statement-breakpoint
CREATE TABLE "stock_movements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"variant_id" uuid NOT NULL,
	"delta" integer NOT NULL,
	"quantity_after" integer NOT NULL,
	"reason" text NOT NULL,
	"note" text,
	"actor_id" uuid,
	"moved_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "stock_movements_move" CHECK ("stock_movements"."delta" <> 0),
	CONSTRAINT "stock_movements_quantity_not_negative" CHECK ("stock_movements"."quantity_after" >= 0),
	CONSTRAINT "stock_movements_reason_known" CHECK ("stock_movements"."reason" in ('INITIAL', 'RECEIVED', 'SOLD', 'RETURNED', 'DAMAGED', 'COUNTED'))
);
--> statement-breakpoint
CREATE TABLE "variants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"product_id" uuid NOT NULL,
	"sku" text NOT NULL,
	"position" integer NOT NULL,
	"options" jsonb NOT NULL,
	"title_en" text NOT NULL,
	"title_ko" text NOT NULL,
	"price_krw" integer NOT NULL,
	"price_usd" integer NOT NULL,
	"price_eur" integer NOT NULL,
	"weight_grams" integer NOT NULL,
	"stock" integer NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "variants_sku_unique" UNIQUE("sku"),
	CONSTRAINT "variants_stock_not_negative" CHECK ("variants"."stock" >= 0),
	CONSTRAINT "variants_prices_positive" CHECK ("variants"."price_krw" > 0 and "variants"."price_usd" > 0 and "variants"."price_eur" > 0),
	CONSTRAINT "variants_weight_positive" CHECK ("variants"."weight_grams" > 0),
	CONSTRAINT "variants_version_positive" CHECK ("variants"."version" > 0)
);
--> statement-breakpoint
CREATE TABLE "words" (
	"word" text PRIMARY KEY NOT NULL,
	"letters" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "categories" ADD CONSTRAINT "categories_parent_id_categories_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_changes" ADD CONSTRAINT "price_changes_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_changes" ADD CONSTRAINT "product_changes_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_movements" ADD CONSTRAINT "stock_movements_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "variants" ADD CONSTRAINT "variants_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "listings_by_search" ON "listings" USING gin ("search");--> statement-breakpoint
CREATE INDEX "listings_by_facet" ON "listings" USING gin ("facets");--> statement-breakpoint
CREATE INDEX "listings_by_tag" ON "listings" USING gin ("tags");--> statement-breakpoint
CREATE INDEX "listings_by_category" ON "listings" USING btree ("category_id","status");--> statement-breakpoint
CREATE INDEX "listings_by_brand" ON "listings" USING btree ("brand");--> statement-breakpoint
CREATE INDEX "listings_by_created" ON "listings" USING btree ("status","created_at","product_id");--> statement-breakpoint
CREATE INDEX "listings_by_title_en" ON "listings" USING btree ("status","title_en","product_id");--> statement-breakpoint
CREATE INDEX "listings_by_title_ko" ON "listings" USING btree ("status","title_ko","product_id");--> statement-breakpoint
CREATE INDEX "listings_by_krw" ON "listings" USING btree ("status","from_krw","product_id");--> statement-breakpoint
CREATE INDEX "listings_by_usd" ON "listings" USING btree ("status","from_usd","product_id");--> statement-breakpoint
CREATE INDEX "listings_by_eur" ON "listings" USING btree ("status","from_eur","product_id");--> statement-breakpoint
CREATE INDEX "product_changes_by_product" ON "product_changes" USING btree ("product_id","changed_at","id");--> statement-breakpoint
CREATE INDEX "stock_movements_by_variant" ON "stock_movements" USING btree ("variant_id","moved_at","id");--> statement-breakpoint
CREATE INDEX "variants_by_product" ON "variants" USING btree ("product_id","position");--> statement-breakpoint
CREATE INDEX "words_by_letters" ON "words" USING gin ("letters" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "words_by_likeness" ON "words" USING gist ("letters" gist_trgm_ops);