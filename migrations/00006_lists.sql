-- +goose Up
-- A file with personal data lies encrypted under a key of its own, wrapped by the keyring; it may be handed
-- in before its case exists. Emptying the column erases the file for good.
ALTER TABLE documents ADD COLUMN key_wrapped text NOT NULL DEFAULT '';

-- Pages of finished cases: their cost is that of a page, however many there are.
CREATE INDEX cases_region_page_idx ON cases (region, opened_at DESC, case_no);
CREATE INDEX cases_page_idx ON cases (opened_at DESC, case_no);
-- Who sits on which case: experts see these cases and no others.
CREATE INDEX tasks_assignee_idx ON tasks (assignee, opened_at) WHERE assignee IS NOT NULL;

-- +goose Down
DROP INDEX tasks_assignee_idx, cases_page_idx, cases_region_page_idx;
ALTER TABLE documents DROP COLUMN key_wrapped;
