package org.finplan.platform.workday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The notice of one year: the State Council's office says every autumn which days of the next year are off and which days of
 * weekends are worked instead.
 *
 * @param year the year
 * @param number number of the notice, such as {@code 国办发明电〔2025〕7号}
 * @param issued day of the notice
 * @param holidays spans of days off, in their order, weekends within them included
 * @param makeUpDays days of weekends that are worked
 */
public record HolidayNotice(
        int year, String number, LocalDate issued, List<Holiday> holidays, SortedSet<LocalDate> makeUpDays) {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /**
     * Takes copies.
     *
     * @throws IllegalArgumentException when a day is of another year, off twice, both off and worked, or worked anyway
     */
    public HolidayNotice {
        holidays = List.copyOf(holidays);
        makeUpDays = Collections.unmodifiableSortedSet(new TreeSet<>(makeUpDays));
        contradiction(year, holidays, makeUpDays).ifPresent(day -> {
            throw new IllegalArgumentException("the notice contradicts itself, or its year, at " + day);
        });
    }

    /**
     * Days off in a row.
     *
     * @param from the first
     * @param until the last
     * @param nameZh name of the holiday in Chinese
     * @param nameEn the same in English
     */
    public record Holiday(LocalDate from, LocalDate until, String nameZh, String nameEn) {

        /**
         * Holds that it has a day.
         *
         * @throws IllegalArgumentException when it ends before it begins
         */
        public Holiday {
            if (until.isBefore(from)) {
                throw new IllegalArgumentException("the holiday ends on " + until + ", before it begins on " + from);
            }
        }

        List<LocalDate> days() {
            return from.datesUntil(until.plusDays(1)).toList();
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /**
     * Finds the first day at which a notice would be wrong: of another year, off twice, both off and worked, or named as
     * worked though it is no day of a weekend.
     *
     * @param year year of the notice
     * @param holidays its days off
     * @param makeUpDays its days of weekends that are worked
     * @return the day, empty when the notice is sound
     */
    public static Optional<LocalDate> contradiction(int year, List<Holiday> holidays, Set<LocalDate> makeUpDays) {
        Set<LocalDate> off = new TreeSet<>();
        for (Holiday holiday : holidays) {
            for (LocalDate day : holiday.days()) {
                if (day.getYear() != year || !off.add(day)) {
                    return Optional.of(day);
                }
            }
        }
        return new TreeSet<>(makeUpDays)
                .stream()
                        .filter(day -> day.getYear() != year || off.contains(day) || !isWeekend(day))
                        .findFirst();
    }

    static boolean isWeekend(LocalDate day) {
        return WEEKEND.contains(day.getDayOfWeek());
    }

    /** Days that are worked or off though their day of the week says otherwise. */
    Set<LocalDate> exceptions() {
        Set<LocalDate> days = holidays.stream()
                .flatMap(holiday -> holiday.days().stream())
                .filter(day -> !isWeekend(day))
                .collect(Collectors.toCollection(TreeSet::new));
        days.addAll(makeUpDays);
        return days;
    }

    Optional<Holiday> holiday(LocalDate day) {
        return holidays.stream().filter(holiday -> holiday.covers(day)).findFirst();
    }
}
