-- +goose Up
-- 七格条: the findings on materials 1 to 7, so that a list of cases needs no sheets. On the worksheet as typed, on
-- the case as the acceptance decided last; empty until then.
ALTER TABLE worksheets ADD COLUMN findings text[] NOT NULL DEFAULT '{}';
ALTER TABLE cases ADD COLUMN findings text[] NOT NULL DEFAULT '{}';

-- The queue of what lies with others: open tasks of a city, and of the province.
CREATE INDEX tasks_region_queue_idx ON tasks (region, COALESCE(due_at, 'infinity'), case_no, id) WHERE state IN ('open', 'deciding');
CREATE INDEX tasks_province_queue_idx ON tasks (COALESCE(due_at, 'infinity'), case_no, id) WHERE state IN ('open', 'deciding');
-- What a body decided, the newest first.
CREATE INDEX tasks_done_body_idx ON tasks (body, closed_at DESC, case_no DESC, id DESC) WHERE state = 'done';
-- The clocks that stand still.
CREATE INDEX clock_pauses_open_idx ON clock_pauses (case_no) WHERE resumed_on IS NULL;

-- +goose Down
DROP INDEX clock_pauses_open_idx, tasks_done_body_idx, tasks_province_queue_idx, tasks_region_queue_idx;
ALTER TABLE cases DROP COLUMN findings;
ALTER TABLE worksheets DROP COLUMN findings;
