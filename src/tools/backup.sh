#!/usr/bin/env bash
# Backs up the PostgreSQL database of a running installation: one consistent moment, and it counts only when it can be read.
#
#   backup.sh FOLDER
#
# The database is named by PGHOST, PGPORT, PGDATABASE and PGUSER, its password by PGPASSWORD or ~/.pgpass. KEEP=14 backups
# stay in the folder. The keys are not in it, on purpose: copy them once, to another place.
set -euo pipefail
umask 077

[ $# -eq 1 ] || { sed -n '4,7s/^# \{0,1\}//p' "$0" >&2; exit 2; }
folder=$1
keep=${KEEP:-14}
pg() { "${PGBIN:+$PGBIN/}$1" "${@:2}"; }

mkdir -p "$folder"
name=gradphoto-$(date -u +%Y%m%dT%H%M%SZ).dump
part="$folder/.$name.part"
trap 'rm -f "$part"' EXIT

pg pg_dump --format=custom --no-owner --no-privileges --file="$part"
pg pg_restore --list "$part" > /dev/null # a dump that was cut off has no table of contents
mv "$part" "$folder/$name"
(cd "$folder" && sha256sum "$name" > "$name.sha256")
echo "$folder/$name: $(stat -c %s "$folder/$name") bytes"

# names begin with the time, so the oldest come first
find "$folder" -maxdepth 1 -name 'gradphoto-*.dump' | sort | head -n "-$keep" | while read -r old; do
    rm -f "$old" "$old.sha256"
    echo "removed: $old"
done
