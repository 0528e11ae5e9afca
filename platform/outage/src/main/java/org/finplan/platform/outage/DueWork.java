package org.finplan.platform.outage;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Something that is done by itself when its time has come. What is due stands in the database, so a restart forgets nothing; of
 * several instances the one that gets the lock of the row does it, and the others then find it done.
 */
public interface DueWork {

    /** {@return ids of some of what is due} */
    List<UUID> due();

    /**
     * Looks past what failed a moment ago and is put back. Whoever finds only some of what is due at a time does it in its query, so
     * that many that fail keep no other one waiting.
     *
     * @param putBack ids that are left alone for now
     * @return ids of some of what is due beside them
     */
    default List<UUID> due(Set<UUID> putBack) {
        return due().stream().filter(id -> !putBack.contains(id)).toList();
    }

    /**
     * Does what is due, in a transaction of its own, unless another instance did.
     *
     * @param id an id of {@link #due()}
     */
    void perform(UUID id);

    /**
     * A kind that always finds all that is due.
     *
     * @param due finds ids of all of it
     * @param perform does one, in a transaction of its own
     * @return the kind
     */
    static DueWork of(Supplier<List<UUID>> due, Consumer<UUID> perform) {
        return new DueWork() {
            @Override
            public List<UUID> due() {
                return due.get();
            }

            @Override
            public void perform(UUID id) {
                perform.accept(id);
            }
        };
    }
}
