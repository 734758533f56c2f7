-- The ledger follows from the payments' events: only their replay, within one transaction that says so,
-- may take entries out, and then writes them anew.
CREATE OR REPLACE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('souk.replaying', true) = 'on' THEN RETURN NULL; END IF;
  RAISE EXCEPTION 'the ledger is only ever added to'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_append_only', TABLE = 'ledger_entries';
END $$;
