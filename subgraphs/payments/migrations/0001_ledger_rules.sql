CREATE FUNCTION refuse_unbalanced_movement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM ledger_entries WHERE movement_id = NEW.movement_id
    GROUP BY currency HAVING sum(amount) <> 0
  ) THEN
    RAISE EXCEPTION 'ledger movement % does not sum to zero', NEW.movement_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_movement_balances', TABLE = 'ledger_entries';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER ledger_movement_balances AFTER INSERT ON ledger_entries
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_unbalanced_movement();
--> statement-breakpoint
CREATE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the ledger is only ever added to'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_append_only', TABLE = 'ledger_entries';
END $$;
--> statement-breakpoint
CREATE TRIGGER ledger_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
--> statement-breakpoint
CREATE FUNCTION refuse_refunds_that_do_not_add_up(payment uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM payments p WHERE p.id = payment AND p.refunded_amount <> (
      SELECT coalesce(sum(r.amount), 0) FROM refunds r
      WHERE r.payment_id = p.id AND r.status = 'SUCCEEDED'
    )
  ) THEN
    RAISE EXCEPTION 'the refunds of payment % do not sum to what is refunded', payment
      USING ERRCODE = 'check_violation', CONSTRAINT = 'refunds_add_up', TABLE = 'refunds';
  END IF;
END $$;
--> statement-breakpoint
CREATE FUNCTION refunds_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN PERFORM refuse_refunds_that_do_not_add_up(NEW.payment_id); END IF;
  IF TG_OP <> 'INSERT' THEN PERFORM refuse_refunds_that_do_not_add_up(OLD.payment_id); END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION payment_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_refunds_that_do_not_add_up(NEW.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER refunds_add_up AFTER INSERT OR UPDATE OR DELETE ON refunds
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refunds_changed();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER payments_refunds_add_up AFTER INSERT OR UPDATE OF refunded_amount ON payments
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION payment_changed();
