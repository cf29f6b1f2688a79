-- +goose Up
-- Reference data that steers decisions. Every row is dated; rows are added, never changed.

CREATE TABLE bodies (
    id         text PRIMARY KEY,
    kind       text NOT NULL CONSTRAINT bodies_kind_check CHECK (kind IN ('bureau', 'authority', 'centre', 'department')),
    region     text NOT NULL,
    valid_from date NOT NULL,
    valid_to   date
);

CREATE TABLE body_names (
    body_id    text NOT NULL CONSTRAINT body_names_body_id_fkey REFERENCES bodies (id),
    name       text NOT NULL,
    valid_from date NOT NULL,
    valid_to   date,
    PRIMARY KEY (body_id, valid_from)
);

-- Which body does a function in a region (DOMAIN section A).
CREATE TABLE competences (
    region     text NOT NULL,
    function   text NOT NULL,
    body_id    text NOT NULL CONSTRAINT competences_body_id_fkey REFERENCES bodies (id),
    valid_from date NOT NULL,
    valid_to   date,
    source     text NOT NULL,
    PRIMARY KEY (region, function, valid_from)
);

CREATE TABLE policy_params (
    key        text NOT NULL,
    value      text NOT NULL, -- JSON
    unit       text NOT NULL,
    source     text NOT NULL,
    evidence   text NOT NULL,
    valid_from date NOT NULL,
    valid_to   date,
    revision   integer NOT NULL,
    note       text NOT NULL DEFAULT '',
    PRIMARY KEY (key, valid_from, revision)
);

CREATE TABLE calendar_days (
    day  date PRIMARY KEY,
    off  boolean NOT NULL,
    name text NOT NULL
);

CREATE TABLE calendar_years (
    year integer PRIMARY KEY
);

-- Skill-class occupations that the province has filed in addition to the classification.
CREATE TABLE occupation_additions (
    code       text NOT NULL,
    name       text NOT NULL,
    digital    boolean NOT NULL DEFAULT false,
    green      boolean NOT NULL DEFAULT false,
    valid_from date NOT NULL,
    valid_to   date,
    source     text NOT NULL,
    PRIMARY KEY (code, valid_from)
);

-- Counters of gapless numbers; a scope is taken last in a transaction.
CREATE TABLE numbers (
    scope text PRIMARY KEY,
    last  bigint NOT NULL
);

-- +goose Down
DROP TABLE numbers, occupation_additions, calendar_years, calendar_days, policy_params, competences, body_names, bodies;
