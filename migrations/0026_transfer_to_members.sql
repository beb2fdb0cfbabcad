-- Gives the organization to another Admin: 'transferred', 'absent', 'not_owner' or 'not_admin'.
CREATE OR REPLACE FUNCTION organization_transfer(p_to uuid, p_acting jsonb) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_owner uuid;
BEGIN
  PERFORM lock_members(p_acting);
  PERFORM FROM memberships WHERE org_id = app_org_id() AND user_id = p_to AND state <> 'removed';
  IF NOT FOUND THEN
    RETURN 'absent';
  END IF;
  SELECT owner_id INTO v_owner FROM organizations WHERE id = app_org_id();
  IF v_owner IS DISTINCT FROM (p_acting ->> 'userId')::uuid THEN
    RETURN 'not_owner';
  END IF;
  PERFORM FROM memberships
    WHERE org_id = app_org_id() AND user_id = p_to AND role = 'admin' AND state = 'active' AND user_id <> v_owner;
  IF NOT FOUND THEN
    RETURN 'not_admin';
  END IF;
  UPDATE organizations SET owner_id = p_to, updated_at = now() WHERE id = app_org_id();
  PERFORM member_audit_append(p_acting, 'organization.transferred', 'user', p_to, '{}',
    jsonb_build_object('ownerId', v_owner), jsonb_build_object('ownerId', p_to));
  RETURN 'transferred';
END $$;
