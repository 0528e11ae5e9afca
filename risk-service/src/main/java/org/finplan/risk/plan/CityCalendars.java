package org.finplan.risk.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.workday.WorkingDays;

/** The working days of the city that a region lies in. */
@ApplicationScoped
public class CityCalendars {

    private static final WorkingDays WEEKENDS_ONLY = new WorkingDays(List.of());

    private final PlanRegister plans;

    CityCalendars(PlanRegister plans) {
        this.plans = plans;
    }

    /**
     * The calendar of a region.
     *
     * @param region region code
     * @return the working days of its city; weekends alone where there is none
     */
    public WorkingDays of(String region) {
        return plans.regions().cityOf(region).map(plans::workingDays).orElse(WEEKENDS_ONLY);
    }
}
