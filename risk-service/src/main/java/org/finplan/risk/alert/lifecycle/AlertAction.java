package org.finplan.risk.alert.lifecycle;

import java.util.Locale;

/** What a person may do to an alert. */
public enum AlertAction {
    ACKNOWLEDGE,
    ORDER_DISPOSAL,
    RECORD_FEEDBACK,
    START_MONITORING,
    CLOSE;

    /** {@return the name of the custom method, such as {@code order-disposal}} */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
