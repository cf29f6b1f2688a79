#!/bin/sh
# Runs once, when the database's volume is empty: the roles and databases of the product and of
# Temporal. The owner role owns what migrations make; the application's role gets its rights from them.
set -eu

psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set owner_password="$JIANGXIN_OWNER_PASSWORD" \
  --set app_password="$JIANGXIN_APP_PASSWORD" \
  --set temporal_password="$TEMPORAL_DATABASE_PASSWORD" <<'SQL'
CREATE ROLE jiangxin_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE jiangxin_app LOGIN PASSWORD :'app_password';
CREATE ROLE temporal LOGIN CREATEDB PASSWORD :'temporal_password';
CREATE DATABASE jiangxin OWNER jiangxin_owner;
REVOKE ALL ON DATABASE jiangxin FROM PUBLIC;
GRANT CONNECT ON DATABASE jiangxin TO jiangxin_app;
SQL
