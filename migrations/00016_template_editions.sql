-- +goose Up

-- Who added an edition of the result template, for whom and why; each says by its digest what came before it.
ALTER TABLE result_templates
    ADD COLUMN body_id text CONSTRAINT result_templates_body_id_fkey REFERENCES bodies (id),
    ADD COLUMN reason  text NOT NULL DEFAULT '',
    ADD COLUMN request text NOT NULL DEFAULT '', -- ID of the request
    ADD COLUMN digest  bytea NOT NULL DEFAULT '';
CREATE TRIGGER result_templates_append_only BEFORE UPDATE OR DELETE ON result_templates
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- +goose Down
DROP TRIGGER result_templates_append_only ON result_templates;
ALTER TABLE result_templates DROP COLUMN digest, DROP COLUMN request, DROP COLUMN reason, DROP COLUMN body_id;
