-- +goose Up
-- Views of the work queue that people keep under a name, for themselves or for their body.
CREATE TABLE saved_views (
    id         uuid PRIMARY KEY,
    user_id    uuid NOT NULL CONSTRAINT saved_views_user_id_fkey REFERENCES users (id),
    body_id    text CONSTRAINT saved_views_body_id_fkey REFERENCES bodies (id), -- with whom it is shared; nobody without
    name       text NOT NULL,
    search     text NOT NULL, -- query string of the list
    created_at timestamptz NOT NULL,
    CONSTRAINT saved_views_name_key UNIQUE (user_id, name)
);
CREATE INDEX saved_views_body_id_idx ON saved_views (body_id) WHERE body_id IS NOT NULL;
GRANT SELECT, INSERT, DELETE ON saved_views TO jiangxin_app;

-- +goose Down
DROP TABLE saved_views;
