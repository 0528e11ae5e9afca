package org.finplan.platform.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects the faults of a package; none stops the search for the next. */
final class FaultList {

    /** Whoever has more than these mends them first. */
    private static final int MOST = 10_000;

    /** A value that is quoted in a message is cut here. */
    private static final int LONGEST_VALUE = 60;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]");

    private final List<PackageFault> faults = new ArrayList<>();
    private final Set<String> places = new HashSet<>();

    /** Adds a fault; of several at one place of a file the first counts, the others mostly follow from it. */
    void add(FaultKind kind, String file, String place, List<String> accepted, Object... arguments) {
        if (faults.size() < MOST && places.add(file + "\n" + place)) {
            Object[] shown = Arrays.stream(arguments).map(FaultList::shown).toArray();
            faults.add(new PackageFault(file, shown(place), kind.code(), kind.message(shown), accepted));
        }
    }

    /** Adds a fault of a field of a row. */
    void add(FaultKind kind, JsonTable row, String field, List<String> accepted, Object... arguments) {
        add(kind, row.file(), row.placeOf(field), accepted, arguments);
    }

    List<PackageFault> all() {
        return List.copyOf(faults);
    }

    /** Ends the reading of a package in which faults were found. */
    void refuse(String source) {
        if (!faults.isEmpty()) {
            throw new PlanPackageException(source, faults);
        }
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    /** A name or value of the package goes into logs, so it stays on its line. */
    private static String shown(Object value) {
        return CONTROL.matcher(String.valueOf(value)).replaceAll("\uFFFD");
    }

    static String quoted(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }
}
