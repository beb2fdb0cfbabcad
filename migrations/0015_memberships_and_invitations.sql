CREATE TABLE "invitations" (
	"org_id" uuid DEFAULT app_org_id() NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" uuid,
	"sends" smallint DEFAULT 1 NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitations_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "invitations_email_lower" CHECK ("invitations"."email" = lower("invitations"."email")),
	CONSTRAINT "invitations_role" CHECK ("invitations"."role" in ('admin', 'manager', 'analyst', 'member', 'viewer'))
);
--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "owner_id" uuid;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_org_id_organizations_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_email_key" ON "invitations" USING btree ("org_id","email");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "invitations_email_idx" ON "invitations" USING btree ("email");--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
SELECT bind_tenant_tables();--> statement-breakpoint
-- Not the tokens' hashes, which nobody needs to read.
GRANT SELECT (org_id, id, email, role, invited_by, sends, sent_at, expires_at, created_at) ON invitations
  TO orucrm_app;--> statement-breakpoint
REVOKE INSERT, UPDATE ON memberships FROM orucrm_app;--> statement-breakpoint

UPDATE organizations o SET owner_id = (
  SELECT user_id FROM memberships m WHERE m.org_id = o.id AND m.role = 'admin' AND m.state = 'active'
  ORDER BY created_at, user_id LIMIT 1);--> statement-breakpoint

-- The first Admin of an organization owns it.
CREATE FUNCTION own_organization() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  UPDATE organizations SET owner_id = NEW.user_id WHERE id = NEW.org_id AND owner_id IS NULL;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER memberships_first_admin AFTER INSERT ON memberships
  FOR EACH ROW WHEN (NEW.role = 'admin' AND NEW.state = 'active') EXECUTE FUNCTION own_organization();--> statement-breakpoint

-- Whatever takes an Admin away, the organization keeps its owner and at least one Admin.
-- Acts at once wait for each other at the organization's row, and each counts what the one before left.
CREATE FUNCTION keep_admin() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_owner uuid;
BEGIN
  SELECT owner_id INTO v_owner FROM organizations WHERE id = OLD.org_id FOR NO KEY UPDATE;
  -- The organization goes with its members.
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.role = 'admin' AND NEW.state = 'active' THEN
    RETURN NULL;
  END IF;
  IF NOT EXISTS (SELECT FROM memberships WHERE org_id = OLD.org_id AND role = 'admin' AND state = 'active') THEN
    RAISE EXCEPTION 'the last Admin stays' USING ERRCODE = 'OR4LA';
  END IF;
  IF v_owner = OLD.user_id THEN
    RAISE EXCEPTION 'the owner stays an Admin' USING ERRCODE = 'OR4OW';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER memberships_keep_admin AFTER UPDATE OR DELETE ON memberships
  FOR EACH ROW WHEN (OLD.role = 'admin' AND OLD.state = 'active') EXECUTE FUNCTION keep_admin();--> statement-breakpoint

