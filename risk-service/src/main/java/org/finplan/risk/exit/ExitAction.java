package org.finplan.risk.exit;

import java.util.Locale;

/** What is done to an exit once the institution is listed. */
enum ExitAction {
    /** Publishes the notice, with which the term for objections begins. */
    PUBLISH_NOTICE,
    /** Records an objection. */
    OBJECT,
    /** Says what became of an objection. */
    DECIDE_OBJECTION,
    /** Strikes the institution off. */
    CANCEL,
    /** Takes the institution from the list. */
    KEEP;

    /** {@return the name on the wire} */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
