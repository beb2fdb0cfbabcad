-- Second factors, passkeys and proving again who one is. As with accounts, these functions are the app role's only
-- doors. What the app compared itself (a password, a code, a passkey's signature) comes in as a proof, and counts
-- only if it still holds here:
--   {"kind": "password", "hash"}                       for whoever has no second factor
--   {"kind": "totp", "id", "step"}                     each step once
--   {"kind": "recovery", "hash"}                       each code once
--   {"kind": "passkey", "id", "counter", "token"}      each challenge once, with a counter that rose

-- Not for the app role.
CREATE FUNCTION user_has_factor(p_user uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT EXISTS (SELECT FROM totp_factors WHERE user_id = p_user AND confirmed_at IS NOT NULL)
    OR EXISTS (SELECT FROM passkeys WHERE user_id = p_user)
$$;--> statement-breakpoint

-- Whether the person proved in the last ten minutes that it is them; the log-in counts. Not for the app role.
CREATE FUNCTION session_is_fresh(p_session uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT coalesce(greatest(created_at, reauthenticated_at) > now() - interval '10 minutes', false)
  FROM sessions WHERE id = p_session
$$;--> statement-breakpoint

-- The user of a live session; OR401 when it is over. Not for the app role.
CREATE FUNCTION session_user_id(p_session uuid) RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_user uuid;
BEGIN
  SELECT s.user_id INTO v_user FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = p_session AND s.ended_at IS NULL AND s.expires_at > now() AND u.email_verified_at IS NOT NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no live session' USING ERRCODE = 'OR401';
  END IF;
  RETURN v_user;
END $$;--> statement-breakpoint

-- Refuses the rest of the transaction, with OR449, unless the person of the session proved in the last ten minutes
-- that it is them. Gives the user's id.
CREATE FUNCTION session_require_fresh(p_session uuid) RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_user uuid := session_user_id(p_session);
BEGIN
  IF NOT session_is_fresh(p_session) THEN
    RAISE EXCEPTION 'the person has to prove again who they are' USING ERRCODE = 'OR449';
  END IF;
  RETURN v_user;
END $$;--> statement-breakpoint

-- Keeps a signed token from being used twice; false when it was. Not for the app role.
CREATE FUNCTION token_spend(p_token text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  DELETE FROM spent_tokens WHERE token IN (
    SELECT token FROM spent_tokens WHERE expires_at < now() ORDER BY expires_at LIMIT 20);
  INSERT INTO spent_tokens (token, expires_at) VALUES (p_token, now() + interval '1 hour') ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $$;--> statement-breakpoint

-- Uses a proof up; false when it does not hold. Not for the app role.
CREATE FUNCTION proof_spend(p_user uuid, p_proof jsonb) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_counter bigint := (p_proof ->> 'counter')::bigint;
BEGIN
  CASE p_proof ->> 'kind'
    WHEN 'password' THEN
      PERFORM FROM users WHERE id = p_user AND password_hash = p_proof ->> 'hash' AND NOT user_has_factor(id);
    WHEN 'totp' THEN
      UPDATE totp_factors SET last_step = (p_proof ->> 'step')::bigint
        WHERE user_id = p_user AND id = (p_proof ->> 'id')::uuid AND confirmed_at IS NOT NULL
          AND last_step < (p_proof ->> 'step')::bigint;
    WHEN 'recovery' THEN
      UPDATE recovery_codes SET used_at = now()
        WHERE user_id = p_user AND code_hash = p_proof ->> 'hash' AND used_at IS NULL;
    WHEN 'passkey' THEN
      IF NOT token_spend(p_proof ->> 'token') THEN
        RETURN false;
      END IF;
      UPDATE passkeys SET counter = v_counter, last_used_at = now()
        WHERE user_id = p_user AND id = (p_proof ->> 'id')::uuid
          AND (counter < v_counter OR (counter = 0 AND v_counter = 0));
    ELSE
      RETURN false;
  END CASE;
  RETURN FOUND;
END $$;--> statement-breakpoint

-- Everything a second step is checked against and a person sees of their factors. Not for the app role.
CREATE FUNCTION factors_of(p_user uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT jsonb_build_object(
    'user', jsonb_build_object('id', u.id, 'email', u.email, 'name', u.name, 'language', u.language),
    'hasFactor', user_has_factor(u.id),
    'totp', (
      SELECT jsonb_build_object('id', t.id, 'sealed', t.sealed, 'confirmedAt', t.confirmed_at)
      FROM totp_factors t WHERE t.user_id = u.id),
    'passkeys', coalesce((
      SELECT jsonb_agg(jsonb_build_object('id', p.id, 'credentialId', p.credential_id, 'publicKey', p.public_key,
        'counter', p.counter, 'transports', p.transports, 'isBackedUp', p.is_backed_up, 'name', p.name,
        'createdAt', p.created_at, 'lastUsedAt', p.last_used_at) ORDER BY p.created_at, p.id)
      FROM passkeys p WHERE p.user_id = u.id), '[]'),
    'recoveryCodesLeft', (SELECT count(*) FROM recovery_codes c WHERE c.user_id = u.id AND c.used_at IS NULL),
    'resetAt', (
      SELECT r.effective_at FROM factor_resets r
      WHERE r.user_id = u.id AND r.effective_at IS NOT NULL AND r.cancelled_at IS NULL AND r.finished_at IS NULL))
  FROM users u WHERE u.id = p_user
$$;--> statement-breakpoint

-- The factors of a live session's user; null when it is over.
CREATE FUNCTION factors_find_by_session(p_session uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT factors_of(s.user_id) || jsonb_build_object('isFresh', session_is_fresh(s.id))
  FROM sessions s WHERE s.id = p_session AND s.ended_at IS NULL AND s.expires_at > now()
$$;--> statement-breakpoint

-- The factors of a user whose password was right a moment ago; null when it changed since. p_fingerprint is the hex
-- SHA-256 of the hash that was compared.
CREATE FUNCTION factors_find_by_password(p_user uuid, p_fingerprint text) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT factors_of(u.id) FROM users u
  WHERE u.id = p_user AND encode(sha256(convert_to(u.password_hash, 'UTF8')), 'hex') = p_fingerprint
    AND u.email_verified_at IS NOT NULL
$$;--> statement-breakpoint

-- Whose passkey this is, and what its signature is checked against; null when nobody's.
CREATE FUNCTION passkey_find(p_credential text) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT jsonb_build_object('userId', p.user_id, 'id', p.id, 'credentialId', p.credential_id,
    'publicKey', p.public_key, 'counter', p.counter, 'transports', p.transports)
  FROM passkeys p WHERE p.credential_id = p_credential
$$;--> statement-breakpoint

-- Notes that the person proved again who they are; false when the proof does not hold.
CREATE FUNCTION session_confirm(p_session uuid, p_proof jsonb, p_ip text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_user uuid := session_user_id(p_session);
BEGIN
  IF NOT proof_spend(v_user, p_proof) THEN
    RETURN false;
  END IF;
  UPDATE sessions SET reauthenticated_at = now() WHERE id = p_session;
  PERFORM account_audit(v_user, 'session.confirmed', p_ip, jsonb_build_object('by', p_proof ->> 'kind'));
  RETURN true;
END $$;--> statement-breakpoint

-- What a log-in is checked against, the password hash included; null when there is no such account.
-- An address counts as known when a session of the user began there in the last 90 days.
CREATE OR REPLACE FUNCTION account_find_for_login(p_email text, p_ip text) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT jsonb_build_object('id', u.id, 'passwordHash', u.password_hash, 'passwordScheme', u.password_scheme,
    'isVerified', u.email_verified_at IS NOT NULL, 'hasFactor', user_has_factor(u.id),
    'isKnownAddress', EXISTS (
      SELECT FROM sessions s
      WHERE s.user_id = u.id AND s.ip = p_ip AND s.created_at > now() - interval '90 days'))
  FROM users u WHERE u.email = p_email
$$;--> statement-breakpoint

-- Starts a session after the right password. p_password_hash is what was compared: a password changed meanwhile
-- gives no session. Null then, when the email is not verified, and when a second step is missing.
CREATE OR REPLACE FUNCTION session_start(p_user uuid, p_password_hash text, p_session uuid, p_visit jsonb)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_expires timestamptz;
BEGIN
  PERFORM FROM users
    WHERE id = p_user AND password_hash = p_password_hash AND email_verified_at IS NOT NULL
      AND NOT user_has_factor(id) FOR SHARE;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  v_expires := account_insert_session(p_user, p_session, p_visit);
  PERFORM account_audit(p_user, 'session.started', p_visit ->> 'ip', '{}');
  RETURN jsonb_build_object('expiresAt', v_expires);
END $$;--> statement-breakpoint

-- A session for whoever has their factor. They did not lose it: a request to set up anew ends. Not for the app role.
CREATE FUNCTION session_begin_by_factor(p_user uuid, p_by text, p_session uuid, p_visit jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_expires timestamptz := account_insert_session(p_user, p_session, p_visit);
BEGIN
  UPDATE factor_resets SET cancelled_at = now()
    WHERE user_id = p_user AND cancelled_at IS NULL AND finished_at IS NULL;
  PERFORM account_audit(p_user, 'session.started', p_visit ->> 'ip', jsonb_build_object('by', p_by));
  RETURN jsonb_build_object('expiresAt', v_expires);
END $$;--> statement-breakpoint

-- Starts a session after the right password and a second step. Null when password or proof no longer hold, or the
-- first step was already used.
CREATE FUNCTION session_start_by_factor(
  p_user uuid, p_fingerprint text, p_token text, p_proof jsonb, p_session uuid, p_visit jsonb
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  PERFORM FROM users
    WHERE id = p_user AND encode(sha256(convert_to(password_hash, 'UTF8')), 'hex') = p_fingerprint
      AND email_verified_at IS NOT NULL FOR SHARE;
  IF NOT FOUND OR p_proof ->> 'kind' = 'password' THEN
    RETURN NULL;
  END IF;
  IF NOT proof_spend(p_user, p_proof) THEN
    RETURN NULL;
  END IF;
  IF NOT token_spend(p_token) THEN
    RETURN NULL;
  END IF;
  RETURN session_begin_by_factor(p_user, p_proof ->> 'kind', p_session, p_visit);
END $$;--> statement-breakpoint

-- Starts a session by a passkey alone, which is two factors in one: the device and what unlocks it.
CREATE FUNCTION session_start_by_passkey(p_user uuid, p_proof jsonb, p_session uuid, p_visit jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  PERFORM FROM users WHERE id = p_user AND email_verified_at IS NOT NULL FOR SHARE;
  IF NOT FOUND OR p_proof ->> 'kind' IS DISTINCT FROM 'passkey' THEN
    RETURN NULL;
  END IF;
  IF NOT proof_spend(p_user, p_proof) THEN
    RETURN NULL;
  END IF;
  RETURN session_begin_by_factor(p_user, 'passkey', p_session, p_visit);
END $$;--> statement-breakpoint

-- Recovery codes for whoever has none yet; true when these are theirs now. Not for the app role.
CREATE FUNCTION recovery_codes_begin(p_user uuid, p_hashes text[]) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
BEGIN
  IF EXISTS (SELECT FROM recovery_codes WHERE user_id = p_user) THEN
    RETURN false;
  END IF;
  INSERT INTO recovery_codes (user_id, code_hash) SELECT p_user, unnest(p_hashes);
  RETURN true;
END $$;--> statement-breakpoint

-- Keeps two changes of one user's factors apart, and refuses those of a session that is not fresh. Gives the user's
-- id. Not for the app role.
CREATE FUNCTION factors_lock(p_session uuid) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_user uuid := session_require_fresh(p_session);
BEGIN
  PERFORM FROM users WHERE id = v_user FOR UPDATE;
  RETURN v_user;
END $$;--> statement-breakpoint

-- Recovery codes without any factor are of no use. Not for the app role.
CREATE FUNCTION factors_tidy(p_user uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  DELETE FROM recovery_codes WHERE user_id = p_user AND NOT user_has_factor(p_user)
$$;--> statement-breakpoint

-- An authenticator app that waits for its first code, in place of another that waits; false when one counts already.
CREATE FUNCTION totp_begin(p_session uuid, p_id uuid, p_sealed text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_user uuid := factors_lock(p_session);
BEGIN
  INSERT INTO totp_factors AS t (user_id, id, sealed) VALUES (v_user, p_id, p_sealed)
    ON CONFLICT (user_id) DO UPDATE SET id = p_id, sealed = p_sealed, created_at = now()
      WHERE t.confirmed_at IS NULL;
  RETURN FOUND;
END $$;--> statement-breakpoint

-- From its first code on the app counts. Says whether the given recovery codes are the person's first; null when the
-- app is not the one that waits.
CREATE FUNCTION totp_confirm(p_session uuid, p_id uuid, p_step bigint, p_hashes text[], p_ip text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_user uuid := factors_lock(p_session);
BEGIN
  UPDATE totp_factors SET confirmed_at = now(), last_step = p_step
    WHERE user_id = v_user AND id = p_id AND confirmed_at IS NULL;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  PERFORM account_audit(v_user, 'second_factor.added', p_ip, '{"kind": "totp"}');
  RETURN jsonb_build_object('hasNewCodes', recovery_codes_begin(v_user, p_hashes));
END $$;--> statement-breakpoint

-- Takes the authenticator app away; false when there is none.
CREATE FUNCTION totp_remove(p_session uuid, p_ip text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_user uuid := factors_lock(p_session);
BEGIN
  DELETE FROM totp_factors WHERE user_id = v_user AND confirmed_at IS NOT NULL;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM factors_tidy(v_user);
  PERFORM account_audit(v_user, 'second_factor.removed', p_ip, '{"kind": "totp"}');
  RETURN true;
END $$;--> statement-breakpoint

-- New recovery codes in place of all that are left; false when there is no factor to recover.
CREATE FUNCTION recovery_codes_replace(p_session uuid, p_hashes text[], p_ip text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_user uuid := factors_lock(p_session);
BEGIN
  IF NOT user_has_factor(v_user) THEN
    RETURN false;
  END IF;
  DELETE FROM recovery_codes WHERE user_id = v_user;
  INSERT INTO recovery_codes (user_id, code_hash) SELECT v_user, unnest(p_hashes);
  PERFORM account_audit(v_user, 'recovery_codes.replaced', p_ip, '{}');
  RETURN true;
END $$;--> statement-breakpoint

-- A passkey from a challenge that was not used before. Says whether the given recovery codes are the person's first;
-- null when the challenge was used, the passkey is known, or twenty are enough.
CREATE FUNCTION passkey_add(p_session uuid, p_passkey jsonb, p_token text, p_hashes text[], p_ip text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_user uuid := factors_lock(p_session);
BEGIN
  IF (SELECT count(*) FROM passkeys WHERE user_id = v_user) >= 20 THEN
    RETURN NULL;
  END IF;
  IF NOT token_spend(p_token) THEN
    RETURN NULL;
  END IF;
  INSERT INTO passkeys (id, user_id, credential_id, public_key, counter, transports, is_backed_up, name)
    VALUES ((p_passkey ->> 'id')::uuid, v_user, p_passkey ->> 'credentialId', p_passkey ->> 'publicKey',
      (p_passkey ->> 'counter')::bigint,
      ARRAY(SELECT jsonb_array_elements_text(p_passkey -> 'transports')),
      (p_passkey ->> 'isBackedUp')::boolean, p_passkey ->> 'name')
    ON CONFLICT (credential_id) DO NOTHING;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  PERFORM account_audit(v_user, 'second_factor.added', p_ip, '{"kind": "passkey"}');
  RETURN jsonb_build_object('hasNewCodes', recovery_codes_begin(v_user, p_hashes));
END $$;--> statement-breakpoint

-- Gives a passkey another name; false when it is not the user's.
CREATE FUNCTION passkey_rename(p_session uuid, p_id uuid, p_name text, p_ip text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_user uuid := factors_lock(p_session);
BEGIN
  UPDATE passkeys SET name = p_name WHERE id = p_id AND user_id = v_user;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM account_audit(v_user, 'passkey.renamed', p_ip, '{}');
  RETURN true;
END $$;--> statement-breakpoint

-- Takes a passkey away; false when it is not the user's.
CREATE FUNCTION passkey_remove(p_session uuid, p_id uuid, p_ip text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_user uuid := factors_lock(p_session);
BEGIN
  DELETE FROM passkeys WHERE id = p_id AND user_id = v_user;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM factors_tidy(v_user);
  PERFORM account_audit(v_user, 'second_factor.removed', p_ip, '{"kind": "passkey"}');
  RETURN true;
END $$;--> statement-breakpoint

REVOKE ALL ON FUNCTION
  user_has_factor(uuid), session_is_fresh(uuid), session_user_id(uuid), session_require_fresh(uuid),
  token_spend(text), proof_spend(uuid, jsonb), factors_of(uuid), factors_find_by_session(uuid),
  factors_find_by_password(uuid, text), passkey_find(text), session_confirm(uuid, jsonb, text),
  session_begin_by_factor(uuid, text, uuid, jsonb),
  session_start_by_factor(uuid, text, text, jsonb, uuid, jsonb),
  session_start_by_passkey(uuid, jsonb, uuid, jsonb), recovery_codes_begin(uuid, text[]), factors_lock(uuid),
  factors_tidy(uuid), totp_begin(uuid, uuid, text), totp_confirm(uuid, uuid, bigint, text[], text),
  totp_remove(uuid, text), recovery_codes_replace(uuid, text[], text),
  passkey_add(uuid, jsonb, text, text[], text), passkey_rename(uuid, uuid, text, text),
  passkey_remove(uuid, uuid, text)
FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION
  session_require_fresh(uuid), factors_find_by_session(uuid), factors_find_by_password(uuid, text),
  passkey_find(text), session_confirm(uuid, jsonb, text),
  session_start_by_factor(uuid, text, text, jsonb, uuid, jsonb),
  session_start_by_passkey(uuid, jsonb, uuid, jsonb), totp_begin(uuid, uuid, text),
  totp_confirm(uuid, uuid, bigint, text[], text), totp_remove(uuid, text),
  recovery_codes_replace(uuid, text[], text), passkey_add(uuid, jsonb, text, text[], text),
  passkey_rename(uuid, uuid, text, text), passkey_remove(uuid, uuid, text)
TO orucrm_app;