-- Makes acts on members take turns, and refuses whoever lost the role since entering. Not for the app role.
CREATE FUNCTION lock_members(p_acting jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  PERFORM FROM organizations WHERE id = app_org_id() FOR NO KEY UPDATE;
  PERFORM FROM memberships WHERE org_id = app_org_id() AND user_id = (p_acting ->> 'userId')::uuid
    AND state = 'active' AND role = current_setting('app.role', true);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no longer a member with this role' USING ERRCODE = 'OR403';
  END IF;
END $$;--> statement-breakpoint

-- One audit row of a member's act. p_acting is { id, at, userId, ip }. Not for the app role.
CREATE FUNCTION member_audit_append(
  p_acting jsonb, p_action text, p_subject_kind text, p_subject uuid, p_facts jsonb, p_before jsonb, p_after jsonb
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  PERFORM audit_append((p_acting ->> 'id')::uuid, (p_acting ->> 'at')::timestamptz, 'user', p_acting ->> 'userId',
    p_action, p_subject_kind, p_subject::text, p_acting ->> 'ip', p_facts, p_before, p_after);
END $$;--> statement-breakpoint

-- Another role for a member, from their next request on: 'changed', 'same' or 'absent'.
CREATE FUNCTION member_change_role(p_user uuid, p_role text, p_acting jsonb) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_before text;
BEGIN
  PERFORM lock_members(p_acting);
  SELECT role INTO v_before FROM memberships
    WHERE org_id = app_org_id() AND user_id = p_user AND state <> 'removed';
  IF NOT FOUND THEN
    RETURN 'absent';
  ELSIF v_before = p_role THEN
    RETURN 'same';
  END IF;
  UPDATE memberships SET role = p_role WHERE org_id = app_org_id() AND user_id = p_user;
  PERFORM member_audit_append(p_acting, 'member.role_changed', 'user', p_user,
    jsonb_build_object('from', v_before, 'to', p_role),
    jsonb_build_object('role', v_before), jsonb_build_object('role', p_role));
  RETURN 'changed';
END $$;--> statement-breakpoint

-- Suspends, reinstates or removes a member; removing oneself is leaving. Gives the ids of the live sessions,
-- whose screens of this organization are to be closed; null when there is nobody whom this could be done to.
CREATE FUNCTION member_change_state(p_user uuid, p_state text, p_acting jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_before record;
BEGIN
  PERFORM lock_members(p_acting);
  SELECT role, state INTO v_before FROM memberships WHERE org_id = app_org_id() AND user_id = p_user;
  IF NOT FOUND OR v_before.state = 'removed' OR v_before.state = p_state THEN
    RETURN NULL;
  END IF;
  UPDATE memberships SET state = p_state, ended_at = CASE WHEN p_state = 'removed' THEN now() END
    WHERE org_id = app_org_id() AND user_id = p_user;
  PERFORM member_audit_append(p_acting,
    CASE
      WHEN p_state = 'suspended' THEN 'member.suspended'
      WHEN p_state = 'active' THEN 'member.reinstated'
      WHEN p_user = (p_acting ->> 'userId')::uuid THEN 'member.left'
      ELSE 'member.removed'
    END,
    'user', p_user, jsonb_build_object('role', v_before.role),
    jsonb_build_object('state', v_before.state), jsonb_build_object('state', p_state));
  RETURN (SELECT coalesce(jsonb_agg(id), '[]') FROM sessions
    WHERE user_id = p_user AND ended_at IS NULL AND expires_at > now());
END $$;--> statement-breakpoint

-- Gives the organization to another Admin: 'transferred', 'not_owner' or 'not_admin'.
CREATE FUNCTION organization_transfer(p_to uuid, p_acting jsonb) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_owner uuid;
BEGIN
  PERFORM lock_members(p_acting);
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
END $$;--> statement-breakpoint

-- Keeps a new invitation: 'created', or why not: 'member', 'suspended', 'invited', 'full'.
CREATE FUNCTION invitation_create(
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
    OR (SELECT count(*) FROM memberships WHERE org_id = app_org_id() AND state <> 'removed') >= 200 THEN
    RETURN 'full';
  END IF;
  INSERT INTO invitations (org_id, id, email, role, token_hash, invited_by, expires_at)
    VALUES (app_org_id(), p_id, p_email, p_role, p_token_hash, (p_acting ->> 'userId')::uuid,
      now() + make_interval(days => least(p_days, 7)));
  PERFORM member_audit_append(p_acting, 'invitation.created', 'invitation', p_id,
    jsonb_build_object('role', p_role), NULL, jsonb_build_object('email', p_email, 'role', p_role));
  RETURN 'created';
END $$;--> statement-breakpoint

-- A new link and seven new days; older links are void. Gives email and role, or null when it is gone or
-- was mailed five times.
CREATE FUNCTION invitation_renew(p_id uuid, p_token_hash text, p_days integer, p_acting jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v record;
BEGIN
  PERFORM lock_members(p_acting);
  UPDATE invitations SET token_hash = p_token_hash, sends = sends + 1, sent_at = now(),
      expires_at = now() + make_interval(days => least(p_days, 7))
    WHERE org_id = app_org_id() AND id = p_id AND sends < 5
    RETURNING email, role INTO v;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  PERFORM member_audit_append(p_acting, 'invitation.resent', 'invitation', p_id,
    jsonb_build_object('role', v.role), NULL, NULL);
  RETURN jsonb_build_object('email', v.email, 'role', v.role);
END $$;--> statement-breakpoint

-- Takes an invitation back; false when it is gone already.
CREATE FUNCTION invitation_revoke(p_id uuid, p_acting jsonb) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v record;
BEGIN
  PERFORM lock_members(p_acting);
  DELETE FROM invitations WHERE org_id = app_org_id() AND id = p_id RETURNING email, role INTO v;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM member_audit_append(p_acting, 'invitation.revoked', 'invitation', p_id,
    jsonb_build_object('role', v.role), jsonb_build_object('email', v.email, 'role', v.role), NULL);
  RETURN true;
END $$;--> statement-breakpoint

-- What a link invites to, unused; null when it was used, withdrawn, is unknown or too old.
CREATE FUNCTION account_find_invitation(p_token_hash text) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT jsonb_build_object('organization', o.name, 'role', i.role, 'email', i.email,
    'invitedBy', (SELECT u.name FROM users u WHERE u.id = i.invited_by),
    'hasAccount', EXISTS (SELECT FROM users u WHERE u.email = i.email AND u.email_verified_at IS NOT NULL))
  FROM invitations i JOIN organizations o ON o.id = i.org_id
  WHERE i.token_hash = p_token_hash AND i.expires_at > now() AND o.state = 'active'
$$;--> statement-breakpoint

-- Uses an invitation up and makes the user a member. False when it is gone meanwhile. Not for the app role.
CREATE FUNCTION invitation_use(p_org uuid, p_invitation uuid, p_user uuid, p_ip text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_before text := coalesce(current_setting('app.org_id', true), '');
  v_role text;
BEGIN
  PERFORM FROM organizations WHERE id = p_org AND state = 'active' FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  DELETE FROM invitations WHERE org_id = p_org AND id = p_invitation AND expires_at > now()
    RETURNING role INTO v_role;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  INSERT INTO memberships (org_id, user_id, role) VALUES (p_org, p_user, v_role)
    ON CONFLICT (org_id, user_id) DO UPDATE
      SET role = excluded.role, state = 'active', created_at = now(), ended_at = NULL
      WHERE memberships.state = 'removed';
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM set_config('app.org_id', p_org::text, true);
  PERFORM audit_append(gen_random_uuid(), now(), 'user', p_user::text, 'member.joined', 'user', p_user::text, p_ip,
    jsonb_build_object('role', v_role), NULL, jsonb_build_object('role', v_role));
  PERFORM set_config('app.org_id', v_before, true);
  RETURN true;
END $$;--> statement-breakpoint

-- Joins the session's user by a link, or by the id of an invitation to their own email.
-- { outcome: 'joined', slug }, or 'session_over', 'expired', 'other_email'.
CREATE FUNCTION account_accept_invitation(p_session uuid, p_token_hash text, p_invitation uuid, p_ip text)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_user record;
  v_invitation record;
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
  ELSIF NOT invitation_use(v_invitation.org_id, v_invitation.id, v_user.id, p_ip) THEN
    RETURN '{"outcome": "expired"}';
  END IF;
  RETURN jsonb_build_object('outcome', 'joined', 'slug', v_invitation.slug);
END $$;--> statement-breakpoint

-- A new user, whose email the link proves, as a member: { outcome: 'joined', slug }, or 'known' when the email
-- has an account, or 'expired'. An account whose email was never verified becomes this one.
CREATE FUNCTION account_sign_up_invited(
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
  IF NOT invitation_use(v_invitation.org_id, v_invitation.id, v_user, p_ip) THEN
    RAISE EXCEPTION 'the invitation was used meanwhile' USING ERRCODE = 'OR404';
  END IF;
  RETURN jsonb_build_object('outcome', 'joined', 'slug', v_invitation.slug);
END $$;--> statement-breakpoint

-- A further organization for the session's user, who owns it: { outcome: 'created', slug }, or 'full' with 20 of
-- their own, or 'session_over'.
CREATE FUNCTION account_create_organization(
  p_session uuid, p_org_id uuid, p_name text, p_slug text, p_other_slug text, p_time_zone text, p_currency text,
  p_ip text
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_user record;
  v_slug text;
BEGIN
  SELECT u.id, u.language INTO v_user FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = p_session AND s.ended_at IS NULL AND s.expires_at > now() AND u.email_verified_at IS NOT NULL
    FOR NO KEY UPDATE OF u;
  IF NOT FOUND THEN
    RETURN '{"outcome": "session_over"}';
  ELSIF (SELECT count(*) FROM organizations WHERE owner_id = v_user.id) >= 20 THEN
    RETURN '{"outcome": "full"}';
  END IF;
  INSERT INTO organizations (id, slug, name, language, time_zone, currency)
    VALUES (p_org_id, p_slug, p_name, v_user.language, p_time_zone, p_currency)
    ON CONFLICT (slug) DO NOTHING RETURNING slug INTO v_slug;
  IF NOT FOUND THEN
    INSERT INTO organizations (id, slug, name, language, time_zone, currency)
      VALUES (p_org_id, p_other_slug, p_name, v_user.language, p_time_zone, p_currency) RETURNING slug INTO v_slug;
  END IF;
  INSERT INTO memberships (org_id, user_id, role) VALUES (p_org_id, v_user.id, 'admin');
  PERFORM set_config('app.org_id', p_org_id::text, true);
  PERFORM audit_append(gen_random_uuid(), now(), 'user', v_user.id::text, 'organization.created', 'user',
    v_user.id::text, p_ip, '{}', NULL, NULL);
  RETURN jsonb_build_object('outcome', 'created', 'slug', v_slug);
END $$;--> statement-breakpoint

-- Where the session's user may go, is kept out of, and is invited to; null when the session is over.
CREATE FUNCTION account_places(p_session uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT jsonb_build_object('name', u.name, 'email', u.email,
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
$$;--> statement-breakpoint

REVOKE ALL ON FUNCTION own_organization(), keep_admin(), lock_members(jsonb),
  member_audit_append(jsonb, text, text, uuid, jsonb, jsonb, jsonb),
  member_change_role(uuid, text, jsonb), member_change_state(uuid, text, jsonb), organization_transfer(uuid, jsonb),
  invitation_create(uuid, text, text, text, integer, jsonb), invitation_renew(uuid, text, integer, jsonb),
  invitation_revoke(uuid, jsonb), account_find_invitation(text), invitation_use(uuid, uuid, uuid, text),
  account_accept_invitation(uuid, text, uuid, text),
  account_sign_up_invited(text, uuid, text, text, integer, text, text, text),
  account_create_organization(uuid, uuid, text, text, text, text, text, text), account_places(uuid)
FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION
  member_change_role(uuid, text, jsonb), member_change_state(uuid, text, jsonb), organization_transfer(uuid, jsonb),
  invitation_create(uuid, text, text, text, integer, jsonb), invitation_renew(uuid, text, integer, jsonb),
  invitation_revoke(uuid, jsonb), account_find_invitation(text),
  account_accept_invitation(uuid, text, uuid, text),
  account_sign_up_invited(text, uuid, text, text, integer, text, text, text),
  account_create_organization(uuid, uuid, text, text, text, text, text, text), account_places(uuid)
TO orucrm_app;
