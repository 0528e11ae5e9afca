package org.finplan.tasks.flag;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.finplan.platform.access.RegionSet;
import org.finplan.tasks.task.TaskKey;

/** Reads the flags of leaves. */
@ApplicationScoped
public class Flags {

    private final FlagRepository repository;

    Flags(FlagRepository repository) {
        this.repository = repository;
    }

    /**
     * Reads the flags of a leaf, oldest first.
     *
     * @param key its key
     * @param scope regions that the caller reads
     * @return its flags, possibly none
     */
    public List<Flag> of(TaskKey key, RegionSet scope) {
        return repository.of(key, scope);
    }

    /**
     * Finds the leaves that are flagged.
     *
     * @param plans plan codes
     * @param scope regions that the caller reads
     * @return their keys
     */
    public Set<TaskKey> flagged(Collection<String> plans, RegionSet scope) {
        return repository.flagged(plans, scope);
    }

    /**
     * Tells whether a leaf is flagged, for whatever region.
     *
     * @param key its key
     * @return whether it is
     */
    public boolean isFlagged(TaskKey key) {
        return !repository.flaggedAmong(key.plan(), List.of(key.id())).isEmpty();
    }
}
