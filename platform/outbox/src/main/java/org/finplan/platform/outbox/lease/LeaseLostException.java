package org.finplan.platform.outbox.lease;

/** Another instance has taken over, or the lease ran out: nothing more may be done under this term. */
public final class LeaseLostException extends RuntimeException {

    /**
     * A lost lease.
     *
     * @param term the term that ended
     */
    public LeaseLostException(LeaseTerm term) {
        super("The lease " + term.name() + " of term " + term.number() + " is lost");
    }
}
