#!/bin/sh
# Makes the secrets of docker-compose.yml once; those that are there stay as they are.
# The containers read them as user 1000: run this as that user, or hand the folder over to it.
# Keep a copy of master.key elsewhere: without it no name and no free text can be read again.
set -eu
umask 077
cd "$(dirname "$0")/.."
mkdir -p secrets

[ -f secrets/postgres.password ] || openssl rand -hex 24 >secrets/postgres.password
[ -f secrets/master.key ] || openssl rand -base64 32 >secrets/master.key
[ -f secrets/database.url ] ||
  echo "postgres://lotse:$(cat secrets/postgres.password)@postgres:5432/lotse" >secrets/database.url
