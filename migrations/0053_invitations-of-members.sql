-- Makes a member of a user with the role of an open invitation, which is used up by it: 'joined'. An invitation that
-- gives nothing stays as it is: 'expired', 'member' for who is in already, 'suspended' for who is kept out. Not for the
-- app role.
DROP FUNCTION invitation_use(uuid, uuid, uuid, text);--> statement-breakpoint
CREATE FUNCTION invitation_use(p_org uuid, p_invitation uuid, p_user uuid, p_ip text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_before text := coalesce(current_setting('app.org_id', true), '');
  v_state text;
  v_role text;
BEGIN
  PERFORM FROM organizations WHERE id = p_org AND state = 'active' FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN 'expired';
  END IF;
  SELECT state INTO v_state FROM memberships WHERE org_id = p_org AND user_id = p_user;
  IF v_state = 'active' THEN
    RETURN 'member';
  END IF;
  PERFORM FROM invitations WHERE org_id = p_org AND id = p_invitation AND expires_at > now();
  IF NOT FOUND THEN
    RETURN 'expired';
  ELSIF v_state = 'suspended' THEN
    RETURN 'suspended';
  END IF;
  DELETE FROM invitations WHERE org_id = p_org AND id = p_invitation RETURNING role INTO v_role;
  INSERT INTO memberships (org_id, user_id, role) VALUES (p_org, p_user, v_role)
    ON CONFLICT (org_id, user_id) DO UPDATE
      SET role = excluded.role, state = 'active', created_at = now(), ended_at = NULL;
  PERFORM set_config('app.org_id', p_org::text, true);
  PERFORM audit_append(gen_random_uuid(), now(), 'user', p_user::text, 'member.joined', 'user', p_user::text, p_ip,
    jsonb_build_object('role', v_role), NULL, jsonb_build_object('role', v_role));
  PERFORM set_config('app.org_id', v_before, true);
  RETURN 'joined';
END $$;--> statement-breakpoint

CREATE OR REPLACE FUNCTION account_accept_invitation(p_session uuid, p_token_hash text, p_invitation uuid, p_ip text)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_user record;
  v_invitation record;
  v_outcome text;
BEGIN
  SELECT u.id, u.email INTO v_user FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = p_session AND s.ended_at IS NULL AND s.expires_at > now() AND u.email_verified_at IS NOT NULL;
  IF NOT FOUND THEN
    RETURN '{"outcome": "session_over"}';
  END IF;
  SELECT i.org_id, i.id, i.email, o.slug INTO v_invitation
    FROM invitations i JOIN organizations o ON o.id = i.org_id
    WHERE i.token_hash = p_token_hash OR (i.id = p_invitation AND i.email = v_user.email);
  IF NOT FOUND THEN
    RETURN '{"outcome": "expired"}';
  ELSIF v_invitation.email <> v_user.email THEN
    RETURN '{"outcome": "other_email"}';
  END IF;
  v_outcome := invitation_use(v_invitation.org_id, v_invitation.id, v_user.id, p_ip);
  RETURN jsonb_build_object('outcome', v_outcome)
    || CASE WHEN v_outcome IN ('joined', 'member') THEN jsonb_build_object('slug', v_invitation.slug) ELSE '{}' END;
END $$;--> statement-breakpoint

CREATE OR REPLACE FUNCTION account_sign_up_invited(
  p_token_hash text, p_user_id uuid, p_name text, p_password_hash text, p_password_scheme integer,
  p_policy_version text, p_language text, p_ip text
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_invitation record;
  v_user uuid;
BEGIN
  SELECT i.org_id, i.id, i.email, o.slug INTO v_invitation
    FROM invitations i JOIN organizations o ON o.id = i.org_id
    WHERE i.token_hash = p_token_hash AND i.expires_at > now();
  IF NOT FOUND THEN
    RETURN '{"outcome": "expired"}';
  END IF;
  INSERT INTO users (id, email, name, password_hash, password_scheme, adult_confirmed_at, policy_version,
      policy_accepted_at, language, email_verified_at)
    VALUES (p_user_id, v_invitation.email, p_name, p_password_hash, p_password_scheme, now(), p_policy_version,
      now(), p_language, now())
    ON CONFLICT (email) DO UPDATE
      SET name = excluded.name, password_hash = excluded.password_hash, password_scheme = excluded.password_scheme,
        adult_confirmed_at = now(), policy_version = excluded.policy_version, policy_accepted_at = now(),
        language = excluded.language, email_verified_at = now(), updated_at = now()
      WHERE users.email_verified_at IS NULL
    RETURNING id INTO v_user;
  IF NOT FOUND THEN
    RETURN '{"outcome": "known"}';
  END IF;
  UPDATE email_tokens SET expires_at = now() WHERE user_id = v_user AND used_at IS NULL AND expires_at > now();
  IF invitation_use(v_invitation.org_id, v_invitation.id, v_user, p_ip) <> 'joined' THEN
    RAISE EXCEPTION 'the invitation was used meanwhile' USING ERRCODE = 'OR404';
  END IF;
  RETURN jsonb_build_object('outcome', 'joined', 'slug', v_invitation.slug);
END $$;
