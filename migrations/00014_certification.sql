-- +goose Up

-- One batch (批次) of one occupation and level: first a draft, from the submission on a case of the same number.
CREATE TABLE batches (
    batch_no        text PRIMARY KEY CONSTRAINT batches_batch_no_check CHECK (batch_no ~ '^[YS][0-9]{21}$'),
    filing_no       text NOT NULL CONSTRAINT batches_filing_no_fkey REFERENCES filings (filing_no),
    enterprise_id   uuid NOT NULL CONSTRAINT batches_enterprise_id_fkey REFERENCES enterprises (id),
    enterprise_name text NOT NULL,
    region          text NOT NULL,
    state           text NOT NULL CONSTRAINT batches_state_check CHECK (state IN ('draft', 'audit', 'correction', 'issue', 'issued', 'notPassed', 'withdrawn')),
    occupation      text NOT NULL, -- code
    occupation_name text NOT NULL,
    work_type       text NOT NULL DEFAULT '',
    level           text NOT NULL,
    way             text NOT NULL,
    exam_from       date NOT NULL,
    exam_to         date NOT NULL,
    place           text NOT NULL,
    plan            text NOT NULL,    -- JSON
    template        integer NOT NULL, -- version of the result template, kept to the end
    workbook        uuid CONSTRAINT batches_workbook_fkey REFERENCES documents (id),
    photos          uuid CONSTRAINT batches_photos_fkey REFERENCES documents (id),
    rows            integer NOT NULL DEFAULT 0,
    flagged         integer NOT NULL DEFAULT 0, -- rows with a finding
    passed          integer NOT NULL DEFAULT 0, -- of the last audit
    returned        integer NOT NULL DEFAULT 0,
    failed          integer NOT NULL DEFAULT 0,
    round           integer NOT NULL DEFAULT 0, -- how often results were handed in
    issued          integer NOT NULL DEFAULT 0, -- certificates
    made            integer NOT NULL DEFAULT 0, -- of these, as PDF; counted by who makes them
    audited_on      date,
    issued_on       date,
    created_by      uuid NOT NULL CONSTRAINT batches_created_by_fkey REFERENCES users (id),
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    submitted_at    timestamptz,
    version         integer NOT NULL DEFAULT 1
);
CREATE INDEX batches_enterprise_id_idx ON batches (enterprise_id, batch_no DESC);
CREATE INDEX batches_region_idx ON batches (region, exam_from, batch_no); -- the authority's calendar
CREATE INDEX batches_issued_idx ON batches (issued_on DESC, batch_no DESC) WHERE issued_on IS NOT NULL;

-- Results as they stand. ID numbers stand in none of the texts.
CREATE TABLE result_rows (
    batch_no      text NOT NULL CONSTRAINT result_rows_batch_no_fkey REFERENCES batches (batch_no),
    no            integer NOT NULL, -- 1 … rows
    name          text NOT NULL,
    id_sealed     text NOT NULL,
    id_digest     bytea NOT NULL,
    id_masked     text NOT NULL,
    content       text NOT NULL,               -- JSON of the other cells
    findings      text NOT NULL DEFAULT '[]',  -- JSON, of the automatic checks
    flags         integer NOT NULL DEFAULT 0,  -- findings that somebody must look at
    sampled       boolean NOT NULL DEFAULT false,
    verdict       text NOT NULL DEFAULT '' CONSTRAINT result_rows_verdict_check CHECK (verdict IN ('', 'pass', 'return', 'fail')),
    clause        text NOT NULL DEFAULT '',
    reason        text NOT NULL DEFAULT '',
    former        text NOT NULL DEFAULT '',    -- JSON as it was handed in last, while a mended row differs from it
    round         integer NOT NULL DEFAULT 0,  -- in which it was handed in as it stands; 0 = not yet
    audited_on    date,                        -- it passed
    summary_month text,                        -- the monthly summary that holds it
    version       integer NOT NULL DEFAULT 1,
    PRIMARY KEY (batch_no, no)
);
CREATE INDEX result_rows_id_digest_idx ON result_rows (id_digest);
CREATE INDEX result_rows_attention_idx ON result_rows (batch_no, no) WHERE flags > 0 OR sampled OR verdict IN ('return', 'fail');
CREATE INDEX result_rows_unsummed_idx ON result_rows (batch_no, audited_on) WHERE audited_on IS NOT NULL AND summary_month IS NULL;

-- What was handed in, round by round: append-only.
CREATE TABLE result_row_versions (
    batch_no  text NOT NULL,
    no        integer NOT NULL,
    round     integer NOT NULL,
    name      text NOT NULL,
    id_sealed text NOT NULL,
    id_digest bytea NOT NULL,
    id_masked text NOT NULL,
    content   text NOT NULL,
    PRIMARY KEY (batch_no, no, round),
    CONSTRAINT result_row_versions_row_fkey FOREIGN KEY (batch_no, no) REFERENCES result_rows (batch_no, no)
);
CREATE TRIGGER result_row_versions_append_only BEFORE UPDATE OR DELETE ON result_row_versions
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The random sample that the authority looks at; seed, share and minimum make it again.
CREATE TABLE result_samples (
    batch_no text NOT NULL CONSTRAINT result_samples_batch_no_fkey REFERENCES batches (batch_no),
    round    integer NOT NULL,
    seed     bytea NOT NULL,
    share    integer NOT NULL, -- percent
    minimum  integer NOT NULL,
    drawn_at timestamptz NOT NULL,
    PRIMARY KEY (batch_no, round)
);

