-- +goose Up
-- Only accepted evidence is locked (留存): a document from the record of the first decision or submission that
-- names it, a paper from the record that it is made. The record sets evidence_at and lock_try_at in its own
-- transaction; the worker's locker does the rest, so that a file store that is down only delays the lock.
ALTER TABLE documents
    ADD COLUMN evidence_at timestamptz, -- last decision or submission that names it; retention counts from it
    ADD COLUMN lock_try_at timestamptz; -- when to lock it next; empty when there is nothing to do
CREATE INDEX documents_lock_try_idx ON documents (lock_try_at) WHERE lock_try_at IS NOT NULL;

ALTER TABLE papers
    ADD COLUMN locked_until timestamptz,
    ADD COLUMN lock_try_at  timestamptz;
CREATE INDEX papers_lock_try_idx ON papers (lock_try_at) WHERE lock_try_at IS NOT NULL;
UPDATE papers SET lock_try_at = made_at WHERE state = 'made';

COMMENT ON COLUMN cases.key_wrapped IS 'made with the case and not used for files: each file with personal data has a key of its own (documents.key_wrapped), because it may be handed in before its case exists; emptying that column erases the file';

-- +goose Down
COMMENT ON COLUMN cases.key_wrapped IS NULL;
DROP INDEX papers_lock_try_idx, documents_lock_try_idx;
ALTER TABLE papers DROP COLUMN lock_try_at, DROP COLUMN locked_until;
ALTER TABLE documents DROP COLUMN lock_try_at, DROP COLUMN evidence_at;
