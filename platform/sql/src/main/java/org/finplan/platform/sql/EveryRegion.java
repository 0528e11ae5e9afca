package org.finplan.platform.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Lets the suite's own consequences of a write reach beyond the regions of its caller: the sum of a city follows when a
 * district reports, though the district may not write to the city. The caller gets to see nothing of it.
 */
@ApplicationScoped
public class EveryRegion {

    private static final String WIDEN = """
            WITH before AS MATERIALIZED (
                SELECT current_setting('finplan.read_regions', true) AS readable,
                    current_setting('finplan.write_regions', true) AS writable)
            SELECT readable, writable,
                set_config('finplan.read_regions', '*', true), set_config('finplan.write_regions', '*', true)
            FROM before
            """;
    private static final String RESTORE =
            "SELECT set_config('finplan.read_regions', :readable, true), set_config('finplan.write_regions', :writable, true)";

    private static final RowMapper<Settings> SETTINGS =
            Row.to(row -> new Settings(row.text("readable"), row.text("writable")));

    private final Jdbi jdbi;

    EveryRegion(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Settings(String readable, String writable) {}

    /**
     * Does work in the caller's transaction with every region. When it fails the settings end with the transaction.
     *
     * @param work the work
     * @param <T> what it gives
     * @return what it gives
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public <T> T with(Supplier<T> work) {
        Settings before = jdbi.withHandle(
                handle -> handle.createQuery(WIDEN).map(SETTINGS).one());
        T given = work.get();
        jdbi.useHandle(handle -> restore(handle, before));
        return given;
    }

    /**
     * Does work that gives nothing, otherwise like {@link #with}.
     *
     * @param work the work
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void run(Runnable work) {
        with(() -> {
            work.run();
            return true;
        });
    }

    private static void restore(Handle handle, Settings before) {
        handle.createQuery(RESTORE)
                .bind("readable", before.readable())
                .bind("writable", before.writable())
                .mapTo(String.class)
                .one();
    }
}
