package org.finplan.risk.report;

import jakarta.annotation.Nullable;
import java.util.List;
import java.util.Map;
import org.finplan.platform.access.RegionSet;
import org.finplan.risk.institution.Institution;

/**
 * For which institutions the caller of a report may report.
 *
 * @param known those of the report that the caller sees, by code
 * @param writable the regions that the caller writes
 * @param onlyOwn whether it reports for the institutions alone that it is bound to
 * @param own codes of the institutions that it is bound to
 */
record Reporters(Map<String, Institution> known, RegionSet writable, boolean onlyOwn, List<String> own) {

    @Nullable
    Institution institution(String uscc) {
        return known.get(uscc);
    }

    boolean mayReport(Institution institution) {
        return writable.contains(institution.region()) && (!onlyOwn || own.contains(institution.uscc()));
    }
}
