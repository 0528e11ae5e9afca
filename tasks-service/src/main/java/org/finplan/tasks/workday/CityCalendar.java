package org.finplan.tasks.workday;

import org.finplan.platform.workday.WorkingDays;

/**
 * The working days of a city.
 *
 * @param city region code of the city; the region itself where it lies in none
 * @param days its working days
 * @param fingerprint changes when a notice of holidays does
 */
public record CityCalendar(String city, WorkingDays days, String fingerprint) {}
