package org.finplan.risk.alert.handling;

import java.time.LocalDate;

/**
 * Work on an alert, as a person tells of it.
 *
 * @param text the person's words, or null
 * @param mode online, or offline for work that is entered afterwards
 * @param occurredOn day of the work (Asia/Shanghai), or null for now
 */
public record ReportedWork(String text, WorkMode mode, LocalDate occurredOn) {

    /** Work is online unless somebody says otherwise. */
    public ReportedWork {
        mode = mode == null ? WorkMode.ONLINE : mode;
    }

    /**
     * Work that is done with the call itself.
     *
     * @param text the person's words, or null
     * @return the work
     */
    public static ReportedWork now(String text) {
        return new ReportedWork(text, WorkMode.ONLINE, null);
    }
}
