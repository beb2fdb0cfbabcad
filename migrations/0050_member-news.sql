-- The acts on a membership that its user is told of, in the app and by mail; they cannot be switched off. The
-- organization is named as it was: whoever is out does not see it any more. Not for the app role.
CREATE FUNCTION member_notify(p_user uuid, p_kind text, p_facts jsonb, p_act text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT notification_add(gen_random_uuid(), p_user, o.id, p_kind, 'security',
    p_facts || jsonb_build_object('organization', o.name), p_act, true)
  FROM organizations o WHERE o.id = app_org_id()
$$;--> statement-breakpoint

-- Nobody is told of what they did themselves, but for giving an organization away: that may have been somebody else.
CREATE OR REPLACE FUNCTION member_audit_append(
  p_acting jsonb, p_action text, p_subject_kind text, p_subject uuid, p_facts jsonb, p_before jsonb, p_after jsonb
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_by uuid := (p_acting ->> 'userId')::uuid;
  v_kind text := CASE p_action
    WHEN 'member.role_changed' THEN 'member_role_changed'
    WHEN 'member.suspended' THEN 'member_suspended'
    WHEN 'member.reinstated' THEN 'member_reinstated'
    WHEN 'member.removed' THEN 'member_removed'
    WHEN 'organization.transferred' THEN 'ownership_received'
  END;
BEGIN
  PERFORM audit_append((p_acting ->> 'id')::uuid, (p_acting ->> 'at')::timestamptz, 'user', p_acting ->> 'userId',
    p_action, p_subject_kind, p_subject::text, p_acting ->> 'ip', p_facts, p_before, p_after);
  IF v_kind IS NOT NULL AND p_subject <> v_by THEN
    PERFORM member_notify(p_subject, v_kind, p_facts, p_acting ->> 'id');
  END IF;
  IF v_kind = 'ownership_received' THEN
    PERFORM member_notify(v_by, 'ownership_given', p_facts, p_acting ->> 'id');
  END IF;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION member_notify(uuid, text, jsonb, text) FROM PUBLIC;
