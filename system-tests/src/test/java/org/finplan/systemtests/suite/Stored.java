package org.finplan.systemtests.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Looks past the services at what is stored. */
public final class Stored {

    private Stored() {}

    /**
     * Counts the rows of every table but those that say who was refused what, and those that empty themselves.
     *
     * @param suite the stack
     * @return rows by service and table
     */
    static Map<String, Long> rows(Suite suite) {
        Map<String, Long> rows = new TreeMap<>();
        for (String service : List.of("indicators", "tasks", "risk")) {
            try (Connection connection = connect(suite, service);
                    Statement statement = connection.createStatement()) {
                for (String table : tables(statement)) {
                    try (ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table)) {
                        count.next();
                        rows.put(service + "." + table, count.getLong(1));
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException("cannot look into " + service, e);
            }
        }
        return rows;
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet names =
                statement.executeQuery("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'"
                        + " AND tablename NOT LIKE 'audit%' AND tablename NOT IN ('outbox', 'idempotency_key')")) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        return tables;
    }

    /**
     * Lists the events that a service wrote and whose data names something.
     *
     * @param suite the stack
     * @param service whose outbox
     * @param name what the data names
     * @return concept and verb of each, with the region that it concerns
     */
    static List<String> told(Suite suite, String service, String name) {
        try (Connection connection = connect(suite, service);
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT regexp_replace(type, '^.*\\.(\\w+\\.\\w+)\\.v\\d+$', '\\1') || coalesce(' ' || region, '')"
                                + " FROM outbox WHERE data LIKE '%' || ? || '%'")) {
            statement.setString(1, name);
            List<String> told = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    told.add(rows.getString(1));
                }
            }
            return told;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot look into " + service, e);
        }
    }

    /** Opens a database as the superuser, past every guard. */
    public static Connection connect(Suite suite, String service) throws SQLException {
        Properties passwords = new Properties();
        try (InputStream in = Files.newInputStream(suite.data().resolve("secrets/passwords.properties"))) {
            passwords.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return DriverManager.getConnection(
                "jdbc:postgresql://" + suite.endpoints().postgres() + "/finplan_" + service,
                "postgres",
                passwords.getProperty("postgres"));
    }
}
