package org.finplan.tasks.task.search;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.LocalizedText;
import org.finplan.tasks.task.TaskKey;

/**
 * Who is asked for the progress of which leaf: each region that it names, or the city when it names none. Retired leaves ask nobody.
 */
@ApplicationScoped
public class AskedLeaves {

    private final AskedLeafRepository repository;

    AskedLeaves(AskedLeafRepository repository) {
        this.repository = repository;
    }

    /**
     * A leaf and a region that is asked for its progress.
     *
     * @param key key of the leaf
     * @param ordinal its position in the order of the plan
     * @param title its title
     * @param region the region
     * @param lead organisation that leads the leaf, or null
     * @param indicators indicators that the leaf moves
     */
    public record AskedLeaf(
            TaskKey key,
            int ordinal,
            LocalizedText title,
            String region,
            @Nullable String lead,
            List<String> indicators) {}

    /**
     * Whose are wanted.
     *
     * @param cities cities by the codes of their plans: the plans that the caller sees
     * @param regions regions that the caller reads
     * @param unit code of a region that is asked, or of an organisation that leads; null does not narrow
     */
    public record Wanted(
            Map<String, String> cities,
            RegionSet regions,
            @Nullable String unit) {}

    /**
     * A position in the order of all pairs of leaf and region.
     *
     * @param leaf position of the leaf
     * @param region the region
     */
    public record Position(TaskPosition leaf, String region) {}

    /**
     * A linked indicator in a region.
     *
     * @param indicator indicator code
     * @param region region code
     */
    public record Link(String indicator, String region) {}

    /**
     * Reads pairs of leaf and region in the order of the plans.
     *
     * @param wanted whose
     * @param after position to go on after, or null for the beginning
     * @param limit most rows
     * @return the pairs
     */
    public List<AskedLeaf> list(Wanted wanted, @Nullable Position after, int limit) {
        return repository.list(wanted, after, limit);
    }

    /**
     * Counts pairs of leaf and region.
     *
     * @param wanted whose
     * @return how many there are
     */
    public long count(Wanted wanted) {
        return repository.count(wanted);
    }

    /**
     * Finds the leaves that move an indicator and ask a region, in the order of the plans.
     *
     * @param cities cities by the codes of their plans
     * @param links the indicators and regions
     * @param most how many of each at most
     * @return the leaves by indicator and region
     */
    public Map<Link, List<TaskKey>> linked(Map<String, String> cities, Collection<Link> links, int most) {
        return links.isEmpty() ? Map.of() : repository.linked(cities, links, most);
    }
}
