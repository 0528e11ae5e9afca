package org.finplan.platform.outage.runtime;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/**
 * Sessions with the database of a pool, by the same role, that are not the pool's: closing one ends it, on the side of
 * PostgreSQL too, whatever state it is in. For work that keeps a session, and to tell a pool that is used up from a
 * database that is unavailable.
 */
public final class DirectSessions {

    private final AgroalConnectionFactoryConfiguration factory;
    private final Map<String, String> properties;

    /**
     * Sessions beside a pool.
     *
     * @param pool the pool
     * @param properties of the driver, such as {@code socketTimeout}, beside those of the pool
     */
    public DirectSessions(AgroalDataSource pool, Map<String, String> properties) {
        this.factory = pool.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
        this.properties = Map.copyOf(properties);
    }

    /**
     * Opens a session.
     *
     * @return a connection that belongs to the caller
     * @throws SQLException when the database is unavailable or refuses
     */
    public Connection open() throws SQLException {
        Properties all = new Properties();
        all.putAll(factory.jdbcProperties());
        all.putAll(properties);
        if (factory.principal() != null) {
            all.setProperty("user", factory.principal().getName());
        }
        for (Object credential : factory.credentials()) {
            if (credential instanceof SimplePassword password) {
                all.setProperty("password", password.getWord());
            }
        }
        return DriverManager.getConnection(factory.jdbcUrl(), all);
    }
}
