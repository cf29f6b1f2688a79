-- +goose Up

CREATE TABLE cases (
    case_no           text PRIMARY KEY,
    procedure         text NOT NULL, -- workflow type
    procedure_version integer NOT NULL,
    policy            text NOT NULL, -- edition, kept to the end
    workflow_id       text NOT NULL CONSTRAINT cases_workflow_id_key UNIQUE,
    region            text NOT NULL,
    enterprise_id     uuid NOT NULL CONSTRAINT cases_enterprise_id_fkey REFERENCES enterprises (id),
    enterprise_name   text NOT NULL,
    competent         text NOT NULL, -- body that accepts and verifies
    bureau            text NOT NULL,
    input             text NOT NULL, -- what the workflow is started with, JSON
    stage             text NOT NULL DEFAULT '',
    round             integer NOT NULL DEFAULT 0,
    outcome           text NOT NULL DEFAULT '',
    seq               integer NOT NULL DEFAULT 0,
    head              bytea NOT NULL, -- digest of the last event
    key_wrapped       text NOT NULL,  -- the case's own file key; destroying it erases its sealed files
    opened_at         timestamptz NOT NULL,
    started_at        timestamptz,    -- first event recorded
    closed_at         timestamptz
);
CREATE INDEX cases_enterprise_id_idx ON cases (enterprise_id, opened_at DESC);
CREATE INDEX cases_open_region_idx ON cases (region, opened_at) WHERE closed_at IS NULL;
CREATE INDEX cases_unstarted_idx ON cases (opened_at) WHERE started_at IS NULL;

-- Append-only, hash-chained. No cascade reaches it.
CREATE TABLE case_events (
    case_no text NOT NULL CONSTRAINT case_events_case_no_fkey REFERENCES cases (case_no) ON DELETE RESTRICT ON UPDATE RESTRICT,
    seq     integer NOT NULL CONSTRAINT case_events_seq_check CHECK (seq > 0),
    type    text NOT NULL,
    at      timestamptz NOT NULL,
    body    text NOT NULL,  -- the canonical bytes
    digest  bytea NOT NULL, -- SHA-256 over the previous digest and body
    PRIMARY KEY (case_no, seq)
);

CREATE TABLE case_batches (
    case_no   text NOT NULL CONSTRAINT case_batches_case_no_fkey REFERENCES cases (case_no),
    first_seq integer NOT NULL,
    last_seq  integer NOT NULL,
    digest    bytea NOT NULL, -- of the request
    result    text NOT NULL,  -- JSON, returned again to a retry
    PRIMARY KEY (case_no, first_seq)
);

-- +goose StatementBegin
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
-- +goose StatementEnd

CREATE TRIGGER case_events_append_only BEFORE UPDATE OR DELETE ON case_events
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_events_no_truncate BEFORE TRUNCATE ON case_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_batches_append_only BEFORE UPDATE OR DELETE ON case_batches
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_batches_no_truncate BEFORE TRUNCATE ON case_batches
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER cases_no_delete BEFORE DELETE ON cases
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER cases_no_truncate BEFORE TRUNCATE ON cases
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A person's wish, durable before anything else happens.
CREATE TABLE commands (
    id          text PRIMARY KEY, -- SHA-256 of actor, operation and Idempotency-Key, hex
    actor       uuid NOT NULL CONSTRAINT commands_actor_fkey REFERENCES users (id),
    operation   text NOT NULL,    -- Update name, or submit
    case_no     text NOT NULL CONSTRAINT commands_case_no_fkey REFERENCES cases (case_no),
    task_id     text NOT NULL DEFAULT '',
    digest      bytea NOT NULL,   -- of the request
    payload     text NOT NULL,    -- what is sent to the workflow, JSON
    body        text NOT NULL,    -- words, lists and verdicts, JSON
    state       text NOT NULL CONSTRAINT commands_state_check CHECK (state IN ('sent', 'done', 'refused')),
    seq         integer,          -- the event that records it
    refusal     text NOT NULL DEFAULT '',
    request     text NOT NULL DEFAULT '',
    created_at  timestamptz NOT NULL,
    sent_at     timestamptz NOT NULL, -- last time it was handed to Temporal
    finished_at timestamptz
);
CREATE INDEX commands_sent_idx ON commands (sent_at) WHERE state = 'sent';
CREATE INDEX commands_case_no_idx ON commands (case_no, created_at);

CREATE TABLE tasks (
    case_no         text NOT NULL CONSTRAINT tasks_case_no_fkey REFERENCES cases (case_no),
    id              text NOT NULL, -- <stage>/<round>/<slot>
    stage           text NOT NULL,
    round           integer NOT NULL,
    step            text NOT NULL DEFAULT '',
    body            text NOT NULL, -- body or enterprise ID
    role            text NOT NULL,
    assignee        uuid CONSTRAINT tasks_assignee_fkey REFERENCES users (id),
    proxy           text NOT NULL DEFAULT '',
    also            text[] NOT NULL DEFAULT '{}',
    verdicts        text[] NOT NULL,
    targets         text[] NOT NULL DEFAULT '{}',
    not_by          text[] NOT NULL DEFAULT '{}',
    region          text NOT NULL,
    state           text NOT NULL CONSTRAINT tasks_state_check CHECK (state IN ('open', 'deciding', 'done', 'void')),
    claimed_by      uuid CONSTRAINT tasks_claimed_by_fkey REFERENCES users (id),
    claimed_at      timestamptz,
    command         text NOT NULL DEFAULT '',
    opened_at       timestamptz NOT NULL,
    due_at          timestamptz,
    due_provisional boolean NOT NULL DEFAULT false,
    closed_at       timestamptz,
    closed_by       uuid CONSTRAINT tasks_closed_by_fkey REFERENCES users (id),
    verdict         text NOT NULL DEFAULT '',
    version         integer NOT NULL DEFAULT 1,
    PRIMARY KEY (case_no, id)
);
-- The queue: open work of a body, of a person. Closed tasks are in none of these.
CREATE INDEX tasks_body_queue_idx ON tasks (body, role, COALESCE(due_at, 'infinity'), case_no, id) WHERE state IN ('open', 'deciding');
CREATE INDEX tasks_assignee_queue_idx ON tasks (assignee) WHERE state IN ('open', 'deciding') AND assignee IS NOT NULL;
CREATE INDEX tasks_claimed_queue_idx ON tasks (claimed_by) WHERE state IN ('open', 'deciding') AND claimed_by IS NOT NULL;
CREATE INDEX tasks_also_queue_idx ON tasks USING gin (also) WHERE state IN ('open', 'deciding');
CREATE INDEX tasks_done_idx ON tasks (closed_by, closed_at DESC) WHERE state = 'done';

