package org.finplan.tasks.due;

import java.util.List;
import java.util.UUID;

/**
 * Something that is done by itself when its time has come. What is due stands in the database, so a restart forgets nothing; of
 * several instances the one that gets the lock of the row does it, and the others then find it done.
 */
public interface DueWork {

    /** {@return ids of some of what is due} */
    List<UUID> due();

    /**
     * Does what is due, in a transaction of its own, unless another instance did.
     *
     * @param id an id of {@link #due()}
     */
    void perform(UUID id);
}
