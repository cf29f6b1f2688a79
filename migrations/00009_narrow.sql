-- +goose Up
-- The application's role may read what steers decisions and not write it: reference data comes with a migration
-- run, under the owner's role.
REVOKE INSERT, UPDATE, DELETE ON regions, bodies, competences, policy_params, calendar_days, calendar_years, occupation_additions FROM jiangxin_app;

-- Roles and experts are added; to take one away, disable the user.
REVOKE UPDATE, DELETE ON user_roles, experts FROM jiangxin_app;

-- What was filed stays as it was filed; afterwards it is published, and it lapses.
REVOKE UPDATE ON filings FROM jiangxin_app;
GRANT UPDATE (published_at, lapsed_at, version) ON filings TO jiangxin_app;

-- A counter that falls, or begins again, would give a number twice.
-- +goose StatementBegin
CREATE FUNCTION refuse_lower_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.scope = OLD.scope AND NEW.last > OLD.last THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a number is never given twice: % of % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
-- +goose StatementEnd
CREATE TRIGGER numbers_only_rise BEFORE UPDATE OR DELETE ON numbers
    FOR EACH ROW EXECUTE FUNCTION refuse_lower_number();
CREATE TRIGGER numbers_no_truncate BEFORE TRUNCATE ON numbers
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_lower_number();

-- Passwords tried, of names that exist and of names that do not by the same rule, so that nobody learns which do.
CREATE TABLE password_attempts (
    subject    uuid PRIMARY KEY, -- the user; for a name that nobody has, a keyed digest of it
    attempts   integer NOT NULL,
    expires_at timestamptz NOT NULL -- from then on the attempts count for nothing
);
CREATE INDEX password_attempts_expires_at_idx ON password_attempts (expires_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON password_attempts TO jiangxin_app;
ALTER TABLE users DROP COLUMN failures, DROP COLUMN locked_until;

-- +goose Down
ALTER TABLE users ADD COLUMN failures integer NOT NULL DEFAULT 0, ADD COLUMN locked_until timestamptz;
DROP TABLE password_attempts;
DROP TRIGGER numbers_no_truncate ON numbers;
DROP TRIGGER numbers_only_rise ON numbers;
DROP FUNCTION refuse_lower_number();
REVOKE UPDATE (published_at, lapsed_at, version) ON filings FROM jiangxin_app;
GRANT UPDATE ON filings TO jiangxin_app;
GRANT UPDATE, DELETE ON user_roles, experts TO jiangxin_app;
GRANT INSERT, UPDATE, DELETE ON regions, bodies, competences, policy_params, calendar_days, calendar_years, occupation_additions TO jiangxin_app;
