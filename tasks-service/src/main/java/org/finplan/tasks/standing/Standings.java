package org.finplan.tasks.standing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.finplan.platform.events.LocalizedText;
import org.finplan.tasks.flag.Flags;
import org.finplan.tasks.task.Leaf;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.TaskStatus;
import org.finplan.tasks.task.TaskStatusPublisher;
import org.finplan.tasks.task.TaskStatusPublisher.Change;
import org.finplan.tasks.task.Tasks;

/** Keeps what the regions last reported of each leaf, and the status of the leaf in line with it. */
@ApplicationScoped
public class Standings {

    private final StandingRepository repository;
    private final Tasks tasks;
    private final Flags flags;
    private final TaskStatusPublisher publisher;
    private final Clock clock;

    Standings(StandingRepository repository, Tasks tasks, Flags flags, TaskStatusPublisher publisher, Clock clock) {
        this.repository = repository;
        this.tasks = tasks;
        this.flags = flags;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Reads what the regions last reported of a leaf.
     *
     * @param key its key
     * @return one of each region that reported, whoever asks
     */
    public List<Standing> of(TaskKey key) {
        return repository.of(key);
    }

    /**
     * Stores what a region last reported of a leaf, derives the status of the leaf again and publishes it when the verified
     * status changed.
     *
     * @param leaf the leaf, which must be open
     * @param region code of the region
     * @param standing what it reported, empty when none of its reports counts
     * @param reason what happened, in words
     */
    public void change(Leaf leaf, String region, Optional<Standing> standing, LocalizedText reason) {
        standing.ifPresentOrElse(
                reported -> repository.store(leaf.key(), reported), () -> repository.delete(leaf.key(), region));

        List<Standing> all = repository.of(leaf.key());
        LeafStatus rule = LeafStatus.of(tasks.regionsOf(leaf));
        TaskStatus verified = rule.of(
                all.stream().map(Standing::verified).filter(Objects::nonNull).toList());
        TaskStatus claimed = rule.of(all.stream().map(Standing::claimed).toList());
        tasks.changeStatus(leaf.key(), verified, claimed);

        if (verified != leaf.status()) {
            boolean flagged = flags.isFlagged(leaf.key());
            publisher.publish(leaf, new Change(verified, flagged, reason, null, region, clock.instant()));
        }
    }
}
