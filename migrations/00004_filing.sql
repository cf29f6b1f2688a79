-- +goose Up

CREATE TABLE applications (
    id            uuid PRIMARY KEY,
    enterprise_id uuid NOT NULL CONSTRAINT applications_enterprise_id_fkey REFERENCES enterprises (id),
    kind          text NOT NULL CONSTRAINT applications_kind_check CHECK (kind IN ('initial', 'addition', 'change', 'renewal')),
    region        text NOT NULL,
    state         text NOT NULL CONSTRAINT applications_state_check CHECK (state IN ('draft', 'submitted')),
    case_no       text CONSTRAINT applications_case_no_key UNIQUE CONSTRAINT applications_case_no_fkey REFERENCES cases (case_no),
    content       text NOT NULL, -- JSON by sections
    created_by    uuid NOT NULL CONSTRAINT applications_created_by_fkey REFERENCES users (id),
    created_at    timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL,
    version       integer NOT NULL DEFAULT 1
);
CREATE INDEX applications_enterprise_id_idx ON applications (enterprise_id, created_at DESC);

CREATE TABLE staff (
    application_id   uuid NOT NULL CONSTRAINT staff_application_id_fkey REFERENCES applications (id),
    kind             text NOT NULL,
    ordinal          integer NOT NULL,
    name             text NOT NULL,
    id_number_sealed text NOT NULL,
    id_number_digest bytea NOT NULL,
    id_number_masked text NOT NULL,
    details          text NOT NULL, -- JSON without the ID number
    PRIMARY KEY (application_id, kind, ordinal)
);
CREATE INDEX staff_id_number_digest_idx ON staff (id_number_digest);

-- What was submitted, frozen.
CREATE TABLE snapshots (
    case_no    text NOT NULL CONSTRAINT snapshots_case_no_fkey REFERENCES cases (case_no),
    round      integer NOT NULL, -- 1 = the submission, one more at every supplement
    content    text NOT NULL,    -- canonical JSON
    digest     bytea NOT NULL,
    command    text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (case_no, round)
);

CREATE TABLE documents (
    id             uuid PRIMARY KEY,
    enterprise_id  uuid CONSTRAINT documents_enterprise_id_fkey REFERENCES enterprises (id),
    body_id        text CONSTRAINT documents_body_id_fkey REFERENCES bodies (id),
    case_no        text CONSTRAINT documents_case_no_fkey REFERENCES cases (case_no),
    purpose        text NOT NULL, -- material, rule, proof, sheet, photo, commitment, stamped
    name           text NOT NULL,
    size           bigint NOT NULL,
    sha256         text NOT NULL, -- promised at first, checked at completion
    type           text NOT NULL DEFAULT '',
    pages          integer NOT NULL DEFAULT 0,
    state          text NOT NULL CONSTRAINT documents_state_check CHECK (state IN ('uploading', 'accepted', 'rejected')),
    problem        text NOT NULL DEFAULT '', -- fault as JSON; the document stays visible with it
    object_key     text NOT NULL,
    object_version text NOT NULL DEFAULT '',
    upload         text NOT NULL DEFAULT '', -- multipart upload ID
    personal       boolean NOT NULL DEFAULT false,
    locked_until   timestamptz,
    created_by     uuid NOT NULL CONSTRAINT documents_created_by_fkey REFERENCES users (id),
    created_at     timestamptz NOT NULL,
    completed_at   timestamptz,
    version        integer NOT NULL DEFAULT 1
);
CREATE INDEX documents_enterprise_id_idx ON documents (enterprise_id, created_at DESC) WHERE enterprise_id IS NOT NULL;
CREATE INDEX documents_case_no_idx ON documents (case_no) WHERE case_no IS NOT NULL;

ALTER TABLE papers ADD CONSTRAINT papers_stamped_fkey FOREIGN KEY (stamped) REFERENCES documents (id);

CREATE TABLE filings (
    filing_no       text PRIMARY KEY CONSTRAINT filings_filing_no_check CHECK (filing_no ~ '^[YS][0-9]{12}$'),
    enterprise_id   uuid NOT NULL CONSTRAINT filings_enterprise_id_key UNIQUE CONSTRAINT filings_enterprise_id_fkey REFERENCES enterprises (id),
    enterprise_name text NOT NULL,
    credit_code     text NOT NULL,
    region          text NOT NULL,
    case_no         text NOT NULL CONSTRAINT filings_case_no_key UNIQUE CONSTRAINT filings_case_no_fkey REFERENCES cases (case_no),
    valid_from      date NOT NULL,
    valid_through   date NOT NULL,
    token           text NOT NULL CONSTRAINT filings_token_key UNIQUE, -- behind the receipt's QR code
    contact         text NOT NULL DEFAULT '',
    filed_at        timestamptz NOT NULL,
    published_at    timestamptz,
    lapsed_at       timestamptz,
    version         integer NOT NULL DEFAULT 1
);
CREATE INDEX filings_catalogue_idx ON filings (region, filing_no);
CREATE INDEX filings_name_idx ON filings (enterprise_name text_pattern_ops);

CREATE TABLE filing_occupations (
    filing_no text NOT NULL CONSTRAINT filing_occupations_filing_no_fkey REFERENCES filings (filing_no),
    code      text NOT NULL,
    work_type text NOT NULL,
    name      text NOT NULL,
    levels    text[] NOT NULL,
    standard  text NOT NULL,
    added_on  date NOT NULL,
    PRIMARY KEY (filing_no, code, work_type)
);
CREATE INDEX filing_occupations_code_idx ON filing_occupations (code);

-- Editions of a city's catalogue (附件4), each reported to the Department.
CREATE TABLE catalogue_editions (
    region       text NOT NULL,
    edition      integer NOT NULL,
    publisher    text NOT NULL CONSTRAINT catalogue_editions_publisher_fkey REFERENCES bodies (id),
    published_on date NOT NULL,
    case_no      text NOT NULL,
    seq          integer NOT NULL,
    filing_no    text NOT NULL,
    PRIMARY KEY (region, edition)
);

-- To whom the receipt was copied (抄送).
CREATE TABLE receipt_copies (
    filing_no text NOT NULL CONSTRAINT receipt_copies_filing_no_fkey REFERENCES filings (filing_no),
    body_id   text NOT NULL CONSTRAINT receipt_copies_body_id_fkey REFERENCES bodies (id),
    copied_at timestamptz NOT NULL,
    PRIMARY KEY (filing_no, body_id)
);

-- +goose Down
DROP TABLE receipt_copies, catalogue_editions, filing_occupations, filings;
ALTER TABLE papers DROP CONSTRAINT papers_stamped_fkey;
DROP TABLE documents, snapshots, staff, applications;
