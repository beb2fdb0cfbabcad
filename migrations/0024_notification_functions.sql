SELECT bind_tenant_tables();--> statement-breakpoint
GRANT SELECT, INSERT ON support_requests, support_messages TO orucrm_app;--> statement-breakpoint
GRANT UPDATE (state, updated_at) ON support_requests TO orucrm_app;--> statement-breakpoint

-- Tells a user something once for each reason; true when it was new. News that the user switched off is left out,
-- and so is its mail; what concerns the service or security always comes.
CREATE FUNCTION notification_add(
  p_id uuid, p_user uuid, p_org uuid, p_kind text, p_category text, p_facts jsonb, p_reason text, p_has_mail boolean
) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_chosen record;
  v_is_shown boolean;
  v_is_mailed boolean;
BEGIN
  SELECT coalesce(p.product_mail, true) AS product_mail, coalesce(p.product_in_app, true) AS product_in_app,
      coalesce(p.policy_in_app, true) AS policy_in_app
    INTO v_chosen
    FROM users u LEFT JOIN notification_preferences p ON p.user_id = u.id
    WHERE u.id = p_user AND u.email_verified_at IS NOT NULL;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  v_is_shown := CASE p_category WHEN 'product' THEN v_chosen.product_in_app WHEN 'policy' THEN v_chosen.policy_in_app
    ELSE true END;
  v_is_mailed := p_has_mail AND (p_category <> 'product' OR v_chosen.product_mail);
  IF NOT v_is_shown AND NOT v_is_mailed THEN
    RETURN false;
  END IF;
  INSERT INTO notifications (id, user_id, about_org_id, kind, category, facts, reason, is_shown, mail_state)
    VALUES (p_id, p_user, p_org, p_kind, p_category, p_facts, p_reason, v_is_shown,
      CASE WHEN v_is_mailed THEN 'due' ELSE 'none' END)
    ON CONFLICT (user_id, kind, reason) DO NOTHING;
  RETURN FOUND;
END $$;--> statement-breakpoint

-- The acts of an account that its user is told of in the app; their mails are sent by whoever acts. Not for the app role.
CREATE FUNCTION account_notify(p_user uuid, p_action text, p_facts jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_kind text := CASE p_action
    WHEN 'password.changed' THEN 'password_changed'
    WHEN 'password.reset' THEN 'password_changed'
    WHEN 'email.changed' THEN 'email_changed'
    WHEN 'email.change_undone' THEN 'email_change_undone'
    WHEN 'second_factor.added' THEN 'second_factor_added'
    WHEN 'second_factor.removed' THEN 'second_factor_removed'
    WHEN 'recovery_codes.replaced' THEN 'recovery_codes_replaced'
    WHEN 'session.started' THEN 'new_device'
  END;
BEGIN
  IF v_kind IS NULL OR (v_kind = 'new_device'
    AND NOT EXISTS (SELECT FROM sessions WHERE user_id = p_user AND is_new_device AND created_at = now())) THEN
    RETURN;
  END IF;
  PERFORM notification_add(gen_random_uuid(), p_user, NULL, v_kind, 'security', p_facts, gen_random_uuid()::text, false);
END $$;--> statement-breakpoint

-- One audit row in each organization of the user, and a notification where they are to know. Not for the app role.
CREATE OR REPLACE FUNCTION account_audit(
  p_user uuid, p_action text, p_ip text, p_facts jsonb, p_session uuid DEFAULT NULL
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_before text := coalesce(current_setting('app.org_id', true), '');
  v_org uuid;
BEGIN
  -- In one order, so that two acts at once wait for each other instead of locking both.
  FOR v_org IN
    SELECT org_id FROM memberships WHERE user_id = p_user AND state = 'active' ORDER BY org_id
  LOOP
    PERFORM set_config('app.org_id', v_org::text, true);
    PERFORM audit_append(gen_random_uuid(), now(), 'user', p_user::text, p_action, 'user', p_user::text, p_ip,
      p_facts, NULL, NULL, p_session);
  END LOOP;
  PERFORM set_config('app.org_id', v_before, true);
  PERFORM account_notify(p_user, p_action, p_facts);
END $$;--> statement-breakpoint

-- What every page shows of the session's own user: unread notifications, counted up to 100, and the version of the
-- privacy policy they accepted. Null when the session is over.
CREATE FUNCTION shell_state(p_session uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT jsonb_build_object('policyVersion', u.policy_version, 'unread', (
      SELECT count(*) FROM (
        SELECT FROM notifications n WHERE n.user_id = u.id AND n.is_shown AND n.read_at IS NULL LIMIT 100) few))
  FROM users u WHERE u.id = account_of_session(p_session)
$$;--> statement-breakpoint

-- Notifications of the session's own user, newest first, after a position. The organization is named as long as the
-- user belongs to it.
CREATE FUNCTION notifications_list(p_session uuid, p_at timestamptz, p_id uuid, p_limit integer) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'kind', n.kind, 'category', n.category, 'facts', n.facts,
    'createdAt', n.created_at, 'key', n.created_at::text, 'isRead', n.read_at IS NOT NULL, 'organization', (
      SELECT jsonb_build_object('slug', o.slug, 'name', o.name)
      FROM organizations o JOIN memberships m ON m.org_id = o.id
      WHERE o.id = n.about_org_id AND m.user_id = n.user_id AND m.state = 'active')) ORDER BY n.created_at DESC, n.id DESC), '[]')
  FROM (
    SELECT * FROM notifications
    WHERE user_id = account_of_session(p_session) AND is_shown
      AND (p_at IS NULL OR (created_at, id) < (p_at, p_id))
    ORDER BY created_at DESC, id DESC LIMIT least(p_limit, 100)) n
