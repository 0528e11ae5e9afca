package org.finplan.gateway.feed;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.finplan.platform.access.RegionTree;
import org.finplan.platform.events.EventCatalog;
import org.finplan.platform.events.EventType;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/** What a reader of the feed asks for. */
class EventParameters {

    private static final int MOST = 500;
    private static final int LONGEST_WAIT_SECONDS = 30;
    private static final String NOW = "now";

    @QueryParam("after")
    @Parameter(
            description = "`nextCursor` of the answer before; absent for the oldest event that is kept; `now` for what"
                    + " comes from now on.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 8192))
    String after;

    @QueryParam("types")
    @Parameter(
            description = "Only these types, separated by commas.",
            example = "org.finplan.indicators.attainment.changed.v1,org.finplan.risk.alert.raised.v1")
    String types;

    @QueryParam("region")
    @Parameter(description = "Only events of this region and those inside it.", example = "441202")
    String region;

    @QueryParam("limit")
    @DefaultValue("50")
    @Parameter(
            description = "Most events in the answer.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "50"))
    int limit;

    @QueryParam("wait")
    @DefaultValue("0")
    @Parameter(
            description = "Seconds to wait for an event when there is none yet.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "30", defaultValue = "0"))
    int wait;

    int limit() {
        return within("limit", limit, 1, MOST);
    }

    /** {@return how long to wait for an event} */
    Duration patience() {
        return Duration.ofSeconds(within("wait", wait, 0, LONGEST_WAIT_SECONDS));
    }

    boolean fromNow() {
        return NOW.equals(after);
    }

    /** {@return where to go on, empty for the oldest event and for what comes from now on} */
    Optional<FeedCursor> cursor() {
        return Optional.ofNullable(after)
                .filter(text -> !fromNow() && !text.isBlank())
                .map(text -> FeedCursor.decode(text)
                        .orElseThrow(() -> ProblemException.of(
                                WebError.INVALID_CURSOR,
                                "after 须为本接口返回的 nextCursor，或 now。",
                                "after must be a nextCursor of this feed, or now.")));
    }

    /** {@return the types asked for, none for all} */
    Set<String> types() {
        List<String> known = EventCatalog.types().stream()
                .filter(type -> !type.internal())
                .map(EventType::name)
                .toList();
        Set<String> asked =
                new TreeSet<>(types == null || types.isBlank() ? List.of() : Arrays.asList(types.split(",", -1)));
        if (!known.containsAll(asked)) {
            throw ProblemException.invalidParameter("types", types, known);
        }
        return asked;
    }

    /** {@return the region asked for with those inside it, none for all} */
    Set<String> regions(RegionTree tree, List<String> codes) {
        if (region == null || region.isBlank()) {
            return Set.of();
        }
        Set<String> subtree = tree.subtree(region);
        if (subtree.isEmpty()) {
            throw ProblemException.invalidParameter("region", region, codes);
        }
        return subtree;
    }

    private static int within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw ProblemException.invalidParameter(name, Integer.toString(value), List.of(least + ".." + most));
        }
        return value;
    }
}
