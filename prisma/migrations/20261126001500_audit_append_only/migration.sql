-- The audit log is written and read, never changed: whoever runs the service, and whatever it does.
CREATE FUNCTION audit_log_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Only the founding of a demo city that was cut short says so, within its transaction (clear-city.ts).
  IF TG_OP = 'TRUNCATE' AND current_setting('tongke.clears_city', true) = 'on' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'the audit log is append-only';
END
$$;

CREATE TRIGGER audit_log_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_log"
FOR EACH STATEMENT EXECUTE FUNCTION audit_log_is_kept();