CREATE TABLE certificates (
    number          text PRIMARY KEY CONSTRAINT certificates_number_check CHECK (number ~ '^[YS][0-9]{14}[1-5TS][0-9]{6}$'),
    batch_no        text NOT NULL,
    row_no          integer NOT NULL,
    filing_no       text NOT NULL CONSTRAINT certificates_filing_no_fkey REFERENCES filings (filing_no),
    enterprise_id   uuid NOT NULL CONSTRAINT certificates_enterprise_id_fkey REFERENCES enterprises (id),
    enterprise_name text NOT NULL, -- as filed on the day of issue
    region          text NOT NULL,
    name            text NOT NULL,
    id_kind         text NOT NULL,
    id_sealed       text NOT NULL,
    id_digest       bytea NOT NULL,
    id_masked       text NOT NULL,
    occupation      text NOT NULL,
    occupation_name text NOT NULL,
    work_type       text NOT NULL DEFAULT '',
    level           text NOT NULL,
    employer        text NOT NULL, -- 所在单位
    issued_on       date NOT NULL,
    issued_at       timestamptz NOT NULL,
    covered         boolean NOT NULL, -- the filing covered occupation and level on that day
    token           text NOT NULL CONSTRAINT certificates_token_key UNIQUE, -- behind the QR code
    transfer        text NOT NULL DEFAULT 'issued' CONSTRAINT certificates_transfer_check CHECK (transfer IN ('issued', 'province', 'nation')),
    object_key      text NOT NULL DEFAULT '',
    object_version  text NOT NULL DEFAULT '',
    size            bigint NOT NULL DEFAULT 0,
    made_at         timestamptz,
    locked_until    timestamptz,
    revoked_at      timestamptz,
    revoked_by      text NOT NULL DEFAULT '', -- body, or the enterprise's ID
    revoked_reason  text NOT NULL DEFAULT '', -- code
    revoked_words   text NOT NULL DEFAULT '', -- what the public reads
    version         integer NOT NULL DEFAULT 1,
    CONSTRAINT certificates_row_key UNIQUE (batch_no, row_no),
    CONSTRAINT certificates_row_fkey FOREIGN KEY (batch_no, row_no) REFERENCES result_rows (batch_no, no)
);
CREATE INDEX certificates_id_digest_idx ON certificates (id_digest);
CREATE INDEX certificates_to_make_idx ON certificates (batch_no, number) WHERE made_at IS NULL;
CREATE INDEX certificates_enterprise_idx ON certificates (enterprise_id, number DESC);

CREATE TABLE revocations (
    case_no  text PRIMARY KEY CONSTRAINT revocations_case_no_fkey REFERENCES cases (case_no),
    number   text NOT NULL CONSTRAINT revocations_number_fkey REFERENCES certificates (number),
    begun_by text NOT NULL, -- body, or the enterprise's ID
    begun_at timestamptz NOT NULL,
    ended_at timestamptz
);
CREATE UNIQUE INDEX revocations_open_key ON revocations (number) WHERE ended_at IS NULL;

-- 附件7, one for each filed enterprise and month; nil where nothing passed.
CREATE TABLE monthly_summaries (
    filing_no     text NOT NULL CONSTRAINT monthly_summaries_filing_no_fkey REFERENCES filings (filing_no),
    month         text NOT NULL CONSTRAINT monthly_summaries_month_check CHECK (month ~ '^[0-9]{6}$'),
    case_no       text NOT NULL CONSTRAINT monthly_summaries_case_no_fkey REFERENCES cases (case_no),
    enterprise_id uuid NOT NULL CONSTRAINT monthly_summaries_enterprise_id_fkey REFERENCES enterprises (id),
    region        text NOT NULL,
    rows          integer NOT NULL DEFAULT 0, -- once reported
    reported_at   timestamptz,
    accepted_at   timestamptz,                -- by the authority
    roll_up       integer NOT NULL DEFAULT 0, -- edition that holds it
    PRIMARY KEY (filing_no, month)
);
CREATE INDEX monthly_summaries_region_idx ON monthly_summaries (region, month);

-- What an authority handed to the exam centre: all summaries that it had accepted and not yet handed on.
CREATE TABLE roll_ups (
    region    text NOT NULL,
    month     text NOT NULL CONSTRAINT roll_ups_month_check CHECK (month ~ '^[0-9]{6}$'),
    edition   integer NOT NULL, -- 1, and one more for those that came late
    body_id   text NOT NULL CONSTRAINT roll_ups_body_id_fkey REFERENCES bodies (id),
    rows      integer NOT NULL,
    summaries integer NOT NULL,
    missing   integer NOT NULL, -- filed enterprises without an accepted summary
    made_by   uuid NOT NULL CONSTRAINT roll_ups_made_by_fkey REFERENCES users (id),
    made_at   timestamptz NOT NULL,
    PRIMARY KEY (region, month, edition)
);

-- Editions of the result template, owned by the exam centre; the first is delivered.
CREATE TABLE result_templates (
    version    integer PRIMARY KEY,
    valid_from date NOT NULL,
    content    text NOT NULL, -- JSON
    made_by    uuid CONSTRAINT result_templates_made_by_fkey REFERENCES users (id),
    made_at    timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON batches, result_rows TO jiangxin_app;
GRANT SELECT, INSERT ON result_row_versions, result_samples, certificates, revocations, monthly_summaries, roll_ups, result_templates TO jiangxin_app;
GRANT UPDATE (transfer, object_key, object_version, size, made_at, locked_until, revoked_at, revoked_by, revoked_reason, revoked_words, version)
    ON certificates TO jiangxin_app;
GRANT UPDATE (ended_at) ON revocations TO jiangxin_app;
GRANT UPDATE (rows, reported_at, accepted_at, roll_up) ON monthly_summaries TO jiangxin_app;

-- +goose Down
DROP TABLE result_templates, roll_ups, monthly_summaries, revocations, certificates, result_samples, result_row_versions, result_rows, batches;
