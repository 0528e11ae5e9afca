package org.finplan.tasks.supervision;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.IntSupplier;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** Counts the statements of one thread, by the two ways that lead to the database: the loops of the service go on beside it. */
@PersistenceUnitExtension
@ApplicationScoped
class CountedStatements implements StatementInspector {

    private static final ThreadLocal<Integer> COUNT = new ThreadLocal<>();

    @Override
    public String inspect(String sql) {
        count();
        return sql;
    }

    /** {@return how many statements some work takes on this thread} */
    static int of(Jdbi jdbi, IntSupplier work, int expected) {
        SqlLogger before =
                jdbi.getConfig(org.jdbi.v3.core.statement.SqlStatements.class).getSqlLogger();
        jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                count();
            }
        });
        COUNT.set(0);
        try {
            if (work.getAsInt() != expected) {
                throw new AssertionError("not " + expected + " matters were looked at");
            }
            return COUNT.get();
        } finally {
            COUNT.remove();
            jdbi.setSqlLogger(before);
        }
    }

    private static void count() {
        Integer before = COUNT.get();
        if (before != null) {
            COUNT.set(before + 1);
        }
    }
}
