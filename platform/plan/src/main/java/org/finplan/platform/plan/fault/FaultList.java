package org.finplan.platform.plan.fault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects the faults of a package; none stops the search for the next. */
public final class FaultList {

    /** Whoever has more than these mends them first. */
    private static final int MOST = 10_000;

    /** A value that is quoted in a message is cut here. */
    private static final int LONGEST_VALUE = 60;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]");

    private final List<PackageFault> faults = new ArrayList<>();
    private final Set<String> places = new HashSet<>();

    /**
     * Adds a fault; of several at one place of a file the first counts, the others mostly follow from it.
     *
     * @param kind what is wrong
     * @param file name of the file
     * @param place where in the file, as {@link PackageFault#place()} says it
     * @param accepted what would be accepted, may be empty
     * @param arguments what the message of the kind takes
     */
    public void add(FaultKind kind, String file, String place, List<String> accepted, Object... arguments) {
        if (faults.size() < MOST && places.add(file + "\n" + place)) {
            Object[] shown = Arrays.stream(arguments).map(FaultList::shown).toArray();
            faults.add(new PackageFault(file, shown(place), kind.code(), kind.message(shown), accepted));
        }
    }

    /**
     * Adds a fault of a field of a row.
     *
     * @param kind what is wrong
     * @param row the row
     * @param field its field
     * @param accepted what would be accepted, may be empty
     * @param arguments what the message of the kind takes
     */
    public void add(FaultKind kind, Placed row, String field, List<String> accepted, Object... arguments) {
        add(kind, row.file(), row.placeOf(field), accepted, arguments);
    }

    /** {@return the faults so far, in the order in which they were found} */
    public List<PackageFault> all() {
        return List.copyOf(faults);
    }

    /**
     * Ends the reading of a package in which faults were found.
     *
     * @param source where the package comes from, for people
     * @throws PlanPackageException when there is a fault; it names every one
     */
    public void refuse(String source) {
        if (!faults.isEmpty()) {
            throw new PlanPackageException(source, faults);
        }
    }

    /** {@return whether nothing was found} */
    public boolean isEmpty() {
        return faults.isEmpty();
    }

    /** A name or value of the package goes into logs, so it stays on its line. */
    private static String shown(Object value) {
        return CONTROL.matcher(String.valueOf(value)).replaceAll("\uFFFD");
    }

    /**
     * Cuts a value of the package that a message quotes.
     *
     * @param value the value
     * @return its beginning
     */
    public static String quoted(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }
}
