package org.finplan.platform.sql;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Jdbi on the pool of the program. */
class SqlBeans {

    @Produces
    @Singleton
    Jdbi jdbi(DataSource pool) {
        return Sql.on(pool);
    }
}
