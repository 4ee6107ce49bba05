#!/bin/sh
# Creates Temporal's databases and brings their schemas to the version of this image. Safe to repeat.
# Reads POSTGRES_HOST and the secret postgres.password.
set -eu
SQL_PASSWORD=$(cat /run/secrets/postgres.password)
export SQL_PASSWORD

for part in temporal visibility; do
  database=temporal
  [ "$part" = temporal ] || database=temporal_visibility
  tool="temporal-sql-tool --plugin postgres12 --endpoint $POSTGRES_HOST --port 5432 --user lotse --database $database"
  $tool create
  $tool setup-schema -v 0.0
  $tool update-schema --schema-name "postgresql/v12/$part"
done
