package org.finplan.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What the schema of every service has in common. */
public final class SchemaContract {

    private static final int LAST_MIGRATION = 200;

    private SchemaContract() {}

    /** Checks that the first migrations are the DDL of the shared libraries, word for word. */
    public static void sharedTablesAreTheLibraries() {
        assertThat(resource("db/migration/V1__web.sql")).isEqualTo(resource("db/web.sql"));
        assertThat(resource("db/migration/V2__outbox.sql")).isEqualTo(resource("db/outbox.sql"));
        assertThat(resource("db/migration/" + migration("outbox_lease"))).isEqualTo(resource("db/outbox_lease.sql"));
        // Who owns the versions has tables of its own behind the shared ones.
        assertThat(resource("db/migration/" + migration("planversion"))).startsWith(resource("db/planversion.sql"));
    }

    /** Checks the same for a program that only takes part in versions of plan packages. */
    public static void archivedPlansAreThoseOfTheLibrary() {
        assertThat(resource("db/migration/" + migration("archived_plan"))).isEqualTo(resource("db/archived_plan.sql"));
    }

    /** The migration of a name, whatever its number is in this service. */
    private static String migration(String name) {
        return IntStream.rangeClosed(1, LAST_MIGRATION)
                .mapToObj(number -> "V" + number + "__" + name + ".sql")
                .filter(file -> SchemaContract.class.getResource("/db/migration/" + file) != null)
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no migration V<n>__" + name + ".sql"));
    }

    /**
     * Checks that the role the service connects as owns nothing and cannot get around row-level security.
     *
     * @param service indicators, tasks or risk; its migrations have run
     */
    public static void appRoleOwnsNothing(String service) {
        String role = "finplan_" + service + "_app";
        assertThat(query(service, "SELECT relname FROM pg_class WHERE pg_get_userbyid(relowner) = '" + role + "'"))
                .as("relations owned by %s", role)
                .isEmpty();
        assertThat(query(
                        service,
                        "SELECT rolname FROM pg_roles WHERE rolname = '" + role
                                + "' AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)"))
                .as("powers of %s", role)
                .isEmpty();
    }

    /**
     * Checks that tables are guarded by row-level security that holds even for their owner.
     *
     * @param service indicators, tasks or risk; its migrations have run
     * @param tables the tables that carry a region or a unit
     */
    public static void rowSecurityIsForced(String service, String... tables) {
        assertThat(query(
                        service,
                        "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                                + " WHERE n.nspname = 'public' AND c.relrowsecurity AND c.relforcerowsecurity"
                                + " AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid)"))
                .as("tables with forced row-level security")
                .contains(tables);
    }

    /**
     * Checks that the service cannot change or delete what it wrote.
     *
     * @param service indicators, tasks or risk; its migrations have run
     * @param tables the append-only tables
     */
    public static void tablesAreAppendOnly(String service, String... tables) {
        String role = "finplan_" + service + "_app";
        for (String table : tables) {
            assertThat(query(
                            service,
                            "SELECT privilege FROM unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) AS privilege"
                                    + " WHERE has_table_privilege('" + role + "', 'public." + table + "', privilege)"))
                    .as("what %s may do to %s beside SELECT and INSERT", role, table)
                    .isEmpty();
        }
    }

    private static List<String> query(String service, String sql) {
        List<String> found = new ArrayList<>();
        try (Connection connection = FinplanStack.postgres().connect("finplan_" + service);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot look into the database of " + service, e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
