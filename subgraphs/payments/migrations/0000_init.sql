CREATE TABLE "ledger_entries" (
	"movement_id" uuid NOT NULL,
	"account" text NOT NULL,
	"kind" text NOT NULL,
	"payment_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"amount" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ledger_entries_movement_id_account_pk" PRIMARY KEY("movement_id","account"),
	CONSTRAINT "ledger_entries_account" CHECK ("ledger_entries"."account" in ('CARD_HOLDS', 'AWAITING_CAPTURE', 'PROVIDER_CLEARING', 'SALES', 'REFUNDS')),
	CONSTRAINT "ledger_entries_kind" CHECK ("ledger_entries"."kind" in ('AUTHORIZE', 'CAPTURE', 'RELEASE', 'REFUND')),
	CONSTRAINT "ledger_entries_amount" CHECK ("ledger_entries"."amount" <> 0)
);
--> statement-breakpoint
CREATE TABLE "payment_history" (
	"payment_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"status" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"amount" integer,
	CONSTRAINT "payment_history_payment_id_position_pk" PRIMARY KEY("payment_id","position"),
	CONSTRAINT "payment_history_status" CHECK ("payment_history"."status" in ('CREATED', 'REQUIRES_ACTION', 'AUTHORIZED', 'PARTIALLY_CAPTURED', 'CAPTURED', 'PARTIALLY_REFUNDED', 'REFUNDED', 'DECLINED', 'VOIDED', 'EXPIRED')),
	CONSTRAINT "payment_history_amount" CHECK ("payment_history"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"status" text NOT NULL,
	"currency" text NOT NULL,
	"amount" integer NOT NULL,
	"captured_amount" integer NOT NULL,
	"refunded_amount" integer NOT NULL,
	"card_brand" text,
	"card_last4" text,
	"card_exp_month" smallint,
	"card_exp_year" smallint,
	"provider_reference" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "payments_one_an_order" UNIQUE("order_id"),
	CONSTRAINT "payments_provider_reference" UNIQUE("provider_reference"),
	CONSTRAINT "payments_id_currency" UNIQUE("id","currency"),
	CONSTRAINT "payments_status" CHECK ("payments"."status" in ('CREATED', 'REQUIRES_ACTION', 'AUTHORIZED', 'PARTIALLY_CAPTURED', 'CAPTURED', 'PARTIALLY_REFUNDED', 'REFUNDED', 'DECLINED', 'VOIDED', 'EXPIRED')),
	CONSTRAINT "payments_currency" CHECK ("payments"."currency" in ('KRW', 'USD', 'EUR')),
	CONSTRAINT "payments_amount" CHECK ("payments"."amount" > 0),
	CONSTRAINT "payments_captured" CHECK ("payments"."captured_amount" between 0 and "payments"."amount"),
	CONSTRAINT "payments_refunded" CHECK ("payments"."refunded_amount" between 0 and "payments"."captured_amount"),
	CONSTRAINT "payments_captured_by_status" CHECK (("payments"."captured_amount" > 0) = ("payments"."status" in ('PARTIALLY_CAPTURED', 'CAPTURED', 'PARTIALLY_REFUNDED', 'REFUNDED'))),
	CONSTRAINT "payments_refunded_by_status" CHECK (("payments"."refunded_amount" > 0) = ("payments"."status" in ('PARTIALLY_REFUNDED', 'REFUNDED'))),
	CONSTRAINT "payments_all_refunded" CHECK ("payments"."status" not in ('PARTIALLY_REFUNDED', 'REFUNDED') or ("payments"."status" = 'REFUNDED') = ("payments"."refunded_amount" = "payments"."captured_amount")),
	CONSTRAINT "payments_part_captured" CHECK ("payments"."status" <> 'PARTIALLY_CAPTURED' or "payments"."captured_amount" < "payments"."amount"),
	CONSTRAINT "payments_card_whole" CHECK (num_nulls("payments"."card_brand", "payments"."card_last4", "payments"."card_exp_month", "payments"."card_exp_year") in (0, 4)),
	CONSTRAINT "payments_card_last4" CHECK ("payments"."card_last4" ~ '^[0-9]{4}$'),
	CONSTRAINT "payments_card_exp_month" CHECK ("payments"."card_exp_month" between 1 and 12),
	CONSTRAINT "payments_known_to_provider" CHECK ("payments"."status" = 'CREATED' or "payments"."provider_reference" is not null)
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"payment_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"amount" integer NOT NULL,
	"reason" text NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "refunds_amount" CHECK ("refunds"."amount" > 0),
	CONSTRAINT "refunds_status" CHECK ("refunds"."status" in ('PENDING', 'SUCCEEDED', 'FAILED')),
	CONSTRAINT "refunds_reason" CHECK (length("refunds"."reason") between 1 and 500)
);
--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_in_the_payments_currency" FOREIGN KEY ("payment_id","currency") REFERENCES "public"."payments"("id","currency") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_history" ADD CONSTRAINT "payment_history_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_in_the_payments_currency" FOREIGN KEY ("payment_id","currency") REFERENCES "public"."payments"("id","currency") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ledger_entries_by_payment" ON "ledger_entries" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "payments_newest" ON "payments" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "payments_by_customer" ON "payments" USING btree ("customer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "payments_by_status" ON "payments" USING btree ("status","created_at","id");--> statement-breakpoint
CREATE INDEX "refunds_by_payment" ON "refunds" USING btree ("payment_id","created_at","id");