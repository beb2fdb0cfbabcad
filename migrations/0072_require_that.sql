-- Ends a write whose premise is gone, with the code that says why.
CREATE FUNCTION require_that(p_holds boolean, p_code text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  IF p_holds IS NOT TRUE THEN
    RAISE EXCEPTION 'the premise of a write is gone' USING ERRCODE = p_code;
  END IF;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION require_that(boolean, text) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION require_that(boolean, text) TO orucrm_app;
