-- +goose Up

-- The zip that held the photo of a row as it was handed in before, of a row whose photo was replaced since.
ALTER TABLE result_rows ADD COLUMN former_photos uuid CONSTRAINT result_rows_former_photos_fkey REFERENCES documents (id);

-- +goose Down
ALTER TABLE result_rows DROP COLUMN former_photos;