-- What somebody has typed for a task and not yet decided; it survives a reload.
CREATE TABLE worksheets (
    case_no    text NOT NULL,
    task_id    text NOT NULL,
    user_id    uuid NOT NULL CONSTRAINT worksheets_user_id_fkey REFERENCES users (id),
    content    text NOT NULL, -- JSON
    version    integer NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (case_no, task_id, user_id),
    CONSTRAINT worksheets_task_fkey FOREIGN KEY (case_no, task_id) REFERENCES tasks (case_no, id)
);

-- What was said with each recorded decision: the written part of the case file.
CREATE TABLE statements (
    case_no   text NOT NULL CONSTRAINT statements_case_no_fkey REFERENCES cases (case_no),
    seq       integer NOT NULL, -- of the event
    task_id   text NOT NULL,
    stage     text NOT NULL,
    round     integer NOT NULL,
    step      text NOT NULL DEFAULT '',
    actor     uuid NOT NULL CONSTRAINT statements_actor_fkey REFERENCES users (id),
    on_behalf uuid CONSTRAINT statements_on_behalf_fkey REFERENCES users (id),
    verdict   text NOT NULL,
    target    text NOT NULL DEFAULT '',
    content   text NOT NULL, -- JSON, the command's body
    digest    bytea NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (case_no, seq)
);
CREATE INDEX statements_stage_idx ON statements (case_no, stage, round);

-- The city's statutory clock and its pauses.
CREATE TABLE clock_pauses (
    case_no    text NOT NULL CONSTRAINT clock_pauses_case_no_fkey REFERENCES cases (case_no),
    paused_on  date NOT NULL,
    seq        integer NOT NULL,
    resumed_on date,
    reason     text NOT NULL,
    PRIMARY KEY (case_no, seq)
);

-- Letters, forms and receipts of a case.
CREATE TABLE papers (
    case_no    text NOT NULL CONSTRAINT papers_case_no_fkey REFERENCES cases (case_no),
    id         text NOT NULL, -- <stage>/<round>/<kind>
    kind       text NOT NULL,
    stage      text NOT NULL,
    round      integer NOT NULL,
    body       text NOT NULL DEFAULT '', -- whose seal it waits for
    command    text NOT NULL DEFAULT '', -- whose words it prints
    seq        integer NOT NULL,         -- the event that ordered it
    state      text NOT NULL CONSTRAINT papers_state_check CHECK (state IN ('due', 'made', 'skipped')),
    seal       text NOT NULL CONSTRAINT papers_seal_check CHECK (seal IN ('none', 'awaiting', 'sealed')),
    sha256     text NOT NULL DEFAULT '',
    size       bigint NOT NULL DEFAULT 0,
    object_key text NOT NULL DEFAULT '',
    ordered_at timestamptz NOT NULL,
    made_at    timestamptz,
    stamped    uuid,                     -- document with the stamped copy
    stamped_by uuid CONSTRAINT papers_stamped_by_fkey REFERENCES users (id),
    stamped_at timestamptz,
    version    integer NOT NULL DEFAULT 1,
    PRIMARY KEY (case_no, id)
);
CREATE INDEX papers_awaiting_seal_idx ON papers (body, ordered_at) WHERE seal = 'awaiting';

CREATE TABLE messages (
    id            uuid PRIMARY KEY,
    user_id       uuid CONSTRAINT messages_user_id_fkey REFERENCES users (id), -- to one person
    enterprise_id uuid CONSTRAINT messages_enterprise_id_fkey REFERENCES enterprises (id),
    body_id       text CONSTRAINT messages_body_id_fkey REFERENCES bodies (id),
    case_no       text NOT NULL,
    seq           integer NOT NULL, -- the event it tells of
    kind          text NOT NULL,
    facts         text NOT NULL,    -- JSON: codes, numbers, dates; the words are the reader's language
    created_at    timestamptz NOT NULL,
    read_at       timestamptz,
    CONSTRAINT messages_one_reader_check CHECK (num_nonnulls(user_id, enterprise_id, body_id) = 1)
);
CREATE INDEX messages_enterprise_id_idx ON messages (enterprise_id, created_at DESC) WHERE enterprise_id IS NOT NULL;
CREATE INDEX messages_body_id_idx ON messages (body_id, created_at DESC) WHERE body_id IS NOT NULL;
CREATE INDEX messages_user_id_idx ON messages (user_id, created_at DESC) WHERE user_id IS NOT NULL;

-- +goose Down
DROP TABLE messages, papers, clock_pauses, statements, worksheets, tasks, commands, case_batches, case_events, cases;
DROP FUNCTION refuse_change();
