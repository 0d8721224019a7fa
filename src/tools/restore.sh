#!/usr/bin/env bash
# Restores a backup into an empty PostgreSQL database, all of it or nothing.
#
#   restore.sh FOLDER/gradphoto-….dump
#
# The database is named by PGHOST, PGPORT, PGDATABASE and PGUSER. One with tables in it is refused: make a new one and leave
# the old one alone until the restored one works. Afterwards put the keys in place and run `java -jar gradphoto.jar setup`.
set -euo pipefail

[ $# -eq 1 ] || { sed -n '4,7s/^# \{0,1\}//p' "$0" >&2; exit 2; }
dump=$1
pg() { "${PGBIN:+$PGBIN/}$1" "${@:2}"; }
ask() { pg psql --no-psqlrc --tuples-only --no-align --set=ON_ERROR_STOP=1 --command="$1"; }

if [ -f "$dump.sha256" ]; then
    (cd "$(dirname "$dump")" && sha256sum --quiet --check "$(basename "$dump").sha256") || {
        echo "refused: $dump is damaged, its checksum differs" >&2
        exit 1
    }
fi
tables=$(ask "select count(*) from information_schema.tables where table_schema = current_schema()")
if [ "$tables" != 0 ]; then
    echo "refused: the database has $tables tables already" >&2
    exit 1
fi

pg pg_restore --exit-on-error --single-transaction --no-owner --no-privileges --dbname="${PGDATABASE:?}" "$dump"
ask "analyze" > /dev/null
echo "restored: $(ask "select count(*) || ' applications, ' || (select count(*) from photo_blob) || ' pictures, '
    || (select count(*) from act_ru_execution) || ' waiting tokens' from application")"