$$;--> statement-breakpoint

-- Marks one notification of the session's own user as read, or all when none is named; answers how many.
CREATE FUNCTION notifications_read(p_session uuid, p_id uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_count integer;
BEGIN
  UPDATE notifications SET read_at = now()
    WHERE user_id = account_of_session(p_session) AND is_shown AND read_at IS NULL AND (p_id IS NULL OR id = p_id);
  GET DIAGNOSTICS v_count = ROW_COUNT;
  RETURN v_count;
END $$;--> statement-breakpoint

CREATE FUNCTION notification_preferences_find(p_session uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT jsonb_build_object('productMail', coalesce(p.product_mail, true),
    'productInApp', coalesce(p.product_in_app, true), 'policyInApp', coalesce(p.policy_in_app, true))
  FROM users u LEFT JOIN notification_preferences p ON p.user_id = u.id
  WHERE u.id = account_of_session(p_session)
$$;--> statement-breakpoint

-- False when the session is over.
CREATE FUNCTION notification_preferences_update(
  p_session uuid, p_product_mail boolean, p_product_in_app boolean, p_policy_in_app boolean, p_ip text
) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_user uuid := account_of_session(p_session);
BEGIN
  IF v_user IS NULL THEN
    RETURN false;
  END IF;
  INSERT INTO notification_preferences (user_id, product_mail, product_in_app, policy_in_app)
    VALUES (v_user, p_product_mail, p_product_in_app, p_policy_in_app)
    ON CONFLICT (user_id) DO UPDATE SET product_mail = excluded.product_mail,
      product_in_app = excluded.product_in_app, policy_in_app = excluded.policy_in_app, updated_at = now();
  PERFORM account_audit(v_user, 'notifications.updated', p_ip, jsonb_build_object(
    'productMail', p_product_mail, 'productInApp', p_product_in_app, 'policyInApp', p_policy_in_app), p_session);
  RETURN true;
END $$;--> statement-breakpoint

-- For whoever holds the link of a product mail, without a session. A second time changes nothing.
CREATE FUNCTION product_mail_unsubscribe(p_user uuid, p_ip text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  PERFORM FROM users WHERE id = p_user FOR UPDATE;
  IF NOT FOUND OR EXISTS (SELECT FROM notification_preferences WHERE user_id = p_user AND NOT product_mail) THEN
    RETURN;
  END IF;
  INSERT INTO notification_preferences (user_id, product_mail) VALUES (p_user, false)
    ON CONFLICT (user_id) DO UPDATE SET product_mail = false, updated_at = now();
  PERFORM account_audit(p_user, 'product_mail.unsubscribed', p_ip, '{}');
END $$;--> statement-breakpoint

-- Mails to be sent now, each handed out for ten minutes and at most five times. Product mail to somebody who switched
-- it off meanwhile is dropped.
CREATE FUNCTION notification_claim_mails(p_limit integer) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_claimed jsonb;
BEGIN
  UPDATE notifications SET mail_state = 'unknown'
    WHERE mail_state = 'claimed' AND mail_attempts >= 5 AND mail_at < now() - interval '10 minutes';
  UPDATE notifications n SET mail_state = 'none' FROM notification_preferences p
    WHERE n.mail_state = 'due' AND n.category = 'product' AND p.user_id = n.user_id AND NOT p.product_mail;
  WITH due AS (
    SELECT id FROM notifications
    WHERE mail_state IN ('due', 'claimed') AND (mail_state = 'due' OR mail_at < now() - interval '10 minutes')
    ORDER BY created_at LIMIT least(p_limit, 100) FOR UPDATE SKIP LOCKED),
  claimed AS (
    UPDATE notifications n SET mail_state = 'claimed', mail_attempts = mail_attempts + 1, mail_at = now()
    FROM due WHERE n.id = due.id RETURNING n.*)
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'userId', c.user_id, 'kind', c.kind, 'category', c.category,
      'facts', c.facts, 'email', u.email, 'language', u.language, 'slug', o.slug, 'organization', o.name, 'words',
      a.words -> u.language)), '[]')
    INTO v_claimed
    FROM claimed c JOIN users u ON u.id = c.user_id LEFT JOIN organizations o ON o.id = c.about_org_id
      LEFT JOIN announcements a ON a.key = c.reason;
  RETURN v_claimed;
