package org.finplan.indicators.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/**
 * Lets the suite's own consequences of a write reach beyond the regions of its caller: the sum of a city follows when a
 * district reports, though the district may not write to the city. The caller gets to see nothing of it.
 */
@ApplicationScoped
public class EveryRegion {

    private static final String CURRENT = "SELECT current_setting('finplan.read_regions', true) AS readable,"
            + " current_setting('finplan.write_regions', true) AS writable";
    private static final String SET =
            "SELECT set_config('finplan.read_regions', ?, true)," + " set_config('finplan.write_regions', ?, true)";

    private final Database database;

    EveryRegion(Database database) {
        this.database = database;
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
        Settings before = database.query(CURRENT, row -> new Settings(row.text("readable"), row.text("writable")))
                .get(0);
        set(new Settings("*", "*"));
        T given = work.get();
        set(before);
        return given;
    }

    private void set(Settings settings) {
        database.query(SET, row -> null, settings.readable(), settings.writable());
    }
}
