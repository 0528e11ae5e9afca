package org.finplan.platform.problem;

import org.finplan.platform.events.LocalizedText;

/**
 * One kind of problem that a caller can meet. Each concept declares its own as an enum; the code is part of the API and
 * never changes its meaning.
 */
public interface ErrorCode {

    /** {@return the stable code in kebab-case, also the tail of {@code urn:finplan:problem:<code>}} */
    String code();

    /** {@return the HTTP status, 400 to 599} */
    int status();

    /** {@return what went wrong, in few words without particulars} */
    LocalizedText title();
}
