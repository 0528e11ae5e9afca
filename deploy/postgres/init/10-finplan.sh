#!/usr/bin/env bash
# Runs once, when the database directory is empty. Makes one database for each service, the gateway and Keycloak, each with an
# owner role; a service has an application role beside it, which owns nothing and is no superuser, so that row-level
# security holds for it. Passwords come from the environment and never from a command line.
set -euo pipefail

create_database() {
    # shellcheck disable=SC2016
    NAME=$1 OWNER=$2 PASSWORD=$3 psql -v ON_ERROR_STOP=1 --no-psqlrc --quiet --username "$POSTGRES_USER" --dbname postgres <<'SQL'
\getenv name NAME
\getenv owner OWNER
\getenv password PASSWORD
CREATE ROLE :"owner" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"owner" TEMPLATE template0 ENCODING 'UTF8';
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
}

create_application_role() {
    NAME=$1 ROLE=$2 PASSWORD=$3 psql -v ON_ERROR_STOP=1 --no-psqlrc --quiet --username "$POSTGRES_USER" --dbname "$1" <<'SQL'
\getenv name NAME
\getenv role ROLE
\getenv password PASSWORD
CREATE ROLE :"role" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD :'password';
GRANT CONNECT ON DATABASE :"name" TO :"role";
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO :"role";
SQL
}

for service in indicators tasks risk gateway; do
    upper=${service^^}
    owner_password=FINPLAN_${upper}_OWNER_PASSWORD
    app_password=FINPLAN_${upper}_APP_PASSWORD
    create_database "finplan_$service" "finplan_${service}_owner" "${!owner_password:?}"
    create_application_role "finplan_$service" "finplan_${service}_app" "${!app_password:?}"
done
create_database keycloak keycloak "${FINPLAN_KEYCLOAK_DATABASE_PASSWORD:?}"
