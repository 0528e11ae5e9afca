package org.finplan.platform.sql;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Jdbi on the pool of the program. */
class SqlBeans {

    @Produces
    @Singleton
    @DefaultBean
    SchemaState schema() {
        return () -> true;
    }

    @Produces
    @Singleton
    Jdbi jdbi(DataSource pool) {
        return Sql.on(pool);
    }
}
