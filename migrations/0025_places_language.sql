-- Where the session's user may go, is kept out of, and is invited to; null when the session is over.
CREATE OR REPLACE FUNCTION account_places(p_session uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT jsonb_build_object('name', u.name, 'email', u.email, 'language', u.language,
    'organizations', coalesce((
      SELECT jsonb_agg(jsonb_build_object('slug', o.slug, 'name', o.name, 'role', m.role) ORDER BY lower(o.name), o.slug)
      FROM memberships m JOIN organizations o ON o.id = m.org_id
      WHERE m.user_id = u.id AND m.state = 'active' AND o.state <> 'closed'), '[]'),
    'suspended', coalesce((
      SELECT jsonb_agg(jsonb_build_object('slug', o.slug, 'name', o.name) ORDER BY lower(o.name), o.slug)
      FROM memberships m JOIN organizations o ON o.id = m.org_id
      WHERE m.user_id = u.id AND m.state = 'suspended' AND o.state <> 'closed'), '[]'),
    'invitations', coalesce((
      SELECT jsonb_agg(jsonb_build_object('id', i.id, 'organization', o.name, 'role', i.role) ORDER BY i.sent_at DESC)
      FROM (SELECT * FROM invitations WHERE email = u.email AND expires_at > now() ORDER BY sent_at DESC LIMIT 20) i
      JOIN organizations o ON o.id = i.org_id AND o.state = 'active'), '[]'))
  FROM sessions s JOIN users u ON u.id = s.user_id
  WHERE s.id = p_session AND s.ended_at IS NULL AND s.expires_at > now() AND u.email_verified_at IS NOT NULL
$$;
