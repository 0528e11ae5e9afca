package org.finplan.risk.alert;

import java.util.Locale;

/** What a person may do to an alert. */
enum AlertAction {
    ACKNOWLEDGE,
    ORDER_DISPOSAL,
    RECORD_FEEDBACK,
    START_MONITORING,
    CLOSE;

    /** {@return the name of the custom method, such as {@code order-disposal}} */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
