package org.finplan.platform.sql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
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

    private Sql() {}

    /**
     * Jdbi on a pool.
     *
     * @param pool where its connections come from
     * @return made once for each pool, for all threads
     */
    public static Jdbi on(DataSource pool) {
        Jdbi jdbi = Jdbi.create(pool);
        jdbi.setTransactionHandler(new CMTTransactionHandler());
        jdbi.registerArgument(new InstantArgument());
        jdbi.registerArrayType(String.class, "text");
        jdbi.registerArrayType(BigDecimal.class, "numeric");
        jdbi.registerArrayType(Integer.class, "integer");
        jdbi.registerArrayType(Long.class, "bigint");
        jdbi.registerArrayType(Boolean.class, "boolean");
        jdbi.registerArrayType(UUID.class, "uuid");
        jdbi.registerArrayType(LocalDate.class, "date");
        jdbi.registerArrayType(Instant.class, "timestamptz", instant -> instant.atOffset(ZoneOffset.UTC));
        return jdbi;
    }

    /** The driver takes no {@link Instant}; by way of {@link java.sql.Timestamp} it would use the zone of the machine. */
    private static final class InstantArgument extends AbstractArgumentFactory<Instant> {

        InstantArgument() {
            super(java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry registry) {
            OffsetDateTime time = value.atOffset(ZoneOffset.UTC);
            return (position, statement, context) -> statement.setObject(position, time);
        }
    }
}
