-- +goose Up
-- Reference data that steers decisions. Every row is dated; rows are added, never changed.

CREATE TABLE regions (
    code   text PRIMARY KEY, -- GB/T 2260, or an internal one where that has none
    level  text NOT NULL CONSTRAINT regions_level_check CHECK (level IN ('province', 'city', 'district')),
    parent text NOT NULL DEFAULT '',
    names  text NOT NULL, -- JSON: each with the period in which it was the name
    note   text NOT NULL DEFAULT ''
);

CREATE TABLE bodies (
    id         text PRIMARY KEY,
    kind       text NOT NULL CONSTRAINT bodies_kind_check CHECK (kind IN ('bureau', 'authority', 'centre', 'department')),
    region     text NOT NULL CONSTRAINT bodies_region_fkey REFERENCES regions (code),
    names      text NOT NULL, -- JSON, as above
    valid_from date,
    valid_to   date
);

-- Which kind of body does a function, in one region or (region empty) in all.
CREATE TABLE competences (
    function   text NOT NULL,
    kind       text NOT NULL,
    region     text NOT NULL DEFAULT '',
    valid_from date NOT NULL,
    valid_to   date,
    source     text NOT NULL,
    note       text NOT NULL DEFAULT '',
    PRIMARY KEY (function, region, valid_from)
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
DROP TABLE numbers, occupation_additions, calendar_years, calendar_days, policy_params, competences, bodies, regions;
