package org.finplan.indicators.unit;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.finplan.platform.access.PermissionName;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.Unit;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;

/** The units of measure. */
@Path("/api/v1/units")
@PermissionsAllowed(PermissionName.PLANS_READ)
@Tag(name = "Reference data")
class UnitResource {

    private final PlanRegister register;

    UnitResource(PlanRegister register) {
        this.register = register;
    }

    /**
     * A unit as it is sent.
     *
     * @param code unit code
     * @param name name as printed and in English
     * @param ucum UCUM notation
     * @param kind currency, ratio, count …
     * @param convertsTo codes of the units that it converts to, exactly
     */
    record UnitView(String code, LocalizedText name, String ucum, String kind, List<String> convertsTo) {}

    @GET
    @Operation(
            operationId = "listUnits",
            summary = "Lists the units and which convert into each other.",
            description =
                    "Values may be sent in any unit that converts to that of the series; the conversion is exact and reported.")
    public Page<UnitView> list(@BeanParam PageParameters page) {
        List<UnitView> all = register.series().units().stream().map(this::view).toList();
        int from = page.afterKey()
                .map(after -> all.stream().map(UnitView::code).toList().indexOf(after) + 1)
                .orElse(0);
        return Page.of(
                all.subList(from, Math.min(all.size(), from + page.limit() + 1)),
                page.limit(),
                unit -> page.cursor(unit.code()),
                page.countsExactly() ? (long) all.size() : null);
    }

    private UnitView view(Unit unit) {
        List<String> others = register.series().units().stream()
                .filter(other -> !other.equals(unit) && unit.convertsTo(other))
                .map(Unit::code)
                .toList();
        return new UnitView(unit.code(), unit.name(), unit.ucum(), unit.kind(), others);
    }
}
