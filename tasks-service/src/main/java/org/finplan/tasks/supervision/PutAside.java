package org.finplan.tasks.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Puts matters aside that cannot be handled by themselves, since what is stored of them is damaged: for a minute at first, for twice
 * as long after each failure, for an hour at most. The log names each once. All others go on.
 */
@ApplicationScoped
class PutAside {

    private static final Logger LOG = Logger.getLogger(PutAside.class);

    private final AsideRepository aside;

    PutAside(AsideRepository aside) {
        this.aside = aside;
    }

    /**
     * Puts one aside.
     *
     * @param id its id
     * @param now the time of the run
     * @param failure why
     */
    @Transactional
    void matter(UUID id, Instant now, RuntimeException failure) {
        if (aside.put(id, now) == 1) {
            LOG.warnf(failure, "supervision: matter %s cannot be handled and is put aside; it is tried again", id);
        }
    }

    /** {@return how many are put aside} */
    @Transactional
    long count() {
        return aside.count();
    }
}
