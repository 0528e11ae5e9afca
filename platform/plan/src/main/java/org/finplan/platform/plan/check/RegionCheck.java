package org.finplan.platform.plan.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.finplan.platform.plan.fault.FaultKind;
import org.finplan.platform.plan.fault.FaultList;
import org.finplan.platform.plan.table.JsonTable;
import org.finplan.platform.plan.table.PackageTables;
import org.finplan.platform.plan.table.PlanFiles;

/** Checks that the regions of a package are one city with what lies in it, and others beside it. */
final class RegionCheck {

    private final List<JsonTable> rows;
    private final Codes regions;
    private final FaultList faults;
    private final TimeCheck time;

    RegionCheck(List<JsonTable> rows, Codes regions, FaultList faults) {
        this.rows = rows;
        this.regions = regions;
        this.faults = faults;
        this.time = new TimeCheck(faults);
    }

    void check() {
        SdmxCheck sdmx = new SdmxCheck(faults);
        for (JsonTable row : regions.rows().values()) {
            regions.known(row, "parent");
            regions.known(row, "successor");
            sdmx.next(row);
            succession(row);
        }
        TreeCheck.check(regions, "parent", faults);
        TreeCheck.check(regions, "successor", faults);
        city();
    }

    private void succession(JsonTable row) {
        Optional<LocalDate> end = time.day(row, "in_force_until");
        Optional<LocalDate> start = time.day(row, "successor_from");
        if (end.isPresent()
                && start.isPresent()
                && start.get().getYear() < end.get().getYear()) {
            faults.add(FaultKind.SUCCESSION, row, "successor_from", List.of(), row.text("successor_from"));
        }
    }

    private void city() {
        String city = null;
        for (JsonTable row : rows) {
            if (PackageTables.isReference(row) || liesInAnother(row)) {
                continue;
            }
            if (city == null) {
                city = row.text("code");
            } else {
                faults.add(FaultKind.TWO_CITIES, row, "parent", List.of(city), city);
            }
        }
        if (city == null) {
            faults.add(FaultKind.NO_CITY, PlanFiles.REGIONS, "/regions", List.of());
        }
    }

    /** Whether it lies in a region of the plan's own. What it refers to and is not there is a fault told elsewhere. */
    private boolean liesInAnother(JsonTable row) {
        JsonTable parent = regions.rows().get(String.valueOf(row.textOrNull("parent")));
        return parent == null ? row.has("parent") : !PackageTables.isReference(parent);
    }
}
