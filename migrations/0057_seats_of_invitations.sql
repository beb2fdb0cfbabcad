-- An invitation holds a seat, so that no more can join than there is room for.
CREATE OR REPLACE FUNCTION invitation_create(
  p_id uuid, p_email text, p_role text, p_token_hash text, p_days integer, p_acting jsonb
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_state text;
BEGIN
  PERFORM lock_members(p_acting);
  SELECT m.state INTO v_state FROM memberships m JOIN users u ON u.id = m.user_id
    WHERE m.org_id = app_org_id() AND u.email = p_email AND m.state <> 'removed';
  IF FOUND THEN
    RETURN CASE v_state WHEN 'suspended' THEN 'suspended' ELSE 'member' END;
  END IF;
  DELETE FROM invitations WHERE org_id = app_org_id()
    AND expires_at < CASE WHEN email = p_email THEN now() ELSE now() - interval '30 days' END;
  IF EXISTS (SELECT FROM invitations WHERE org_id = app_org_id() AND email = p_email) THEN
    RETURN 'invited';
  ELSIF (SELECT count(*) FROM invitations WHERE org_id = app_org_id()) >= 50
    OR (SELECT count(*) FROM memberships WHERE org_id = app_org_id() AND state <> 'removed')
      + (SELECT count(*) FROM invitations WHERE org_id = app_org_id()) >= 200 THEN
    RETURN 'full';
  END IF;
  INSERT INTO invitations (org_id, id, email, role, token_hash, invited_by, expires_at)
    VALUES (app_org_id(), p_id, p_email, p_role, p_token_hash, (p_acting ->> 'userId')::uuid,
      now() + make_interval(days => least(p_days, 7)));
  PERFORM member_audit_append(p_acting, 'invitation.created', 'invitation', p_id,
    jsonb_build_object('role', p_role), NULL, jsonb_build_object('email', p_email, 'role', p_role));
  RETURN 'created';
END $$;
