package org.finplan.tasks.workday;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.RegionHierarchy;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.workday.HolidayNotice;
import org.finplan.platform.workday.WorkingDays;

/** The working days of the city that a region lies in, by the plans in force. */
@ApplicationScoped
public class CityCalendars {

    private static final WorkingDays WEEKENDS_ONLY = new WorkingDays(List.of());

    private final PlanRegister plans;
    private final Supplier<Map<String, CityCalendar>> byRegion;

    CityCalendars(PlanRegister plans) {
        this.plans = plans;
        this.byRegion = plans.derived(this::read);
    }

    /**
     * The calendar of a region.
     *
     * @param region region code
     * @return the working days of its city; weekends alone where there is none
     */
    public CityCalendar of(String region) {
        CityCalendar found = byRegion.get().get(region);
        return found == null ? new CityCalendar(region, WEEKENDS_ONLY, fingerprint(List.of())) : found;
    }

    /** {@return the calendars of all cities} */
    public List<CityCalendar> all() {
        return byRegion.get().values().stream().distinct().toList();
    }

    private Map<String, CityCalendar> read() {
        RegionHierarchy regions = plans.regions();
        Map<String, CityCalendar> found = new HashMap<>();
        for (String city : regions.cities()) {
            CityCalendar calendar = new CityCalendar(city, plans.workingDays(city), fingerprint(notices(city)));
            found.put(city, calendar);
            regions.subtree(city).forEach(region -> found.putIfAbsent(region, calendar));
        }
        return found;
    }

    private List<HolidayNotice> notices(String city) {
        return plans.packages().stream()
                .filter(read -> read.city().equals(city))
                .flatMap(read -> read.holidays().stream())
                .sorted(Comparator.comparing(HolidayNotice::year)
                        .thenComparing(HolidayNotice::issued)
                        .thenComparing(HolidayNotice::number))
                .toList();
    }

    private static String fingerprint(List<HolidayNotice> notices) {
        return EntityTags.of(notices.stream().map(HolidayNotice::toString).toArray(String[]::new))
                .replace("\"", "");
    }
}
