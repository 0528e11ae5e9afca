package org.finplan.tasks.workday;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.platform.workday.HolidayNotice;
import org.finplan.platform.workday.WorkingDays;

/** Reads and counts the working days of a city of the caller. */
@ApplicationScoped
class WorkingDayService {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);
    private static final int MOST_DAYS = 1100;
    private static final int MOST_ADDED = 1000;

    private final PlanRegister plans;
    private final RegionScope scope;

    WorkingDayService(PlanRegister plans, RegionScope scope) {
        this.plans = plans;
        this.scope = scope;
    }

    WorkingDaysView list(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable String city) {
        LocalDate first = within("from", from, FIRST, LAST);
        LocalDate last = within("to", to, first, earlier(first.plusDays(MOST_DAYS - 1), LAST));
        WorkingDays calendar = calendar(city);
        List<WorkingDaysView.Day> days = first.datesUntil(last.plusDays(1))
                .map(day -> new WorkingDaysView.Day(
                        day,
                        calendar.isWorked(day),
                        calendar.notice(day).map(HolidayNotice::number).orElse(null)))
                .toList();
        return new WorkingDaysView(calendar.count(first, last), provisional(calendar, first, last), days);
    }

    WorkingDaysView.Reached add(@Nullable LocalDate from, @Nullable Integer days, @Nullable String city) {
        LocalDate start = within("from", from, FIRST, LAST);
        if (days == null || Math.abs((long) days) > MOST_ADDED) {
            throw ProblemException.invalidParameter(
                    "days", days == null ? null : days.toString(), List.of(-MOST_ADDED + ".." + MOST_ADDED));
        }
        WorkingDays calendar = calendar(city);
        LocalDate reached = calendar.add(start, days);
        boolean provisional = days < 0 ? provisional(calendar, reached, start) : provisional(calendar, start, reached);
        return new WorkingDaysView.Reached(reached, provisional);
    }

    private static LocalDate within(String name, @Nullable LocalDate day, LocalDate earliest, LocalDate latest) {
        if (day == null || day.isBefore(earliest) || day.isAfter(latest)) {
            throw ProblemException.invalidParameter(
                    name, day == null ? null : day.toString(), List.of(earliest + "/" + latest));
        }
        return day;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static boolean provisional(WorkingDays calendar, LocalDate from, LocalDate until) {
        return IntStream.rangeClosed(from.getYear(), until.getYear())
                .anyMatch(year -> calendar.isProvisional(LocalDate.of(year, 1, 1)));
    }

    /** The city that was named, or the only one that the caller reads. */
    private WorkingDays calendar(@Nullable String city) {
        List<String> readable = scope.cities();
        if (readable.isEmpty() || (city != null && !readable.contains(city))) {
            throw new ProblemException(
                    WebError.NOT_FOUND,
                    new LocalizedText("没有您可查看的城市的工作日历。", "There is no calendar of a city that you read."));
        }
        if (city == null && readable.size() > 1) {
            throw ProblemException.invalidParameter("city", null, readable);
        }
        return plans.workingDays(city == null ? readable.get(0) : city);
    }
}
