package org.finplan.platform.sql;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.array.SqlArrayType;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;

/**
 * Makes {@link Jdbi} speak PostgreSQL: instants as {@code timestamptz}, collections bound by {@code bindArray} as arrays of
 * text, numbers, dates, instants or ids.
 *
 * <p>Jdbi neither begins nor ends a transaction here. A statement runs in the transaction that the caller has begun, or in
 * one of its own when there is none; without this a handle that closes inside a transaction would roll it back. Failures
 * are {@link org.jdbi.v3.core.JdbiException} with the driver's exception as their cause.
 */
public final class Sql {

    private static final Map<Type, SqlArrayType<?>> BINARY_ARRAYS = Map.of(
            String.class, new BinaryArray<>("text", String.class),
            Integer.class, new BinaryArray<>("integer", Integer.class),
            Long.class, new BinaryArray<>("bigint", Long.class),
            Boolean.class, new BinaryArray<>("boolean", Boolean.class));

    private Sql() {}

    /**
     * Jdbi on a pool.
     *
     * @param pool where its connections come from
     * @return made once for each pool, for all threads
     */
    public static Jdbi on(DataSource pool) {
        return configured(Jdbi.create(pool));
    }

    /**
     * Jdbi on sessions of the caller's own, such as a relay keeps: opening a handle opens a session, closing it ends the
     * session.
     *
     * @param sessions opens sessions
     * @return for all threads
     */
    public static Jdbi on(ConnectionFactory sessions) {
        return configured(Jdbi.create(sessions));
    }

    /**
     * A handle on a connection that is open already and stays open when the handle closes.
     *
     * @param connection the caller's, with its transaction
     * @return for the thread of the connection
     */
    public static Handle over(Connection connection) {
        return on(new Borrowed(connection)).open();
    }

    private static Jdbi configured(Jdbi jdbi) {
        jdbi.setTransactionHandler(new CMTTransactionHandler());
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
        // The message of a failure says what the database said; bound values, which may be secrets, stay out of logs.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        jdbi.registerArgument(new InstantArgument());
        jdbi.registerArgument(new DateArgument());
        jdbi.registerArgument(new UuidArgument());
        jdbi.registerArrayType((type, registry) -> Optional.ofNullable(BINARY_ARRAYS.get(type)));
        jdbi.registerArrayType(BigDecimal.class, "numeric");
        jdbi.registerArrayType(UUID.class, "uuid");
        jdbi.registerArrayType(LocalDate.class, "date");
        jdbi.registerArrayType(Instant.class, "timestamptz", Sql::inUtc);
        return jdbi;
    }

    private static OffsetDateTime inUtc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /**
     * An array of a type that the driver sends in the binary form when it knows it: nothing is quoted here and parsed there. An
     * array of objects, as Jdbi makes it by itself, goes as text.
     */
    private record BinaryArray<T>(String name, Class<T> type) implements SqlArrayType<T> {

        @Override
        public String getTypeName() {
            return name;
        }

        @Override
        public Object convertArrayElement(T element) {
            return element;
        }

        @Override
        public Class<?> getArrayElementClass() {
            return type;
        }
    }

    private record Borrowed(Connection connection) implements ConnectionFactory {

        @Override
        public Connection openConnection() {
            return connection;
        }

        @Override
        public void closeConnection(Connection borrowed) {
            // Its owner closes it.
        }
    }

    /** The driver takes no {@link Instant}; by way of {@link java.sql.Timestamp} it would use the zone of the machine. */
    private static final class InstantArgument extends AbstractArgumentFactory<Instant> {

        InstantArgument() {
            super(Types.TIMESTAMP_WITH_TIMEZONE);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry registry) {
            return (position, statement, context) -> statement.setObject(position, inUtc(value));
        }
    }

    /** Jdbi would bind an absent id as text, which a column of ids refuses. */
    private static final class UuidArgument extends AbstractArgumentFactory<UUID> {

        UuidArgument() {
            super(Types.OTHER);
        }

        @Override
        protected Argument build(UUID value, ConfigRegistry registry) {
            return (position, statement, context) -> statement.setObject(position, value);
        }
    }

    /** The driver takes a {@link LocalDate} as it is; Jdbi would bring it to midnight in the zone of the machine. */
    private static final class DateArgument extends AbstractArgumentFactory<LocalDate> {

        DateArgument() {
            super(Types.DATE);
        }

        @Override
        protected Argument build(LocalDate value, ConfigRegistry registry) {
            return (position, statement, context) -> statement.setObject(position, value);
        }
    }
}
