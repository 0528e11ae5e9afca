package org.finplan.platform.plan.fault;

import java.util.List;
import java.util.stream.Collectors;

/** A plan package cannot be used; it names every fault that was found, the message one a line. */
public final class PlanPackageException extends RuntimeException {

    private static final int MOST_IN_MESSAGE = 20;

    // Faults are records of texts; an exception of this kind is never serialised.
    private final transient List<PackageFault> faults;
    private final String source;

    /**
     * Refuses a package.
     *
     * @param source where it comes from, for people
     * @param faults everything that is wrong with it
     */
    public PlanPackageException(String source, List<PackageFault> faults) {
        super(message(source, faults));
        this.faults = List.copyOf(faults);
        this.source = source;
    }

    /** {@return where the package comes from, for people} */
    public String source() {
        return source;
    }

    /** {@return every fault, in the order of the files} */
    public List<PackageFault> faults() {
        return faults;
    }

    private static String message(String source, List<PackageFault> faults) {
        return faults.stream()
                .limit(MOST_IN_MESSAGE)
                .map(fault -> fault.line(true))
                .collect(Collectors.joining(
                        "\n",
                        "plan package " + source + ", " + faults.size() + (faults.size() == 1 ? " fault" : " faults")
                                + "\n",
                        faults.size() > MOST_IN_MESSAGE ? "\nand " + (faults.size() - MOST_IN_MESSAGE) + " more" : ""));
    }
}
