-- Gives the account back to the email that it was moved away from: all sessions end, no link and no password
-- works any more, second factors added since the day before the move are gone, and a link for a new password is
-- open. Null when the link is unknown, used or too old.
CREATE OR REPLACE FUNCTION email_change_undo(
  p_token_hash text, p_locked_hash text, p_scheme integer, p_reset_id uuid, p_reset_hash text, p_reset_minutes integer,
  p_ip text
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
  v_token record;
  v_language text;
  v_ended jsonb;
  v_since timestamptz;
BEGIN
  SELECT * INTO v_token FROM email_token_use(p_token_hash, 'undo_email_change', p_ip);
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  PERFORM account_remove_unverified(id) FROM users WHERE email = v_token.email AND id <> v_token.user_id;
  UPDATE users SET email = v_token.email, password_hash = p_locked_hash, password_scheme = p_scheme, updated_at = now()
    WHERE id = v_token.user_id RETURNING language INTO v_language;
  PERFORM email_token_void(v_token.user_id, '{verify_email,reset_password,change_email,undo_email_change}');
  -- Whoever moved the account may have added a way in, or made new codes, shortly before or at any time after.
  SELECT created_at - interval '1 day' INTO v_since FROM email_tokens WHERE token_hash = p_token_hash;
  DELETE FROM passkeys WHERE user_id = v_token.user_id AND created_at > v_since;
  DELETE FROM totp_factors WHERE user_id = v_token.user_id AND coalesce(confirmed_at, created_at) > v_since;
  DELETE FROM recovery_codes WHERE user_id = v_token.user_id AND created_at > v_since;
  UPDATE factor_resets SET cancelled_at = now()
    WHERE user_id = v_token.user_id AND created_at > v_since AND cancelled_at IS NULL AND finished_at IS NULL;
  PERFORM email_token_add(v_token.user_id, v_token.email, 'reset_password', p_reset_id, p_reset_hash, p_reset_minutes);
  v_ended := account_end_sessions(v_token.user_id, NULL, 'email_change_undone');
  PERFORM account_audit(v_token.user_id, 'email.change_undone', p_ip, '{}');
  RETURN v_ended || jsonb_build_object('email', v_token.email, 'language', v_language);
EXCEPTION WHEN unique_violation THEN
  RETURN NULL;
END $$;
