package org.finplan.platform.plan.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.finplan.platform.plan.fault.FaultKind;
import org.finplan.platform.plan.fault.FaultList;
import org.finplan.platform.plan.table.JsonTable;

/** Each code has one SDMX code, and each SDMX code one code. */
final class SdmxCheck {

    private final FaultList faults;
    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, String> sdmxCodes = new HashMap<>();

    SdmxCheck(FaultList faults) {
        this.faults = faults;
    }

    void next(JsonTable row) {
        String code = row.text("code");
        String sdmx = row.text("sdmx");
        String owner = codes.putIfAbsent(sdmx, code);
        String other = sdmxCodes.putIfAbsent(code, sdmx);
        if (owner != null && !owner.equals(code)) {
            faults.add(FaultKind.DUPLICATE_SDMX, row, "sdmx", List.of(), sdmx, owner);
        } else if (other != null && !other.equals(sdmx)) {
            faults.add(FaultKind.TWO_SDMX_CODES, row, "sdmx", List.of(other), code);
        }
    }
}
