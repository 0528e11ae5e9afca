package org.finplan.systemtests.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Looks past the services at what is stored. */
final class Stored {

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

    /** Opens a database as the superuser, past every guard. */
    static Connection connect(Suite suite, String service) throws SQLException {
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
