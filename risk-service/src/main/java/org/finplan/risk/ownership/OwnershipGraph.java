package org.finplan.risk.ownership;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The links of some files on a day, and the chains upwards through them. A firm that is an institution with a file of its own is
 * looked up there, any other one in the file through which it was reached.
 */
final class OwnershipGraph {

    private static final int MOST_PATHS = 2_000;

    private final Map<String, List<OwnershipLink>> files;

    /**
     * @param files links in force by the institution in whose file they stand
     */
    OwnershipGraph(Map<String, List<OwnershipLink>> files) {
        this.files = files;
    }

    /** Why a path goes no further. */
    enum End {
        /** Its last holder is a person. */
        PERSON,
        /** Its last holder is a body of the state. */
        PUBLIC_BODY,
        /** Nobody recorded who holds the rest, or who owns the last holder. */
        UNKNOWN,
        /** Its last holder stands on it before. */
        CYCLE,
        /** It was not followed further than was asked for. */
        DEPTH;

        /** {@return the name on the wire} */
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A step of a path.
     *
     * @param owned credit code of what is held
     * @param link the link, or null for shares of which no holder is known
     * @param share percent that is held, or null when the link is none of shares
     */
    record Step(
            String owned,
            @Nullable OwnershipLink link,
            @Nullable BigDecimal share) {}

    /**
     * A chain from the institution upwards.
     *
     * @param steps its steps, the institution first
     * @param effectiveShare the product of the shares in percent, exactly; null when a step is none of shares
     * @param end why it goes no further
     */
    record Chain(List<Step> steps, @Nullable BigDecimal effectiveShare, End end) {}

    /**
     * All chains of an institution.
     *
     * @param chains the chains
     * @param complete whether these are all; too many are cut
     */
    record LookThrough(List<Chain> chains, boolean complete) {}

    /**
     * Follows every link upwards. The effective shares of all chains, those that end unknown, in a circle or at the depth among
     * them, add up to 100.
     *
     * @param institution credit code of the institution
     * @param depth the most steps of a chain
     * @return its chains
     */
    LookThrough lookThrough(String institution, int depth) {
        List<Chain> chains = new ArrayList<>();
        boolean complete = follow(new Place(institution, institution, List.of(), SharesHeld.ALL), depth, chains);
        return new LookThrough(chains, complete);
    }

    /** {@return the credit codes of holders that may have files of their own} */
    Set<String> holderCodes() {
        Set<String> codes = new TreeSet<>();
        files.values().forEach(links -> links.stream()
                .map(link -> link.holder().uscc())
                .filter(Objects::nonNull)
                .forEach(codes::add));
        return codes;
    }

    /** Where a path has come to: what is asked for the owners of, and how it got there. */
    private record Place(
            String file,
            String owned,
            List<Step> steps,
            @Nullable BigDecimal effective) {

        boolean has(String key) {
            return owned.equals(key)
                    || steps.stream().anyMatch(step -> step.owned().equals(key));
        }

        List<Step> and(Step step) {
            List<Step> longer = new ArrayList<>(steps);
            longer.add(step);
            return List.copyOf(longer);
        }

        /** Percent of percent, without rounding. */
        @Nullable
        BigDecimal times(@Nullable BigDecimal share) {
            return effective == null || share == null
                    ? null
                    : effective.multiply(share).movePointLeft(2);
        }
    }

    private boolean follow(Place place, int depth, List<Chain> chains) {
        List<OwnershipLink> owners = owners(place);
        if (owners.isEmpty() && !place.steps().isEmpty()) {
            return add(chains, new Chain(place.steps(), place.effective(), End.UNKNOWN));
        }
        BigDecimal rest = SharesHeld.ALL;
        for (OwnershipLink link : owners) {
            rest = link.share() == null ? rest : rest.subtract(link.share());
            Step step = new Step(place.owned(), link, link.share());
            if (!goOn(place, step, link, depth, chains)) {
                return false;
            }
        }
        return rest.signum() <= 0
                || add(
                        chains,
                        new Chain(place.and(new Step(place.owned(), null, rest)), place.times(rest), End.UNKNOWN));
    }

    private boolean goOn(Place place, Step step, OwnershipLink link, int depth, List<Chain> chains) {
        List<Step> steps = place.and(step);
        BigDecimal effective = place.times(link.share());
        String holder = link.holderKey();
        End end = place.has(holder) ? End.CYCLE : end(link.holder().kind(), steps.size(), depth);
        if (end != null) {
            return add(chains, new Chain(steps, effective, end));
        }
        String file = files.containsKey(holder) ? holder : place.file();
        return follow(new Place(file, holder, steps, effective), depth, chains);
    }

    @Nullable
    private static End end(HolderKind kind, int steps, int depth) {
        return switch (kind) {
            case PERSON -> End.PERSON;
            case PUBLIC_BODY -> End.PUBLIC_BODY;
            case FIRM -> steps >= depth ? End.DEPTH : null;
        };
    }

    private List<OwnershipLink> owners(Place place) {
        return files.getOrDefault(place.file(), List.of()).stream()
                .filter(link -> link.owned().equals(place.owned()))
                .toList();
    }

    private static boolean add(List<Chain> chains, Chain chain) {
        chains.add(chain);
        return chains.size() < MOST_PATHS;
    }
}
