-- +goose Up

CREATE TABLE enterprises (
    id                   uuid PRIMARY KEY,
    name                 text NOT NULL,
    credit_code          text NOT NULL CONSTRAINT enterprises_credit_code_key UNIQUE,
    credit_code_override text NOT NULL DEFAULT '', -- why a code that fails its check digit is right
    region               text NOT NULL,
    created_at           timestamptz NOT NULL,
    version              integer NOT NULL DEFAULT 1
);

CREATE TABLE users (
    id            uuid PRIMARY KEY,
    login         text NOT NULL CONSTRAINT users_login_key UNIQUE,
    name          text NOT NULL,
    password_hash text NOT NULL,
    body_id       text CONSTRAINT users_body_id_fkey REFERENCES bodies (id),
    enterprise_id uuid CONSTRAINT users_enterprise_id_fkey REFERENCES enterprises (id),
    phone_sealed  text NOT NULL DEFAULT '',
    phone_digest  bytea,
    disabled      boolean NOT NULL DEFAULT false,
    failures      integer NOT NULL DEFAULT 0,
    locked_until  timestamptz,
    created_at    timestamptz NOT NULL,
    version       integer NOT NULL DEFAULT 1,
    CONSTRAINT users_one_employer_check CHECK (num_nonnulls(body_id, enterprise_id) <= 1)
);

CREATE TABLE user_roles (
    user_id uuid NOT NULL CONSTRAINT user_roles_user_id_fkey REFERENCES users (id),
    role    text NOT NULL CONSTRAINT user_roles_role_check CHECK (role IN ('clerk', 'handler', 'reviewer', 'signer', 'expert', 'operator')),
    PRIMARY KEY (user_id, role)
);

-- What is known of an expert when a panel is chosen.
CREATE TABLE experts (
    user_id   uuid PRIMARY KEY CONSTRAINT experts_user_id_fkey REFERENCES users (id),
    region    text NOT NULL,
    employer  text NOT NULL,
    title     text NOT NULL, -- 职称
    specialty text NOT NULL  -- occupation codes, separated by spaces
);

CREATE TABLE sessions (
    digest     bytea PRIMARY KEY, -- of the token; the token itself is only in the cookie
    user_id    uuid NOT NULL CONSTRAINT sessions_user_id_fkey REFERENCES users (id),
    csrf       text NOT NULL,
    created_at timestamptz NOT NULL,
    seen_at    timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX sessions_expires_at_idx ON sessions (expires_at);

-- Every full reading of a sealed value.
CREATE TABLE personal_reads (
    id      uuid PRIMARY KEY,
    user_id uuid NOT NULL CONSTRAINT personal_reads_user_id_fkey REFERENCES users (id),
    subject text NOT NULL, -- table, row and column
    reason  text NOT NULL,
    request text NOT NULL,
    at      timestamptz NOT NULL
);

-- +goose Down
DROP TABLE personal_reads, sessions, experts, user_roles, users, enterprises;
