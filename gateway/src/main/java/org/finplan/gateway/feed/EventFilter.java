package org.finplan.gateway.feed;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.finplan.platform.access.Permission;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.Envelope;
import org.finplan.platform.events.EventCatalog;
import org.finplan.platform.events.EventType;

/** Which events a caller gets: those its roles and regions allow, and of these those it asked for. */
final class EventFilter {

    /** What it takes to read a topic: no less than the resources its events are about. */
    private static final Map<String, Permission> NEEDED = Map.of(
            "indicators.events", Permission.EVENTS_READ,
            "tasks.events", Permission.EVENTS_READ,
            "risk.events", Permission.ALERTS_READ);

    private final Set<String> topics;
    private final Set<String> types;
    private final RegionSet regions;
    private final boolean everyCity;
    private final Set<String> onlyRegions;

    /**
     * A filter.
     *
     * @param roles roles of the caller
     * @param readable regions that the caller reads
     * @param everyCity whether these are all cities, with what concerns none in particular
     * @param types names of the types asked for; empty for all
     * @param onlyRegions regions asked for; empty for all
     */
    EventFilter(Set<String> roles, RegionSet readable, boolean everyCity, Set<String> types, Set<String> onlyRegions) {
        this.topics = LogTopics.NAMES.stream()
                .filter(NEEDED::containsKey)
                .filter(topic -> NEEDED.get(topic).isGrantedTo(roles))
                .collect(Collectors.toUnmodifiableSet());
        this.types = Set.copyOf(types);
        this.regions = readable;
        this.everyCity = everyCity;
        this.onlyRegions = Set.copyOf(onlyRegions);
    }

    /** {@return whether the caller may read any topic} */
    boolean readsAnything() {
        return !topics.isEmpty();
    }

    boolean passes(String topic, Envelope event) {
        return topics.contains(topic)
                && !isInternal(event.type())
                && (types.isEmpty() || types.contains(event.type()))
                && inScope(event.region())
                && (onlyRegions.isEmpty() || (event.region() != null && onlyRegions.contains(event.region())));
    }

    private static boolean isInternal(String type) {
        return EventCatalog.find(type).filter(EventType::internal).isPresent();
    }

    /** An event without a region says nothing of its city, so it is for those who read every city. */
    private boolean inScope(String region) {
        return region == null ? everyCity : regions.contains(region);
    }
}
