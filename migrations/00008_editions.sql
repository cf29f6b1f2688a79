-- +goose Up
-- An edition of the catalogue is reported to the Department (notice 四(三)) by the message that goes out with it.
ALTER TABLE catalogue_editions ADD COLUMN reported_on date;
UPDATE catalogue_editions SET reported_on = published_on;
ALTER TABLE catalogue_editions ALTER COLUMN reported_on SET NOT NULL;

-- +goose Down
ALTER TABLE catalogue_editions DROP COLUMN reported_on;