END $$;--> statement-breakpoint

-- 'sent' or 'refused' ends it; 'due' lets it be tried again.
CREATE FUNCTION notification_settle_mail(p_id uuid, p_outcome text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  UPDATE notifications
  SET mail_state = CASE WHEN p_outcome = 'due' AND mail_attempts >= 5 THEN 'unknown' ELSE p_outcome END
  WHERE id = p_id AND mail_state = 'claimed'
$$;--> statement-breakpoint

-- News for all users; told by `announcement_tell`. False when this key is known: nothing is told twice.
CREATE FUNCTION announcement_open(p_key text, p_category text, p_facts jsonb, p_words jsonb) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  INSERT INTO announcements (key, category, facts, words) VALUES (p_key, p_category, p_facts, p_words)
    ON CONFLICT (key) DO NOTHING;
  RETURN FOUND;
END $$;--> statement-breakpoint

-- Tells the next users of the oldest open announcement; policy news only to whoever accepted an older version.
-- Answers how many were asked about; null when nothing is open.
CREATE FUNCTION announcement_tell(p_limit integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_limit integer := least(p_limit, 500);
  v_news record;
  v_user uuid;
  v_last uuid;
  v_seen integer := 0;
  v_told integer := 0;
BEGIN
  SELECT * INTO v_news FROM announcements WHERE finished_at IS NULL ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  FOR v_user IN
    SELECT u.id FROM users u
    WHERE (v_news.cursor IS NULL OR u.id > v_news.cursor) AND u.email_verified_at IS NOT NULL
      AND (v_news.category <> 'policy' OR u.policy_version < v_news.facts ->> 'version')
      AND (v_news.category <> 'product' OR u.closes_at IS NULL)
    ORDER BY u.id LIMIT v_limit
  LOOP
    v_last := v_user;
    v_seen := v_seen + 1;
    IF notification_add(gen_random_uuid(), v_user, NULL, v_news.category || '_news', v_news.category, v_news.facts,
        v_news.key, true) THEN
      v_told := v_told + 1;
    END IF;
  END LOOP;
  UPDATE announcements SET cursor = coalesce(v_last, cursor), told = told + v_told,
      finished_at = CASE WHEN v_seen < v_limit THEN now() END
    WHERE key = v_news.key;
  RETURN v_seen;
END $$;--> statement-breakpoint

-- Deletes notifications older than a year, at most p_limit; answers how many.
CREATE FUNCTION purge_notifications(p_now timestamptz, p_limit integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_count integer;
BEGIN
  DELETE FROM notifications WHERE id IN (
    SELECT id FROM notifications WHERE created_at < least(p_now, now()) - interval '1 year'
    ORDER BY created_at LIMIT least(p_limit, 1000) FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS v_count = ROW_COUNT;
  RETURN v_count;
END $$;--> statement-breakpoint

-- Every acceptance is kept, wherever the user's row gets its version.
CREATE FUNCTION keep_policy_acceptance() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  INSERT INTO policy_acceptances (user_id, version, accepted_at)
    VALUES (NEW.id, NEW.policy_version, NEW.policy_accepted_at)
    ON CONFLICT (user_id, version) DO UPDATE SET accepted_at = excluded.accepted_at;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER users_policy_acceptance AFTER INSERT OR UPDATE OF policy_version, policy_accepted_at ON users
  FOR EACH ROW EXECUTE FUNCTION keep_policy_acceptance();--> statement-breakpoint
INSERT INTO policy_acceptances (user_id, version, accepted_at)
  SELECT id, policy_version, policy_accepted_at FROM users;--> statement-breakpoint

-- The versions that the session's own user accepted, latest first; null when the session is over.
CREATE FUNCTION policy_find(p_session uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT jsonb_build_object('version', u.policy_version, 'acceptances', (
      SELECT jsonb_agg(jsonb_build_object('version', a.version, 'acceptedAt', a.accepted_at) ORDER BY a.version DESC)
      FROM policy_acceptances a WHERE a.user_id = u.id))
  FROM users u WHERE u.id = account_of_session(p_session)
$$;--> statement-breakpoint

-- Accepts a version that is newer than the accepted one; false when the session is over.
CREATE FUNCTION policy_accept(p_session uuid, p_version text, p_ip text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_user uuid := account_of_session(p_session);
BEGIN
  IF v_user IS NULL THEN
    RETURN false;
  END IF;
  UPDATE users SET policy_version = p_version, policy_accepted_at = now(), updated_at = now()
    WHERE id = v_user AND policy_version < p_version;
  IF FOUND THEN
    PERFORM account_audit(v_user, 'policy.accepted', p_ip, jsonb_build_object('version', p_version), p_session);
  END IF;
  RETURN true;
END $$;--> statement-breakpoint

-- Messages of members that operators have not been mailed of, handed out like the mails of notifications.
CREATE FUNCTION support_claim_mails(p_limit integer) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_claimed jsonb;
BEGIN
  UPDATE support_messages SET mail_state = 'unknown'
    WHERE mail_state = 'claimed' AND mail_attempts >= 5 AND mail_at < now() - interval '10 minutes';
  WITH due AS (
    SELECT org_id, id FROM support_messages
    WHERE mail_state IN ('due', 'claimed') AND (mail_state = 'due' OR mail_at < now() - interval '10 minutes')
    ORDER BY created_at LIMIT least(p_limit, 100) FOR UPDATE SKIP LOCKED),
  claimed AS (
    UPDATE support_messages m SET mail_state = 'claimed', mail_attempts = mail_attempts + 1, mail_at = now()
    FROM due WHERE m.org_id = due.org_id AND m.id = due.id RETURNING m.*)
  SELECT coalesce(jsonb_agg(jsonb_build_object('orgId', c.org_id, 'id', c.id, 'reference', r.reference,
      'subject', r.subject, 'body', c.body, 'organization', o.name)), '[]')
    INTO v_claimed
    FROM claimed c JOIN support_requests r ON r.org_id = c.org_id AND r.id = c.request_id
      JOIN organizations o ON o.id = c.org_id;
  RETURN v_claimed;
END $$;--> statement-breakpoint

CREATE FUNCTION support_settle_mail(p_org uuid, p_id uuid, p_outcome text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  UPDATE support_messages
  SET mail_state = CASE WHEN p_outcome = 'due' AND mail_attempts >= 5 THEN 'unknown' ELSE p_outcome END
  WHERE org_id = p_org AND id = p_id AND mail_state = 'claimed'
$$;--> statement-breakpoint

-- An operator's answer: into the thread, as a notification and as a mail to whoever asked. False for an unknown
-- reference. For operators only, not for the app role.
CREATE FUNCTION support_answer(p_reference text, p_message_id uuid, p_body text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_request record;
BEGIN
  UPDATE support_requests SET state = 'answered', updated_at = now() WHERE reference = p_reference
    RETURNING org_id, id, user_id INTO v_request;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  INSERT INTO support_messages (org_id, id, request_id, author, body, mail_state)
    VALUES (v_request.org_id, p_message_id, v_request.id, 'operator', p_body, 'none');
  PERFORM audit_append_in(v_request.org_id, now(), 'job', 'support', 'support.answered', 'support_request',
    v_request.id::text, NULL, '{}');
  PERFORM notification_add(gen_random_uuid(), v_request.user_id, v_request.org_id, 'support_answered', 'service',
    jsonb_build_object('reference', p_reference, 'requestId', v_request.id), p_message_id::text, true);
  RETURN true;
END $$;--> statement-breakpoint

GRANT EXECUTE ON FUNCTION
  notification_add(uuid, uuid, uuid, text, text, jsonb, text, boolean),
  shell_state(uuid),
  notifications_list(uuid, timestamptz, uuid, integer),
  notifications_read(uuid, uuid),
  notification_preferences_find(uuid),
  notification_preferences_update(uuid, boolean, boolean, boolean, text),
  product_mail_unsubscribe(uuid, text),
  notification_claim_mails(integer),
  notification_settle_mail(uuid, text),
  announcement_open(text, text, jsonb, jsonb),
  announcement_tell(integer),
  purge_notifications(timestamptz, integer),
  policy_find(uuid),
  policy_accept(uuid, text, text),
  support_claim_mails(integer),
  support_settle_mail(uuid, uuid, text)
TO orucrm_app;
