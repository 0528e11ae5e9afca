package org.finplan.platform.identity;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.finplan.platform.outage.OutageNotice;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.jboss.logging.Logger;

/**
 * Tells the database the caller's regions on every connection that leaves the pool, for the row-level security policies:
 * {@code finplan.read_regions} and {@code finplan.write_regions} hold {@code *} or a comma list of codes, empty for a
 * caller without regions. Inside a transaction the settings end with it. Outside they stay with the connection, which is
 * not told again what it was told last.
 *
 * <p>A transaction is also told who writes in it, {@code finplan.subject} and {@code finplan.client} as {@link Caller} names
 * them, for triggers that keep a history. Outside one nothing is written.
 */
@ApplicationScoped
class RegionSettings implements AgroalPoolInterceptor {

    private static final String SET =
            "SELECT set_config('finplan.read_regions', ?, false), set_config('finplan.write_regions', ?, false)";

    private static final String SET_UNTIL_TRANSACTION_ENDS = """
            SELECT set_config('finplan.read_regions', ?, true), set_config('finplan.write_regions', ?, true),
                set_config('finplan.subject', ?, true), set_config('finplan.client', ?, true)""";

    private static final Logger LOG = Logger.getLogger(RegionSettings.class);

    private final RegionScope scope;
    private final Caller caller;
    private final OutageNotice notice = new OutageNotice();
    /** What each connection was told outside a transaction; a transaction brings it back when it ends. */
    private final Map<Connection, Settings> told = Collections.synchronizedMap(new WeakHashMap<>());

    private record Settings(String readable, String writable) {}

    RegionSettings(RegionScope scope, Caller caller) {
        this.scope = scope;
        this.caller = caller;
    }

    /**
     * Never throws: a pool that is interrupted here either loses the place of the connection for ever or lends it to two at
     * once (Agroal 3.0.1, {@code ConnectionPool.internalGetConnection}). A connection that cannot be told the regions must
     * not be used, as it may still carry those of its user before; so its session is ended, the first statement on it
     * fails as on any connection that broke, and the pool throws it away when it comes back.
     */
    @Override
    public void onConnectionAcquire(Connection connection) {
        try {
            tell(connection);
        } catch (SQLException | RuntimeException e) {
            if (notice.due()) {
                LOG.warnf("A connection that cannot be told the caller's regions is thrown away: %s", e.getMessage());
            }
            end(connection);
            return;
        }
        notice.over();
    }

    private void tell(Connection connection) throws SQLException {
        Settings settings =
                new Settings(scope.readable().setting(), scope.writable().setting());
        if (!connection.getAutoCommit()) {
            set(
                    connection,
                    SET_UNTIL_TRANSACTION_ENDS,
                    settings.readable(),
                    settings.writable(),
                    caller.subject(),
                    caller.client());
        } else if (!settings.equals(told.get(connection))) {
            told.remove(connection);
            set(connection, SET, settings.readable(), settings.writable());
            told.put(connection, settings);
        }
    }

    /** The driver's own connection: the pool's wrapper would close itself and leave the session as it is. */
    private static void end(Connection connection) {
        try {
            connection.unwrap(Connection.class).abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("The session had ended already", e);
        }
    }

    private static void set(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
