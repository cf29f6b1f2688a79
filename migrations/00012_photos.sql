-- +goose Up
-- When the shutter was released, as the device says; the upload comes later, often from elsewhere.
ALTER TABLE documents ADD COLUMN captured_at timestamptz;

-- +goose Down
ALTER TABLE documents DROP COLUMN captured_at;
