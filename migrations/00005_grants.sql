-- +goose Up
-- The application's role owns nothing. It may not change or remove what has happened.
GRANT USAGE ON SCHEMA public TO jiangxin_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO jiangxin_app;
REVOKE UPDATE, DELETE ON case_events, case_batches, statements, snapshots, personal_reads, numbers FROM jiangxin_app;
GRANT UPDATE ON numbers TO jiangxin_app;
REVOKE DELETE ON cases, tasks, commands, papers, filings, filing_occupations, catalogue_editions, receipt_copies, users, enterprises, documents FROM jiangxin_app;
REVOKE ALL ON goose_db_version FROM jiangxin_app;
GRANT SELECT ON goose_db_version TO jiangxin_app;

-- +goose Down
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM jiangxin_app;
REVOKE ALL ON SCHEMA public FROM jiangxin_app;
