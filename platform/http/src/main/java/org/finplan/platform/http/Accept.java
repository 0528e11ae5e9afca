package org.finplan.platform.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a caller reads (RFC 9110, 12.5.1), from the headers of old and sloppy clients as well: elements that are empty do
 * not count, {@code *} is what it was meant to be, and what cannot be read does not spoil what can. Parameters of a range
 * are not looked at, except for the weight: nothing that the suite answers has any.
 */
public final class Accept {

    private static final String ANY = "*";
    private static final Pattern WEIGHT = Pattern.compile("[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+");

    private final List<Range> ranges;
    private final boolean unreadable;

    /**
     * One element of the header.
     *
     * @param type such as {@code application}, or {@code *}
     * @param subtype such as {@code json}, or {@code *}
     * @param weight 0, which refuses it, to 1
     */
    public record Range(String type, String subtype, double weight) {

        /** {@return type and subtype} */
        public String name() {
            return type + "/" + subtype;
        }

        private int specificity() {
            return type.equals(ANY) ? 0 : subtype.equals(ANY) ? 1 : 2;
        }

        private boolean matches(String type, String subtype) {
            return switch (specificity()) {
                case 0 -> true;
                case 1 -> this.type.equals(type);
                default -> this.type.equals(type) && this.subtype.equals(subtype);
            };
        }
    }

    private Accept(List<Range> ranges, boolean unreadable) {
        this.ranges = List.copyOf(ranges);
        this.unreadable = unreadable;
    }

    /**
     * Reads the header.
     *
     * @param header as sent, or null
     * @return what it says; without any element, that everything is read
     */
    public static Accept of(String header) {
        return of(header == null ? List.of() : List.of(header));
    }

    /**
     * Reads the header from all its lines.
     *
     * @param lines as sent, possibly none
     * @return what they say together
     */
    public static Accept of(Collection<String> lines) {
        List<Range> ranges = new ArrayList<>();
        boolean unreadable = false;
        for (String line : lines) {
            for (String element : MediaType.split(line, ',')) {
                if (!element.isEmpty()) {
                    Optional<Range> range = range(element);
                    range.ifPresent(ranges::add);
                    unreadable |= range.isEmpty();
                }
            }
        }
        return new Accept(ranges, unreadable);
    }

    /** {@return the elements that could be read, in their order} */
    public List<Range> ranges() {
        return ranges;
    }

    /** {@return whether there is no element, so that everything is read} */
    public boolean isAnything() {
        return ranges.isEmpty() && !unreadable;
    }

    /**
     * Whether the caller names a type itself, and does not only take it among others.
     *
     * @param mediaType type and subtype
     * @return whether an element with a weight names it
     */
    public boolean names(String mediaType) {
        return ranges.stream()
                .anyMatch(range -> range.weight() > 0 && range.name().equals(mediaType));
    }

    /**
     * Chooses among the types that an operation has.
     *
     * @param offered types and subtypes, the usual one first
     * @return the one that the caller would rather have, empty when it reads none of them
     */
    public Optional<String> best(List<String> offered) {
        if (isAnything()) {
            return Optional.of(offered.get(0));
        }
        String best = null;
        double most = 0;
        for (String candidate : offered) {
            double weight = weight(candidate);
            if (weight > most) {
                best = candidate;
                most = weight;
            }
        }
        return Optional.ofNullable(best);
    }

    /** {@return the header as it should have been sent, empty when nothing of it can be read} */
    public String text() {
        return ranges.stream()
                .map(range -> range.weight() == 1 ? range.name() : range.name() + ";q=" + range.weight())
                .collect(Collectors.joining(", "));
    }

    /** The weight of the narrowest range that a type lies in. */
    private double weight(String mediaType) {
        String[] names = mediaType.split("/", 2);
        int narrowest = -1;
        double weight = 0;
        for (Range range : ranges) {
            if (range.specificity() >= narrowest && range.matches(names[0], names[1])) {
                weight = range.specificity() == narrowest ? Math.max(weight, range.weight()) : range.weight();
                narrowest = range.specificity();
            }
        }
        return weight;
    }

    private static Optional<Range> range(String element) {
        String text = element.equals(ANY) || element.matches("\\*\\s*;.*") ? ANY + "/" + element : element;
        return MediaType.parse(text)
                .filter(parsed -> !parsed.type().equals(ANY) || parsed.subtype().equals(ANY))
                .map(parsed -> new Range(
                        parsed.type(),
                        parsed.subtype(),
                        weightOf(parsed.parameters().get("q"))));
    }

    /** One that cannot be read is none. */
    private static double weightOf(String text) {
        if (text == null) {
            return 1;
        }
        return WEIGHT.matcher(text).matches() ? Math.min(1, Double.parseDouble(text)) : 0;
    }
}
