package org.finplan.platform.plan;

import java.util.ArrayList;
import java.util.List;
import org.finplan.platform.plan.fault.PackageFault;

/**
 * A plan package that is not used because something is wrong with it. The others are.
 *
 * @param directory its directory, absolute
 * @param faults everything that is wrong, at least one thing
 */
public record RefusedPackage(String directory, List<PackageFault> faults) {

    /** Takes the faults as they are now. */
    public RefusedPackage {
        faults = List.copyOf(faults);
    }

    /**
     * Says why, a line for each fault.
     *
     * @param most how many faults are told one by one
     * @param english whether the reader prefers English
     * @return the lines; where there are more faults, the last line says how many
     */
    public List<String> reasons(int most, boolean english) {
        List<String> lines = new ArrayList<>(
                faults.stream().limit(most).map(fault -> fault.line(english)).toList());
        int more = faults.size() - lines.size();
        if (more > 0) {
            lines.add(english ? "and " + more + " more" : "另有 " + more + " 处");
        }
        return lines;
    }
}
