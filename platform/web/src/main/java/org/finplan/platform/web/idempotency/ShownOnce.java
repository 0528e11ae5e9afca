package org.finplan.platform.web.idempotency;

/**
 * An answer that holds a secret, which is shown this once and kept nowhere: neither the store of answers nor the repeat of
 * the request has it.
 */
public interface ShownOnce {

    /** {@return the answer as it is kept and repeated} */
    Object withoutSecret();
}
