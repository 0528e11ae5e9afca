package org.finplan.platform.identity;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Real connections of which one call, counted from now on, fails; it may take the session with it, as a server that dies. */
public final class FaultySource implements DataSource {

    /** How a call fails. */
    record Fault(int call, String state, boolean endsSession) {}

    private static final AtomicInteger CALLS = new AtomicInteger();
    private static volatile PGSimpleDataSource real;
    private static volatile Fault next;

    /** Agroal makes it by reflection. */
    public FaultySource() {}

    static void use(PGSimpleDataSource source) {
        real = source;
    }

    /** From now on the call of this number fails; none for null. */
    static void expect(Fault fault) {
        CALLS.set(0);
        next = fault;
    }

    @Override
    public Connection getConnection() throws SQLException {
        fail(null);
        Connection connection = real.getConnection();
        return (Connection) Proxy.newProxyInstance(
                FaultySource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> call(connection, method, arguments));
    }

    private static Object call(Connection connection, Method method, Object... arguments) throws Throwable {
        if (!List.of("unwrap", "close", "abort", "isClosed", "hashCode", "equals", "toString")
                .contains(method.getName())) {
            fail(connection);
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void fail(Connection connection) throws SQLException {
        Fault fault = next;
        if (fault != null && CALLS.getAndIncrement() == fault.call()) {
            next = null;
            if (connection != null && fault.endsSession()) {
                connection.abort(Runnable::run);
            }
            throw new SQLException("a fault of the test", fault.state());
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // Nothing is written.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // The server answers at once.
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
