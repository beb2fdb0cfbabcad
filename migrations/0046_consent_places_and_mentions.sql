ALTER TABLE "consents" ADD COLUMN "place" text;--> statement-breakpoint

-- Tells an active member of the transaction's organization that a note names them, once for each note.
CREATE FUNCTION tell_mentioned(p_id uuid, p_user uuid, p_customer uuid, p_note uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM notes n JOIN memberships m ON m.org_id = n.org_id AND m.user_id = p_user AND m.state = 'active'
    WHERE n.org_id = app_org_id() AND n.id = p_note AND n.customer_id = p_customer)
  THEN
    RETURN false;
  END IF;
  RETURN notification_add(p_id, p_user, app_org_id(), 'mentioned', 'service',
    jsonb_build_object('customerId', p_customer), p_note::text, false);
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION tell_mentioned(uuid, uuid, uuid, uuid) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION tell_mentioned(uuid, uuid, uuid, uuid) TO orucrm_app;
